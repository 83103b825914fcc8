"""Texts of a record by the words in them, best first: as many as are asked for, a page at a time.

How good a text is, the database says: by how often the words stand in it, and how rare they are. Texts of the same rank come in
the order of their hashes, so that the same words give the same list in whatever order the articles were read.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from typing import Any

from sqlalchemy import Connection, Select, func, select

from comity.record import postgresql, sqlite_file
from comity.record.answers import Hit
from comity.record.passages import passage
from comity.record.schema import articles, batches, texts

PAGE = 200  # texts fetched at once
FEW = 10_000  # texts whose articles are counted one by one
Ranked = tuple[int, float]  # the number of a text and its rank; the lower, the better


def hits(connection: Connection, words: str, limit: int | None) -> Iterator[Hit]:
    """The articles whose text holds all the words, best first, at most ``limit``."""
    asked = words.split()
    if asked and limit != 0:
        yield from islice(_articles(connection, _ranked(connection, words, limit), asked), limit)


class Shared:
    """Texts that several articles have, looked up once for each state of a record: most texts are of one article."""

    def __init__(self) -> None:
        self._state: tuple[Any, ...] | None = None
        self._more: dict[int, int] = {}

    def more(self, connection: Connection) -> dict[int, int]:
        """How many articles more than one each of these texts has, by its number."""
        newest = select(func.max(batches.c.number)).scalar_subquery()  # no batch has the number of another
        state = tuple(connection.execute(select(func.count(articles.c.key), newest)).one())
        if state != self._state:
            told = select(articles.c.text, func.count().label("articles")).group_by(articles.c.text)
            shared = told.having(func.count() > 1).subquery()
            of = shared.c.text == texts.c.hash
            query = select(texts.c.number, shared.c.articles - 1).join(shared, of)
            self._more, self._state = {int(text): int(more) for text, more in connection.execute(query)}, state
        return self._more


def count(connection: Connection, words: str, shared: Shared) -> int:
    """How many articles hold all the words."""
    if not words.split():
        return 0
    holding = _engine(connection).holding(words).subquery()
    held: int = connection.execute(select(func.count()).select_from(holding)).scalar_one()
    if held <= FEW:
        each = holding.join(texts, texts.c.number == holding.c.number).join(articles, articles.c.text == texts.c.hash)
        return int(connection.execute(select(func.count()).select_from(each)).scalar_one()) if held else 0
    more = shared.more(connection)
    again = select(holding.c.number)
    again = (
        again.where(holding.c.number.in_(more)) if len(more) <= PAGE * 4 else again
    )  # a longer list takes longer than all
    return held + sum(more.get(number, 0) for (number,) in connection.execute(again)) if more else held


def _ranked(connection: Connection, words: str, limit: int | None) -> Iterator[list[Ranked]]:
    """The texts in portions, best first; texts of one rank are never parted."""
    ranked = _engine(connection).ranked(words).subquery()
    query = select(ranked.c.number, ranked.c.rank).order_by(ranked.c.rank)
    rows = connection.execute(query) if limit is None else _best(connection, query, limit)
    portion: list[Ranked] = []
    for _, same in groupby(rows, key=lambda row: row[1]):
        portion.extend((row[0], row[1]) for row in same)
        if len(portion) >= PAGE:
            yield portion
            portion = []
    if portion:
        yield portion


def _best(connection: Connection, query: Select[Any], limit: int) -> list[Any]:
    """The best texts, at least as many as asked for, with all that have the rank of the last."""
    asked = limit + PAGE
    while True:
        rows = list(connection.execute(query.limit(asked)))
        last = rows[min(limit, len(rows)) - 1][1] if rows else 0.0
        if len(rows) < asked or rows[-1][1] > last:
            return [row for row in rows if row[1] <= last]
        asked *= 4


def _articles(connection: Connection, portions: Iterator[list[Ranked]], asked: list[str]) -> Iterator[Hit]:
    for portion in portions:
        ranks = dict(portion)
        query = _query().where(texts.c.number.in_(ranks))
        found = connection.execute(query).mappings()
        for row in sorted(found, key=lambda r: (ranks[r["number"]], r["sha256"], r["key"])):
            yield _hit(row, asked)


def _query() -> Select[Any]:
    columns = (articles.c[n] for n in ("id", "key", "title", "published", "outlet", "url"))
    joined = texts.join(articles, articles.c.text == texts.c.hash)
    return select(texts.c.number, texts.c.hash.label("sha256"), texts.c.text, *columns).select_from(joined)


def _hit(row: Any, asked: list[str]) -> Hit:
    at = passage(row["text"], asked)
    words = tuple((start, end) for start, end in at.words)
    return Hit(
        article=row["id"],
        title=row["title"],
        published=row["published"],
        outlet=row["outlet"],
        url=row["url"],
        text=row["sha256"],
        passage=row["text"][slice(*at.span)],
        span=at.span,
        words=words,
        key=row["key"],
    )


def _engine(connection: Connection) -> Any:
    return postgresql if connection.dialect.name == "postgresql" else sqlite_file
