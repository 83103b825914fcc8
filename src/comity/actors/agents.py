"""Common nouns that name actors ("officials", "troops", "protesters"): their sector, from vocabulary/agents.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comity import vocabulary
from comity.actors.offices import load_offices, office_named


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun that names actors; ``person`` where it names individuals, ``office`` where it is a title."""

    noun: str
    sector: str | None
    person: bool = False
    office: str | None = None


@cache
def agents() -> dict[str, Agent]:
    """Agents by noun, lower case, singular; nouns of several words by their words with spaces."""
    table = vocabulary.table("agents")
    found = {
        row["noun"].lower(): Agent(
            row["noun"].lower(), row["sector"], bool(row.get("person")), office_named(row["noun"])
        )
        for row in table["agents"]
    }
    for office in load_offices().values():
        for title in office.titles:
            found.setdefault(title.lower(), Agent(title.lower(), office.sector, True, office_named(title)))
    return found
