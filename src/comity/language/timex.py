"""Time expressions of English as closed intervals of days, by a grammar of patterns. A date is never invented.

Patterns and words: vocabulary/time.yaml; their readers: absolute_dates.py and relative_dates.py. Without a day of publication
only what the text itself fixes is dated; the rest is found, so that it is not taken for something else, and stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from comity import vocabulary
from comity.language import absolute_dates, calendars, relative_dates
from comity.language.calendars import Reference
from comity.values import UNKNOWN_TIME, Span, Time


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression; ``text[span[0]:span[1]]`` is its text. A duration has no time but ``hours``, where it says them."""

    span: Span
    text: str
    time: Time
    duration: bool = False
    hours: int | None = None


Reader = Callable[[re.Match[str], Reference], Time | None]


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    needs: str  # the kind of word without which the pattern cannot match
    lead: str  # "may" or "needed": a word like "by" or "in" before it; "": none belongs to it
    pattern: re.Pattern[str]
    reader: Reader


@dataclass(frozen=True, slots=True)
class Found:
    """A match as read, before the word in front of it bounds it; ``start`` is that of the word."""

    rule: Rule
    match: re.Match[str]
    time: Time
    start: int
    lead: str

    @property
    def end(self) -> int:
        return self.match.end()

    def timex(self) -> Timex:
        side = _sides().get(self.lead, "at")
        if side == "before" and "end" in (self.match.groupdict().get("part") or ""):
            side = "close"  # "before the end of March" is up to it
        time = calendars.bounded(self.time, side)
        length = relative_dates.hours(self.match) if self.rule.name == "duration" else None
        text = self.match.string[self.start : self.end]
        return Timex((self.start, self.end), text, time, self.rule.name == "duration", length)


def expressions(text: str, span: Span, published: str | None, future: bool | None = None) -> tuple[Timex, ...]:
    """The time expressions inside a span of a text, in order, not overlapping; of those at one place the longest.

    ``published``: ISO date or date-time of the article. ``future``: True reads "on Tuesday" and "in March" as the next one, False
    as the last one; None as the last weekday and the nearest date.
    """
    inside = _expressions(text[span[0] : span[1]], published[:10] if published else None, future)
    if not span[0] or not inside:
        return inside
    return tuple(replace(x, span=(x.span[0] + span[0], x.span[1] + span[0])) for x in inside)


@lru_cache(maxsize=4096)
def _expressions(text: str, published: str | None, future: bool | None) -> tuple[Timex, ...]:
    hints = _hints()
    needs = {hints[w] for w in WORD.findall(text) if w in hints}
    if not needs:
        return ()
    ref = Reference(_day(published), future)
    kept: list[Found] = []
    for x in sorted(_found(text, needs, ref), key=lambda x: (x.match.start(), -x.end, x.start)):
        if not kept or x.start >= kept[-1].end:
            kept.append(x)
    return tuple(_joined(text, kept))


# Words, and figures by the length that years have.
WORD = re.compile(r"[A-Za-z]+|(?<!\d)(?=\d{4}(?!\d))\d")


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        return None


def _found(text: str, needs: set[str], ref: Reference) -> Iterator[Found]:
    for rule in _rules():
        if rule.needs not in needs:
            continue
        for m in rule.pattern.finditer(text):
            start, lead = _led(text, m) if rule.lead else (m.start(), "")
            if rule.lead == "needed" and not lead and not m["part"]:
                continue
            try:
                time = rule.reader(m, ref)
            except (ValueError, OverflowError):  # no such day, or none that a calendar holds
                continue
            if time is not None:
                yield Found(rule, m, time, start, lead)


LONGEST_LEAD = 24  # characters


def _led(text: str, m: re.Match[str]) -> tuple[int, str]:
    """Where an expression begins with the word before it that bounds it, and that word; "" where there is none."""
    found = _leads().search(text, max(0, m.start() - LONGEST_LEAD), m.start())
    return (found.start(), found[1].lower()) if found else (m.start(), "")


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\b({_either(list(_words('leads')))}) (?:the )?$", re.IGNORECASE)


