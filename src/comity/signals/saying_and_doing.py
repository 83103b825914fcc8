"""Clauses that set what somebody says against what it does: "preaches peace yet sells tanks"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.coding import factuality
from comity.language.sentence import Sentence, Token
from comity.signals.lexicon import words

CONTRAST = frozenset({"but", "yet", "while", "whilst"})
NOTHING = frozenset({"none", "nothing", "little", "neither"})


def professed(s: Sentence, t: Token) -> bool:
    """Whether the word tells of professing something that another clause of the same subject contradicts."""
    plainly = t.lemma in words("inconsistency", "preaching") or _styled(s, t)
    loosely = t.lemma in words("inconsistency", "professing") or _peaceable(s, t)
    abroad = t.verbal and any(k.lemma == "abroad" for k in s.children(t.i, "advmod"))
    if not (t.verbal or t.dep in ("ccomp", "ROOT")) or not (plainly or loosely or abroad):
        return False
    if factuality.negated(s, t.i) or t.tag == "MD":
        return False
    return any(_against(s, t, k, plainly) for k in _beside(s, t))


def _beside(s: Sentence, t: Token) -> Iterator[Token]:
    """The verbs coordinated with the word or with the clause under it, and those of a clause with "while"."""
    clauses = [t, *s.children(t.i, "ccomp", "xcomp")]
    for c in clauses:
        yield from (s.tokens[k] for k in s.conjuncts(c.i) if k != c.i and s.tokens[k].verbal)
        yield from (k for k in s.children(c.i, "advcl") if any(m.lemma in CONTRAST for m in s.children(k.i, "mark")))
    if t.dep == "advcl" and any(m.lemma in CONTRAST for m in s.children(t.i, "mark")):
        yield s.tokens[t.head]  # "while professing neutrality, it sells shells"


def _against(s: Sentence, t: Token, k: Token, plainly: bool) -> bool:
    """Whether the other verb tells of doing otherwise: after "but" or "yet", with "then", "none", or a breach."""
    own = s.child(k.i, "nsubj")
    mark = any(m.lemma in CONTRAST for m in (*s.children(k.i, "mark"), *s.children(t.i, "mark")))
    if own is not None and own.tag not in ("PRP", "WDT") and t.dep != "advcl":
        return False
    if mark:
        hostile = k.lemma in words("inconsistency", "hostilities") and _peaceable(s, t)
        return plainly or k.tag == "VBG" or t.tag == "VBG" or hostile
    between = {x.lemma for x in s.tokens[t.i + 1 : k.i] if x.dep in ("cc", "advmod")}
    objects = objects_of(s, k)
    breach = k.lemma in words("inconsistency", "breaking") and any(
        x.tag == "PRP" or x.lemma in NOTHING for x in s.children(k.i, "dobj")
    )
    breach = breach or (k.lemma in words("inconsistency", "hostilities") and _peaceable(s, t))
    breach = breach or (k.lemma == "do" and bool(objects_of(s, k) & NOTHING) and _peaceable(s, t))
    opposed = bool(between & {"but", "yet", "then"}) and (not factuality.negated(s, k.i) or plainly)
    promised = t.lemma in ("promise", "pledge") and bool(objects & NOTHING)
    return opposed or breach or promised or (plainly and bool(between & {"and"}))


def objects_of(s: Sentence, t: Token) -> set[str]:
    """Lemmas of the direct objects of a verb."""
    return {x.lemma for x in s.children(t.i, "dobj")}


def _styled(s: Sentence, t: Token) -> bool:
    """ "calls itself a mediator"."""
    return t.lemma == "call" and any(k.text.lower().endswith(("self", "selves")) for k in s.children(t.i))


def _peaceable(s: Sentence, t: Token) -> bool:
    """ "talks peace", "calls for restraint", "signs truces", "makes the same promise": words or steps towards peace."""
    if not t.verbal:
        return False
    near = objects_of(s, t) | {n.lemma for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj")}
    inner = [k for k in s.children(t.i, "nsubj") if k.lemma == "restraint"]
    return bool(near & words("inconsistency", "peaceable")) or bool(inner)


def spoken(s: Sentence, i: int) -> bool:
    """ "what it says", "what it preaches": words told by a clause."""
    t = s.tokens[i]
    asked = any(k.tag == "WP" for k in s.children(i))
    return t.verbal and asked and t.lemma in words("inconsistency", "saying")


def own_words(s: Sentence, i: int) -> bool:
    """ "the truce that it announced", "its own ceasefire": what somebody bound itself to."""
    noun = s.tokens[i]
    owned = any(k.lemma == "own" for k in s.children(i, "amod")) and s.child(i, "poss") is not None
    given = any(
        k.lemma in words("inconsistency", "giving") and any(x.tag == "PRP" for x in s.children(k.i, "nsubj"))
        for k in s.children(i, "relcl")
    )
    return noun.lemma in words("inconsistency", "bonds") and (owned or given)
