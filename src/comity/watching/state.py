"""What a watch knows of its feeds between two rounds and two runs: one JSON file, replaced whole or not at all."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from comity.errors import RecordError
from comity.exports.files import write_whole

MOST_ENTRIES = 5_000  # of one feed that are remembered; the oldest are forgotten first
TRIES = 5  # of an entry's page that cannot be had just now


@dataclass(slots=True)
class FeedState:
    """One feed. ``entries``: what was read of it, the mark of each entry under its address, oldest first."""

    tag: str | None = None  # ETag
    modified: str | None = None  # Last-Modified
    failures: int = 0  # in a row
    not_before: float = 0.0  # Unix time before which it is left alone
    entries: dict[str, str] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)  # pages that could not be had yet

    def is_done(self, address: str, mark: str) -> bool:
        """Whether the entry was read as it now stands."""
        return self.entries.get(address) == mark

    def done(self, address: str, mark: str) -> None:
        """The entry was read, or is not to be tried again."""
        self.entries.pop(address, None)
        self.tries.pop(address, None)
        self.entries[address] = mark
        while len(self.entries) > MOST_ENTRIES:
            del self.entries[next(iter(self.entries))]

    def failed(self, address: str, mark: str) -> None:
        """The entry's page could not be had: it is tried again in the next rounds, and then given up."""
        self.tries[address] = self.tries.get(address, 0) + 1
        if self.tries[address] >= TRIES:
            self.done(address, mark)


def load(path: Path) -> dict[str, FeedState]:
    """The feeds of a state file; none where there is no file yet."""
    return {url: FeedState(**known) for url, known in read_json(path).get("feeds", {}).items()}


def save(path: Path, feeds: dict[str, FeedState]) -> None:
    """Puts the whole state in its place."""
    write_json(path, {"feeds": {url: asdict(known) for url, known in sorted(feeds.items())}})


def read_json(path: Path) -> dict[str, Any]:
    """The object in a file, {} where there is no file; :class:`RecordError` where it is damaged."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, OSError) as error:
        raise RecordError(
            f"cannot be read ({error})",
            place=str(path),
            remedy="move it away: the feeds are then read from their beginning",
        ) from error
    return found if isinstance(found, dict) else {}


def write_json(path: Path, value: dict[str, Any]) -> None:
    """Replaces the file by ``value``."""
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    write_whole(path, lambda stream: stream.write(text.encode("utf-8", "replace")))
