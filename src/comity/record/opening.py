"""Opening a record: one SQLite file, or a PostgreSQL database by its address. The edge where storage fails.

A record carries the number of its schema. Fresh records are made from the tables in ``schema``; older ones are
brought up by ``migrations``, after the original was put aside. Alembic was weighed and left: its machinery serves one
deployed database, while records are many small files, each opened by whatever version its owner has.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select

from comity.errors import RecordError, StorageError
from comity.record import lock, postgresql, sqlite_file
from comity.record.migrations import migrate
from comity.record.places import is_url
from comity.record.schema import SCHEMA_VERSION, about, metadata
from comity.record.storage_errors import storage_guard


def open_for_writing(place: str) -> Engine:
    """An engine whose record exists and has today's schema; :class:`StorageError` where it cannot be written."""
    engine = _engine(place, read_only=False)
    with transaction(engine, place) as connection:
        _prepare(connection, place)
    return engine


def open_anew(place: str) -> Engine:
    """An engine on a place that holds nothing yet; :class:`RecordError` where it holds something."""
    if not is_url(place) and Path(place).exists():
        raise _not_empty(place)
    engine = _engine(place, read_only=False)
    with storage_guard(place), engine.connect() as connection:
        if _version_in(connection) is not None:
            raise _not_empty(place)
    return engine


def bring_up(place: str) -> tuple[int, str | None]:
    """Brings a record to today's schema; answers which it had, and where the original is kept (None: it was today's)."""
    version = schema_version(place)
    if version == SCHEMA_VERSION:
        return version, None
    try:
        with transaction(_engine(place, read_only=False), place) as connection:
            return version, _prepare(connection, place)
    except StorageError as error:
        problem = f"is of an older comity (schema {version}) and cannot be brought up to {SCHEMA_VERSION} where it lies"
        remedy = "copy it to a place with room that you can write to, and: comity migrate COPY"
        raise StorageError(f"{problem}: {error.problem}", place=place, remedy=remedy) from error


def open_for_reading(place: str) -> Engine:
    """An engine on an existing record; :class:`RecordError` where there is none, or none of comity's.

    A record of an older schema is brought up first; :class:`StorageError` where it lies in a read-only place.
    """
    bring_up(place)
    return _engine(place, read_only=True)


def schema_version(place: str) -> int:
    """The number of the record's schema; :class:`RecordError` where there is no record, or a newer comity's."""
    if not is_url(place) and not Path(place).is_file():
        raise RecordError("no such record", place=place, remedy="make it with: comity read ARTICLES --into FILE")
    with storage_guard(place), _engine(place, read_only=True).connect() as connection:
        _check_whose(connection, place)
        version = _version_in(connection)
    if version is None:
        raise RecordError("holds no record of comity", place=place, remedy="name another, or make it: comity read")
    _check_version(version, place)
    return version


@contextmanager
def transaction(engine: Engine, place: str) -> Iterator[Connection]:
    """A transaction of the one writer: it waits until no other process writes, and is kept whole or not at all."""
    with ExitStack() as held:
        held.enter_context(storage_guard(place))
        if not is_url(place):
            held.enter_context(lock.writer_lock(place))
        connection = held.enter_context(engine.begin())
        if is_url(place):
            _wait_for_server(connection, place)
        yield connection


def _wait_for_server(connection: Connection, place: str) -> None:
    until = time.monotonic() + lock.WAIT_SECONDS
    while (holder := postgresql.try_writer_lock(connection)) is not None:
        if time.monotonic() >= until:
            raise lock.taken(place, holder)
        time.sleep(lock.PAUSE_SECONDS)


def _engine(place: str, *, read_only: bool) -> Engine:
    if is_url(place):
        return postgresql.engine(place, read_only=read_only)
    return sqlite_file.engine(place, read_only=read_only)


def _prepare(connection: Connection, place: str) -> str | None:
    """Makes the tables, or brings older ones up; answers where the original is kept, where there was an older one."""
    _check_whose(connection, place)
    version = _version_in(connection)
    if version is None:
        create(connection, place)
        return None
    _check_version(version, place)
    if version == SCHEMA_VERSION:
        return None
    kept = postgresql.keep(connection, version) if is_url(place) else sqlite_file.keep(place, version)
    migrate(connection, version)
    return kept


def _check_whose(connection: Connection, place: str) -> None:
    if not is_url(place):
        sqlite_file.check_whose(connection, place)


def _version_in(connection: Connection) -> int | None:
    if not connection.dialect.has_table(connection, about.name):
        return None
    found: Any = connection.execute(select(about.c.value).where(about.c.key == "schema")).scalar()
    return int(found) if str(found).isdecimal() else None


def _not_empty(place: str) -> RecordError:
    remedy = "name another place, or move away what is there"
    return RecordError("there is something already; nothing was written over it", place=place, remedy=remedy)


def _check_version(version: int, place: str) -> None:
    if version > SCHEMA_VERSION:
        raise RecordError(
            f"was made by a newer comity (schema {version}, this one knows {SCHEMA_VERSION})",
            place=place,
            remedy="install the newer version",
        )


def create(connection: Connection, place: str) -> None:
    """The tables of an empty record."""
    if is_url(place):
        postgresql.check_encoding(connection, place)
    metadata.create_all(connection)
    connection.execute(about.insert().values(key="schema", value=str(SCHEMA_VERSION)))
    if is_url(place):
        postgresql.make_text_search(connection)
    else:
        sqlite_file.mark(connection)
