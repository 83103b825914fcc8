"""Days as closed intervals: months, quarters, weeks and years around a reference day. No words are known here."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from comity.values import Precision, Time

DAY = timedelta(days=1)


def interval(first: date | None, last: date | None, precision: Precision, basis: str = "text") -> Time:
    """A Time between two days, either of which may be open."""
    ends = (first.isoformat() if first else None, last.isoformat() if last else None)
    return Time(ends[0], ends[1], precision, basis)  # type: ignore[arg-type]


def day(d: date) -> Time:
    return interval(d, d, "day")


def month_bounds(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def month(year: int, number: int) -> Time:
    return interval(*month_bounds(year, number), "month")


def year(number: int) -> Time:
    return interval(date(number, 1, 1), date(number, 12, 31), "year")


def quarter(number: int, year_: int) -> Time:
    return interval(date(year_, 3 * number - 2, 1), month_bounds(year_, 3 * number)[1], "quarter")


def week_of(d: date, shift: int = 0) -> tuple[date, date]:
    """Monday to Sunday of the week of a day, or of a week before or after it."""
    monday = d - d.weekday() * DAY + 7 * shift * DAY
    return monday, monday + 6 * DAY


def shifted_month(d: date, shift: int) -> tuple[int, int]:
    """(year, month) of the month ``shift`` months from that of a day."""
    count = d.year * 12 + d.month - 1 + shift
    return count // 12, count % 12 + 1


def nearest_year(month_: int, day_: int | None, reference: date, future: bool) -> int:
    """The year of a date without one: the nearest before the reference day, or after it for what is to come.

    A day up to 30 days on the other side is taken as it stands: announcements name days of next week.
    """
    slack = (30 if day_ else 0) * DAY
    this = date(reference.year, month_, min(day_ or 1, monthrange(reference.year, month_)[1]))
    if future:
        return reference.year + 1 if this < reference - slack else reference.year
    return reference.year - 1 if this > reference + slack else reference.year


def weekday(number: int, reference: date, shift: int) -> date:
    """The day of that weekday: shift -1 the last one up to the reference day, 1 the next one after it."""
    if shift < 0:
        return reference - ((reference.weekday() - number) % 7) * DAY
    return reference + (((number - reference.weekday() - 1) % 7) + 1) * DAY
