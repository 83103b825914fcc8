"""Readers of expressions that name days, months, seasons, quarters, years and centuries.

Each takes a match of its pattern (vocabulary/time.yaml) and the reference day, and gives the interval without the word before
it ("by", "since"); None: no time expression after all. ValueError: no such day. A year that is not written is the nearest.
"""

from __future__ import annotations

import re
from datetime import date

from comity import vocabulary
from comity.language import calendars as cal
from comity.language.calendars import Reference
from comity.values import UNKNOWN_TIME, Time

PARTS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


def month_number(word: str) -> int:
    return int(vocabulary.table("time")["months"][word.lower().rstrip(".")])


def part_of(time: Time, part: str | None) -> Time:
    """The part of an interval that words like "early", "the end of" or "the first half of" leave of it."""
    words = re.findall(r"[a-z]+", (part or "").lower())
    if "half" in words:
        return cal.half(time, 0 if "first" in words else 1)
    number = next((PARTS[w] for w in words if w in PARTS), None)
    return time if number is None or time == UNKNOWN_TIME else cal.third(time, number)


def iso(m: re.Match[str], ref: Reference) -> Time | None:
    """ "2023-10-07", "2023-10-07T10:00:00+03:00": an instant keeps its clock and zone as they are written."""
    found = date.fromisoformat(m["iso"].replace("/", "-"))
    if not m["clock"]:
        return cal.day(found)
    moment = f"{found.isoformat()}T{m['clock']}"
    return Time(moment, moment, "instant", "text")


def dotted(m: re.Match[str], ref: Reference) -> Time | None:
    return cal.day(date(int(m["year"]), int(m["month"]), int(m["day"])))


def dated(m: re.Match[str], ref: Reference) -> Time | None:
    """A day of a month, with or without year, with or without the time of day."""
    found = _day(m, month_number(m["month"]), int(m["day"]), ref)
    if found is None:
        return UNKNOWN_TIME
    return _instant(found, m) if m.groupdict().get("hour") else cal.day(found)


def _day(m: re.Match[str], month: int, day: int, ref: Reference) -> date | None:
    if m["year"]:
        return date(int(m["year"]), month, day)
    if ref.day is None:
        date(2000, month, day)  # a day that no year has is no date
        return None
    return date(cal.nearest_year(month, day, ref), month, day)


def _instant(d: date, m: re.Match[str]) -> Time | None:
    """A day with a clock; a bare number ("at 7 May 3") is no clock."""
    if not (m["minute"] or m["half"] or m["zone"]):
        return None
    hour = int(m["hour"])
    if m["half"]:
        hour = hour % 12 + (12 if m["half"].lower() == "p" else 0)
    zone = vocabulary.table("time")["zones"].get(m["zone"], "") if m["zone"] else ""
    moment = f"{d.isoformat()}T{hour:02}:{m['minute'] or '00'}{zone}"
    return Time(moment, moment, "instant", "text")


def day_range(m: re.Match[str], ref: Reference) -> Time | None:
    month = month_number(m["month"])
    first, last = int(m["first"]), int(m["last"])
    if not first < last:
        return None
    end = _day(m, month, last, ref)
    return cal.interval(end.replace(day=first), end) if end else UNKNOWN_TIME


def month_range(m: re.Match[str], ref: Reference) -> Time | None:
    first, last = month_number(m["first"]), month_number(m["month"])
    if not m["year"] and ref.day is None:
        return UNKNOWN_TIME
    year = int(m["year"]) if m["year"] else cal.nearest_year(last, None, ref)
    return cal.interval(cal.month_bounds(year - (first > last), first)[0], cal.month_bounds(year, last)[1])


def year_range(m: re.Match[str], ref: Reference) -> Time | None:
    """ "from 1991 to 2020", "2014-16"; two numbers that do not rise by less than a lifetime are none."""
    first = m["from"] or m["from2"]
    last = int(m["to"] if len(m["to"]) == 4 else first[:2] + m["to"])
    return cal.years(int(first), last) if int(first) < last < int(first) + 150 else None


def month_year(m: re.Match[str], ref: Reference) -> Time | None:
    return part_of(cal.month(int(m["year"]), month_number(m["month"])), m["part"])


def month_near(m: re.Match[str], ref: Reference) -> Time | None:
    """A month without a year: "in October", "last March", "the June summit"."""
    groups = m.groupdict()
    if ref.day is None:
        return UNKNOWN_TIME
    which = (groups.get("which") or "").lower()
    future = True if which in ("next", "this coming") else False if which in ("last", "this past") else ref.future
    number = month_number(m["month"])
    year = ref.day.year if which == "this" else cal.nearest_year(number, None, Reference(ref.day, future))
    same = (year, number) == (ref.day.year, ref.day.month)
    if same and which in ("last", "next"):
        year += 1 if which == "next" else -1
    return part_of(cal.month(year, number), groups.get("part"))


def quarter(m: re.Match[str], ref: Reference) -> Time | None:
    number = int(m["q"]) if m["q"] else int(vocabulary.table("time")["ordinals"][m["word"].lower()])
    if m["year"]:
        return cal.quarter(number, int(m["year"]))
    if ref.day is None:
        return UNKNOWN_TIME
    return cal.quarter(number, cal.nearest_year(3 * number - 1, None, ref))


def season(m: re.Match[str], ref: Reference) -> Time | None:
    first, last = vocabulary.table("time")["seasons"][m["season"].lower()]
    return part_of(cal.season(first, last, int(m["year"])), m["part"])


def season_near(m: re.Match[str], ref: Reference) -> Time | None:
    """ "last summer" ended before the reference day, "next summer" begins after it, "this" and "the" one is the nearest."""
    first, last = vocabulary.table("time")["seasons"][m["season"].lower()]
    if ref.day is None:
        return UNKNOWN_TIME
    near = [cal.season(first, last, y) for y in range(max(1, ref.day.year - 2), min(9997, ref.day.year + 2) + 1)]
    day, today = ref.day, ref.day.isoformat()
    which = m["which"].lower()
    if which in ("last", "this past"):
        return [x for x in near if (x.latest or "") < today][-1]
    if which in ("next", "this coming") or (which == "the" and ref.future):
        return next(x for x in near if (x.earliest or "") > today)
    if which == "the" and ref.future is False:
        return [x for x in near if (x.earliest or "") <= today][-1]
    return min(near, key=lambda x: abs((date.fromisoformat(x.earliest or "") - day).days + 45))


def decade(m: re.Match[str], ref: Reference) -> Time | None:
    first = int(m["decade"])
    parts = [(first, first + 3), (first + 4, first + 6), (first + 7, first + 9)]
    number = next((PARTS[w] for w in re.findall(r"[a-z]+", (m["part"] or "").lower()) if w in PARTS), None)
    return cal.years(*(parts[number] if number is not None else (first, first + 9)))


def century(m: re.Match[str], ref: Reference) -> Time | None:
    number = int(m["n"])
    return cal.years(100 * number - 99, 100 * number)


def year(m: re.Match[str], ref: Reference) -> Time | None:
    return part_of(cal.year(int(m["year"])), m.groupdict().get("part"))
