"""Articles that are taken out of a record again: what they said goes, and that they were there stays, with the reason."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, and_, delete, insert, or_, select

from comity.errors import RecordError
from comity.record import derived, folding, origins, postgresql, sqlite_file
from comity.record.identity import article_key
from comity.record.opening import open_for_reading, open_for_writing, transaction
from comity.record.places import is_url
from comity.record.schema import articles, signals, texts, withdrawn
from comity.record.seals import break_seals, seal_row
from comity.record.storage_errors import storage_guard
from comity.values import Article


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """One article that was taken out: its id, its key (what makes it one article), when, and why."""

    id: str
    key: str
    at: str  # ISO date-time with zone
    why: str


def forget(place: str, article: str, why: str) -> Withdrawal:
    """Takes an article out, by its id or key, with its text unless another article has it, its claims and signals.

    Raises :class:`RecordError` where there is no such article, several have the id, or no reason is given.
    """
    if not why.strip():
        raise RecordError("a withdrawal needs its reason", remedy='give it by: --why "…"')
    open_for_reading(place)
    with transaction(open_for_writing(place), place) as connection:
        row = _one(connection, place, article)
        number = _write(connection, row, why.strip())
        derived.note(connection, (), _remove(connection, row))
        folding.fold(connection)
        found = connection.execute(select(withdrawn).where(withdrawn.c.number == number)).mappings().one()
    with storage_guard(place):
        (postgresql if is_url(place) else sqlite_file).leave_no_trace(place)
    return _withdrawal(found)


def read(connection: Connection) -> tuple[Withdrawal, ...]:
    """All withdrawals, in the order in which they were made."""
    query = select(withdrawn).order_by(withdrawn.c.number)
    return tuple(_withdrawal(row) for row in connection.execute(query).mappings())


def find(connection: Connection, article: Article) -> Withdrawal | None:
    """The withdrawal of this article, also where its date was learnt or lost since."""
    undated = article_key(replace(article, published=None))
    w = withdrawn.c
    same = w.key == article_key(article) if article.published else w.undated == undated
    query = select(withdrawn).where(or_(same, and_(w.undated == undated, w.dated == 0))).order_by(w.number)
    row = connection.execute(query).mappings().first()
    return None if row is None else _withdrawal(row)


def assurances(connection: Connection) -> set[str]:
    """The ids of assurances that were in withdrawn articles: verdicts on them stay."""
    lists = connection.execute(select(withdrawn.c.assurances)).scalars()
    return {identity for listed in lists for identity in json.loads(listed)}


def _one(connection: Connection, place: str, article: str) -> RowMapping:
    query = select(articles).where(or_(articles.c.id == article, articles.c.key == article)).order_by(articles.c.key)
    rows: Sequence[RowMapping] = connection.execute(query).mappings().all()
    if not rows:
        remedy = "ids stand in: comity claims RECORD --json"
        raise RecordError(f"holds no article {article!r}", place=place, remedy=remedy)
    if len(rows) > 1:
        keys = ", ".join(f"{row['key']} ({row['outlet']}, {row['published']})" for row in rows)
        raise RecordError(f"{len(rows)} articles have the id {article!r}", place=place, remedy=f"give a key: {keys}")
    return rows[0]


def _write(connection: Connection, row: RowMapping, why: str) -> int:
    text = connection.execute(select(texts.c.text).where(texts.c.hash == row["text"])).scalar_one()
    given = Article(row["id"], text, None, None, row["outlet"], row["url"], row["kind"])
    promised = select(signals.c.id).where(signals.c.article == row["key"], signals.c.kind == "assurances")
    written = {
        "key": row["key"],
        "undated": article_key(given),
        "dated": int(row["published"] is not None),
        "id": row["id"],
        "assurances": json.dumps(sorted(connection.execute(promised).scalars())),
        "why": why,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    number = connection.execute(insert(withdrawn).values(**written).returning(withdrawn.c.number)).scalar_one()
    seal_row(connection, "withdrawal", number)
    return int(number)


def _remove(connection: Connection, row: RowMapping) -> set[str]:
    """Takes the article out, with its text where no other article has it; answers the texts whose copies are to be sought."""
    text = row["text"]
    told_with, before = origins.told_with(connection, [text]), origins.furniture(connection, text)
    break_seals(connection, [row["key"]])
    folding.loosen(connection, [row["key"]])
    connection.execute(delete(articles).where(articles.c.key == row["key"]))
    after = origins.furniture(connection, text)
    if after is None:
        connection.execute(delete(texts).where(texts.c.hash == text))
        return told_with - {text}
    if after == before:
        return set()
    origins.put_bands(connection, text)
    return {text}


def _withdrawal(row: RowMapping) -> Withdrawal:
    return Withdrawal(row["id"], row["key"], row["at"], row["why"])
