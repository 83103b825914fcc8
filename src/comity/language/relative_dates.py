"""Readers of expressions that count from the day of publication, of durations, and of what hangs on an undated event.

As in absolute_dates.py: a match and the reference day in, an interval out; unknown without a reference day, None for what is no
time expression after all. OverflowError: outside the calendar.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from comity import vocabulary
from comity.language import calendars as cal
from comity.language.absolute_dates import part_of
from comity.language.calendars import DAY, Reference
from comity.values import UNKNOWN_TIME, Time

# "the following Monday": counted from a day that the sentence does not give.
ELSEWHERE = ("following", "previous", "every", "each")
HALF = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6)}


def count(word: str | None) -> int | None:
    """The number that a word or figure stands for; None: not said."""
    if word is None:
        return None
    low = word.lower()
    found = int(low) if low.isdigit() else vocabulary.table("time")["numbers"].get(low)
    return None if found is None else int(found)


def hours(m: re.Match[str]) -> int | None:
    """The length in hours of the units that a match counts; None where their number is not said."""
    number = count(m.groupdict().get("n"))
    return None if number is None else number * int(vocabulary.table("time")["units"][m["unit"].lower()])


def _days(length: int) -> timedelta:
    return max(1, -(-length // 24)) * DAY


def near_day(m: re.Match[str], ref: Reference) -> Time | None:
    word = m["word"]
    if word[0].isupper() and re.search(r"\w ?$", m.string[: m.start("word")]):
        return None  # a name: "Foreign Policy Today"
    if ref.day is None:
        return UNKNOWN_TIME
    first, last = vocabulary.table("time")["days"][word.lower()]
    return cal.interval(ref.day + first * DAY, ref.day + last * DAY, "day" if first == last else "interval")


def weekday(m: re.Match[str], ref: Reference) -> Time | None:
    """ "On Tuesday": the last one up to the publication, of acts to come the next one."""
    which = (m["which"] or "").lower()
    if ref.day is None or any(w in which for w in ELSEWHERE):
        return UNKNOWN_TIME
    number = int(vocabulary.table("time")["weekdays"][m["weekday"].lower()])
    if which in ("last", "this past"):
        return cal.day(cal.weekday(number, ref.day, -2))
    if which == "next" or "coming" in which:
        return cal.day(cal.weekday(number, ref.day, 2))
    if which == "this":
        return cal.day(cal.week_of(ref.day)[0] + number * DAY)
    deadline = re.search(r"\b(?:by|until|till|later than|up to) $", m.string[: m.start()], re.IGNORECASE) is not None
    coming = ref.future or (ref.future is None and deadline)
    return cal.day(cal.weekday(number, ref.day, 1 if coming else -1))


def weekend(m: re.Match[str], ref: Reference) -> Time | None:
    which = (m["which"] or "").lower().strip()
    if ref.day is None or which in ELSEWHERE:
        return UNKNOWN_TIME
    saturday = cal.weekday(5, ref.day, -1)
    if which in ("coming", "next") or (ref.future and not which):
        saturday = cal.weekday(5, ref.day, 2)
    elif which in ("last", "past") and saturday + DAY >= ref.day:
        saturday -= 7 * DAY
    return cal.interval(saturday, saturday + DAY)


def near_unit(m: re.Match[str], ref: Reference) -> Time | None:
    """ "Last week", "earlier this month", "the end of next year", "the end of the year"."""
    if ref.day is None:
        return UNKNOWN_TIME
    shift = {"last": -1, "next": 1}.get(m["which"].lower(), 0)
    part = (m["part"] or "").lower()
    found = cal.unit(m["unit"].lower(), shift, ref.day)
    today = ref.day.isoformat()
    if part in ("earlier", "later"):
        if shift:
            return Time(found.earliest, found.latest, "interval", "text")
        ends = (found.earliest, today) if part == "earlier" else (today, found.latest)
        return Time(ends[0], ends[1], "interval", "text")
    return part_of(found, part)


def year_end(m: re.Match[str], ref: Reference) -> Time | None:
    return UNKNOWN_TIME if ref.day is None else cal.third(cal.year(ref.day.year), 2)


def ago(m: re.Match[str], ref: Reference) -> Time | None:
    """ "Two weeks ago" is as exact as its unit; "more than", "less than" and "days ago" are open on one side."""
    if ref.day is None:
        return UNKNOWN_TIME
    about, unit, number = (m["about"] or "").strip().lower(), m["unit"].lower(), count(m["n"])
    if number is None:
        return cal.interval(None, ref.day)
    if about == "half":
        unit, number = HALF.get(unit, ("hour", 12))
    found = _ago(unit, number, ref.day)
    if about in ("over", "more than"):
        return Time(None, found.latest, "interval", "text")
    if about == "less than":
        return Time(found.earliest, ref.day.isoformat(), "interval", "text")
    return found


def _ago(unit: str, number: int, day: date) -> Time:
    length = number * int(vocabulary.table("time")["units"][unit])
    if unit in ("minute", "hour"):
        return cal.interval(day - _days(length), day)
    if unit == "day":
        return cal.day(day - _days(length))
    if unit in ("week", "fortnight"):
        middle = day - _days(length)
        return cal.interval(middle - 3 * DAY, min(middle + 3 * DAY, day), "week")
    if unit == "month":
        return cal.month(*cal.shifted_month(day, -number))
    if unit == "quarter":
        return cal.unit("quarter", -number, day)
    return cal.year(day.year - number * {"year": 1, "decade": 10, "century": 100}[unit])


def past_span(m: re.Match[str], ref: Reference) -> Time | None:
    """ "In the past three months": from then to the publication; "in recent weeks": since when is not said."""
    if m["n"] is None and not m["plural"] and not re.search(r"\b(?:the|this) ", m[0], re.I):
        return None  # "last week" is the calendar's
    if ref.day is None:
        return UNKNOWN_TIME
    length = hours(m) if m["n"] else None if m["plural"] else vocabulary.table("time")["units"][m["unit"].lower()]
    return cal.interval(None if length is None else ref.day - _days(length), ref.day)


def coming_span(m: re.Match[str], ref: Reference) -> Time | None:
    """ "In the next two weeks": from the publication to then; "in the coming days": until when is not said."""
    single = m["n"] is None and not m["plural"]
    if "following" in m[0].lower() or (single and not ref.future and m[0].lower().startswith("the ")):
        return UNKNOWN_TIME  # counted from another day: "the next week he left"
    if ref.day is None:
        return UNKNOWN_TIME
    length = hours(m) if m["n"] else None if m["plural"] else vocabulary.table("time")["units"][m["unit"].lower()]
    return cal.interval(ref.day, None if length is None else ref.day + _days(length))


def anchored(m: re.Match[str], ref: Reference) -> Time | None:
    """Hangs on an event whose date the expression does not give: unknown."""
    return UNKNOWN_TIME


def duration(m: re.Match[str], ref: Reference) -> Time | None:
    """How long, not when."""
    return UNKNOWN_TIME
