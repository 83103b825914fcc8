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
    offices = {title: office for office, titles in table["offices"].items() for title in titles}
    found = {
        row["noun"].lower(): Agent(row["noun"].lower(), row["sector"], bool(row.get("person")), offices.get(row["noun"].lower()))
        for row in table["agents"]
    }
    for title, office in offices.items():
        found.setdefault(title, Agent(title, "GOV", True, office))
    return found
