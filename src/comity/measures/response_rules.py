"""The tables of triggers and of expected responders as values; what does not stand in them is told with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, NoReturn

from comity.errors import VocabularyError
from comity.measures.counted import by_rule
from comity.vocabulary.rules import Rules

NO_MODE = "none"


@dataclass(frozen=True, slots=True)
class Act:
    """Claims of one type; ``modes`` empty: of every mode. ``None`` among them is a claim without one."""

    type: str
    modes: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerClass:
    """Acts that are triggers of one class: of these types and modes, or of these quads, or both where both are given."""

    name: str
    acts: tuple[Act, ...]
    quads: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerRule:
    """What makes an event cluster a trigger, and which claims answer one. Times are in days."""

    classes: tuple[TriggerClass, ...]
    statuses: tuple[str, ...]
    report: timedelta
    outlets: int
    origins: int
    apart: timedelta
    window: timedelta
    criticism: tuple[Act, ...]
    support: tuple[Act, ...]
    channel_share: float
    channel_gap: timedelta

    def corroborated(self, outlets: int | None) -> TriggerRule:
        """The same rule with another number of outlets at least."""
        return self if outlets is None else replace(self, outlets=outlets)

    def describe(self) -> str:
        """The rule in a line, for the reader of an answer."""
        return by_rule(
            f"rule for all sides: status {' or '.join(self.statuses)}, at least {self.outlets} outlet(s) and {self.origins}"
            f" origin(s) within {self.report // timedelta(hours=1)} hours of the first report; --outlets asks for more",
            "triggers",
        )


@dataclass(frozen=True, slots=True)
class Responder:
    """An actor that is expected to respond; ``since`` and ``until`` bound the days of which that holds."""

    code: str
    since: date | None = None
    until: date | None = None

    def expected(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Responders:
    """Who was declared, for every class and by class."""

    everywhere: tuple[Responder, ...]
    by_class: Mapping[str, tuple[Responder, ...]]

    def expected(self, trigger_class: str, day: date) -> tuple[str, ...]:
        """The codes of all who are expected to respond to a trigger of that class and day, each once."""
        rows = (*self.everywhere, *self.by_class.get(trigger_class, ()))
        return tuple(dict.fromkeys(r.code for r in rows if r.expected(day)))


def trigger_rule(table: Rules) -> TriggerRule:
    """The rule that a table of triggers holds. :class:`VocabularyError` where something of it is missing or wrong."""
    content = _mapping(table, table.content)
    try:
        report, channel = content["report"], content["channel"]
        return TriggerRule(
            classes=tuple(_class(row) for row in content["classes"]),
            statuses=tuple(content["statuses"]),
            report=timedelta(hours=report["hours"]),
            outlets=int(report["outlets"]),
            origins=int(report["origins"]),
            apart=timedelta(days=content["apart"]),
            window=timedelta(days=content["window"]),
            criticism=tuple(_act(row) for row in content["criticism"]),
            support=tuple(_act(row) for row in content["support"]),
            channel_share=float(channel["share"]),
            channel_gap=timedelta(days=channel["gap"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        _refuse(table, error)


def responders(table: Rules) -> Responders:
    """Who a table of responders declares: rows ``{code, from, until}`` or bare codes, under ``any`` and ``classes``."""
    content = _mapping(table, table.content)
    try:
        by_class = {name: _responders(rows) for name, rows in (content.get("classes") or {}).items()}
        return Responders(_responders(content.get("any") or []), by_class)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        _refuse(table, error)


def version(table: Rules) -> str:
    """What names this version of a table: the number it gives itself, and its digest."""
    own = table.content.get("version") if isinstance(table.content, dict) else None
    return f"{own}, {table.version}" if own is not None else table.version


def _class(row: Mapping[str, Any]) -> TriggerClass:
    modes = _modes(row)
    acts = tuple(Act(t, modes) for t in row.get("types") or ())
    if not acts and not row.get("quads"):
        raise KeyError("types or quads")
    return TriggerClass(row["class"], acts, tuple(row.get("quads") or ()))


def _act(row: Mapping[str, Any]) -> Act:
    return Act(row["type"], _modes(row))


def _modes(row: Mapping[str, Any]) -> tuple[str | None, ...]:
    return tuple(None if mode == NO_MODE else str(mode) for mode in row.get("modes") or ())


def _responders(rows: Any) -> tuple[Responder, ...]:
    if not isinstance(rows, list):
        raise TypeError("a list of responders is expected")
    return tuple(map(_responder, rows))


def _responder(row: Any) -> Responder:
    if isinstance(row, str):
        return Responder(row)
    return Responder(str(row["code"]), _day(row.get("from")), _day(row.get("until")))


def _day(written: Any) -> date | None:
    return written if written is None or isinstance(written, date) else date.fromisoformat(str(written))


def _mapping(table: Rules, content: Any) -> Mapping[str, Any]:
    if not isinstance(content, dict):
        _refuse(table, TypeError("a mapping is expected"))
    return content


def _refuse(table: Rules, error: Exception) -> NoReturn:
    raise VocabularyError(
        f"does not stand: {error!r}",
        place=f"rules {table.name}",
        remedy=f"write it like vocabulary/rules/{table.name}.yaml",
    ) from error
