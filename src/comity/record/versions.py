"""The versions of a page: the texts that a record holds of one address, in the order in which they were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from comity.errors import RecordError
from comity.record import rows
from comity.record.opening import open_for_reading
from comity.record.schema import articles, codings, texts
from comity.record.storage_errors import storage_guard


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an address; ``seen`` is when it was first read here, in UTC."""

    text: str  # SHA-256
    title: str | None
    published: str | None
    seen: str
    sentences: tuple[str, ...]


def changed_addresses(place: str) -> list[tuple[str, int]]:
    """Every address of which the record holds more than one text, with how many."""
    count = func.count(articles.c.text.distinct())
    query = select(articles.c.url, count).where(articles.c.url.is_not(None)).group_by(articles.c.url)
    with storage_guard(place), open_for_reading(place).connect() as connection:
        return [(row[0], row[1]) for row in connection.execute(query.having(count > 1).order_by(articles.c.url))]


def versions(place: str, url: str) -> list[Version]:
    """The texts of ``url``, each once; :class:`RecordError` where the record holds none."""
    with storage_guard(place), open_for_reading(place).connect() as connection:
        found = {version.text: version for version in reversed(list(_versions(connection, url)))}
    if not found:
        raise RecordError(
            f"holds no article of {url}", place=place, remedy="addresses stand in: comity versions RECORD"
        )
    return list(reversed(found.values()))


def _versions(connection: Connection, url: str) -> Iterator[Version]:
    a = articles.c
    query = (
        select(a.text, a.title, a.published, a.first_seen, texts.c.text.label("words"), codings.c.sentences)
        .join(texts, texts.c.hash == a.text)
        .join(codings, codings.c.article == a.key)
        .where(a.url == url)
        .order_by(a.batch, a.first_seen, a.key)
    )
    for row in connection.execute(query):
        yield Version(row.text, row.title, row.published, row.first_seen, _sentences(row))


def _sentences(row: Any) -> tuple[str, ...]:
    """The text's sentences; of a text in a language that is not coded, its lines."""
    spans = rows.read_spans(row.sentences)
    pieces = [row.words[start:end] for start, end in spans] or row.words.split("\n")
    return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())
