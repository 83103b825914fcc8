"""Meetings told without a word for them: officials who arrive, sit down together, shake hands, are brought to one table."""

from __future__ import annotations

from comity.actors.noun_phrases import actors_at
from comity.actors.phrases import entity_of
from comity.coding.matching import passive
from comity.coding.participants import subject
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor

NEAR = 10  # tokens after "brought" in which "together" stands
TOGETHER = frozenset({"with", "to", "beside", "alongside"})


def who_at(scene: Scene, i: int) -> list[Actor]:
    """The actors of a phrase; of "her Armenian colleague" the state that is named in it, not who "her" is."""
    s = scene.sentence
    if s.tokens[i].lemma in words("contact", "opposites"):
        named = [k for m in s.children(i, "amod", "compound", "nmod") for k in s.conjuncts(m.i)]
        found = [a for k in named if s.tokens[k].mention >= 0 for a in scene.actors(k)]
        if found:
            return list(dict.fromkeys(found))
    joined = [
        c
        for p in s.children(i, "prep")
        if p.lemma in ("from", "of") and s.tokens[i].tag == "NNS"
        for n in s.children(p.i, "pobj")
        for c in s.conjuncts(n.i)
        if s.tokens[c].mention >= 0
    ]
    if len(joined) > 1:  # "negotiators from A and B"
        return [a for c in joined for a in actors_at(s, c, scene.discourse)[:1]]
    return actors_at(s, i, scene.discourse) if s.tokens[i].nominal else []


def country_of(scene: Scene, n: Token) -> list[Actor]:
    """The country of a place after "in" or "to": a capital or town stands for it, as the gazetteer has it."""
    entity = entity_of(n, scene.discourse) if n.mention >= 0 else None
    if entity is None or entity.code is None or entity.kind not in ("state", "metonym", "place"):
        return []
    return [Actor(scene.text((n.start, n.end)), (n.start, n.end), entity.code)]


def official_at(scene: Scene, i: int) -> list[Actor]:
    """The actors of a phrase whose head is an office, an envoy or a delegation."""
    s = scene.sentence
    heads = [s.tokens[k] for k in s.conjuncts(i)]
    of_state = [k for h in heads for k in s.children(h.i, "amod", "compound") if k.mention >= 0]
    found = who_at(scene, i) or [a for k in of_state for a in scene.actors(k.i)]
    office = any(h.lemma.lower() in words("contact", "officials") for h in heads)
    return found if office or any(a.role for a in found) else []


def arrival(scene: Scene, t: Token) -> list[Actor]:
    """ "The minister arrived in B", "is due in B", "is in B for talks": who comes and whose country it is."""
    s = scene.sentence
    coming = t.lemma in words("contact", "arriving") and t.verbal
    expected = t.lemma == "expect" and passive(s, t.i)
    be = t.lemma == "be" and t.tag in ("VBZ", "VBP", "VBD")
    if not (coming or expected or be):
        return []
    who = next((k.i for k in s.children(t.i, "nsubj", "nsubjpass")), subject(s, t.i))
    hosts = [t, *(k for k in s.children(t.i, "acomp") if be and k.lemma == "due")]
    places = [
        n
        for h in hosts
        for p in s.children(h.i, "prep")
        if p.lemma in ("in", "to", "at")
        for n in s.children(p.i, "pobj")
    ]
    if be and len(hosts) == 1 and not _for_talks(scene, t):
        return []
    where = [a for n in places for a in country_of(scene, n)]
    return [*official_at(scene, who), *where[:1]] if who is not None and where else []


def _for_talks(scene: Scene, t: Token) -> bool:
    """Whether somebody is somewhere "for talks", "on a visit" or "to meet" somebody."""
    s = scene.sentence
    purpose = [n for p in s.children(t.i, "prep") if p.lemma in ("for", "on") for n in s.children(p.i, "pobj")]
    meeting = any(n.lemma in words("contact", "nouns") for n in purpose)
    return meeting or any(k.lemma in words("contact", "discussing") for k in s.children(t.i, "advcl", "xcomp"))


def sitting_down(scene: Scene, t: Token) -> list[Actor]:
    """ "sat down with", "sat at one table", "lunched together", "shook hands", "conferred", "are in contact"."""
    s = scene.sentence
    if not t.verbal or not _joint(scene, t):
        return []
    who = subject(s, t.i)
    beside = [n.i for p in s.children(t.i, "prep") if p.lemma in TOGETHER for n in s.children(p.i, "pobj")]
    hands = [n.i for k in s.children(t.i, "dobj") for p in s.children(k.i, "prep") for n in s.children(p.i, "pobj")]
    if t.lemma in words("contact", "ringing"):
        beside += [k.i for k in s.children(t.i, "dobj")]
    first = who_at(scene, who) if who is not None else []
    return [*first, *(a for i in (*beside, *hands) for a in who_at(scene, i))]


