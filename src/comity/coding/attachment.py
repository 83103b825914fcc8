"""On which word a phrase of time or place hangs, and which words share the time and place of an act.

A phrase belongs to the nearest verb or event noun above it; a plain noun on the way ("signed a deal with the firm on Monday")
only passes it on. An act shares the phrases of the verb that carries its noun ("launched an attack on Monday"), never those of a
reporting verb or of another event.
"""

from __future__ import annotations

from comity.coding.matching import matches
from comity.language.sentence import Sentence, Token
from comity.vocabulary import words

# Labels of what stands before a noun and describes it alone: "the 2015 deal", "Monday's talks".
DESCRIBING = frozenset({"nummod", "compound", "amod", "poss", "nmod"})
# "Killed 48 in two attacks": the verb's time and place are the attacks'.
DURING = frozenset({"in", "during"})
# "Met at a summit on 26 March": what they met at is when they met.
OCCASION = DURING | {"at"}
OBJECTS = frozenset({"dobj", "attr", "nsubjpass", "oprd"})


def is_event(s: Sentence, i: int) -> bool:
    """Whether the word at ``i`` is a verb, or a noun that some event frame knows."""
    t = s.tokens[i]
    return t.verbal or (t.tag[:2] == "NN" and t.mention < 0 and bool(matches(s, i)))


def host(s: Sentence, inside: list[int]) -> int | None:
    """The word that the phrase with these tokens hangs on; None where it hangs on nothing that has a time or place."""
    top = next((k for k in inside if s.tokens[k].head not in inside or s.tokens[k].head == k), None)
    if top is None:
        return None
    if said := _cue_before(s, inside[0], top):
        return said
    if s.tokens[top].dep in DESCRIBING:
        noun = s.tokens[s.tokens[top].head]
        return noun.i if is_event(s, noun.i) or _occasion(s, noun) else None
    at = top
    while s.tokens[at].head != at:
        at = s.tokens[at].head
        if at not in inside and is_event(s, at):
            return at
        if s.tokens[at].dep in ("relcl", "acl") and not s.tokens[at].verbal:
            return None
    return at if at not in inside or len(inside) > 1 or s.tokens[at].verbal else None


def _cue_before(s: Sentence, first: int, top: int) -> int | None:
    """ "said Monday A had left": a time right after a verb is that verb's, though the clause after it takes it."""
    if first == 0 or not s.tokens[first - 1].verbal:
        return None
    before = first - 1
    return before if any(a.i == before for a in s.ancestors(top)) else None


def carriers(s: Sentence, i: int) -> list[int]:
    """``i`` and the words whose time and place are the act's as well, nearest first."""
    found = [i]
    while (above := _carrier(s, found[-1])) is not None and above not in found:
        found.append(above)
    return [*found, *(k for k in _carried(s, i) if k not in found)]


def _carrier(s: Sentence, i: int) -> int | None:
    t = s.tokens[i]
    head = s.tokens[t.head]
    if t.head == i or not (head.verbal or head.lemma in DURING):
        return None
    light = head.lemma in words("grammar", "light_verbs")
    if not t.verbal:
        if t.dep == "pobj" and head.lemma in DURING:
            return head.head if s.tokens[head.head].verbal else None
        happens = t.dep in ("nsubj", "nsubjpass") and head.lemma in words("time", "happening")
        return t.head if happens or (light and t.dep in OBJECTS) else None
    shared = t.dep == "conj" and s.child(i, "nsubj", "nsubjpass") is None and not any(s.children(i, "aux"))
    alongside = t.dep == "advcl" and t.tag == "VBG" and s.child(i, "mark", "nsubj") is None
    starting = t.dep == "xcomp" and head.lemma in words("time", "aspect")
    return t.head if shared or alongside or starting else None


def _occasion(s: Sentence, noun: Token) -> bool:
    return noun.dep == "pobj" and s.tokens[noun.head].lemma in OCCASION


def _carried(s: Sentence, i: int) -> list[int]:
    """What the act happened at, and its object under a verb that says no more than its object ("held talks")."""
    if not s.tokens[i].verbal:
        return []
    occasions = [n.i for p in s.children(i, "prep") for n in s.children(p.i, "pobj") if _occasion(s, n)]
    light = s.tokens[i].lemma in words("grammar", "light_verbs")
    return [*(k.i for k in s.children(i, *OBJECTS)), *occasions] if light else occasions
