"""The write side of a record. Invariant: a batch is one transaction; the same reading twice adds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from comity.record import derived, folding, origins, rows, withdrawals
from comity.record.folding import insert_all
from comity.record.identity import Held, Standing, article_key, coder_id, standing, text_hash
from comity.record.names import learn, named
from comity.record.opening import open_for_reading, open_for_writing, transaction
from comity.record.schema import (
    articles,
    attributions,
    batches,
    claim_sources,
    claims,
    coders,
    codings,
    roles,
    signals,
    texts,
)
from comity.record.seals import break_seals, seal_articles
from comity.record.storage_errors import storage_guard
from comity.record.withdrawals import Withdrawal
from comity.values import Article, Coded

Reading = tuple[Article, Coded]


class Writer:
    """Writes the readings of one coder into one record; used as a context. Several may be open: their batches take turns.

    Raises :class:`RecordError` where another process does not let the writer's lock go, and :class:`StorageError`
    (exit 74) where the place cannot be written or is full: then nothing of the batch is kept.
    """

    def __init__(self, place: str, coder: Mapping[str, str]) -> None:
        self.place = place
        self._coder = dict(coder)
        self._coder_id = coder_id(coder)
        self._held = ExitStack()
        self._engine: Engine
        self._reading: Engine  # so that looking up an article never waits for a batch being written

    def __enter__(self) -> Self:
        with storage_guard(self.place), ExitStack() as opening:
            self._engine = open_for_writing(self.place)
            opening.callback(self._engine.dispose)
            self._reading = open_for_reading(self.place)
            opening.callback(self._reading.dispose)
            self._held = opening.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._held.close()

    def knows(self, article: Article) -> bool:
        """Whether this coder's reading of the article is there already, so that it need not be coded again."""
        with storage_guard(self.place), self._reading.connect() as connection:
            return self._standing(connection, article).known

    def versions(self, url: str) -> int:
        """How many texts the record holds of one address."""
        query = select(func.count(articles.c.text.distinct())).where(articles.c.url == url)
        with storage_guard(self.place), self._reading.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def withdrawal(self, article: Article) -> Withdrawal | None:
        """The withdrawal of the article, where it was taken out of the record and is not to be read again."""
        with storage_guard(self.place), self._reading.connect() as connection:
            return withdrawals.find(connection, article)

    def write(self, readings: Sequence[Reading]) -> int:
        """Writes a batch in one transaction; answers how many articles it added or replaced."""
        with transaction(self._engine, self.place) as connection:
            batch = self._open_batch(connection)
            touched: set[str] = set()
            written: dict[str, Coded] = {}
            waiting: dict[str, tuple[str, Coded]] = {}  # by the text's hash: what was coded is written together
            for article, coded in readings:
                if (text := text_hash(article.text)) in waiting:
                    _put_coded(connection, waiting.values())
                    waiting = {}
                if (key := self._put(connection, article, coded, batch, touched)) is not None:
                    written[key] = coded
                    waiting[text] = (key, coded)
            _put_coded(connection, waiting.values())
            if written:
                derived.note(connection, written.keys(), touched)
                learn(connection, named(claim for coded in written.values() for claim in coded.claims))
                counts = {"articles": len(written), "claims": sum(len(c.claims) for c in written.values())}
                connection.execute(update(batches).where(batches.c.number == batch).values(**counts))
            else:
                connection.execute(delete(batches).where(batches.c.number == batch))
        return len(written)

    def fold(self) -> None:
        """Works out which claims tell one event, where something came or went since."""
        with transaction(self._engine, self.place) as connection:
            folding.fold(connection)

    def _open_batch(self, connection: Connection) -> int:
        if connection.execute(select(coders.c.id).where(coders.c.id == self._coder_id)).first() is None:
            row = {name: self._coder[name] for name in ("name", "version", "vocabulary")}
            connection.execute(insert(coders).values(id=self._coder_id, **row))
        new = insert(batches).values(articles=0, claims=0, written=_now()).returning(batches.c.number)
        return int(connection.execute(new).scalar_one())

    def _put(self, connection: Connection, article: Article, coded: Coded, batch: int, touched: set[str]) -> str | None:
        """The article's key, where it was written; what it makes of its text's copies is put into ``touched``."""
        found = self._standing(connection, article)
        if found.known or withdrawals.find(connection, article):
            return None
        text, key = text_hash(article.text), article_key(article)
        before = origins.furniture(connection, text)
        if found.supersedes:
            break_seals(connection, found.supersedes)
            folding.loosen(connection, found.supersedes)
            connection.execute(delete(articles).where(articles.c.key.in_(found.supersedes)))
        _put_text(connection, text, article.text)
        row = rows.article_row(article, key, text)
        connection.execute(insert(articles).values(**row, batch=batch, first_seen=_now()))
        connection.execute(insert(codings).values(**rows.coding_row(coded, key, self._coder_id)))
        if origins.furniture(connection, text) != before:
            origins.put_bands(connection, text)
            touched.add(text)
        return key

    def _standing(self, connection: Connection, article: Article) -> Standing:
        query = (
            select(articles.c.key, articles.c.published, codings.c.coder)
            .join(codings, codings.c.article == articles.c.key, isouter=True)
            .where(
                articles.c.text == text_hash(article.text),
                articles.c.outlet.is_not_distinct_from(article.outlet),
                articles.c.url.is_not_distinct_from(article.url),
                articles.c.kind == article.kind,
            )
        )
        return standing(article, (Held(*row) for row in connection.execute(query)), self._coder_id)


def _put_text(connection: Connection, digest: str, text: str) -> None:
    if connection.execute(select(texts.c.number).where(texts.c.hash == digest)).first() is None:
        connection.execute(insert(texts).values(hash=digest, text=text))


def _put_coded(connection: Connection, given: Iterable[tuple[str, Coded]]) -> None:
    """Writes what was coded of some articles, given by their keys, and seals them: one statement for each table."""
    listed = list(given)
    acts = [(key, n, claim) for key, coded in listed for n, claim in enumerate(coded.claims)]
    insert_all(connection, claims, (rows.claim_row(c, key, n) for key, n, c in acts))
    insert_all(connection, claim_sources, (row for key, n, c in acts for row in rows.source_rows(c, key, n)))
    said = ((key, n, a) for key, coded in listed for n, a in enumerate(coded.attributions))
    insert_all(connection, attributions, (rows.attribution_row(a, key, n) for key, n, a in said))
    told = ((key, one) for key, coded in listed for one in rows.signals_of(coded))
    insert_all(connection, signals, (rows.signal_row(s, kind, key, n) for key, (kind, n, s) in told))
    held = ((key, n, r) for key, coded in listed for n, r in enumerate(coded.roles))
    insert_all(connection, roles, (rows.role_row(r, key, n) for key, n, r in held))
    if listed:
        seal_articles(connection, [key for key, _ in listed])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