def _joint(scene: Scene, t: Token) -> bool:
    s = scene.sentence
    near = {k.lemma for k in s.children(t.i)}
    inner = {n.lemma for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj")}
    if t.lemma == "sit":
        return "down" in near or bool(inner & {"table"})
    if t.lemma in ("lunch", "dine", "breakfast"):
        return bool(near & {"with", "together"})
    if t.lemma == "shake":
        return "hand" in near
    if t.lemma == "be":
        return bool(inner & {"contact", "touch"})
    return t.lemma in words("contact", "ringing") or (t.lemma in words("contact", "gathering") and t.tag != "VBN")


def seen(scene: Scene, t: Token) -> list[Actor]:
    """ "The chairman saw the general": both are officials."""
    s = scene.sentence
    if t.lemma != "see" or not t.verbal or passive(s, t.i):
        return []
    who, whom = subject(s, t.i), s.child(t.i, "dobj")
    first = official_at(scene, who) if who is not None else []
    second = official_at(scene, whom.i) if whom is not None else []
    return [*first, *second] if first and second else []


def brought_together(scene: Scene, t: Token) -> list[Actor]:
    """ "brought the envoys of A and B together", "mediated between A and B", "carried messages between them"."""
    s = scene.sentence
    if not t.verbal:
        return []
    who = subject(s, t.i)
    objects = list(s.children(t.i, "dobj"))
    marks = {k.lemma for k in s.tokens[t.i : t.i + NEAR]}
    inner = {n.lemma for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj")}
    between = [
        n.i
        for h in (t, *objects)
        for p in s.children(h.i, "prep")
        if p.lemma == "between"
        for n in s.children(p.i, "pobj")
    ]
    if t.lemma in ("mediate", "shuttle") or (
        t.lemma in ("carry", "pass", "relay", "ferry")
        and any(o.lemma in ("message", "letter", "note") for o in objects)
    ):
        sides = [a for i in between for a in who_at(scene, i)]
    elif t.lemma == "bring" and ("together" in marks or "table" in inner):
        sides = [a for o in objects for a in who_at(scene, o.i)]
    else:
        return []
    first = who_at(scene, who) if who is not None else []
    return [*first, *sides] if len({a.code for a in sides}) > 1 else []


def beside_the_verb(scene: Scene, t: Token) -> list[Actor]:
    """ "After talks with A, B thanked its host": the subject of the clause that a meeting stands beside."""
    s = scene.sentence
    prep = s.tokens[t.head]
    if t.dep != "pobj" or prep.lemma not in words("contact", "adjoining"):
        return []
    above = [a for a in list(s.ancestors(prep.i))[:2] if a.verbal]
    who = subject(s, above[0].i) if above else None
    if above and prep.head != above[0].i and s.tokens[prep.head].lemma != "ahead":
        return []
    found = who_at(scene, who) if who is not None else []
    return [a for a in found if a.code]


def refused_offer(scene: Scene, t: Token) -> list[Actor]:
    """ "rejected B's offer of talks", "declined an invitation to meet B"."""
    s = scene.sentence
    offer = next(
        (k for k in s.children(t.i, "dobj") if k.lemma in ("offer", "invitation", "proposal", "request")), None
    )
    if offer is None or not t.verbal or t.lemma not in words("contact", "refusing") | {"turn"}:
        return []
    of = [n for p in s.children(offer.i, "prep") for n in s.children(p.i, "pobj")]
    meets = [k for k in s.children(offer.i, "acl", "relcl") if k.lemma in words("contact", "coming")]
    if not meets and not any(n.lemma in words("contact", "nouns") for n in of):
        return []
    with_ = [n.i for n in of for p in s.children(n.i, "prep") if p.lemma == "with" for n in s.children(p.i, "pobj")]
    others = [
        *(k.i for k in s.children(offer.i, "poss")),
        *(k.i for m in meets for k in s.children(m.i, "dobj")),
        *with_,
    ]
    others += [n.i for p in s.children(offer.i, "prep") if p.lemma == "from" for n in s.children(p.i, "pobj")]
    who = subject(s, t.i)
    first = who_at(scene, who) if who is not None else []
    return [*first, *(a for i in others for a in who_at(scene, i))]
