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
    pattern: re.Pattern[str]
    reader: Reader


@dataclass(frozen=True, slots=True)
class Found:
    """A match as read, before the word in front of it bounds it."""

    rule: Rule
    match: re.Match[str]
    time: Time
    lead: str

    def timex(self) -> Timex:
        time = calendars.bounded(self.time, _sides().get(self.lead, "at"))
        length = relative_dates.hours(self.match) if self.rule.name == "duration" else None
        return Timex(self.match.span(), self.match[0], time, self.rule.name == "duration", length)


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
    needs = {hints[w] for w in WORD.findall(text.lower()) if w in hints}
    if any(c.isdigit() for c in text):
        needs.add("year")
    if not needs:
        return ()
    ref = Reference(_day(published), future)
    kept: list[Found] = []
    for x in sorted(_found(text, needs, ref), key=lambda x: (x.match.start(), -x.match.end())):
        if not kept or x.match.start() >= kept[-1].match.end():
            kept.append(x)
    return tuple(_joined(text, kept))


WORD = re.compile(r"[a-z]+")


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
            try:
                time = rule.reader(m, ref)
            except (ValueError, OverflowError):  # no such day, or none that a calendar holds
                continue
            if time is not None:
                yield Found(rule, m, time, (m.groupdict().get("lead") or "").lower())


def _joined(text: str, kept: list[Found]) -> Iterator[Timex]:
    """The expressions, two of them as one interval where they are its ends: "from 28 May to 2 June 2021"."""
    k = 0
    while k < len(kept):
        both = _between(text, kept[k], kept[k + 1]) if k + 1 < len(kept) else None
        yield both or kept[k].timex()
        k += 2 if both else 1


def _between(text: str, a: Found, b: Found) -> Timex | None:
    start, end = a.match.start(), b.match.end()
    before = re.search(r"\b(from|between) $", text[:start])
    word = re.fullmatch(r" ?(to|and|until|till|through|-|–|—)? ?", text[a.match.end() : b.match.start()])
    linked = word is not None and (word[1] is not None or b.lead in ("until", "till", "through", "up to"))
    if not linked or not (before or a.lead in ("from", "between")) or UNKNOWN_TIME in (a.time, b.time):
        return None
    first = a.time
    if b.time.earliest and (first.earliest or "") > b.time.earliest and not a.match.groupdict().get("year"):
        last = date.fromisoformat(b.time.earliest[:10])
        first = a.rule.reader(a.match, Reference(last, False)) or first
    if first.earliest is None or b.time.latest is None or first.earliest > b.time.latest:
        return None
    start = before.start() if before else start
    return Timex((start, end), text[start:end], Time(first.earliest, b.time.latest, "interval", "text"))


@cache
def _words(name: str) -> dict[str, object]:
    return dict(vocabulary.table("time")[name])


@cache
def _sides() -> dict[str, calendars.Side]:
    return dict(vocabulary.table("time")["leads"])


@cache
def _hints() -> dict[str, str]:
    """Words and the kind of pattern that they call for; a text with none of them and no digit is not searched."""
    found = {word: kind for kind in ("month", "weekday", "season", "unit") for word in _words(f"{kind}s")}
    found |= {f"{word}s": "unit" for word in _words("units")} | {"centuries": "unit"}
    found |= {word.split()[-1]: "day" for word in _words("days")} | {"weekend": "weekend", "q": "unit"}
    found |= {f"{w}s": kind for w, kind in found.items() if kind == "weekday"}
    anchors = ("after", "before", "following", "since", "until", "ahead", "prior", "during")
    return found | dict.fromkeys(anchors, "anchor")


@cache
def _rules() -> tuple[Rule, ...]:
    """The patterns of vocabulary/time.yaml with their fragments put in, each with the function that reads it."""
    return tuple(
        Rule(row["rule"], row["needs"], re.compile(_filled(row["pattern"]), re.IGNORECASE), _reader(row["rule"]))
        for row in vocabulary.table("time")["patterns"]
    )


def _reader(name: str) -> Reader:
    module = absolute_dates if hasattr(absolute_dates, name) else relative_dates
    reader: Reader = getattr(module, name)
    return reader


def _filled(pattern: str) -> str:
    fragments = dict(vocabulary.table("time")["fragments"])
    second = {"PART2": fragments["PART"].replace("<part>", "<part2>")}  # a group's name stands once in a pattern
    parts = {**fragments, **second, **_lists()}
    while found := re.search(r"%([A-Z0-9]+)%", pattern):
        pattern = pattern.replace(found[0], parts[found[1]])
    return pattern


@cache
def _lists() -> dict[str, str]:
    months = [form for w in _words("months") for form in (w.capitalize(), w.upper())]
    return {
        "MONTHS": f"(?-i:{_either(months)})",
        "DAYS": _either(list(_words("weekdays"))),
        "NUMBER": r"(?:\d{1,3}|" + _either(list(_words("numbers"))) + ")",
        "UNIT": _either(list(_words("units"))),
        "SEASONS": _either(list(_words("seasons"))),
        "LEADS": _either(list(_words("leads"))),
        "NEAR": _either(list(_words("days"))),
        "ZONES": _either(list(_words("zones"))),
        "PARTWORDS": "(?:the (?:very )?(?:beginning|start|end|middle) of|early|late|mid)",
    }


def _either(words: list[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
