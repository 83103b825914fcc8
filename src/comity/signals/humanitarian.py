"""Humanitarian notices as issued: what is said of need, help and access, and by whom. Never upgraded."""

from __future__ import annotations

from collections.abc import Iterator

from comity.actors.noun_phrases import actors_at
from comity.actors.phrases import entity_of
from comity.coding.claims import speaking
from comity.coding.matching import passive
from comity.coding.participants import subject, subject_or_patient
from comity.coding.where import place_of
from comity.language.sentence import Token
from comity.signals import beginnings
from comity.signals.figures import figures
from comity.signals.need_and_help import act_of_help, act_of_need, lexicon, of_help, of_need, phase
from comity.signals.plight import of_plight
from comity.signals.scene import Scene
from comity.values import Actor, Humanitarian, Place

NAMES = ("state", "demonym", "adjective", "metonym")


def humanitarian(scene: Scene) -> Iterator[Humanitarian]:
    """The notices of a sentence: at most one of need and one of help or access."""
    if not any(t.verbal for t in scene.sentence.tokens):
        return  # a headline names a topic, no notice
    need = next((t for t in scene.beginnings(beginnings.need()) if of_need(scene, t)), None)
    aid = next((t for t in scene.beginnings(beginnings.help_()) if of_help(scene, t)), None) or _nothing_in(scene)
    found = [(need, act_of_need(scene, need))] if need else []
    found += [(aid, act)] if aid and (act := act_of_help(scene, aid)) else []
    made: set[str] = set()
    for t, act in found:
        notice = _notice(scene, t, act)
        told = notice.place or (notice.issuer and notice.issuer.code and act != "reported")
        if act not in made and told:  # of nobody and nowhere it would tell nothing
            made.add(act)
            yield notice


def _nothing_in(scene: Scene) -> Token | None:
    """ "Nothing has entered B since Friday": what does not arrive, in the words of a relief agency."""
    s = scene.sentence
    for t in s.tokens:
        shut = t.lemma == "nothing" and t.dep == "nsubj" and s.tokens[t.head].lemma in lexicon("reaching")
        who = speaking(scene.discourse, list(scene.reported), t.i) if shut else None
        if who is not None and who.sector in ("IGO", "NGO"):
            return t
    return None


def _notice(scene: Scene, t: Token, act: str) -> Humanitarian:
    s = scene.sentence
    issuer = _issuer(scene, t, act)
    return Humanitarian(
        **scene.evidence("humanitarian " + act, t.i, (s.extent(s.subtree(t.i)),)),
        act=act,
        issuer=issuer,
        place=_place(scene, t, issuer),
        figures=tuple(figures(scene)),
        phase=phase(scene) if act in ("classified", "projected") else None,
    )


def _issuer(scene: Scene, t: Token, act: str) -> Actor | None:
    """The agency or state that says or does it: whose help it is, the subject above, the source."""
    s = scene.sentence
    if act == "aid_provided":
        givers = [k for k in s.children(t.i, "poss", "amod", "compound", "nmod") if k.mention >= 0 or k.tag == "PRP$"]
        givers += [n for p in s.children(t.i, "prep") if p.lemma in ("from", "by") for n in s.children(p.i, "pobj")]
        if found := next((a for k in givers for a in scene.actors(k.i) if a.code), None):
            return found
        gifts = [x for x in s.tokens if x.lemma in ("gift", "donation")]
        from_ = [
            n for x in gifts for p in s.children(x.i, "prep") if p.lemma == "from" for n in s.children(p.i, "pobj")
        ]
        if found := next((a for n in from_ for a in scene.actors(n.i) if a.code), None):
            return found
    if act != "aid_provided" and of_plight(scene, t):  # those in need issue nothing
        own = t.verbal and t.lemma in ("cut", "halve", "reduce", "slash")
        found = _acting(scene, t, need=True) if own else None
        return found or speaking(scene.discourse, list(scene.reported), t.i)
    if t.verbal and (found := _acting(scene, t)):
        return found
    silent = lexicon("happening") - (frozenset() if of_need(scene, t) else {"be", "remain"})
    for head in s.ancestors(t.i):
        if head.verbal and head.lemma not in silent and (found := _acting(scene, head, of_need(scene, t))):
            return found
    return speaking(scene.discourse, list(scene.reported), t.i)


def _acting(scene: Scene, verb: Token, need: bool = False) -> Actor | None:
    """The known subject of a verb; whom somebody calls upon is not who issues the call."""
    s = scene.sentence
    if verb.dep in ("acl", "xcomp", "pcomp", "advcl") and s.infinitive(verb.i):
        return None
    doer = subject(s, verb.i) if passive(s, verb.i) else None
    patient = subject_or_patient(s, verb.i) if doer is None else None
    # who is only acted upon issues something where it is an actor itself ("UNICEF is alarmed"), not a thing or a part of it
    own = scene.actors(doer) or (
        (actors_at(s, patient, scene.discourse) if need or passive(s, verb.i) else scene.actors(patient))
        if patient is not None
        else []
    )
    return next((a for a in own if a.code or a.sector in ("IGO", "NGO", "GOV")), None)


def _place(scene: Scene, t: Token, issuer: Actor | None) -> Place | None:
    """The place of the need or help: the nearest name after "in" or "to", or a people; never who speaks or gives."""
    own = {a.span for a in (issuer, scene.discourse.speaker) if a}
    codes = {a.code for a in (issuer, scene.discourse.speaker) if a and a.code}
    best: tuple[tuple[int, int], Token] | None = None
    for x in scene.sentence.tokens:
        rank = _rank(scene, x, t, codes) if x.mention >= 0 and (x.start, x.end) not in own else None
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, x)
    if best is None:
        return None
    x = best[1]
    if (place := place_of(scene.sentence, x, scene.discourse)) is not None:
        return place
    entity = entity_of(x, scene.discourse)
    return Place(scene.text((x.start, x.end)), (x.start, x.end), entity.code if entity else None)


def _rank(scene: Scene, x: Token, t: Token, codes: set[str]) -> tuple[int, int] | None:
    """How well a name fits as the place, the lowest first; None: it is none."""
    s = scene.sentence
    kind = scene.discourse.mentions[x.mention].kind
    entity = entity_of(x, scene.discourse)
    if entity is None or not (kind == "place" or kind in NAMES):
        return None
    prep = s.tokens[x.head] if x.dep == "pobj" else None
    after = prep is not None and prep.lemma in lexicon("where") and kind != "metonym"
    if kind != "place" and not (after and prep and prep.lemma in ("in", "inside", "into")) and entity.code in codes:
        return None
    if prep is not None and prep.lemma in lexicon("from_whom"):
        return None
    if kind == "metonym":
        return None if x.dep != "pobj" or not after else (2, abs(x.i - t.i))
    if x.dep in ("nsubj", "nsubjpass") and kind == "state" and actors_at(s, x.i, scene.discourse):
        return (4, abs(x.i - t.i))
    if kind == "adjective" and not (prep or x.head in s.subtree(t.i)):
        return None
    return (0 if after or kind == "place" else 1 if x.head == t.i or kind == "demonym" else 2, abs(x.i - t.i))
