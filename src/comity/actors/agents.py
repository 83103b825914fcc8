"""Common nouns that name actors ("officials", "troops", "protesters"): their sector, from vocabulary/agents.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comity import vocabulary


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun that names actors; ``person`` where it names individuals, ``office`` where it is a title."""

    noun: str
    sector: str
    person: bool = False
    office: str | None = None


@cache
def agents() -> dict[str, Agent]:
    """Agents by noun, lower case, singular; nouns of several words by their words with spaces."""
    table = vocabulary.table("agents")
    offices = {title.lower(): row for row in vocabulary.rows("offices") for title in row["titles"]}
    found = {
        row["noun"].lower(): Agent(
            row["noun"].lower(), row["sector"], bool(row.get("person")), _office(offices, row["noun"])
        )
        for row in table["agents"]
    }
    for title, row in offices.items():
        found.setdefault(title, Agent(title, row["sector"], True, row["office"]))
    return found


def _office(offices: dict[str, vocabulary.Row], noun: str) -> str | None:
    row = offices.get(noun.lower())
    return row["office"] if row else None
