"""Records of older schemas, made of SQL text as comity wrote them then (schemas/1.sql and so on)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from comity.reading import OpenRecord
from comity.record.sqlite_file import APPLICATION_ID

SCHEMAS = tuple(sorted(int(p.stem) for p in (Path(__file__).parent / "schemas").glob("*.sql")))
SEARCH = """
CREATE VIRTUAL TABLE text_search USING fts5(
  text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
  INSERT INTO text_search(rowid, text) VALUES (new.number, new.text); END;
CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
  INSERT INTO text_search(text_search, rowid, text) VALUES ('delete', old.number, old.text); END;
INSERT INTO text_search(text_search) VALUES ('rebuild');
"""


def older(folder: Path, schema: int) -> OpenRecord:
    """A record as the comity of that schema left it."""
    place = folder / "old.comity"
    script = (Path(__file__).parent / "schemas" / f"{schema}.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(f"PRAGMA journal_mode = WAL; PRAGMA application_id = {APPLICATION_ID};")
        connection.executescript(script + SEARCH)
    return OpenRecord(place)


def schema_of(place: str | Path) -> str:
    """The number that stands in the file, asked behind comity's back."""
    with closing(sqlite3.connect(place)) as connection:
        return str(connection.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()[0])
