"""When an act took place and when it was said: intervals from the words of the sentence, else from the publication.

Three times are kept apart: of the act, of the innermost statement about it, and of publication. A date is never invented: what
an article reports as done took place at some time up to its day, and no more is said.
"""

from __future__ import annotations

from comity.actors.discourse import Discourse
from comity.coding.attribution import Reported, chain
from comity.coding.factuality import status
from comity.language.sentence import Sentence
from comity.language.timex import Timex, expressions
from comity.values import UNKNOWN_TIME, Status, Time

ATTACHING = frozenset(
    {
        "npadvmod",
        "prep",
        "advmod",
        "tmod",
        "pobj",
        "pcomp",
        "nummod",
        "compound",
        "amod",
        "poss",
        "dobj",
        "attr",
        "appos",
    }
)
DONE = frozenset({"happened", "ongoing"})
TO_COME = frozenset({"future", "demanded"})


def time_at(s: Sentence, i: int, d: Discourse, state: Status | None = None) -> Time:
    """The time of the act whose word stands at ``i``; unknown where neither the text nor the publication tells."""
    state = state or status(s, i)
    found = _attached(s, i, d, state in TO_COME)
    if found is not None and found.time != UNKNOWN_TIME:
        return _possible(found.time, state, d.article.published)
    day = d.article.published
    if day is None:
        return UNKNOWN_TIME
    if state in DONE:
        return Time(None, day[:10], "interval", "published")
    return Time(day[:10], None, "interval", "published") if state in TO_COME else UNKNOWN_TIME


def stated_at(s: Sentence, i: int, d: Discourse, reported: list[Reported]) -> Time | None:
    """The time of the innermost statement about the act at ``i``; None where the outlet itself asserts it."""
    said = chain(reported, i)
    if not said:
        if d.speaker is None:
            return None
        day = d.article.published
        return Time(day[:10], day[:10], "day", "published") if day else UNKNOWN_TIME
    cue = said[-1].cue
    found = _attached(s, cue, d, False)
    if found is not None:
        return found.time
    day = d.article.published
    return Time(None, day[:10], "interval", "published") if day else UNKNOWN_TIME


def due_at(s: Sentence, i: int, d: Discourse) -> Time:
    """Until when the course at ``i`` is promised; unknown where no deadline is given."""
    inside = {s.tokens[k].start for k in s.subtree(i)}
    for x in _of(s, d, True):
        start = s.span[0] + x.span[0]
        if start in inside and x.time.latest is not None:
            return x.time
    return UNKNOWN_TIME


def _of(s: Sentence, d: Discourse, future: bool) -> tuple[Timex, ...]:
    return expressions(d.article.text[s.span[0] : s.span[1]], d.article.published, future)


def _attached(s: Sentence, i: int, d: Discourse, future: bool) -> Timex | None:
    """The time expression that hangs on the word at ``i`` or on the verb that carries it, nearest first."""
    found = [x for x in _of(s, d, future) if not x.duration]
    if not found:
        return None
    at = {t.start: t.i for t in s.tokens}
    hosts = [i, *_carriers(s, i)]
    placed: list[tuple[int, int, Timex]] = []
    for x in found:
        tokens = [k for start, k in at.items() if s.span[0] + x.span[0] <= start < s.span[0] + x.span[1]]
        host = _host(s, tokens)
        if host in hosts:
            placed.append((hosts.index(host), abs(host - tokens[0]), x))
    return min(placed, key=lambda p: p[:2])[2] if placed else None


def _carriers(s: Sentence, i: int) -> list[int]:
    """Words whose time is the act's: the verb of an event noun, the verb that an infinitive or participle depends on."""
    found = []
    at = i
    for _ in range(3):
        t = s.tokens[at]
        if t.head == at or t.dep not in (
            "dobj",
            "pobj",
            "prep",
            "nsubj",
            "nsubjpass",
            "xcomp",
            "attr",
            "conj",
            "pcomp",
            "advcl",
        ):
            break
        at = t.head
        if s.tokens[at].verbal or s.tokens[at].tag[:2] == "NN":
            found.append(at)
    return found


def _host(s: Sentence, tokens: list[int]) -> int | None:
    """The word that an expression hangs on: the first above it that is no part of it and no preposition."""
    if not tokens:
        return None
    at = next((k for k in tokens if s.tokens[k].head not in tokens or s.tokens[k].head == k), tokens[0])
    for _ in range(6):
        head = s.tokens[at].head
        if head == at:
            return at
        if s.tokens[head].verbal or (s.tokens[head].tag[:2] == "NN" and head not in tokens):
            return head
        at = head
    return None


def _possible(time: Time, state: Status, published: str | None) -> Time:
    """An interval without an end, of an act that is done, ends with the publication."""
    if state in DONE and time.latest is None and time.earliest is not None and published:
        return Time(time.earliest, max(published[:10], time.earliest[:10]), "interval", "text")
    return time
