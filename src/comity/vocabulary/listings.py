"""Who is listed by which forum: the rows of rules/designations.yaml and of an analyst's own file, checked as they are read.

A row names its instrument, with date and source, and its part, the whole or a wing by name; a row that lacks one does not
stand and is refused with its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from comity import vocabulary
from comity.errors import VocabularyError
from comity.vocabulary.rules import Rules, rules

Status = Literal["listed", "suspended", "delisted"]
Part = Literal["whole", "wing"]
REMEDY = "see the rows of rules/designations.yaml"


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum and what its listing does in law. ``un_list``: the type of list in the UN consolidated list."""

    code: str
    name: str
    effect: str
    source: str
    un_list: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """The act of law that lists, suspends or delists, and where it is published."""

    text: str
    dated: date
    source: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A status that holds from ``start`` and was known to hold on ``as_of``; ``wing`` is an id or a name."""

    entity: str
    forum: str
    status: Status
    part: Part
    wing: str | None
    start: date
    instrument: Instrument
    as_of: date


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All names that stood on a forum's list on one day."""

    forum: str
    day: date
    names: tuple[str, ...]
    instrument: Instrument


@dataclass(frozen=True, slots=True)
class Listings:
    """Everything known of lists, and the versions of the tables it is from."""

    forums: Mapping[str, Forum]
    rows: tuple[Listing, ...]
    snapshots: tuple[Snapshot, ...]
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entity:
    """Who is asked about: with id and code where the vocabulary knows it, and by all its names."""

    id: str | None
    code: str | None
    names: tuple[str, ...]
    parent: str | None = None


def listings(own: str | Path | None = None) -> Listings:
    """The package's own table, and beside it the rows of an analyst's own file, which may add forums and instruments.

    Raises :class:`VocabularyError` where a file cannot be read or a row of it does not stand.
    """
    tables = [rules("designations"), *([rules("designations", own)] if own else [])]
    forums: dict[str, Forum] = {}
    instruments: dict[str, Instrument] = {}
    rows: list[Listing] = []
    snapshots: list[Snapshot] = []
    for table in tables:
        content = _mapping(table)
        forums |= {f["forum"]: _forum(f, table) for f in content.get("forums") or ()}
        instruments |= {k: _instrument(v, table) for k, v in (content.get("instruments") or {}).items()}
        rows += [_listing(r, forums, instruments, table) for r in content.get("rows") or ()]
        snapshots += [_snapshot(s, forums, instruments, table) for s in content.get("snapshots") or ()]
    names = ("designations", f"designations of {Path(own).name}") if own else ("designations",)
    versions = {name: table.version for name, table in zip(names, tables, strict=True)}
    return Listings(forums, tuple(rows), tuple(snapshots), versions)


def entity(asked: str) -> Entity:
    """Who is meant by an id, a name or a code of the vocabulary, whatever the case; else only the words are known."""
    row = _named(asked.casefold(), vocabulary.rows("groups"))
    row = row or _named(asked.casefold(), vocabulary.rows("organisations"))
    if row is None:  # people last: they are many, and no group is called by a person's name
        row = _named(asked.casefold(), tuple(r for people in vocabulary.documents("people") for r in people))
    if row is None:
        return Entity(None, None, (asked,))
    names = tuple(dict.fromkeys((row["name"], *row.get("names", ()))))
    return Entity(row.get("id"), row.get("code"), names, row.get("parent"))


def _named(lower: str, known: tuple[vocabulary.Row, ...]) -> vocabulary.Row | None:
    """The row of that id, else of that name, else the first of that code that is part of no other."""
    ways = (
        (r for r in known if str(r.get("id", "")).casefold() == lower),
        (r for r in known if lower in (str(n).casefold() for n in (r["name"], *r.get("names", ())))),
        (r for r in known if str(r.get("code", "")).casefold() == lower and r.get("kind") and not r.get("parent")),
    )
    return next((row for way in ways for row in way), None)


def _mapping(table: Rules) -> dict[str, Any]:
    if not isinstance(table.content, dict):
        raise VocabularyError("is no mapping of forums, instruments, rows", place=table.name, remedy=REMEDY)
    return table.content


def _forum(row: Mapping[str, Any], table: Rules) -> Forum:
    _require(row, ("forum", "name", "effect", "source"), table)
    return Forum(row["forum"], row["name"], row["effect"], row["source"], row.get("un_list"))


def _instrument(row: Any, table: Rules) -> Instrument:
    row = row if isinstance(row, dict) else {}
    _require(row, ("text", "dated", "source"), table)
    return Instrument(row["text"], _day(row, "dated", table), row["source"])


def _listing(
    row: Mapping[str, Any], forums: Mapping[str, Forum], instruments: Mapping[str, Instrument], table: Rules
) -> Listing:
    _require(row, ("entity", "forum", "status", "part", "from", "by", "as_of"), table)
    start, as_of = _day(row, "from", table), _day(row, "as_of", table)
    problems = {
        f"no forum {row['forum']!r}": row["forum"] not in forums,
        f"status {row['status']!r} is none of {get_args(Status)}": row["status"] not in get_args(Status),
        f"part {row['part']!r} is none of {get_args(Part)}": row["part"] not in get_args(Part),
        "a wing is named where the part is a wing, and only there": (row["part"] == "wing") != bool(row.get("wing")),
        "as_of is before from": as_of < start,
    }
    _refuse(row, [why for why, holds in problems.items() if holds], table)
    instrument = _by(row, instruments, table)
    told = (row["entity"], row["forum"], row["status"], row["part"], row.get("wing"))
    return Listing(*told, start, instrument, as_of)


def _snapshot(
    row: Mapping[str, Any], forums: Mapping[str, Forum], instruments: Mapping[str, Instrument], table: Rules
) -> Snapshot:
    _require(row, ("forum", "day", "by", "names"), table)
    _refuse(row, [f"no forum {row['forum']!r}"] if row["forum"] not in forums else [], table)
    names = tuple(map(str, row["names"]))
    return Snapshot(row["forum"], _day(row, "day", table), names, _by(row, instruments, table))


def _by(row: Mapping[str, Any], instruments: Mapping[str, Instrument], table: Rules) -> Instrument:
    """The instrument of a row: the name of one, or one written in its place."""
    if isinstance(row["by"], dict):
        return _instrument(row["by"], table)
    _refuse(row, [f"no instrument {row['by']!r}"] if row["by"] not in instruments else [], table)
    return instruments[row["by"]]


def _require(row: Mapping[str, Any], fields: tuple[str, ...], table: Rules) -> None:
    missing = [f for f in fields if not row.get(f)]
    _refuse(row, [f"lacks {', '.join(missing)}"] if missing else [], table)


def _day(row: Mapping[str, Any], field: str, table: Rules) -> date:
    _refuse(row, [] if isinstance(row[field], date) else [f"{field} is no day: {row[field]!r}"], table)
    day: date = row[field]
    return day


def _refuse(row: Mapping[str, Any], why: list[str], table: Rules) -> None:
    if why:
        raise VocabularyError("; ".join(why), place=f"{table.name}: {dict(row)}", remedy=REMEDY)
