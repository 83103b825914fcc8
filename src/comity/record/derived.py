"""What is worked out of all articles together, copies and clusters: brought up to date by what came and went.

The result is the one that working it out of the whole record gives, in whatever order articles came and went.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, delete, select

from comity.record import folding, origins
from comity.record.schema import articles, clusters, copies, texts


def note(connection: Connection, keys: Collection[str], touched: Collection[str]) -> None:
    """Takes up articles that came (by key), and texts that came or whose content changed or whose copies went."""
    changed = origins.seek(connection, touched)
    folding.put(connection, sorted({*keys, *_articles_of(connection, changed)}))


def work_out_anew(connection: Connection) -> None:
    """Copies and clusters of the whole record, as if nothing had been worked out."""
    every = list(connection.execute(select(texts.c.hash).order_by(texts.c.hash)).scalars())
    for text in every:
        origins.put_bands(connection, text)
    for table in (copies, clusters):
        connection.execute(delete(table))
    origins.seek(connection, every)
    folding.put(connection, list(connection.execute(select(articles.c.key).order_by(articles.c.key)).scalars()))
    folding.fold(connection)


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """Copies and clusters that are not what the articles say, as place and problem."""
    yield from origins.faults(connection)
    yield from folding.faults(connection)


def _articles_of(connection: Connection, changed: Collection[str]) -> list[str]:
    found: list[str] = []
    for some in origins.portions(changed):
        found.extend(connection.execute(select(articles.c.key).where(articles.c.text.in_(some))).scalars())
    return found
