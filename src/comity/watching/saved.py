"""Saved watches: filters over claims by name, and where to tell of new ones. One JSON file beside the record."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from comity.errors import InputError
from comity.record.answers import Filter
from comity.watching.state import read_json, write_json

MOST_TOLD = 5_000  # claims that are remembered as told, so that reading them again tells nothing


@dataclass(slots=True)
class Saved:
    """One saved watch. ``told`` and ``posted`` are the batches up to which it was printed and sent to the webhook."""

    name: str
    filter: dict[str, str]
    atom: str | None = None
    webhook: str | None = None
    told: int = 0
    posted: int = 0
    claims: list[str] = field(default_factory=list)  # ids told last

    def asked(self) -> Filter:
        """What is asked of the record."""
        get = self.filter.get
        return Filter(
            actor=get("actor"),
            recipient=get("recipient"),
            type=get("type"),
            status=get("status"),
            source=get("source"),
            place=get("place"),
        )

    def remember(self, ids: list[str]) -> None:
        """Keeps the latest ids."""
        self.claims = [*self.claims, *ids][-MOST_TOLD:]

    def words(self) -> str:
        """The filter as a line to read."""
        return ", ".join(f"{key} {value}" for key, value in self.filter.items()) or "every claim"


def load(path: Path) -> list[Saved]:
    """The watches of a file in the order in which they were saved."""
    return [Saved(**_known(row)) for row in read_json(path).get("watches", [])]


def save(path: Path, watches: list[Saved]) -> None:
    """Replaces the file."""
    write_json(path, {"watches": [asdict(watch) for watch in watches]})


def added(watches: list[Saved], watch: Saved) -> list[Saved]:
    """With one more; an InputError where the name is taken."""
    if any(known.name == watch.name for known in watches):
        raise InputError(f"a watch {watch.name!r} is there already", remedy="remove it first, or take another name")
    return [*watches, watch]


def removed(watches: list[Saved], name: str) -> list[Saved]:
    """Without the one of that name; an InputError where there is none."""
    left = [watch for watch in watches if watch.name != name]
    if len(left) == len(watches):
        raise InputError(f"no watch is called {name!r}", remedy="comity watches RECORD lists them")
    return left


def _known(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key in Saved.__dataclass_fields__}
