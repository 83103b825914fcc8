"""Wordings that say by themselves that somebody's conduct does not fit its words: "pays lip service to", "gives the lie to"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.coding import factuality
from comity.language.sentence import Sentence, Token
from comity.signals.lexicon import words


def saying(s: Sentence, t: Token) -> int | None:
    """The head of the words that conduct is set against, where such a wording is built on ``t``; None where it is not.

    Where the wording names no words of anybody ("speaks with a forked tongue"), it is ``t`` itself.
    """
    if t.tag[:2] == "NN":
        return _noun(s, t)
    if not t.verbal or factuality.status(s, t.i) not in ("happened", "ongoing"):
        return None
    if t.lemma == "run" and any(k.lemma == "counter" for k in s.children(t.i)):
        return next(_to(s, t.i), None) or next((i for k in s.children(t.i) for i in _to(s, k.i)), None)
    if t.lemma in ("tell", "speak", "suggest", "be") and (told := _another_story(s, t)) is not None:
        return told
    if _one_and_another(s, t) or _here_and_there(s, t) or _signed_and_broke(s, t):
        return t.i
    return None


def _noun(s: Sentence, t: Token) -> int | None:
    before = {k.text.lower() for k in s.children(t.i, "amod", "compound", "nmod")}
    carried = s.tokens[t.head]
    if t.lemma == "service" and "lip" in before:
        return next(_to(s, t.i), None) or next(_to(s, carried.i), t.i)
    if t.lemma == "tongue" and before & {"forked", "two", "double"}:
        return t.i
    if t.lemma == "lie" and carried.lemma == "give" and t.dep == "dobj":
        return next(_to(s, t.i), None) or next(_to(s, carried.i), None)
    return None


def _to(s: Sentence, i: int) -> Iterator[int]:
    yield from (
        n.i for p in s.children(i, "prep", "dative") if p.lemma == "to" for n in s.children(p.i, "pobj", "pcomp")
    )


def _another_story(s: Sentence, t: Token) -> int | None:
    """ "its tanks tell another story": what somebody has or does contradicts what was said before."""
    story = next((k for k in s.children(t.i, "dobj", "attr") if k.lemma in words("inconsistency", "stories")), None)
    other = story is not None and any(k.lemma in ("another", "different", "other") for k in s.children(story.i))
    who = s.child(t.i, "nsubj")
    if story is None or not other or who is None or s.child(who.i, "poss") is None:
        return None
    return story.i


def _one_and_another(s: Sentence, t: Token) -> bool:
    """ "applies one rule to its friends and another to its neighbours"."""
    if t.lemma not in words("inconsistency", "applying") | {"have", "keep", "hold", "speak"}:
        return False
    thing = next((k for k in s.children(t.i, "dobj") if any(n.lemma == "one" for n in s.children(k.i))), None)
    if thing is None or thing.lemma not in words("inconsistency", "rules"):
        return False
    return any(s.tokens[k].lemma == "another" for k in s.subtree(t.i))


def _here_and_there(s: Sentence, t: Token) -> bool:
    """ "condemns the raid in public and pays for it in private": two clauses of one subject, told apart by who sees it."""
    others = [k for k in s.conjuncts(t.i) if k != t.i and s.tokens[k].verbal and s.child(k, "nsubj") is None]
    return _seen(s, t.i, "openly") and any(_seen(s, k, "hidden") for k in others)


def _seen(s: Sentence, i: int, how: str) -> bool:
    near = [n.lemma for p in s.children(i, "prep") for n in s.children(p.i, "pobj", "amod")]
    near += [k.lemma for k in s.children(i, "advmod")]
    near += [
        n.lemma for o in s.children(i, "dobj") for p in s.children(o.i, "prep") for n in s.children(p.i, "pobj", "amod")
    ]
    return bool(set(near) & words("inconsistency", how))


def _signed_and_broke(s: Sentence, t: Token) -> bool:
    """ "voted for the very embargo that it breaks": it now breaks what it helped to make."""
    if t.lemma not in words("inconsistency", "making"):
        return False
    objects = [*s.children(t.i, "dobj"), *(n for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj"))]
    return any(
        k.lemma in words("inconsistency", "breaking") and any(x.tag == "PRP" for x in s.children(k.i, "nsubj"))
        for o in objects
        for k in s.children(o.i, "relcl")
    )
