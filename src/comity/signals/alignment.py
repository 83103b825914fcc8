"""Alignments: votes, vetoes, abstentions, sponsorship, joining and siding, with the forum where one is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from comity.actors.phrases import entity_of
from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Alignment

Act = Literal["vote_for", "vote_against", "abstain", "veto", "sponsor", "join", "side_with"]
COUNCIL, ASSEMBLY = re.compile(r"\bS/(?:RES/)?\d{4}|\bresolution \d{4}\b"), re.compile(r"\bA/(?:RES/|ES-)\d+")
FORUM_CODES = frozenset(
    {
        "UN Security Council",
        "UN General Assembly",
        "ICJ",
        "ICC",
        "UN",
        "UN Human Rights Council",
        "IAEA",
        "OAS",
        "EU",
        "African Union",
        "Arab League",
        "OSCE",
    }
)


def alignments(scene: Scene) -> Iterator[Alignment]:
    """The alignments of a sentence, one for each act and who does it."""
    seen: set[tuple[str, str | None]] = set()
    for t in scene.sentence.tokens:
        act = _act(scene, t) if t.mention < 0 else None
        if act is None:
            continue
        for who in _who(scene, t):
            if (act, who.code or who.text) not in seen:
                seen.add((act, who.code or who.text))
                yield _made(scene, t, act, who)


def _act(scene: Scene, t: Token) -> Act | None:
    s = scene.sentence
    lemmas = {x.lemma for x in s.tokens}
    if t.verbal and t.lemma == "vote":
        marks = {k.lemma for k in s.children(t.i, "prep")}
        if "against" in marks:
            return "vote_against"
        favour = any(n.lemma in ("favor", "favour") for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj"))
        return "vote_for" if ("for" in marks or favour) and (_text_of(scene) or _forum(scene, t)) else None
    if t.lemma == "abstain" and t.verbal:
        return "abstain"
    if t.lemma == "veto":
        cast = any(a.lemma in ("use", "cast", "exercise") for a in list(s.ancestors(t.i))[:1])
        return "veto" if t.verbal or cast else None
    if t.verbal and t.lemma in words("alignment", "sponsoring") and lemmas & words("alignment", "texts"):
        return "sponsor"
    if t.verbal and t.lemma == "join" and _joined(scene, t):
        return "join"
    return "side_with" if _sides(scene, t) else None


def _text_of(scene: Scene) -> bool:
    return any(x.lemma in words("alignment", "texts") for x in scene.sentence.tokens)


def _joined(scene: Scene, t: Token) -> bool:
    s = scene.sentence
    objects = [
        *s.children(t.i, "dobj"),
        *(n for p in s.children(t.i, "prep") if p.lemma == "in" for n in s.children(p.i, "pobj")),
    ]
    partners = any(s.tokens[k].lemma in ("partner", "country", "nation") for o in objects for k in s.conjuncts(o.i))
    return partners or any(o.lemma in words("alignment", "joined") for o in objects)


def _sides(scene: Scene, t: Token) -> bool:
    """ "side with", "stand with", "align with", "in solidarity with": an explicit siding with somebody."""
    s = scene.sentence
    if t.lemma in words("alignment", "solidarity"):
        return any(p.lemma == "with" for p in s.children(t.i, "prep"))
    if (
        not t.verbal
        or t.lemma not in words("alignment", "siding")
        or factuality.status(s, t.i) in ("negated", "demanded")
    ):
        return False
    if any(p.lemma in ("in", "on", "at") and p.i == t.i + 1 for p in s.children(t.i, "prep")):
        return False  # "stood in the hall beside": a place to stand
    particles = {p.lemma for p in s.children(t.i, "prep", "prt", "advmod")}
    named = any(
        scene.actors(n.i)
        for p in s.children(t.i, "prep")
        if p.lemma in ("with", "by", "behind", "alongside")
        for n in s.children(p.i, "pobj")
    )
    return named and bool(particles & {"with", "by", "behind", "alongside"})


def _who(scene: Scene, t: Token) -> list[Actor]:
    s = scene.sentence
    verb = t.i if t.verbal else next((a.i for a in s.ancestors(t.i) if a.verbal), None)
    found = scene.actors(subject(s, verb)) if verb is not None else []
    if not found and t.lemma in ("veto", "abstain"):
        source = speaking(scene.discourse, list(scene.reported), t.i)
        found = [source] if source else []
    return [a for a in found if a.code or a.sector][:5]


def _side(scene: Scene, t: Token, prepositions: tuple[str, ...]) -> tuple[Actor, ...]:
    """The actors after "with" or "against" at the word or its verb."""
    s = scene.sentence
    hosts = [t, *s.children(t.i, "prep", "dobj"), *list(s.ancestors(t.i))[:1]]
    return tuple(
        a
        for h in hosts
        for p in s.children(h.i, "prep")
        if p.lemma in prepositions
        for n in s.children(p.i, "pobj")
        for a in scene.actors(n.i)
        if a.code or a.sector
    )


def _anywhere_against(scene: Scene, act: Act) -> tuple[Actor, ...]:
    """For a siding, whom the sentence names after "against", wherever it stands ("a case … against it")."""
    s = scene.sentence
    after = [n.i for p in s.tokens if p.lemma == "against" for n in s.children(p.i, "pobj")]
    return tuple(a for i in after for a in scene.actors(i) if a.code) if act == "side_with" else ()


def _forum(scene: Scene, t: Token) -> Actor | None:
    """The body in which it happens: one named in the sentence, else by the number of the text, else none."""
    s = scene.sentence
    for x in s.tokens:
        entity = entity_of(x, scene.discourse) if x.mention >= 0 else None
        if entity is not None and entity.code in FORUM_CODES:
            return Actor(scene.text((x.start, x.end)), (x.start, x.end), entity.code, entity.id, entity.sector)
    text = scene.text(scene.span)
    for pattern, code in ((COUNCIL, "UN Security Council"), (ASSEMBLY, "UN General Assembly")):
        if found := pattern.search(text):
            start = scene.span[0] + found.start()
            return Actor(found.group(0), (start, start + len(found.group(0))), code)
    return None


def _made(scene: Scene, t: Token, act: Act, who: Actor) -> Alignment:
    s = scene.sentence
    sided = act not in ("abstain", "veto")
    with_ = tuple(a for a in _side(scene, t, ("with", "by", "behind", "alongside")) if a.code != who.code)
    against = tuple(a for a in (_side(scene, t, ("against",)) or _anywhere_against(scene, act)) if a.code != who.code)
    return Alignment(
        **scene.evidence("alignment", t.i, (s.extent([t.i, *(k.i for k in s.children(t.i, "prep", "dobj"))]),)),
        who=who,
        with_=with_ if sided else (),
        against=against if sided else (),
        forum=_forum(scene, t),
        act=act,
    )
