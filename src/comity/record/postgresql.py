"""A record in a PostgreSQL database, for a team: engine, writer's lock and text search.

The tables are the ones of a file. What is ordered is ordered by code points there and here (schema.py).
"""

from __future__ import annotations

import os
import socket
from functools import lru_cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    column,
    create_engine,
    func,
    inspect,
    literal,
    select,
    text,
)
from sqlalchemy.exc import ArgumentError

from comity.errors import RecordError
from comity.record.places import driver_url
from comity.record.schema import metadata, texts

_LOCK = 0x434F4D49  # "COMI": the first half of the lock's number; the other is of the schema that holds the tables
# A longer text could pass what one search entry may hold (1 MB); its words beyond are not found by text search.
SEARCHED_CHARACTERS = 150_000
_WORDS = f"to_tsvector('simple', left(text, {SEARCHED_CHARACTERS}))"
_TEXT_SEARCH = (
    f"ALTER TABLE texts ADD COLUMN words tsvector GENERATED ALWAYS AS ({_WORDS}) STORED",
    "CREATE INDEX text_search ON texts USING gin (words)",
)


def engine(place: str, *, read_only: bool) -> Engine:
    """An engine on the database; all of one process share their connections."""
    made = _engine(place, os.getpid())
    return made.execution_options(postgresql_readonly=True) if read_only else made


@lru_cache(maxsize=16)
def _engine(place: str, process: int) -> Engine:
    """``process``: a child must not speak on its parent's connections."""
    named = {"application_name": f"comity {process} on {socket.gethostname()}"[:63], "client_encoding": "utf8"}
    try:
        return create_engine(driver_url(place), pool_size=2, pool_pre_ping=True, connect_args=named)
    except (ArgumentError, ValueError):  # the message may hold the password
        remedy = "write it like postgresql://USER@HOST:5432/DATABASE"
        raise RecordError("is no address of a database", place=place, remedy=remedy) from None
    except ImportError as error:
        remedy = "install it: pip install 'comity[postgres]'"
        raise RecordError("the driver for PostgreSQL is missing", place=place, remedy=remedy) from error


def check_encoding(connection: Connection, place: str) -> None:
    """:class:`RecordError` where the database cannot hold every character."""
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        remedy = "make one: createdb --encoding UTF8 --template template0 NAME"
        raise RecordError(f"the database is encoded in {encoding}", place=place, remedy=remedy)


def try_writer_lock(connection: Connection) -> str | None:
    """Takes the writer's lock until the transaction ends; where another holds it, answers who does."""
    key = (literal(_LOCK), func.hashtext(func.current_schema()))
    if connection.execute(func.pg_try_advisory_xact_lock(*key).select()).scalar_one():
        return None
    holder = text(
        "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory'"
        " AND l.granted AND l.classid = :lock AND l.objid::bigint = hashtext(current_schema())::bit(32)::bigint"
        " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    return str(connection.execute(holder, {"lock": _LOCK}).scalar() or "comity, unknown")


def keep(connection: Connection, version: int) -> str:
    """Puts the tables of an older schema aside, into a schema of the database with a name that tells which; answers it."""
    kept = f"{connection.execute(func.current_schema().select()).scalar_one()}_schema{version}"
    connection.execute(text(f'CREATE SCHEMA "{kept}"'))
    for name in inspect(connection).get_table_names():
        connection.execute(text(f'CREATE TABLE "{kept}"."{name}" AS TABLE "{name}"'))
    return f"schema {kept} of the database"


def leave_no_trace(place: str) -> None:
    """Lets the server overwrite what was deleted."""
    with engine(place, read_only=False).connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in metadata.tables:
            connection.execute(text(f"VACUUM {table}"))


def count_on(connection: Connection) -> None:
    """Numbers given from now on come after those that are there."""
    for table in metadata.tables.values():
        if "number" in table.c and len(table.primary_key) == 1:
            highest = f"(SELECT coalesce(max(number), 0) + 1 FROM {table.name})"
            connection.execute(
                text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), {highest}, false)")
            )


def make_text_search(connection: Connection) -> None:
    """Words of each text, kept by the database and indexed."""
    for statement in _TEXT_SEARCH:
        connection.execute(text(statement))


def ranked(words: str) -> Select[tuple[int, float]]:
    """The texts that hold all the words, by number, each with its rank: the lower, the better."""
    held: ColumnElement[str] = column("words")
    asked = func.plainto_tsquery("simple", words)
    return select(texts.c.number, (-func.ts_rank(held, asked)).label("rank")).where(held.op("@@")(asked))


def holding(words: str) -> Select[tuple[int]]:
    """The texts that hold all the words, by number alone."""
    held: ColumnElement[str] = column("words")
    return select(texts.c.number).where(held.op("@@")(func.plainto_tsquery("simple", words)))
