"""Time expressions of English as closed intervals of days, by a grammar of patterns. A date is never invented.

Sources of the words: vocabulary/time.yaml. Without a day of publication only what the text itself fixes is dated; the rest is
found, so that it is not taken for something else, and stays unknown. Durations are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from comity import vocabulary
from comity.language import calendars as cal
from comity.values import UNKNOWN_TIME, Span, Time


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression. ``span`` is in the text that was searched; a duration has no time."""

    span: Span
    text: str
    time: Time
    duration: bool = False


Rule = Callable[[re.Match[str], date | None, bool], Time | None]


@cache
def table(name: str) -> dict[str, int]:
    return dict(vocabulary.table("time")[name])


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _month(word: str) -> int:
    return table("months")[word.lower().rstrip(".")]


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else table("numbers").get(word.lower())


def expressions(text: str, published: str | None = None, future: bool = False) -> tuple[Timex, ...]:
    """The time expressions of a sentence, in order, not overlapping; of those at one place the longest.

    ``published``: ISO date or date-time of the article. ``future``: read "on Tuesday" as the next one, not the last.
    """
    return _expressions(text, published[:10] if published else None, future)


@lru_cache(maxsize=4096)
def _expressions(text: str, published: str | None, future: bool) -> tuple[Timex, ...]:
    if not _hint().search(text):
        return ()
    day = date.fromisoformat(published) if published else None
    found = [
        Timex(m.span(), m.group(0), rule(m, day, future) or UNKNOWN_TIME, name == "duration")
        for name, pattern, rule in _rules()
        for m in pattern.finditer(text)
    ]
    kept: list[Timex] = []
    for x in sorted(found, key=lambda x: (x.span[0], -x.span[1])):
        if not kept or x.span[0] >= kept[-1].span[1]:
            kept.append(x)
    return tuple(kept)


@cache
def _hint() -> re.Pattern[str]:
    """What every expression holds: most sentences hold none of it and are not searched further."""
    words = [
        *table("months"),
        *table("weekdays"),
        *table("days"),
        *table("units"),
        *vocabulary.table("time")["seasons"],
    ]
    return re.compile(r"\d{4}|\d{1,2}s\b|weekend|century|" + _either(words), re.IGNORECASE)


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], Rule], ...]:
    """The patterns of vocabulary/time.yaml with their fragments put in, each with the function that reads it."""
    return tuple(
        (
            row["rule"],
            re.compile(_filled(row["pattern"], bool(row.get("capital"))), re.I if not row.get("capital") else 0),
            RULES[row["rule"]],
        )
        for row in vocabulary.table("time")["patterns"]
    )


def _filled(pattern: str, capital: bool) -> str:
    months = [w.capitalize() if capital else w for w in table("months")]
    words = {
        "MONTHS": _either(months),
        "DAYS": _either(list(table("weekdays"))),
        "NUMBER": r"(?:\d{1,3}|" + _either(list(table("numbers"))) + ")",
        "UNIT": _either(list(table("units"))),
    }
    for name, text in {**vocabulary.table("time")["fragments"], **words}.items():
        pattern = pattern.replace(f"%{name}%", text)
    return pattern


def _bounded(time: Time, lead: str | None) -> Time:
    """ "by", "since", "until", "before", "after" before a date: one end stays, the other is open."""
    word = (lead or "").lower()
    if word in ("by", "until", "till", "before", "through"):
        return Time(None, time.latest if word != "before" else time.earliest, "interval", "text")
    if word in ("since", "after", "from"):
        return Time(time.earliest if word != "after" else time.latest, None, "interval", "text")
    return time


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    found = _safe(*map(int, m["iso"].split("-")))
    return _bounded(cal.day(found), m["lead"]) if found else None


def _which_year(m: re.Match[str], month: int, day_: int | None, day: date | None, future: bool) -> int | None:
    if m["year"]:
        return int(m["year"])
    return cal.nearest_year(month, day_, day, future) if day else None


