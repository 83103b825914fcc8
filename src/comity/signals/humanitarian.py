"""Humanitarian notices as issued: what is said of need, help and access, and by whom. Never upgraded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.actors.entities import Entity
from comity.actors.phrases import entity_of
from comity.coding.claims import speaking
from comity.coding.participants import subject_or_patient
from comity.language.sentence import Token
from comity.signals.figures import figures
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Humanitarian, Place

PHASE = re.compile(r"\b(?:IPC )?[Pp]hase (\d|one|two|three|four|five)\b")
DIGITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
AGENCIES = frozenset({"WHO", "WFP", "UNICEF", "UN", "IPC", "FAO", "UNRWA", "OCHA", "UNHCR", "Red Cross"})


def humanitarian(scene: Scene) -> Iterator[Humanitarian]:
    """The notices of a sentence: at most one of need and one of help or access."""
    if not any(t.verbal for t in scene.sentence.tokens):
        return  # a headline names a topic, no notice
    need = next((t for t in scene.sentence.tokens if _need(scene, t)), None)
    aid = next((t for t in scene.sentence.tokens if _aid(scene, t)), None)
    made: set[str] = set()
    for t, act in ((need, _of_need(scene, need)), (aid, _of_aid(scene, aid))):
        if t is not None and act is not None and act not in made:
            made.add(act)
            notice = _notice(scene, t, act)
            if notice.place or (notice.issuer and notice.issuer.code and act != "reported"):
                yield notice  # of nobody and nowhere it would tell nothing


def _need(scene: Scene, t: Token) -> bool:
    if t.mention >= 0 or t.tag[:2] not in ("NN", "JJ"):
        return False
    s = scene.sentence
    qualified = any(k.lemma in words("humanitarian", "humanitarian") for k in s.children(t.i))
    graded = _phase(scene) is not None and t.lemma in ("phase", "people", "part")
    alone = t.lemma in words("humanitarian", "needs") - {
        "poverty",
        "refugee",
        "insecurity",
        "shortage",
        "suffering",
        "catastrophe",
    }
    insecure = t.lemma == "insecurity" and any(k.lemma == "food" for k in s.children(t.i))
    suffering = t.lemma == "suffering" and bool(scene.actors(t.i))
    return graded or alone or insecure or suffering or (qualified and t.lemma in words("humanitarian", "situations"))


def _aid(scene: Scene, t: Token) -> bool:
    s = scene.sentence
    if t.mention >= 0 or t.tag[:2] != "NN" or t.lemma not in words("humanitarian", "help"):
        return False
    marks = {k.lemma for k in s.children(t.i)}
    if marks & {"humanitarian", "emergency", "food", "relief", "lifesaving", "life-saving"}:
        return True
    return t.lemma in ("aid", "access", "relief") and any(
        x.lemma in words("humanitarian", "humanitarian") | words("humanitarian", "needs") for x in s.tokens
    )


def _lemmas(scene: Scene) -> set[str]:
    return {t.lemma for t in scene.sentence.tokens if t.mention < 0}


def _scale_named(scene: Scene) -> bool:
    text = scene.text(scene.span)
    chain = [a.code for a in scene.chain_at(scene.sentence.root)] if scene.sentence.tokens else []
    return any(name in text for name in words("humanitarian", "scales")) or "IPC" in chain


def _phase(scene: Scene) -> int | None:
    """A phase of a food security scale, only where the scale is named."""
    found = PHASE.search(scene.text(scene.span))
    if found is None or not _scale_named(scene):
        return None
    return DIGITS.get(found.group(1)) or int(found.group(1))


def _of_need(scene: Scene, t: Token | None) -> str | None:
    if t is None:
        return None
    s = scene.sentence
    lemmas = _lemmas(scene)
    hosts = {a.lemma for a in s.ancestors(t.i)}
    if hosts & words("humanitarian", "denying"):
        return "denied"
    if hosts & words("humanitarian", "warning") or "warning" in lemmas:
        return "warned_of"
    if lemmas & words("humanitarian", "projecting") or ({"will", "year"} <= lemmas and "by" in lemmas):
        return "projected"
    if _scale_named(scene) and lemmas & words("humanitarian", "scale_act"):
        return "classified"
    near = (
        {k.lemma for k in s.children(t.i)} | hosts | {k.lemma for h in s.ancestors(t.i) for k in s.children(h.i, "aux")}
    )
    if near & words("humanitarian", "risk"):
        return "risk_of"
    return "reported"


def _of_aid(scene: Scene, t: Token | None) -> str | None:
    if t is None:
        return None
    s = scene.sentence
    hosts = {a.lemma for a in s.ancestors(t.i)}
    modals = {k.lemma for h in s.ancestors(t.i) for k in s.children(h.i, "aux")}
    if hosts & words("humanitarian", "blocking"):
        return "access_constraint"
    if (hosts | modals) & words("humanitarian", "appeal") or any(
        k.lemma == "need" for k in s.tokens if abs(k.i - t.i) < 6
    ):
        return "appealed"
    if hosts & words("humanitarian", "given") or t.lemma in ("aid", "assistance", "relief"):
        return "aid_provided"
    return "appealed" if t.lemma == "access" else None


def _notice(scene: Scene, t: Token, act: str) -> Humanitarian:
    s = scene.sentence
    place = _place(scene)
    phrase = s.extent(s.subtree(t.i))
    return Humanitarian(
        **scene.evidence("humanitarian " + act, t.i, (phrase,)),
        act=act,
        issuer=_issuer(scene, t),
        place=place,
        figures=tuple(figures(scene.discourse.article.text, scene.span)),
        phase=_phase(scene) if act in ("classified", "projected") else None,
    )


def _issuer(scene: Scene, t: Token) -> Actor | None:
    """The agency or state that says or does it: an agency named in the sentence, the subject above, the source."""
    s = scene.sentence
    for head in s.ancestors(t.i):
        if head.verbal:
            for a in scene.actors(subject_or_patient(s, head.i)):
                if a.code or a.sector in ("IGO", "NGO", "GOV"):
                    return a
    source = speaking(scene.discourse, list(scene.reported), t.i)
    return source


def _place(scene: Scene) -> Place | None:
    """The place spoken of: a named place first, else a state after a preposition, else the first state."""
    named = [(t, entity_of(t, scene.discourse)) for t in scene.sentence.tokens if t.mention >= 0]
    kinds = scene.discourse.mentions
    places = [(t, e) for t, e in named if e and kinds[t.mention].kind == "place"]
    states = [(t, e) for t, e in named if e and kinds[t.mention].kind in ("state", "demonym", "adjective")]
    after = [(t, e) for t, e in states if t.dep == "pobj"]
    chosen: tuple[Token, Entity] | None = next(iter(places or after or states), None)
    if chosen is None:
        return None
    t, e = chosen
    return Place(scene.text((t.start, t.end)), (t.start, t.end), e.code)
