"""Assurances told without a word of promising: "can count on", "will remain at its side", "our support is unwavering"."""

from __future__ import annotations

from comity.actors.discourse import FIRST
from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject
from comity.language.sentence import Sentence, Token
from comity.signals.beneficiaries import of_course, under
from comity.signals.lexicon import words
from comity.signals.promise import Promise
from comity.signals.scene import Scene
from comity.values import Actor

FOR = frozenset({"to", "for", "with", "of", "toward", "towards"})
OURS = frozenset({"our", "my"})


def spoken_for(scene: Scene, found: list[Actor], i: int) -> list[Actor]:
    """Those of the actors whose side the words at ``i`` are; "we" and "our" are the speaker's."""
    source = speaking(scene.discourse, list(scene.reported), i)
    if source is None:
        return []
    if any(a.text.lower() in FIRST | OURS for a in found):
        return [a for a in found if a.code] or ([source] if source.code else [])
    nameless = source.code is None and (source.role is not None or source.sector == "GOV")  # "…, the minister said"
    return [a for a in found if a.code and (a.code == source.code or nameless)]


def coming(s: Sentence, t: Token) -> bool:
    """Whether the verb speaks of the time to come: "will", "shall", "would" in a report."""
    helpers = {k.lemma for k in s.children(t.i, "aux")}
    return bool(helpers & {"will", "shall", "'ll"}) or ("would" in helpers and t.dep in ("ccomp", "ROOT"))


def told_at(scene: Scene, t: Token, marks: frozenset[str] = FOR) -> list[Actor]:
    """The actors with a code in the phrases after a word."""
    s = scene.sentence
    return [a for p in s.children(t.i, "prep", "dative") if p.lemma in marks for a in under(scene, p) if a.code]


def by_counting(scene: Scene, t: Token) -> Promise | None:
    """ "B can count on A", "B can rely on A's support"."""
    s = scene.sentence
    able = any(k.lemma in ("can", "may", "will") for k in s.children(t.i, "aux")) and not factuality.negated(s, t.i)
    if t.lemma not in ("count", "rely", "depend") or not able:
        return None
    on = [n for p in s.children(t.i, "prep") if p.lemma in ("on", "upon") for n in s.children(p.i, "pobj")]
    promisor = [a for n in on for a in scene.actors(n.i)]
    who = subject(s, t.i)
    told = [a for a in scene.actors(who) if a.code] if who is not None else []
    named = spoken_for(scene, promisor, t.i)
    return Promise(named, told, None, "maintain") if named else None


def by_remaining(scene: Scene, t: Token) -> Promise | None:
    """ "A will always be a friend of B", "will remain at the side of B", "A's door will stay open to B"."""
    s = scene.sentence
    if t.lemma not in ("be", "remain", "stay", "stand") or not coming(s, t) or factuality.negated(s, t.i):
        return None
    who = subject(s, t.i)
    friends = [k for k in s.children(t.i, "attr") if k.lemma in words("assurance", "friends")]
    sides = [n for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj") if n.lemma == "side"]
    opened = [k for k in s.children(t.i, "acomp") if k.lemma == "open"]
    told = [a for k in (*friends, *sides, *opened) for a in told_at(scene, k)]
    told += [a for n in sides for k in s.children(n.i, "poss") for a in scene.actors(k.i) if a.code]
    told += [a for k in opened for a in told_at(scene, t)]
    if who is None or not told or (opened and s.tokens[who].lemma != "door"):
        return None
    promisor = spoken_for(scene, scene.actors(who), t.i)
    return Promise(promisor, told, None, "maintain") if promisor else None


def by_lasting(scene: Scene, t: Token) -> Promise | None:
    """ "our friendship with B will endure", "A's support for B is unwavering", "nothing will shake our solidarity with B"."""
    s = scene.sentence
    if t.lemma not in words("assurance", "bonds") or t.tag[:2] != "NN":
        return None
    host = s.tokens[t.head]
    owner = s.child(t.i, "poss") or next((k for k in s.children(t.i, "amod") if k.mention >= 0), None)
    steadfast = {k.lemma for k in s.children(t.i, "amod")} & words("assurance", "steadfast")
    told = told_at(scene, t) or (told_at(scene, host) if t.dep == "dobj" else [])
    if owner is None or not told or not host.verbal or not _unbroken(s, t, host, bool(steadfast)):
        return None
    found = scene.actors(owner.i)
    named = spoken_for(scene, found, t.i)
    affirmed = host.lemma in words("assurance", "affirming") and bool(steadfast)
    return Promise(named or ([a for a in found if a.code] if affirmed else []), told, None, "maintain")


def _unbroken(s: Sentence, t: Token, host: Token, steadfast: bool) -> bool:
    """Whether the clause says that the bond holds: it endures, is steadfast, does not stop, nothing shakes it."""
    if t.dep == "dobj":
        shaken = host.lemma in ("shake", "weaken", "break", "undermine") and factuality.negated(s, host.i)
        return shaken or (steadfast and host.lemma in words("assurance", "affirming"))
    if t.dep not in ("nsubj", "nsubjpass"):
        return False
    if host.lemma in ("be", "remain", "stay"):
        firm = any(k.lemma in words("assurance", "steadfast") for k in s.children(host.i, "acomp", "attr"))
        return firm and not factuality.negated(s, host.i)
    if host.lemma in words("assurance", "ending"):
        return coming(s, host) and factuality.negated(s, host.i)
    return host.lemma in words("assurance", "enduring") and coming(s, host) and not factuality.negated(s, host.i)


def by_disclaiming(scene: Scene, t: Token) -> Promise | None:
    """ "has no intention of attacking B", "had no plans to close the border with B"."""
    s = scene.sentence
    host = s.tokens[t.head]
    none = any(k.lemma == "no" for k in s.children(t.i, "det"))
    if t.lemma not in ("intention", "plan", "intent") or not none or host.lemma != "have":
        return None
    course = s.child(t.i, "acl") or next((k for p in s.children(t.i, "prep") for k in s.children(p.i, "pcomp")), None)
    who = subject(s, host.i)
    if course is None or who is None or course.lemma not in words("assurance", "harming"):
        return None
    promisor = spoken_for(scene, scene.actors(who), host.i)
    told = harmed(scene, course)
    return Promise(promisor, told, course.i, "refrain") if promisor else None


def harmed(scene: Scene, course: Token) -> list[Actor]:
    """Whom the act would hurt: those in its object, or beside it ("close the border with B")."""
    s = scene.sentence
    near = [a for k in s.children(course.i, "dobj") for a in scene.actors(k.i) if a.code and k.mention >= 0]
    inner = [a for k in s.children(course.i, "dobj") for a in told_at(scene, k)]
    return near or inner or told_at(scene, course, frozenset({"with", "on", "against", "to", "at"}))


def by_readiness(scene: Scene, t: Token) -> Promise | None:
    """ "is ready to help B", "stands ready to receive refugees from B"."""
    s = scene.sentence
    course = s.child(t.i, "xcomp")
    host = s.tokens[t.head]
    if t.lemma not in ("ready", "prepared", "willing") or t.dep != "acomp" or course is None:
        return None
    if course.lemma not in words("assurance", "offered") or factuality.negated(s, host.i):
        return None
    who = subject(s, host.i)
    promisor = [a for a in scene.actors(who) if a.code] if who is not None else []
    told = of_course(scene, course.i)
    named = spoken_for(scene, promisor, host.i) or promisor
    past = any(k.lemma in ("if", "whether") for k in s.children(host.i, "mark"))
    return Promise(named, told, course.i, "do") if named and any(a.code for a in told) and not past else None
