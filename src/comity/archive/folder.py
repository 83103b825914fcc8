"""Where things lie in an archive's folder, and which coder made it.

archive.json        form, coder, the number of the fold that counts
manifest.jsonl      a line for every part that landed: what it holds
bad.jsonl           a line for everything that could not be read or coded: where, and why
arrived/PART/       the tables of one batch of articles, until they are folded
fold-N/             the tables by day of publication, with copies and events worked out (comity.archive.folding)
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.errors import RecordError, StorageError
from comity.exports.files import write_whole

FORM = 1
ABOUT, MANIFEST, BAD, ARRIVED = "archive.json", "manifest.jsonl", "bad.jsonl", "arrived"
FOLDED_PARTS = "parts.json"  # in a fold: the parts it took in


@dataclass(frozen=True, slots=True)
class Folder:
    """An archive's folder as it is; what changes it is one writer at a time."""

    root: Path

    @property
    def arrived(self) -> Path:
        return self.root / ARRIVED

    @property
    def manifest(self) -> Path:
        return self.root / MANIFEST

    @property
    def bad(self) -> Path:
        return self.root / BAD

    def about(self) -> dict[str, Any]:
        """What archive.json says; :class:`RecordError` where there is none or it is of a newer form."""
        try:
            told = json.loads((self.root / ABOUT).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            remedy = "make one with: comity archive code ARTICLES --out FOLDER"
            raise RecordError("is no archive", place=str(self.root), remedy=remedy) from error
        if told.get("form") != FORM:
            raise RecordError("was made by another comity", place=str(self.root), remedy="use that, or code it again")
        return dict(told)

    def open_for(self, coder: Mapping[str, str]) -> None:
        """Makes the folder where there is none. An archive is one coder's: :class:`RecordError` where it is another's."""
        if not (self.root / ABOUT).exists():
            try:
                self.arrived.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StorageError(
                    error.strerror or str(error), place=str(self.root), remedy="choose a place"
                ) from error
            self._tell({"form": FORM, "coder": dict(coder), "fold": 0})
            return
        made_by = self.about()["coder"]
        if made_by != dict(coder):
            problem = f"was coded by {made_by['name']} {made_by['version']} with another vocabulary or version"
            raise RecordError(
                problem, place=str(self.root), remedy="code into another folder: an archive is one coder's"
            )

    def fold(self) -> Path | None:
        """The folder of the fold that counts; None before the first."""
        number = int(self.about()["fold"])
        return self.root / f"fold-{number}" if number else None

    def next_fold(self) -> Path:
        """Where the next fold is to be made; what a fold that was cut short left there is removed."""
        path = self.root / f"fold-{int(self.about()['fold']) + 1}"
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        return path

    def turn_to(self, fold: Path) -> None:
        """Makes a finished fold the one that counts, and then removes what it replaces."""
        before = self.fold()
        self._tell({**self.about(), "fold": int(fold.name.removeprefix("fold-"))})
        if before is not None:
            shutil.rmtree(before, ignore_errors=True)
        self.clear()

    def clear(self) -> None:
        """Removes arrived parts that a fold has taken in, and what was cut short on its way."""
        fold = self.fold()
        taken = json.loads((fold / FOLDED_PARTS).read_text(encoding="utf-8")) if fold else []
        for path in sorted(self.arrived.iterdir()) if self.arrived.is_dir() else ():
            if path.name in taken:
                shutil.rmtree(path, ignore_errors=True)

    def waiting(self) -> list[Path]:
        """The parts that arrived and are not folded yet, by name."""
        fold = self.fold()
        taken = set(json.loads((fold / FOLDED_PARTS).read_text(encoding="utf-8"))) if fold else set()
        found = self.arrived.iterdir() if self.arrived.is_dir() else iter(())
        return sorted(p for p in found if not p.name.startswith(".") and p.name not in taken)

    def _tell(self, about: Mapping[str, Any]) -> None:
        text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
        write_whole(self.root / ABOUT, lambda stream: stream.write(text.encode()))


def sync_folder(path: Path) -> None:
    """Makes the names in a folder lasting, as writing a file does its content."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
