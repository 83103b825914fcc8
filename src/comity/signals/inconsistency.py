"""Inconsistencies: somebody says that an actor's conduct does not fit its words. Kept as that somebody's claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Inconsistency

OWNING = frozenset({"its", "his", "her", "their"})


@dataclass(frozen=True, slots=True)
class Unfit:
    """Where a text says that conduct does not fit words: the cue, the words' head, and the verb of the clause."""

    about: int
    clause: int
    owned: bool = True  # the words must be those of the actor whose conduct it is


def inconsistencies(scene: Scene) -> Iterator[Inconsistency]:
    """At most one for a sentence: whose claim it is, of whose conduct, against which words."""
    s = scene.sentence
    if s.tokens[-1].text == "?":
        return
    for t in s.tokens:
        found = _unfit(scene, t) if t.mention < 0 else None
        if found is None:
            continue
        claimant = speaking(scene.discourse, list(scene.reported), t.i)
        actor = _conduct_of(scene, t, found, claimant)
        if actor is None:
            continue
        clause = s.extent(s.subtree(found.clause))
        yield Inconsistency(
            **scene.evidence("inconsistency", t.i, (clause,)),
            claimant=claimant,
            conduct_of=actor,
            about=scene.text(s.extent(s.subtree(found.about))),
            what=scene.text(clause),
        )
        return


def _unfit(scene: Scene, t: Token) -> Unfit | None:
    if t.lemma in words("inconsistency", "adjectives") or t.lemma == "odds" or t.text.lower() == "odds":
        return _by_adjective(scene, t)
    if t.lemma in words("inconsistency", "faults") and t.tag[:2] == "NN":
        return _by_fault(scene, t)
    if t.lemma in words("inconsistency", "gaps") and t.tag[:2] == "NN":
        return _by_gap(scene, t)
    if t.lemma in words("inconsistency", "despite") and t.dep in ("prep", "mark", "advcl", "advmod", "acomp"):
        return _despite(scene, t)
    return _by_verb(scene, t) if t.verbal else None


def _by_verb(scene: Scene, t: Token) -> Unfit | None:
    """ "contradicted its statements", "broke its promise", "did not keep its word", "says one thing and does another"."""
    s = scene.sentence
    state = factuality.status(s, t.i)
    near = [n.i for p in s.children(t.i, "prep", "dative") for n in s.children(p.i, "pobj")]
    objects = [k.i for k in s.children(t.i, "dobj", "nsubjpass")]
    back = {k.lemma for k in s.children(t.i, "advmod", "prt")}
    done = state in ("happened", "ongoing")
    if t.lemma == "say" and _one_thing(scene, t):
        return Unfit(t.i, t.i, owned=False)
    going_back = t.lemma in ("go", "back") and bool(back & {"back", "off", "away"})
    if (t.lemma in words("inconsistency", "verbs") or going_back) and done:
        about = next((i for i in ((*near,) if going_back else (*objects, *near)) if _promise(scene, i)), None)
    elif t.lemma in words("inconsistency", "breaking") and done:
        about = next((i for i in objects if _binding(scene, i)), None)
    elif t.lemma in words("inconsistency", "keeping") and state == "negated":
        about = next((i for i in (*objects, *near) if _promise(scene, i)), None)
    else:
        return None
    return Unfit(about, t.i) if about is not None else None


def _one_thing(scene: Scene, t: Token) -> bool:
    s = scene.sentence
    one = any(k.lemma == "thing" and s.child(k.i, "nummod") for k in s.children(t.i, "dobj"))
    return one and any(s.tokens[k].lemma in ("do", "practise", "practice", "pursue") for k in s.conjuncts(t.i))


def _by_adjective(scene: Scene, t: Token) -> Unfit | None:
    """ "inconsistent with those assurances", "at odds with its statements", "hypocritical"."""
    s = scene.sentence
    clause = next((a.i for a in s.ancestors(t.i) if a.verbal), t.i)
    hosts = (t.i, clause, t.head)
    near = [n.i for h in hosts for p in s.children(h, "prep") if p.lemma == "with" for n in s.children(p.i, "pobj")]
    if factuality.negated(s, clause) or factuality.negated(s, t.i):
        return None
    if t.lemma == "hypocritical":
        return Unfit(t.i, clause, owned=False)
    about = next((i for i in near if _promise(scene, i)), None)
    return Unfit(about, clause) if about is not None else None


