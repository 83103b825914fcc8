"""A folder of imported facts: one Parquet file a table, and a list of what was imported, with digests of the files.

A table is read where it lies: only the rows and columns that a question needs are loaded.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from comity.errors import InputError, StorageError
from comity.exports.files import write_whole
from comity.facts.imported import KEYS, SCHEMAS, Imported

MANIFEST = "imports.json"


@dataclass(frozen=True, slots=True)
class Facts:
    """The tables in a folder, or in none. A table that was never imported has no rows."""

    folder: Path | None = None

    def scan(self, table: str) -> pl.LazyFrame:
        """A table, not loaded yet. :class:`InputError` where its file is none of comity's."""
        path = self._path(table)
        if path is None or not path.exists():
            return pl.LazyFrame(schema=SCHEMAS[table])
        found = pl.scan_parquet(path)
        try:
            fits = found.collect_schema() == pl.Schema(SCHEMAS[table])
        except (pl.exceptions.PolarsError, OSError) as error:
            raise InputError(str(error), place=str(path), remedy="import it again") from error
        if not fits:
            raise InputError("has other columns than it should", place=str(path), remedy="import it again")
        return found

    def add(self, found: Imported, path: Path) -> int:
        """Puts rows into their table, in place of earlier ones of the same key; answers how many the table has then.

        Raises :class:`StorageError` where the folder cannot be written.
        """
        if self.folder is None:
            raise StorageError("no folder to keep facts in", remedy="name one")
        table, key = found.table, list(KEYS[found.table])
        rows = pl.concat([self.scan(table).collect(), found.rows]).unique(key, keep="last").sort(key)
        digest = "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        listed = [line for line in self._listed() if (line["table"], line["digest"]) != (table, digest)]
        listed.append({"table": table, "file": path.name, "digest": digest, "rows": found.rows.height})
        written = json.dumps(listed, ensure_ascii=False, indent=1).encode()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(str(error), place=str(self.folder), remedy="choose a place you can write to") from error
        write_whole(self.folder / f"{table}.parquet", rows.write_parquet)
        write_whole(self.folder / MANIFEST, lambda stream: stream.write(written))
        return rows.height

    def versions(self, *tables: str) -> dict[str, str]:
        """By table and file, the digest of what was imported: what an answer prints of where its rows are from."""
        wanted = [line for line in self._listed() if line["table"] in tables]
        return {f"{line['table']} from {line['file']}": str(line["digest"]) for line in wanted}

    def _path(self, table: str) -> Path | None:
        return self.folder / f"{table}.parquet" if self.folder else None

    def _listed(self) -> list[dict[str, object]]:
        if self.folder is None:
            return []
        path = self.folder / MANIFEST
        try:
            return list(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else []
        except (OSError, ValueError) as error:
            raise InputError(f"cannot be read: {error}", place=str(path), remedy="import into a new folder") from error


def opened(folder: str | Path | None) -> Facts:
    """The facts in a folder that is there, or none at all; :class:`InputError` where the folder is not."""
    if folder is not None and not Path(folder).is_dir():
        raise InputError(
            "no such folder of facts", place=str(folder), remedy="make one: comity import KIND FILE --into FOLDER"
        )
    return Facts(Path(folder) if folder is not None else None)
