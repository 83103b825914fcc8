"""Digests of what is kept, by which a change of any byte of it is seen, and that something is missing.

A seal covers all columns of all rows that belong to an article; of a verdict, a judgement or a withdrawal, its row. A step to a
schema with other columns has to seal anew (``seal_everything``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, bindparam, delete, insert, select

from comity.record.schema import (
    articles,
    attributions,
    claim_sources,
    claims,
    codings,
    judgements,
    roles,
    seals,
    signals,
    verdicts,
    withdrawn,
)

_PARTS = (codings, claims, claim_sources, attributions, signals, roles)
AT_ONCE = 200  # articles sealed by one query for each table
_TABLES = [(articles, articles.c.key), *((part, part.c.article) for part in _PARTS)]
# All columns by name, all rows by their key, of some articles; made once, because they are asked for every batch.
_QUERIES = [
    select(*(t.c[name] for name in sorted(t.c.keys())))
    .where(column.in_(bindparam("of", expanding=True)))
    .order_by(*t.primary_key.columns)
    for t, column in _TABLES
]
_KEYS = [sorted(t.c.keys()).index(column.name) for t, column in _TABLES]  # where the article's key stands in a row
_LISTS: Mapping[str, Table] = {"verdict": verdicts, "judgement": judgements, "withdrawal": withdrawn}


def seal_articles(connection: Connection, keys: Sequence[str]) -> None:
    """Seals articles that were just written."""
    found: dict[str, list[list[list[Any]]]] = {key: [[] for _ in _QUERIES] for key in keys}
    for part, (query, at) in enumerate(zip(_QUERIES, _KEYS, strict=True)):
        for row in connection.execute(query, {"of": list(keys)}):
            found[row[at]][part].append(list(row))
    written = [{"of": "article", "key": key, "digest": _digest(parts)} for key, parts in found.items()]
    if written:
        connection.execute(insert(seals), written)


def seal_row(connection: Connection, of: str, number: int) -> None:
    """Seals a verdict, a judgement or a withdrawal by its number, in place of the seal that it has."""
    table = _LISTS[of]
    connection.execute(delete(seals).where(seals.c.of == of, seals.c.key == str(number)))
    row = connection.execute(select(table).where(table.c.number == number)).mappings().one()
    connection.execute(insert(seals).values(of=of, key=str(number), digest=_row(table, row)))


def break_seals(connection: Connection, keys: Iterable[str]) -> None:
    """Takes away the seals of articles that are taken out of the record."""
    connection.execute(delete(seals).where(seals.c.of == "article", seals.c.key.in_(list(keys))))


def seal_everything(connection: Connection) -> None:
    """Seals what is there, as it is; a list that an older schema has not yet is left out."""
    connection.execute(delete(seals))
    keys = connection.execute(select(articles.c.key)).scalars().all()
    for first in range(0, len(keys), AT_ONCE):
        seal_articles(connection, keys[first : first + AT_ONCE])
    there = {of: table for of, table in _LISTS.items() if connection.dialect.has_table(connection, table.name)}
    for of, table in there.items():
        for number in connection.execute(select(table.c.number)).scalars().all():
            seal_row(connection, of, number)


def broken(connection: Connection, key: str) -> bool:
    """Whether an article is not as it was sealed, or was never sealed."""
    found = connection.execute(select(seals.c.digest).where(seals.c.of == "article", seals.c.key == key)).scalar()
    return found != _article(connection, key)


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """Articles that are missing, and rows of the sealed lists that are missing or were changed, as place and problem."""
    there = set(connection.execute(select(articles.c.key)).scalars())
    for key in connection.execute(_sealed("article")).scalars():
        if key not in there:
            yield f"article {key}", "is missing: it was sealed into this record and is not there"
    for of, table in _LISTS.items():
        query = select(table).order_by(table.c.number)
        found = {str(row["number"]): _row(table, row) for row in connection.execute(query).mappings()}
        known = {row.key: row.digest for row in connection.execute(_sealed(of).add_columns(seals.c.digest))}
        for number in sorted(found.keys() | known.keys(), key=lambda n: (len(n), n)):
            if found.get(number) != known.get(number):
                yield f"{of} {number}", "is missing" if number not in found else "is not as it was written"


def _sealed(of: str) -> Any:
    return select(seals.c.key).where(seals.c.of == of).order_by(seals.c.key)


def _article(connection: Connection, key: str) -> str:
    return _digest([[list(row) for row in connection.execute(query, {"of": [key]})] for query in _QUERIES])


def _row(table: Table, row: RowMapping) -> str:
    return _digest([row[name] for name in sorted(table.c.keys())])


def _digest(content: list[Any]) -> str:
    written = json.dumps(content, ensure_ascii=True, separators=(",", ":"), default=repr)
    return hashlib.sha256(written.encode()).hexdigest()