def _joined(text: str, kept: list[Found]) -> Iterator[Timex]:
    """The expressions, two of them as one interval where they are its ends: "from 28 May to 2 June 2021"."""
    k = 0
    while k < len(kept):
        both = _between(text, kept[k], kept[k + 1]) if k + 1 < len(kept) else None
        yield both or kept[k].timex()
        k += 2 if both else 1


def _between(text: str, a: Found, b: Found) -> Timex | None:
    word = re.fullmatch(r" ?(to|and|until|till|through|-|–|—)? ?", text[a.end : b.start])
    linked = word is not None and (word[1] is not None or b.lead in ("until", "till", "through", "up to"))
    if not linked or a.lead not in ("from", "between") or UNKNOWN_TIME in (a.time, b.time):
        return None
    first = a.time
    if b.time.earliest and (first.earliest or "") > b.time.earliest and not a.match.groupdict().get("year"):
        last = date.fromisoformat(b.time.earliest[:10])
        first = a.rule.reader(a.match, Reference(last, False)) or first
    if first.earliest is None or b.time.latest is None or first.earliest > b.time.latest:
        return None
    span = (a.start, b.end)
    return Timex(span, text[slice(*span)], Time(first.earliest, b.time.latest, "interval", "text"))


@cache
def _words(name: str) -> dict[str, object]:
    return dict(vocabulary.table("time")[name])


@cache
def _sides() -> dict[str, calendars.Side]:
    return dict(vocabulary.table("time")["leads"])


@cache
def _hints() -> dict[str, str]:
    """Words and the kind of pattern that they call for; a text with none of them is not searched. Months are capitalised."""
    found = {word: kind for kind in ("weekday", "season", "unit") for word in _words(f"{kind}s")}
    found |= {f"{word}s": "unit" for word in _words("units")}
    found |= {word.split()[-1]: "day" for word in _words("days")} | {"weekend": "weekend", "q": "unit", "ago": "ago"}
    anchors = ("after", "before", "following", "since", "until", "ahead", "prior", "during")
    found |= dict.fromkeys(anchors, "anchor")
    months = {form: "month" for word in _words("months") for form in (word.capitalize(), word.upper())}
    cased = {form: kind for word, kind in found.items() for form in (word, word.capitalize(), word.upper())}
    return cased | months | dict.fromkeys("0123456789", "year")


@cache
def _rules() -> tuple[Rule, ...]:
    """The patterns of vocabulary/time.yaml with their fragments put in, each with the function that reads it."""
    return tuple(
        Rule(
            row["rule"],
            row["needs"],
            row.get("lead", ""),
            re.compile(_filled(row["pattern"]), re.IGNORECASE),
            _reader(row["rule"]),
        )
        for row in vocabulary.table("time")["patterns"]
    )


def _reader(name: str) -> Reader:
    module = absolute_dates if hasattr(absolute_dates, name) else relative_dates
    reader: Reader = getattr(module, name)
    return reader


def _filled(pattern: str) -> str:
    fragments = dict(vocabulary.table("time")["fragments"])
    parts = {**fragments, **_lists()}
    while found := re.search(r"%([A-Z0-9]+)%", pattern):
        pattern = pattern.replace(found[0], parts[found[1]])
    return pattern


SHORT = 4  # letters of the longest month that is written with a full stop


@cache
def _lists() -> dict[str, str]:
    months = [form for w in _words("months") for form in (w.capitalize(), w.upper())]
    full, short = [w for w in months if len(w) > SHORT], [w for w in months if len(w) <= SHORT]
    return {
        "MONTHS": f"(?-i:{_either(full)}|{_either(short)}\\.?)",
        "DAYS": _either(list(_words("weekdays"))),
        "NUMBER": r"(?:\d{1,3}|" + _either(list(_words("numbers"))) + ")",
        "UNIT": _either(list(_words("units"))),
        "SEASONS": _either(list(_words("seasons"))),
        "NEAR": _either(list(_words("days"))),
        "ZONES": _either(list(_words("zones"))),
        "PARTWORDS": "(?:the (?:very )?(?:beginning|start|end|middle|first half|second half) of|early|late|mid)",
    }


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
