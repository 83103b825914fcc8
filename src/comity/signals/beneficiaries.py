"""Who has the good of a promised course: from its events, its object and the phrases beside it."""

from __future__ import annotations

from comity.actors.noun_phrases import actors_at
from comity.coding import factuality
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor

KIND = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})


def under(scene: Scene, p: Token) -> list[Actor]:
    """The actors of the phrase after a preposition, those named inside it where its head alone tells no code."""
    noun = scene.sentence.child(p.i, "pobj")
    found = scene.actors(noun.i) if noun else []
    if noun is None or any(a.code for a in found):
        return found
    inside = [k.i for k in scene.sentence.children(noun.i, "amod", "compound", "nmod", "poss") if k.mention >= 0]
    return [a for k in inside for a in scene.actors(k) if a.code] or found


def of_course(scene: Scene, i: int) -> list[Actor]:
    """Who would have the good of the course at ``i``; empty where the course is turned against those it names."""
    s = scene.sentence
    inside = set(s.subtree(i))
    sparing = factuality.negated(s, i)
    for e in scene.events:
        kind = e.type in KIND or (sparing and e.match.head == i)
        if e.match.head in inside and kind and (found := [a for a in e.recipients if a.code]):
            return found
    if s.tokens[i].lemma in words("assurance", "avoiding"):  # "refrain from bombing": whoever is spared
        spared = [k for p in s.children(i, "prep") for k in s.children(p.i, "pcomp")]
        return [a for k in spared for a in _object(scene, k.i)]
    at = i
    for _ in range(3):  # "continue to support", "doing everything to help": the last verb has the object
        if s.tokens[at].lemma in words("assurance", "preventing") and not sparing:
            return []
        inner = s.child(at, "xcomp")
        found = _object(scene, at)
        if found or inner is None:
            return found
        at = inner.i
    return []


def _object(scene: Scene, i: int) -> list[Actor]:
    """The actor that is the object, that it is "to", "for" or "with", or to whom the object belongs."""
    s = scene.sentence
    direct = [a for k in s.children(i, "dobj", "dative") for a in actors_at(s, k.i, scene.discourse)]
    direct = [a for a in direct if a.code or a.sector]
    given = [a for k in s.children(i, "dative") if k.nominal for a in actors_at(s, k.i, scene.discourse)]
    if given:
        return given
    if direct and s.tokens[i].lemma not in words("assurance", "moving"):
        return direct
    beside = ("to", "for", "with")
    held = [n for p in s.children(i, "prep", "dative") if p.lemma in beside for n in s.children(p.i, "pobj")]
    found = [a for n in held for a in actors_at(s, n.i, scene.discourse)]
    subject = s.child(i, "ccomp")
    who = s.child(subject.i, "nsubj", "nsubjpass") if subject else None
    found = found or (actors_at(s, who.i, scene.discourse) if who else [])
    owed = [p for k in s.children(i, "dobj") for p in s.children(k.i, "prep") if p.lemma == "to"]
    found = found or [a for p in owed for a in under(scene, p) if a.code and not direct]
    return found or direct or [a for k in s.children(i, "dobj") for a in _owners(scene, k) if a.code]


def _owners(scene: Scene, thing: Token) -> list[Actor]:
    """Whose the object is ("B's borders", "the security of B"); not by whom somebody in it was wronged."""
    s = scene.sentence
    inside = [k.i for k in s.children(thing.i, "poss", "amod", "compound", "nmod") if k.mention >= 0 or k.dep == "poss"]
    inside += [n.i for p in s.children(thing.i, "prep") if p.lemma in ("of", "in") for n in s.children(p.i, "pobj")]
    return next((found for i in inside if (found := scene.actors(i))), [])
