"""When an act took place and when it was said: intervals from the words of the sentence, else from the publication.

Three times are kept apart: of the act, of the innermost statement about it, and of publication. A date is never invented: what
an article reports as done took place at some time up to its day, and no more is said.
"""

from __future__ import annotations

from datetime import date, timedelta

from comity.actors.discourse import Discourse
from comity.coding.attachment import carriers, host
from comity.coding.attribution import Reported, chain
from comity.coding.factuality import status
from comity.language.sentence import Sentence
from comity.language.timex import Timex, expressions
from comity.values import UNKNOWN_TIME, Status, Time

DONE = frozenset({"happened", "ongoing"})
TO_COME = frozenset({"future", "demanded"})
WITHIN = ("within", "in", "over")  # "in 48 hours", of what is to come: from the publication to then


def time_at(s: Sentence, i: int, d: Discourse, state: Status | None = None) -> Time:
    """The time of the act whose word stands at ``i``; unknown where neither the text nor the publication tells."""
    state = state or status(s, i)
    found = attached(s, i, d, _direction(s, i, state))
    if found is not None and found != UNKNOWN_TIME:
        return _possible(found, state, published(d))
    day = published(d)
    if day is None:
        return UNKNOWN_TIME
    if state in DONE:
        return Time(None, day, "interval", "published")
    return Time(day, None, "interval", "published") if state in TO_COME else UNKNOWN_TIME


def stated_at(s: Sentence, i: int, d: Discourse, reported: list[Reported]) -> Time | None:
    """The time of the innermost statement about the act at ``i``; None where the outlet itself asserts it."""
    said = chain(reported, i)
    day = published(d)
    if not said:
        if d.speaker is None:
            return None
        return Time(day, day, "day", "published") if day else UNKNOWN_TIME
    found = attached(s, said[-1].cue, d, False)
    if found is not None and found != UNKNOWN_TIME:
        return _possible(found, "happened", day)
    return Time(None, day, "interval", "published") if day else UNKNOWN_TIME


def due_at(s: Sentence, i: int, d: Discourse) -> Time:
    """Until when the course at ``i`` is promised, from the publication on; unknown where no deadline is given."""
    inside = {s.tokens[k].start for k in s.subtree(i)}
    for x in _of(s, d, True):
        if x.span[0] not in inside:
            continue
        time = _within(x, published(d)) if x.duration else x.time
        if time.latest is not None:
            return _possible(time, "future", published(d))
    return UNKNOWN_TIME


def attached(s: Sentence, i: int, d: Discourse, future: bool | None) -> Time | None:
    """The time that hangs on the word at ``i`` or on what shares its time, nearest first; None: none does."""
    found = [x for x in _of(s, d, future) if not x.duration or future]
    if not found:
        return None
    hosts = carriers(s, i)
    placed: list[tuple[bool, int, int, Time]] = []
    for x in found:
        tokens = [t.i for t in s.tokens if x.span[0] <= t.start < x.span[1]]
        on = host(s, tokens)
        time = _within(x, published(d)) if x.duration else x.time
        if on in hosts and _tells(s, x, time, tokens, on):
            placed.append((time == UNKNOWN_TIME, hosts.index(on), abs(on - tokens[0]), time))
    return min(placed, key=lambda p: p[:3])[3] if placed else None


def _tells(s: Sentence, x: Timex, time: Time, tokens: list[int], on: int) -> bool:
    """Whether an expression dates the word it hangs on: no name, no mere duration, not "the deadliest attack since 2005"."""
    if any(s.tokens[k].mention >= 0 for k in tokens) or (x.duration and time.latest is None):
        return False
    before = [s.tokens[k] for k in s.subtree(on) if k < tokens[0]]
    ranked = any(k.tag == "JJS" or (k.dep == "amod" and k.lemma == "first") for k in before)
    return not (ranked and x.text.lower().startswith("since"))


def published(d: Discourse) -> str | None:
    """The day of publication, ISO; None where it is not known or cannot be read."""
    day = (d.article.published or "")[:10]
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return None


def _of(s: Sentence, d: Discourse, future: bool | None) -> tuple[Timex, ...]:
    return expressions(d.article.text, s.span, d.article.published, future)


def _within(x: Timex, day: str | None) -> Time:
    """The interval from the publication on that "within 48 hours" gives; other durations give none."""
    if x.hours is None or day is None or x.text.lower().split()[0] not in WITHIN:
        return UNKNOWN_TIME
    try:
        last = date.fromisoformat(day) + timedelta(days=max(1, -(-x.hours // 24)))
    except (ValueError, OverflowError):
        return UNKNOWN_TIME
    return Time(day, last.isoformat(), "interval", "text")


def _direction(s: Sentence, i: int, state: Status) -> bool | None:
    """Whether the act is to come (True) or past (False) from where the text speaks; None: its words do not tell."""
    if state in DONE:
        return False
    if state in TO_COME:
        return True
    helpers = {k.lemma for k in s.children(i, "aux", "auxpass")}
    if s.tokens[i].tag == "VBD" or helpers & {"have"} or any(k.tag == "VBD" for k in s.children(i, "aux", "auxpass")):
        return False
    return True if helpers else None


def _possible(time: Time, state: Status, day: str | None) -> Time:
    """What is done lies up to the publication, what is to come after it: the end beyond it is cut off, where one is left."""
    if day is None:
        return time
    first, last = (time.earliest or "")[:10], (time.latest or "9999")[:10]
    if state in DONE and first <= day < last:
        return Time(time.earliest, day, "interval", "text")
    if state in TO_COME and first < day <= last:
        return Time(day, time.latest, "interval", "text")
    return time
