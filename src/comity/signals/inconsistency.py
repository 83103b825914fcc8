"""Inconsistencies: somebody says that an actor's conduct does not fit its words. Kept as that somebody's claim."""

from __future__ import annotations

from collections.abc import Iterator

from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Inconsistency


def inconsistencies(scene: Scene) -> Iterator[Inconsistency]:
    """At most one for a sentence: whose claim it is, of whose conduct, against which words."""
    for t in scene.sentence.tokens:
        about = _about(scene, t)
        if about is None:
            continue
        claimant = speaking(scene.discourse, list(scene.reported), t.i)
        actor = _conduct_of(scene, t, about, claimant)
        if actor is None:
            continue
        s = scene.sentence
        clause = s.extent(s.subtree(t.head if t.dep in ("acomp", "oprd", "amod") else t.i))
        yield Inconsistency(
            **scene.evidence("inconsistency", t.i, (clause,)),
            claimant=claimant,
            conduct_of=actor,
            about=scene.text(s.extent(s.subtree(about))),
            what=scene.text(clause),
        )
        return


def _about(scene: Scene, t: Token) -> int | None:
    """The head of the words that the conduct does not fit, where ``t`` says that it does not; else None."""
    s = scene.sentence
    near = [n.i for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj")]
    objects = [k.i for k in s.children(t.i, "dobj", "nsubjpass")]
    if t.lemma in words("inconsistency", "adjectives"):
        return next((i for i in near if _promise(scene, i)), None)
    if t.verbal and t.lemma in words("inconsistency", "verbs"):
        return next((i for i in (*objects, *near) if _promise(scene, i)), None)
    if t.verbal and t.lemma in words("inconsistency", "breaking"):
        return next((i for i in objects if _promise(scene, i)), None)
    if t.verbal and t.lemma in words("inconsistency", "keeping") and factuality.status(s, t.i) == "negated":
        return next((i for i in objects if _promise(scene, i)), None)
    if t.lemma in words("inconsistency", "nouns") and t.tag[:2] == "NN" and t.lemma in ("hypocrisy", "contradiction"):
        return t.i
    if t.lemma in words("inconsistency", "despite") and t.dep in ("prep", "mark"):
        noun = s.child(t.i, "pobj")
        return noun.i if noun and _promise(scene, noun.i) and scene.actors(noun.i) else None
    return None


def _promise(scene: Scene, i: int) -> bool:
    return any(
        scene.sentence.tokens[k].lemma in words("inconsistency", "promises") for k in scene.sentence.conjuncts(i)
    )


def _conduct_of(scene: Scene, t: Token, about: int, claimant: Actor | None) -> Actor | None:
    """Whose conduct: the owner of the words, the subject, or the one accused; never the claimant itself."""
    s = scene.sentence
    hosts = [a.i for a in s.ancestors(t.i)][:4]
    candidates: list[int | None] = [about, subject(s, t.i) if t.verbal else None]
    candidates += [subject_or_patient(s, h) for h in hosts if s.tokens[h].verbal]
    candidates += [k.i for h in hosts for k in s.children(h, "dobj")]
    for i in candidates:
        for a in scene.actors(i):
            if claimant is None or (a.code or a.text) != (claimant.code or claimant.text):
                return a
    others = [a for e in scene.events for a in e.actors if a.code and (claimant is None or a.code != claimant.code)]
    named = (a for t in s.tokens if t.mention >= 0 for a in scene.actors(t.i))
    others += [a for a in named if a.code and (claimant is None or a.code != claimant.code)]
    return next(iter(others), None)
