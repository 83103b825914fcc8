"""The kinds of files that can be imported, each with its reader and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from comity.actors.importers import StateCodes, read_archigos, read_reign, read_wikidata, write_people
from comity.errors import InputError
from comity.facts.imported import Imported
from comity.facts.roll_calls import read_roll_calls, read_votes
from comity.facts.store import Facts
from comity.facts.un_list import read_un_list
from comity.facts.vetoes import read_vetoes

TABLES = {"roll-calls": read_roll_calls, "vetoes": read_vetoes, "un-list": read_un_list}
LEADERS = {"archigos": "gw", "reign": "cow", "wikidata": ""}
KINDS = ("roll-calls", "votes", "vetoes", "un-list", "archigos", "reign", "wikidata")


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did: rows taken, the file they went to and how many it has, and what was refused."""

    taken: int
    place: Path
    rows: int
    refused: tuple[str, ...]


def import_facts(kind: str, path: Path, into: Path, as_of: str | None = None) -> Report:
    """Reads ``path`` as ``kind`` into the folder ``into``; what cannot be read of it is told, the rest is taken.

    Leaders go into ``people`` of the folder, which then serves as a vocabulary folder of the user's own; ``as_of`` is the
    day of an export that has none. Raises :class:`InputError` where the file is not what it is read as.
    """
    if not path.is_file():
        raise InputError("no such file", place=str(path), remedy="name a file that is there")
    if kind in LEADERS:
        return _leaders(kind, path, into, as_of)
    if kind not in KINDS:
        raise InputError(f"no such kind: {kind}", remedy=f"one of {', '.join(KINDS)}")
    facts = Facts(into)
    found = _votes(path, facts) if kind == "votes" else TABLES[kind](path)
    return Report(found.rows.height, into / f"{found.table}.parquet", facts.add(found, path), found.refused)


def _votes(path: Path, facts: Facts) -> Imported:
    return read_votes(path, dict(facts.scan("roll_calls").select("call", "day").collect().iter_rows()))


def _leaders(kind: str, path: Path, into: Path, as_of: str | None) -> Report:
    if kind == "wikidata":
        if as_of is None:
            raise InputError("the export does not say its day", place=str(path), remedy="give it: --as-of 2024-05-01")
        found = read_wikidata(path, as_of)
    else:
        read = read_archigos if kind == "archigos" else read_reign
        found = read(path, StateCodes.of_vocabulary(LEADERS[kind]))
    place = into / "people" / f"{kind}.yaml"
    write_people(found.people, place)
    return Report(len(found.people), place, len(found.people), found.refused)
