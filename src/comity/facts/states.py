"""Which state a data set means on a day, by ISO 3166 code, Correlates of War number or name, from vocabulary/states.yaml."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from comity import vocabulary

Row = dict[str, Any]


@cache
def _index() -> dict[str, dict[str, list[Row]]]:
    found: dict[str, dict[str, list[Row]]] = {name: {} for name in ("iso2", "cow", "name")}
    for row in vocabulary.rows("states"):
        for scheme in ("iso2", "cow"):
            if row.get(scheme) is not None:
                found[scheme].setdefault(str(row[scheme]), []).append(row)
        for name in {row["name"], row["code"], *row["names"]}:
            found["name"].setdefault(name.casefold(), []).append(row)
    return found


@cache
def state_on(scheme: str, written: str, day: date) -> str | None:
    """The code of the state that ``written`` stands for that day; None where no state does.

    A number of Correlates of War goes on through changes of name and order, and what holds the number on the day is
    meant; where nothing does, the state that the words name by themselves.
    """
    named = _index()[scheme].get(written.casefold() if scheme == "name" else written, [])
    lines = [row for n in named if n.get("cow") is not None for row in _index()["cow"][str(n["cow"])]]
    living = [row for row in (*named, *lines) if _existed(row, day)]
    return str((living or named)[0]["code"]) if named else None


def code_of(written: str) -> str | None:
    """The code of a state by code or name, whatever the case; None where the vocabulary knows none."""
    named = _index()["name"].get(written.casefold(), [])
    coded = [row for row in named if row["code"].casefold() == written.casefold()]
    return str((coded or named)[0]["code"]) if named else None


def _existed(row: Row, day: date) -> bool:
    start, end = row.get("from"), row.get("to")
    return str(start or "") <= day.isoformat() and (end is None or day.isoformat() < str(end))