def _dated(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    month, number = _month(m["month"]), int(m["day"])
    year = _which_year(m, month, number, day, future)
    found = _safe(year, month, number) if year else None
    return _bounded(cal.day(found), m["lead"]) if found else None


def _day_range(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    groups = m.groupdict()
    month = _month(groups.get("month2") or groups["month"])
    year = _which_year(m, month, int(m["first"]), day, future)
    ends = [_safe(year, month, int(m[k])) for k in ("first", "last")] if year else [None]
    return cal.interval(ends[0], ends[-1], "interval") if all(ends) else None


def _month_range(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    first, last = _month(m["month"]), _month(m["month2"])
    year = _which_year(m, last, None, day, future)
    if year is None:
        return None
    return cal.interval(cal.month_bounds(year - (first > last), first)[0], cal.month_bounds(year, last)[1], "interval")


def _year_range(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    return cal.interval(date(int(m["from"]), 1, 1), date(int(m["to"]), 12, 31), "interval")


def _part_of_month(year: int, month: int, part: str | None) -> Time:
    first, last = cal.month_bounds(year, month)
    word = (part or "").strip().lower()
    if word.startswith(("early", "the begin", "the start")):
        return cal.interval(first, first + 9 * cal.DAY, "interval")
    if word.startswith("mid") or "middle" in word:
        return cal.interval(first + 10 * cal.DAY, first + 19 * cal.DAY, "interval")
    if word.startswith("late") or "end" in word:
        return cal.interval(first + 20 * cal.DAY, last, "interval")
    return cal.month(year, month)


def _month_year(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    return _bounded(_part_of_month(int(m["year"]), _month(m["month"]), m["part"]), m["lead"])


def _month_alone(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    if day is None:
        return None
    month = _month(m["month"])
    coming = future or m.group(0).lower().startswith("next")
    year = cal.nearest_year(month, None, day, coming)
    return _bounded(_part_of_month(year, month, m["part"]), m["lead"])


def _quarter(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    word = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    return cal.quarter(int(m["q"]) if m["q"] else word[m["word"].lower()], int(m["year"]))


def _season(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    first, last = vocabulary.table("time")["seasons"][m["season"].lower()]
    year = int(m["year"])
    end = cal.month_bounds(year + (last < first), last)[1]
    return _bounded(cal.interval(date(year, first, 1), end, "interval"), m["lead"])


def _decade(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    first = int(m["decade"])
    return cal.interval(date(first, 1, 1), date(first + 9, 12, 31), "interval")


def _year(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    return _bounded(cal.year(int(m["year"])), m["lead"])


def _near_day(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    shift = table("days")[m["word"].lower()]
    if day is None:
        return None
    if m["word"].lower() == "overnight":
        return cal.interval(day - cal.DAY, day, "interval")
    return cal.day(day + shift * cal.DAY)


def _weekday(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    if day is None:
        return None
    which = (m["which"] or "").lower()
    number = table("weekdays")[m["weekday"].lower()]
    coming = which == "next" or (future and which != "last") or (m["lead"] or "").lower() in ("by", "until")
    return _bounded(cal.day(cal.weekday(number, day, 1 if coming else -1)), m["lead"])


def _weekend(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    if day is None:
        return None
    coming = future or "next" in m.group(0).lower()
    saturday = cal.weekday(5, day, 1 if coming else -1)
    return cal.interval(saturday, saturday + cal.DAY, "interval")


def _near_unit(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    if day is None:
        return None
    unit, which = m["unit"].lower(), m["which"].lower()
    shift = {"last": -1, "past": -1, "this": 0, "next": 1}[which]
    if unit == "week":
        found = cal.interval(*cal.week_of(day, shift), "week")
    elif unit == "month":
        found = cal.month(*cal.shifted_month(day, shift))
    elif unit == "year":
        found = cal.year(day.year + shift)
    else:
        first = (day.year // 10 + shift) * 10
        found = cal.interval(date(first, 1, 1), date(first + 9, 12, 31), "interval")
    if (m["part"] or "").lower() == "earlier":
        return Time(found.earliest, min(found.latest or day.isoformat(), day.isoformat()), "interval", "text")
    if (m["part"] or "").lower() == "later":
        return Time(max(found.earliest or "", day.isoformat()), found.latest, "interval", "text")
    return found


def _ago(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    count, unit = _number(m["n"]), m["unit"].lower()
    if day is None or count is None or unit in ("hour", "minute"):
        return None
    if unit in ("day",):
        return cal.day(day - count * cal.DAY)
    if unit in ("week", "fortnight"):
        middle = day - count * table("units")[unit] * cal.DAY
        return cal.interval(middle - 3 * cal.DAY, middle + 3 * cal.DAY, "week")
    if unit == "month":
        return cal.month(*cal.shifted_month(day, -count))
    years = count * (10 if unit == "decade" else 1)
    return cal.year(day.year - years) if day.year - years > 0 else None


def _past_span(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    count = _number(m["n"]) if m["n"] else 1
    if day is None or count is None:
        return None
    length = max(1, count * table("units")[m["unit"].lower()])
    return cal.interval(day - length * cal.DAY, day, "interval")


def _end_of(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    if day is None:
        return None
    ends = {
        "week": cal.week_of(day)[1],
        "month": cal.month_bounds(day.year, day.month)[1],
        "year": date(day.year, 12, 31),
    }
    return Time(day.isoformat(), ends[m["unit"].lower()].isoformat(), "interval", "text")


def _unknown(m: re.Match[str], day: date | None, future: bool) -> Time | None:
    """Anchored to an event whose date the sentence does not give."""
    return UNKNOWN_TIME


RULES: dict[str, Rule] = {
    "iso": _iso,
    "day_range": _day_range,
    "month_range": _month_range,
    "year_range": _year_range,
    "dated": _dated,
    "month_year": _month_year,
    "month_alone": _month_alone,
    "quarter": _quarter,
    "season": _season,
    "decade": _decade,
    "year": _year,
    "near_day": _near_day,
    "weekday": _weekday,
    "weekend": _weekend,
    "near_unit": _near_unit,
    "ago": _ago,
    "past_span": _past_span,
    "end_of": _end_of,
    "unknown": _unknown,
    "duration": _unknown,
}
