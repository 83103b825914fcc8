"""A record in one SQLite file: how it is opened, and its text search. Several read while one writes (WAL)."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain, count
from pathlib import Path

from sqlalchemy import Connection, Engine, Select, TextClause, column, create_engine, event, select, table, text
from sqlalchemy.pool import NullPool

from comity.errors import RecordError

APPLICATION_ID = 0x434F4D49  # "COMI"
BUSY_SECONDS = 60

_TEXT_SEARCH = (
    """CREATE VIRTUAL TABLE text_search USING fts5(
         text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
         INSERT INTO text_search(rowid, text) VALUES (new.number, new.text); END""",
    """CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
         INSERT INTO text_search(text_search, rowid, text) VALUES ('delete', old.number, old.text); END""",
)


def engine(place: str, *, read_only: bool) -> Engine:
    """An engine whose transactions begin when they say so, those of a writer with the right to write."""
    made = create_engine("sqlite://", creator=lambda: connect(place, read_only=read_only), poolclass=NullPool)
    # The driver's own transaction handling would commit before DDL; SQLAlchemy's begin is made to mean it.
    event.listen(made, "begin", lambda c: c.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE"))
    return made


def connect(place: str, *, read_only: bool) -> sqlite3.Connection:
    """One connection to the file; a writer's makes the file where there is none."""
    address = Path(place).absolute().as_uri() + ("?mode=ro" if read_only else "?mode=rwc")
    if read_only and not _can_write_beside(place):
        address += "&immutable=1"  # WAL needs a file beside the record; where none can be made, nobody writes either
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    if not read_only:
        _set_up(connection)
    return connection


def _can_write_beside(place: str) -> bool:
    return Path(f"{place}-shm").exists() or os.access(Path(place).absolute().parent, os.W_OK)


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA secure_delete = ON")  # what is forgotten leaves no trace in free pages


def copy(place: str, target: Path) -> None:
    """The whole record as it stands now in one file ``target``, or none at all; others may be writing meanwhile.

    Raises :class:`RecordError` where the copy is not whole, so that no damage is kept for a backup.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with closing(connect(place, read_only=True)) as source, closing(sqlite3.connect(draft)) as copied:
            source.backup(copied)
            settle(copied)
            for (message,) in copied.execute("PRAGMA integrity_check(1)"):
                if message != "ok":
                    remedy = "see what is damaged: comity verify; nothing was copied"
                    raise RecordError(f"is damaged: {message}", place=place, remedy=remedy)
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def settle(connection: sqlite3.Connection) -> None:
    """Everything into the one file, so that it can be carried away."""
    connection.execute("PRAGMA journal_mode = DELETE")


def keep(place: str, version: int) -> str:
    """Puts a copy of a record of an older schema beside it, under a name that tells which; answers the name."""
    path = Path(place)
    names = (
        path.with_name(f"{path.stem}.schema{version}{n}{path.suffix}") for n in chain([""], map("-{}".format, count(2)))
    )
    kept = next(name for name in names if not name.exists())
    copy(place, kept)
    return str(kept)


def search_problems(place: str) -> Iterator[str]:
    """What is wrong with the text search: asked of the search itself, which does it only where the file may be written."""
    if not os.access(place, os.W_OK) or not _can_write_beside(place):
        return
    with closing(connect(place, read_only=False)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute("INSERT INTO text_search(text_search, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield str(error)
        finally:
            connection.execute("ROLLBACK")


def leave_no_trace(place: str) -> None:
    """Rewrites the file without what was deleted from it."""
    with closing(connect(place, read_only=False)) as connection:
        connection.execute("INSERT INTO text_search(text_search) VALUES ('optimize')")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def check_whose(connection: Connection, place: str) -> None:
    """:class:`RecordError` where the file is another program's database."""
    number = connection.execute(text("PRAGMA application_id")).scalar_one()
    tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()
    if number != APPLICATION_ID and tables:
        raise RecordError("is a database, but no record of comity", place=place, remedy="name another file")


def mark(connection: Connection) -> None:
    """Says in the file that it is comity's, and makes the text search."""
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
    for statement in _TEXT_SEARCH:  # over the stored texts, without a second copy of them
        connection.execute(text(statement))


def ranked(words: str) -> Select[tuple[int, float]]:
    """The texts that hold all the words, by number, each with its rank: the lower, the better."""
    index = table("text_search", column("rowid"), column("rank"))
    return select(index.c.rowid.label("number"), index.c.rank.label("rank")).where(_match(words))


def holding(words: str) -> Select[tuple[int]]:
    """The texts that hold all the words, by number alone: to rank them takes many times as long."""
    index = table("text_search", column("rowid"))
    return select(index.c.rowid.label("number")).where(_match(words))


def _match(words: str) -> TextClause:
    return text("text_search MATCH :words").bindparams(words=_all_words(words))


def _all_words(words: str) -> str:
    """The user's words as the search's own language would quote them, so that none is taken for an operator."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
