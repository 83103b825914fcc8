"""Keeping a record: a copy in one file, brought back from it, also from a file to a database and from a database to a file."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from comity.errors import RecordError
from comity.record import postgresql, sqlite_file
from comity.record.derived import work_out_anew
from comity.record.opening import (
    bring_up,
    create,
    open_anew,
    open_for_reading,
    open_for_writing,
    schema_version,
    transaction,
)
from comity.record.places import is_url
from comity.record.schema import SCHEMA_VERSION, about, metadata
from comity.record.storage_errors import storage_guard

PAGE = 1000  # rows


def backup(place: str, file: Path) -> None:
    """The record as it stands now, in one file that is a record itself; others may write meanwhile.

    Raises :class:`RecordError` where ``file`` is there already or the record is damaged, and :class:`StorageError`.
    """
    schema_version(place)
    if file.exists():
        raise RecordError("is there already", place=str(file), remedy="name another file, or move that one away")
    with storage_guard(str(file)):
        if is_url(place):
            _to_file(place, file)
        else:
            sqlite_file.copy(place, file)


def restore(file: Path, place: str) -> None:
    """A record from a backup, to a place where there is none yet.

    Raises :class:`RecordError` where ``place`` holds something already or ``file`` is no whole record.
    """
    if is_url(str(file)):
        remedy = "make the file with: comity backup RECORD FILE"
        raise RecordError("a record is brought back from a file", place=str(file), remedy=remedy)
    version = schema_version(str(file))
    engine = open_anew(place)
    with storage_guard(place):
        if not is_url(place):
            sqlite_file.copy(str(file), Path(place))
        elif version == SCHEMA_VERSION:
            _to_database(file, place, engine)
        else:
            with _brought_up(file) as today:
                _to_database(today, place, engine)


def fold(place: str) -> None:
    """Works out copies and clusters of a record anew, as if there were none: what ``verify`` says is not what the articles
    say is mended. Raises :class:`RecordError` where there is no record."""
    open_for_reading(place)
    with transaction(open_for_writing(place), place) as connection:
        work_out_anew(connection)


@contextmanager
def _brought_up(file: Path) -> Iterator[Path]:
    """A copy of a record of an older schema, brought up; the file stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy.comity")
        sqlite_file.copy(str(file), copy)
        bring_up(str(copy))
        yield copy


def _to_database(file: Path, place: str, engine: Engine) -> None:
    with open_for_reading(str(file)).connect() as source, transaction(engine, place) as target:
        create(target, place)
        _copy_rows(source, target)
        postgresql.count_on(target)


def _to_file(place: str, file: Path) -> None:
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    engine = open_for_reading(place).execution_options(isolation_level="REPEATABLE READ")
    try:
        with engine.connect() as source, transaction(open_for_writing(str(draft)), str(draft)) as target:
            _copy_rows(source, target)
        with closing(sqlite3.connect(draft)) as connection:
            sqlite_file.settle(connection)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _copy_rows(source: Connection, target: Connection) -> None:
    """All rows of one record into another that is empty, table by table; what a row refers to comes first."""
    for table in metadata.sorted_tables:
        query = select(table).order_by(*table.primary_key.columns)
        if table is about:
            query = query.where(about.c.key != "schema")
        for page in source.execution_options(yield_per=PAGE).execute(query).mappings().partitions():
            target.execute(insert(table), [dict(row) for row in page])
