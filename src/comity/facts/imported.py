"""What an import gives: rows of one table, and beside them what was refused, by file and line. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from comity.errors import InputError

REMEDY = "check that the file is the data set it is read as"

SCHEMAS: dict[str, dict[str, pl.DataType | type[pl.DataType]]] = {
    "roll_calls": {
        "call": pl.Int64,  # number of the roll call in Voeten's data
        "day": pl.Date,
        "session": pl.Int64,
        "resolution": pl.String,
        "title": pl.String,
        "description": pl.String,
        "without_vote": pl.Boolean,  # adopted without a vote; null where the file does not say
    },
    "votes": {"call": pl.Int64, "state": pl.String, "vote": pl.String},  # yes, abstain, no, absent
    "vetoes": {
        "id": pl.String,
        "day": pl.Date,
        "draft": pl.String,
        "meeting": pl.String,
        "agenda": pl.String,
        "topic": pl.String,
        "vetoed_by": pl.List(pl.String),
    },
    "un_list": {
        "snapshot": pl.Date,  # the day on which the list was complete
        "list": pl.String,  # type of list: Al-Qaida, Taliban, Iran …
        "reference": pl.String,
        "kind": pl.String,  # individual, entity
        "name": pl.String,
        "aliases": pl.List(pl.String),
        "listed": pl.Date,
    },
}
KEYS = {
    "roll_calls": ("call",),
    "votes": ("call", "state"),
    "vetoes": ("id",),
    "un_list": ("snapshot", "list", "reference"),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """Rows of ``table``, and one message for each row that was not taken."""

    table: str
    rows: pl.DataFrame
    refused: tuple[str, ...] = ()


class Collector:
    """Rows on their way into a table. Invariant: a key is taken once; whatever is not taken has a message."""

    def __init__(self, table: str, path: Path) -> None:
        self._table, self._path = table, path
        self._seen: set[tuple[object, ...]] = set()
        self._columns: dict[str, list[object]] = {name: [] for name in SCHEMAS[table]}
        self._refused: list[str] = []

    def take(self, line: int, row: dict[str, object]) -> None:
        """A row that can be read; a second one of its key is refused."""
        key = tuple(row[name] for name in KEYS[self._table])
        if key in self._seen:
            self.refuse(line, f"{' '.join(map(str, key))} stands in the file before")
            return
        self._seen.add(key)
        for name, column in self._columns.items():
            column.append(row[name])

    def refuse(self, line: int, why: str) -> None:
        """A row that cannot be read, and why."""
        self._refused.append(f"{self._path}, line {line}: {why}")

    def imported(self) -> Imported:
        """What was taken and what was not. :class:`InputError` where nothing was."""
        if not self._seen:
            first = f"; {self._refused[0]}" if self._refused else ""
            raise InputError(f"no row could be read{first}", place=str(self._path), remedy=REMEDY)
        frame = pl.DataFrame(self._columns, schema=SCHEMAS[self._table])
        return Imported(self._table, frame, tuple(self._refused))