def _by_fault(scene: Scene, t: Token) -> Unfit | None:
    """ "accused B of hypocrisy", "B's double standards"."""
    s = scene.sentence
    if t.lemma == "standard" and not any(k.lemma == "double" for k in s.children(t.i)):
        return None
    accusing = any(a.lemma in words("inconsistency", "accusing") for a in list(s.ancestors(t.i))[:2])
    owned = s.child(t.i, "poss") is not None
    if factuality.status(s, t.i) in ("negated", "denied") or not (accusing or owned):
        return None
    return Unfit(t.i, t.i, owned=False)


def _by_gap(scene: Scene, t: Token) -> Unfit | None:
    """ "a gap between B's words and its deeds"."""
    s = scene.sentence
    for p in s.children(t.i, "prep"):
        for n in s.children(p.i, "pobj"):
            both = {s.tokens[k].lemma for k in s.conjuncts(n.i)}
            if p.lemma == "between" and _promise(scene, n.i) and both & words("inconsistency", "deeds"):
                return Unfit(n.i, t.i, owned=False)
    return None


def _despite(scene: Scene, t: Token) -> Unfit | None:
    """ "despite its declarations, B …": where the one who declared is said to do otherwise."""
    s = scene.sentence
    after = [t, *s.children(t.i, "prep")]
    noun = next((n for p in after for n in s.children(p.i, "pobj") if _promise(scene, n.i)), None)
    if noun is None:
        return None
    owner = _owner(scene, noun.i)
    clause = next((a.i for a in s.ancestors(t.i) if a.verbal), None)
    if owner is None or clause is None:
        return None
    doers = [subject_or_patient(s, a.i) for a in s.tokens if a.verbal and a.i not in s.subtree(t.i)]
    codes = {a.code for i in doers if i is not None and i != noun.i for a in scene.actors(i)}
    return Unfit(noun.i, t.i) if owner.code is not None and owner.code in codes else None


def _promise(scene: Scene, i: int) -> bool:
    s = scene.sentence
    return any(s.tokens[k].lemma in words("inconsistency", "promises") for k in s.conjuncts(i))


def _binding(scene: Scene, i: int) -> bool:
    """Words that can be broken: a promise, no mere statement."""
    s = scene.sentence
    return any(s.tokens[k].lemma in words("inconsistency", "binding") for k in s.conjuncts(i))


def _owner(scene: Scene, i: int) -> Actor | None:
    """Whose words they are: a possessor (a pronoun means the subject of the clause), an adjective, "of" or "by"."""
    s = scene.sentence
    possessor = s.child(i, "poss")
    if possessor is not None and possessor.lemma in OWNING:
        for a in s.ancestors(i):
            who = subject_or_patient(s, a.i) if a.verbal else None
            found = [x for x in scene.actors(who) if x.code] if who is not None and who != i else []
            if found:
                return found[0]
    spots = [possessor.i] if possessor is not None else []
    spots += [k.i for k in s.children(i, "amod", "compound") if k.mention >= 0]
    spots += [n.i for p in s.children(i, "prep") if p.lemma in ("of", "by", "from") for n in s.children(p.i, "pobj")]
    return next((a for k in spots for a in scene.actors(k)), None)


def _conduct_of(scene: Scene, t: Token, found: Unfit, claimant: Actor | None) -> Actor | None:
    """Whose conduct: the owner of the words, the subject, or the one accused; never the claimant, never another's words."""
    s = scene.sentence
    owner = _owner(scene, found.about)
    hosts = [found.clause, *(a.i for a in list(s.ancestors(t.i))[:4])]
    spots = [subject(s, h) if h == t.i else subject_or_patient(s, h) for h in hosts if s.tokens[h].verbal]
    spots += [k.i for h in hosts for k in s.children(h, "dobj") if not found.owned and k.i != t.i]
    doers = [a for i in spots if i is not None and i != found.about for a in scene.actors(i)]
    doer = next((a for a in doers if not _same(a, claimant)), None)
    clause = s.tokens[found.clause]
    holder = subject_or_patient(s, clause.i) if clause.verbal else None
    own = next(iter(scene.actors(holder)), None)
    if found.owned and owner is not None and own is not None and own.code and owner.code and own.code != owner.code:
        return None  # "contradicted the statement of B": no claim that B's conduct differs
    chosen = owner or doer or _named(scene, claimant)
    return None if chosen is None or _same(chosen, claimant) else chosen


def _named(scene: Scene, claimant: Actor | None) -> Actor | None:
    """Who else the sentence names, where grammar tells no doer."""
    named = (a for t in scene.sentence.tokens if t.mention >= 0 for a in scene.actors(t.i))
    return next((a for a in named if a.code and not _same(a, claimant)), None)


def _same(a: Actor, b: Actor | None) -> bool:
    return b is not None and (a.code or a.text) == (b.code or b.text)
