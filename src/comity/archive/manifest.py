"""What an archive holds already: a line for every part, and the keys of all articles in it.

A part counts from the moment it stands in its place, and the line comes after. Where a run was cut short between the two,
the line is made up for from the part itself; a line that was cut short itself is written again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from comity.archive import parts
from comity.archive.folder import Folder

KEY_BYTES = 16
Keys = NDArray[np.void]


class Manifest:
    """The lines of an archive's manifest and of its side file. Invariant: one line a part, whatever cut a run short."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.rows: dict[str, parts.Row] = {r["part"]: r for r in _lines(folder.manifest)}
        self._bad = {json.dumps(line, sort_keys=True) for line in _lines(folder.bad)}
        for place in folder.waiting():
            if place.name not in self.rows:
                self.add(parts.row(place))

    def add(self, row: parts.Row) -> bool:
        """Adds the line of a part; false where it is there already."""
        if row["part"] in self.rows:
            return False
        _append(self._folder.manifest, row)
        self.rows[row["part"]] = row
        return True

    def add_bad(self, bad: Iterable[parts.Bad]) -> int:
        """Adds what could not be read or coded; answers how many of them are new."""
        new = 0
        for line in bad:
            written = json.dumps(line, sort_keys=True)
            if written not in self._bad:
                _append(self._folder.bad, line)
                self._bad.add(written)
                new += 1
        return new


def known_keys(folder: Folder) -> Keys:
    """The keys of all articles of the archive, sorted: 16 bytes each, so that those of many millions fit into memory."""
    files = [place / "articles.parquet" for place in folder.waiting()]
    fold = folder.fold()
    files += sorted((fold / "articles").rglob("*.parquet")) if fold else []
    if not files:
        return packed([])
    return packed(pl.scan_parquet(files).select("article").collect()["article"].to_list())


def packed(keys: Sequence[str]) -> Keys:
    """Keys in hexadecimal as sorted bytes."""
    raw = b"".join(bytes.fromhex(key) for key in keys)
    return np.sort(np.frombuffer(raw, dtype=f"S{KEY_BYTES}"))


def among(known: Keys, key: str) -> bool:
    """Whether a key is one of the known ones."""
    wanted = np.array([bytes.fromhex(key)], dtype=f"S{KEY_BYTES}")[0]
    at = int(np.searchsorted(known, wanted))
    return at < len(known) and bool(known[at] == wanted)


def _lines(path: Path) -> list[dict[str, Any]]:
    """The whole lines of a file; what follows the last of them was cut short, and is cut off."""
    if not path.exists():
        return []
    raw = path.read_bytes()
    whole = raw[: raw.rfind(b"\n") + 1]
    if len(whole) < len(raw):
        with path.open("rb+") as stream:
            stream.truncate(len(whole))
    return [json.loads(line) for line in whole.splitlines()]


def _append(path: Path, line: Any) -> None:
    with path.open("ab") as stream:
        stream.write((json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n").encode("utf-8", "replace"))
        stream.flush()
        os.fsync(stream.fileno())
