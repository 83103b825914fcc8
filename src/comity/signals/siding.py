"""Explicit siding in a conflict, a case or a negotiation: "sided with", "stands with … in its war", "backs the case of"."""

from __future__ import annotations

from comity.language.sentence import Sentence, Token
from comity.signals.forums import forum_of
from comity.signals.lexicon import words
from comity.signals.scene import Scene

BESIDE = frozenset({"with", "by", "behind", "alongside", "beside"})


def sides(scene: Scene, t: Token) -> bool:
    """Whether the word tells that somebody takes the side of somebody."""
    if t.lemma == "side" and not t.verbal:
        return _on_the_side(scene, t)
    if t.lemma in words("alignment", "solidarity"):
        return _beside_somebody(scene, t) and not _in_sympathy(scene)
    if not t.verbal and t.lemma not in ("support", "backing"):
        return False
    if t.lemma == "side" and t.verbal and _against_somebody(scene, t):
        return True
    if t.lemma in ("line", "throw") and t.verbal:
        return _lines_up(scene, t)
    if t.lemma in words("alignment", "siding"):
        return _beside_somebody(scene, t)
    if t.lemma in words("alignment", "standing"):
        return _beside_somebody(scene, t) and not _in_sympathy(scene)
    return t.lemma in (*words("alignment", "backing"), "backing") and _backs_a_case(scene, t)


def _against_somebody(scene: Scene, t: Token) -> bool:
    s = scene.sentence
    return any(
        _somebody(scene, n) for p in s.children(t.i, "prep") if p.lemma == "against" for n in s.children(p.i, "pobj")
    )


def _lines_up(scene: Scene, t: Token) -> bool:
    """ "lined up with B against C", "threw its weight behind B", "threw in its lot with B"."""
    s = scene.sentence
    thrown = [k for k in s.children(t.i, "dobj") if k.lemma in ("weight", "lot", "support")]
    lined = t.lemma == "line" and any(k.lemma == "up" for k in s.children(t.i, "prt", "advmod"))
    after = [p for h in (t, *thrown) for p in s.children(h.i, "prep") if p.lemma in BESIDE]
    return (lined or bool(thrown)) and any(_somebody(scene, n) for p in after for n in s.children(p.i, "pobj"))


def _beside_somebody(scene: Scene, t: Token) -> bool:
    s = scene.sentence
    if any(p.lemma in ("in", "on", "at") and p.i == t.i + 1 for p in s.children(t.i, "prep")):
        return False  # "stood in the hall beside": a place to stand
    near = [t, *s.children(t.i, "advmod", "prt", "prep")]
    near += [k for k in s.children(t.i, "advcl", "dobj", "npadvmod") if k.lemma == "shoulder"]  # "shoulder to shoulder"
    after = [p for k in near for p in s.children(k.i, "prep")]
    nouns = [n for p in after if p.lemma in BESIDE for n in s.children(p.i, "pobj")] or follows(s, t)
    return any(_somebody(scene, n) for n in nouns)


def follows(s: Sentence, t: Token) -> list[Token]:
    """What stands after "with" right behind a noun, whichever word the parse hangs it on ("expressed solidarity with B")."""
    near = () if t.verbal else s.tokens[t.i + 1 : t.i + 4]
    return [n for p in near if p.lemma == "with" for n in s.children(p.i, "pobj")]


def _somebody(scene: Scene, noun: Token) -> bool:
    """An actor of its own, not a thing that belongs to one ("aligned with the principles of A")."""
    if noun.mention >= 0 or noun.tag == "PRP":
        return bool(scene.actors(noun.i))
    return any(a.span and a.span[0] <= noun.start < a.span[1] for a in scene.actors(noun.i))


def _in_sympathy(scene: Scene) -> bool:
    """ "stands by B after the earthquake": a condolence takes no side."""
    return any(t.lemma in words("alignment", "sympathy") for t in scene.sentence.tokens)


def _on_the_side(scene: Scene, t: Token) -> bool:
    """ "is on the side of B", "took B's side": the side of somebody, where the verb says so."""
    s = scene.sentence
    host = s.tokens[t.head]
    standing = t.dep == "pobj" and host.lemma == "on" and s.tokens[host.head].lemma in ("be", "stand", "fight", "come")
    taken = t.dep == "dobj" and host.lemma in ("take", "choose", "back", "support")
    owners = [n for p in s.children(t.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
    owners += list(s.children(t.i, "poss"))
    return (standing or taken) and any(n.mention >= 0 for n in owners)


def _backs_a_case(scene: Scene, t: Token) -> bool:
    """ "backs A's case against B": a case, draft or position of somebody, before a forum or against somebody."""
    s = scene.sentence
    after = [n for p in s.children(t.i, "prep") if p.lemma in ("for", "of") for n in s.children(p.i, "pobj")]
    objects = [*s.children(t.i, "dobj"), *after]
    conflicts = [n for p in s.children(t.i, "prep") if p.lemma == "in" for n in s.children(p.i, "pobj")]
    fought = [n for n in conflicts if n.lemma in words("alignment", "conflicts")]
    opposed = any(p.lemma == "against" for n in (t, *objects, *fought) for p in s.children(n.i, "prep"))
    opposed = opposed or any(p.lemma == "with" for n in fought for p in s.children(n.i, "prep"))
    if t.verbal and opposed and any(_somebody(scene, n) for n in s.children(t.i, "dobj")):
        return True  # "backed B against C", "supports B in its fight against C"
    things = [n for n in objects if n.lemma in words("alignment", "backed")]
    owned = any(scene.actors(n.i) for n in things)
    against = any(
        p.lemma == "against" or (p.lemma == "to" and n.lemma == "claim")
        for n in things
        for p in s.children(n.i, "prep")
    )
    return owned and (against or forum_of(scene, (), before=False) is not None)
