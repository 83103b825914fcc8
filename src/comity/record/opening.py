"""Opening a record: one SQLite file in WAL mode, or a database by URL; the edge where storage fails.

A record carries comity's application id and the number of its schema. Fresh records are made from the tables in
``schema``; older ones are brought up by ``migrations``. Alembic was weighed and left: its machinery serves one
deployed database, while records are many small files, each opened by whatever version its owner has.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from comity.errors import RecordError, StorageError
from comity.record.migrations import migrate
from comity.record.schema import SCHEMA_VERSION, about, metadata

APPLICATION_ID = 0x434F4D49  # "COMI"
BUSY_SECONDS = 30
_STORAGE = (
    "disk is full",
    "readonly database",
    "disk I/O error",
    "unable to open database file",
)

_TEXT_SEARCH = (
    """CREATE VIRTUAL TABLE text_search USING fts5(
         text, content='texts', content_rowid='number', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
         INSERT INTO text_search(rowid, text) VALUES (new.number, new.text); END""",
    """CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
         INSERT INTO text_search(text_search, rowid, text) VALUES ('delete', old.number, old.text); END""",
)


def is_url(place: str) -> bool:
    return "://" in place


def open_for_writing(place: str) -> Engine:
    """An engine whose record exists and has today's schema; :class:`StorageError` where it cannot be written."""
    engine = _engine(place, read_only=False)
    with storage_guard(place), engine.begin() as connection:
        _prepare(connection, place)
    return engine


def open_for_reading(place: str) -> Engine:
    """An engine on an existing record; :class:`RecordError` where there is none, or none of comity's."""
    if not is_url(place) and not Path(place).is_file():
        raise RecordError("no such record", place=place, remedy="make it with: comity read ARTICLES --into FILE")
    engine = _engine(place, read_only=True)
    with storage_guard(place), engine.connect() as connection:
        _check_application(connection, place)
        version = _schema_version(connection)
    if version is None:
        raise RecordError("holds no record of comity", place=place, remedy="name another file")
    _check_version(version, place)
    if version < SCHEMA_VERSION:
        open_for_writing(place).dispose()
    return engine


@contextmanager
def storage_guard(place: str) -> Iterator[None]:
    """Turns the database's and the system's messages about storage into errors that say what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _explain(str(error.orig), place) from error
    except OSError as error:
        raise _no_storage(error.strerror or str(error), place) from error


def _explain(message: str, place: str) -> RecordError | StorageError:
    if any(sign in message for sign in _STORAGE):
        return _no_storage(message, place)
    if "locked" in message:
        return RecordError("another program is writing to the record", place=place, remedy="wait until it has ended")
    return RecordError(message, place=place, remedy="is it a record of comity, and whole? try: comity verify")


def _no_storage(message: str, place: str) -> StorageError:
    remedy = "nothing of this batch was kept; make room or choose a place you can write to"
    return StorageError(message, place=place, remedy=remedy)


def _engine(place: str, *, read_only: bool) -> Engine:
    if is_url(place):
        return create_engine(place)
    engine = create_engine("sqlite://", creator=lambda: _connect(place, read_only=read_only), poolclass=NullPool)
    # The driver's own transaction handling would commit before DDL; SQLAlchemy's begin is made to mean it.
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE"))
    return engine


def _connect(place: str, *, read_only: bool) -> sqlite3.Connection:
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


def _prepare(connection: Connection, place: str) -> None:
    _check_application(connection, place)
    version = _schema_version(connection)
    if version is None:
        _create(connection)
    else:
        _check_version(version, place)
        migrate(connection, version)


def _check_application(connection: Connection, place: str) -> None:
    if connection.dialect.name != "sqlite":
        return
    number = connection.execute(text("PRAGMA application_id")).scalar_one()
    tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()
    if number != APPLICATION_ID and tables:
        raise RecordError("is a database, but no record of comity", place=place, remedy="name another file")


def _schema_version(connection: Connection) -> int | None:
    if not connection.dialect.has_table(connection, about.name):
        return None
    found: Any = connection.execute(select(about.c.value).where(about.c.key == "schema")).scalar()
    return None if found is None else int(found)


def _check_version(version: int, place: str) -> None:
    if version > SCHEMA_VERSION:
        raise RecordError(
            f"was made by a newer comity (schema {version}, this one knows {SCHEMA_VERSION})",
            place=place,
            remedy="install the newer version",
        )


def _create(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.execute(about.insert().values(key="schema", value=str(SCHEMA_VERSION)))
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        _create_text_search(connection)


def _create_text_search(connection: Connection) -> None:
    """Full-text search over the stored texts, without a second copy of them."""
    for statement in _TEXT_SEARCH:
        connection.execute(text(statement))
