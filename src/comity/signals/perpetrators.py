"""Of whom a condemned act is: the one condemned, or whose act it is said to be; never the one who suffered it."""

from __future__ import annotations

from collections.abc import Iterator

from comity.actors.noun_phrases import actors_at
from comity.coding.matching import passive
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor


def perpetrators(scene: Scene, objects: list[Token]) -> tuple[Actor, ...]:
    """The actors condemned where the objects of the condemning word are these."""
    found = [a for k in objects for a in _of(scene, k)]
    return tuple(dict.fromkeys(found))


def _of(scene: Scene, head: Token) -> list[Actor]:
    s = scene.sentence
    themselves = actors_at(s, head.i, scene.discourse)
    if themselves:
        return themselves
    for i in s.conjuncts(head.i):
        for k in (*_owners(scene, s.tokens[i]), *_agents(scene, s.tokens[i])):
            if found := [a for a in scene.actors(k) if a.code or a.sector]:
                return found
    return []


def _owners(scene: Scene, head: Token) -> Iterator[int]:
    """Possessor, adjective of a people or state, and "of" somebody unless that is the victim ("the killing of")."""
    s = scene.sentence
    yield from (k.i for k in s.children(head.i, "poss") if k.lemma not in words("condemnation", "times"))
    yield from (k.i for k in s.children(head.i, "amod", "compound", "nmod") if k.mention >= 0)
    victims = [p.lemma for p in s.children(head.i, "prep") if p.lemma in ("against", "on", "upon")]
    suffered = head.lemma in words("condemnation", "suffered")
    origins = {"by"} if victims or suffered else {"by", "from"}
    origins |= set() if suffered else {"of"}
    for p in s.children(head.i, "prep"):
        if p.lemma in origins:
            yield from (n.i for n in s.children(p.i, "pobj"))


def _agents(scene: Scene, head: Token) -> Iterator[int]:
    """Who is said to have done it: "by B" anywhere in the phrase, "that B committed", "blamed on B", "for which B"."""
    s = scene.sentence
    for clause in s.children(head.i, "relcl"):
        objects = [k for k in s.children(clause.i, "dobj") if k.tag not in ("WDT", "WP")]
        if not passive(s, clause.i) and not objects:
            yield from (k.i for k in s.children(clause.i, "nsubj") if k.tag not in ("WDT", "WP"))
    for i in s.subtree(head.i):
        k = s.tokens[i]
        if k.lemma == "by" and k.dep in ("prep", "agent") and i > head.i:
            yield from (n.i for n in s.children(i, "pobj"))
        if k.lemma in words("condemnation", "attributing") and k.verbal:
            placed = ("to", "on", "in") if k.tag == "VBN" else ("on",) if k.lemma == "blame" else ()
            for p in s.children(i, "prep"):
                yield from (n.i for n in s.children(p.i, "pobj") if p.lemma in placed)
