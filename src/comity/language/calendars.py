"""Days as closed intervals: months, quarters, weeks and years around a reference day. No words are known here.

A day that does not exist (31 February) is a ValueError, one outside the calendar an OverflowError; readers of texts take
either as no date.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from comity.values import UNKNOWN_TIME, Precision, Time

DAY = timedelta(days=1)
# How far a day without a year may lie on the other side of the publication than its act: announcements name days of next week.
SLACK = 30 * DAY
Side = Literal["close", "before", "open", "after", "at"]


@dataclass(frozen=True, slots=True)
class Reference:
    """The day that a text speaks from, None where not known; ``future``: whether of acts to come, None: not told."""

    day: date | None
    future: bool | None = None


def interval(first: date | None, last: date | None, precision: Precision = "interval") -> Time:
    """A Time between two days that the text gives, either of which may be open."""
    return Time(first.isoformat() if first else None, last.isoformat() if last else None, precision, "text")


def day(d: date) -> Time:
    return interval(d, d, "day")


def month_bounds(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def month(year: int, number: int) -> Time:
    return interval(*month_bounds(year, number), "month")


def year(number: int) -> Time:
    return interval(date(number, 1, 1), date(number, 12, 31), "year")


def years(first: int, last: int) -> Time:
    return interval(date(first, 1, 1), date(last, 12, 31))


def quarter(number: int, year_: int) -> Time:
    return interval(date(year_, 3 * number - 2, 1), month_bounds(year_, 3 * number)[1], "quarter")


def season(first: int, last: int, year_: int) -> Time:
    """From the first to the last month of a season; a winter runs into the next year."""
    return interval(date(year_, first, 1), month_bounds(year_ + (last < first), last)[1])


def week_of(d: date, shift: int = 0) -> tuple[date, date]:
    """Monday to Sunday of the week of a day, or of a week before or after it."""
    monday = d - d.weekday() * DAY + 7 * shift * DAY
    return monday, monday + 6 * DAY


def shifted_month(d: date, shift: int) -> tuple[int, int]:
    """(year, month) of the month ``shift`` months from that of a day."""
    count = d.year * 12 + d.month - 1 + shift
    return count // 12, count % 12 + 1


def unit(name: str, shift: int, reference: date) -> Time:
    """The calendar's week, month, quarter, year, decade or century, ``shift`` of them from that of the reference day."""
    if name == "week":
        return interval(*week_of(reference, shift), "week")
    if name == "month":
        return month(*shifted_month(reference, shift))
    if name == "quarter":
        y, m = shifted_month(reference, 3 * shift)
        return quarter((m + 2) // 3, y)
    if name == "year":
        return year(reference.year + shift)
    length = {"decade": 10, "century": 100}[name]
    first = (reference.year // length + shift) * length
    return years(first, first + length - 1)


def third(time: Time, number: int) -> Time:
    """The first, second or third part (0, 1, 2) of an interval: "early", "mid", "late"; whole days, no gap between them."""
    first, last = date.fromisoformat(time.earliest or ""), date.fromisoformat(time.latest or "")
    if time.precision == "year":
        return interval(date(first.year, 4 * number + 1, 1), month_bounds(first.year, 4 * number + 4)[1])
    size = ((last - first).days + 1) // 3
    start = first + number * size * DAY
    return interval(start, last if number == 2 else start + (size - 1) * DAY)


def half(time: Time, number: int) -> Time:
    """The first or second half (0, 1) of an interval; halves of a year end with a month."""
    first, last = date.fromisoformat(time.earliest or ""), date.fromisoformat(time.latest or "")
    middle = first + (((last - first).days + 1) // 2 - 1) * DAY
    if time.precision == "year":
        middle = date(first.year, 6, 30)
    return interval(first, middle) if number == 0 else interval(middle + DAY, last)


def bounded(time: Time, side: Side) -> Time:
    """ "By", "before", "since", "after" a date: one end of it stays and the other is open."""
    if time == UNKNOWN_TIME or side == "at":
        return time
    if side == "close":
        return Time(None, time.latest, "interval", "text")
    if side == "before":
        edge = date.fromisoformat((time.earliest or "")[:10]) - DAY
        return interval(None, edge) if time.earliest else time
    return Time(time.earliest if side == "open" else time.latest, None, "interval", "text")


def nearest_year(month_: int, day_: int | None, reference: Reference) -> int:
    """The year of a date without one: the nearest to the reference day; of an act done or to come on its side of it.

    A day up to SLACK on the other side is taken as it stands. ``reference.day`` is known. ValueError: no such day in any year.
    """
    today = reference.day or date.min
    there = [y for y in range(max(1, today.year - 4), min(9999, today.year + 4) + 1) if _exists(y, month_, day_)]
    if not there:
        raise ValueError(f"no day {day_} in month {month_}")
    slack = SLACK if day_ else 0 * DAY
    past = [y for y in there if date(y, month_, day_ or 1) <= today + slack]
    coming = [y for y in there if date(y, month_, day_ or monthrange(y, month_)[1]) >= today - slack]
    if reference.future is None or not (past and coming):
        return min(there, key=lambda y: abs((date(y, month_, day_ or 15) - today).days))
    return coming[0] if reference.future else past[-1]


def _exists(year_: int, month_: int, day_: int | None) -> bool:
    return 1 <= month_ <= 12 and 1 <= (day_ or 1) <= monthrange(year_, month_)[1]


def weekday(number: int, reference: date, shift: int) -> date:
    """The day of that weekday: -1 the last up to the reference day, 1 the next from it on; -2 and 2 leave that day out."""
    back, ahead = (reference.weekday() - number) % 7, (number - reference.weekday()) % 7
    if shift < 0:
        return reference - ((back or 7) if shift == -2 else back) * DAY
    return reference + ((ahead or 7) if shift == 2 else ahead) * DAY
