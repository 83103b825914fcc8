"""Red lines: a stated limit on another's act, on what is acceptable in a deal, or on oneself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, RedLine

Sense = Literal["deterrent", "negotiating_limit", "internal"]


def red_lines(scene: Scene) -> Iterator[RedLine]:
    """The limits that a sentence states; at most one for each way to state them."""
    s = scene.sentence
    for t in s.tokens:
        if t.lemma == "line" and t.i and s.tokens[t.i - 1].lemma == "red" and _political(scene, t):
            yield _named(scene, t)
            return
        if t.lemma in words("red_line", "adjectives"):
            who = speaking(scene.discourse, list(scene.reported), t.i)
            yield _made(scene, t, who, None, "negotiating_limit")
            return
    for t in s.tokens:
        if t.verbal and t.lemma in words("red_line", "verbs") and _limits(scene, t):
            actors = scene.actors(subject(s, t.i))
            who = next(iter(actors), None)
            toward = next((a for a in _touched(scene, t) if who is None or a.code != who.code or a.code is None), None)
            yield _made(scene, t, who, toward, _sense(scene, t))
            return


def _political(scene: Scene, t: Token) -> bool:
    """A red line of somebody, not a railway: it is drawn, crossed, called, or owned."""
    s = scene.sentence
    rail = any(x.lemma in ("train", "metro", "station", "subway", "bus", "rail", "tram") for x in s.tokens)
    return not rail


def _limits(scene: Scene, t: Token) -> bool:
    """A negated modal over a verb of accepting: "will not allow", "would never agree to", "cannot accept any"."""
    s = scene.sentence
    modal = any(k.tag == "MD" or k.lemma in ("will", "would", "can", "shall") for k in s.children(t.i, "aux"))
    if not modal or not factuality.negated(s, t.i) or s.tokens[-1].text == "?":
        return False
    if t.lemma in words("red_line", "unconditional"):
        return any(True for _ in s.children(t.i, "dobj", "ccomp", "xcomp", "nsubjpass"))
    return any(s.tokens[i].lemma in words("red_line", "conditions") for i in s.subtree(t.i))


def _touched(scene: Scene, t: Token) -> list[Actor]:
    """Whom the limit is held out to: the other side in the verb's object or clause."""
    s = scene.sentence
    for k in s.children(t.i, "dobj", "ccomp", "xcomp", "prep", "advcl"):
        inner = [k.i, *(x.i for x in s.children(k.i, "nsubj", "dobj", "pobj"))]
        for i in inner:
            found = scene.actors(i)
            if found:
                return found
    return []


def _sense(scene: Scene, t: Token) -> Sense:
    s = scene.sentence
    inside = s.subtree(t.i)
    if any(s.tokens[i].lemma in words("red_line", "deal") for i in inside):
        return "negotiating_limit"
    return "deterrent"


def _named(scene: Scene, t: Token) -> RedLine:
    """ "red line": of its possessor, or of who draws it."""
    s = scene.sentence
    owner = next((k.i for k in s.children(t.i, "poss")), None)
    drawn = s.tokens[t.head] if s.tokens[t.head].verbal else None
    by = scene.actors(owner) or [
        a
        for p in s.children(t.i, "prep")
        if p.lemma in ("of", "by")
        for n in s.children(p.i, "pobj")
        for a in scene.actors(n.i)
    ]
    by = by or [
        a
        for c in s.children(t.i, "acl")
        for g in s.children(c.i, "agent")
        for n in s.children(g.i, "pobj")
        for a in scene.actors(n.i)
    ]
    if not by and drawn is not None:
        by = scene.actors(subject(s, drawn.i))
    source = speaking(scene.discourse, list(scene.reported), t.i)
    who = next((a for a in by if a.code), None) or source or next(iter(by), None)
    others = [a for e in scene.events for a in (*e.recipients, *e.actors) if who is None or a.code != who.code]
    toward = next((a for a in others if a.code), None) or next(iter(others), None)
    against_self = any(k.lemma == "against" for k in s.children(t.i, "prep"))
    sense: Sense = "internal" if against_self else "deterrent"
    if any(x.lemma in words("red_line", "deal") for x in s.tokens):
        sense = "negotiating_limit"
    return _made(scene, t, who, toward, sense)


def _made(scene: Scene, t: Token, by: Actor | None, toward: Actor | None, sense: Sense) -> RedLine:
    s = scene.sentence
    inside = s.subtree(t.i)
    condition = next((c for c in s.children(t.i, "advcl", "ccomp", "xcomp", "dobj")), None)
    spans = ((s.tokens[inside[0]].start, s.tokens[inside[-1]].end),)
    return RedLine(
        **scene.evidence("red_line", t.i, spans),
        by=by,
        toward=toward,
        sense=sense,
        condition=scene.text(s.extent(s.subtree(condition.i))) if condition else None,
        consequence=_consequence(scene),
    )


def _consequence(scene: Scene) -> str | None:
    """What is said to follow: "could lead to", "will be met with"."""
    s = scene.sentence
    for t in s.tokens:
        if t.lemma in ("lead", "meet", "face", "trigger") and any(k.tag == "MD" for k in s.children(t.i, "aux")):
            phrase = s.child(t.i, "prep", "agent", "dobj")
            if phrase:
                return scene.text(s.extent(s.subtree(phrase.i)))
    return None
