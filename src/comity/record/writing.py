"""The write side of a record. Invariant: a batch is one transaction; the same reading twice adds nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Self

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, update

from comity.record import clusters as clustering
from comity.record import copies as copying
from comity.record import rows
from comity.record.identity import Held, Standing, article_key, coder_id, standing, text_hash
from comity.record.opening import open_for_reading, open_for_writing, storage_guard, transaction
from comity.record.schema import (
    articles,
    attributions,
    batches,
    claim_sources,
    claims,
    cluster_claims,
    clusters,
    coders,
    codings,
    copies,
    roles,
    signals,
    text_bands,
    texts,
)
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

    def write(self, readings: Sequence[Reading]) -> int:
        """Writes a batch in one transaction; answers how many articles it added or replaced."""
        with transaction(self._engine, self.place) as connection:
            batch = self._open_batch(connection)
            written = [coded for article, coded in readings if self._put(connection, article, coded, batch)]
            if written:
                counts = {"articles": len(written), "claims": sum(len(c.claims) for c in written)}
                connection.execute(update(batches).where(batches.c.number == batch).values(**counts))
            else:
                connection.execute(delete(batches).where(batches.c.number == batch))
        return len(written)

    def fold(self) -> None:
        """Works out anew which texts are copies of one another and which claims tell one event."""
        with transaction(self._engine, self.place) as connection:
            _fold_copies(connection)
            _cluster_claims(connection)

    def _open_batch(self, connection: Connection) -> int:
        if connection.execute(select(coders.c.id).where(coders.c.id == self._coder_id)).first() is None:
            row = {name: self._coder[name] for name in ("name", "version", "vocabulary")}
            connection.execute(insert(coders).values(id=self._coder_id, **row))
        new = insert(batches).values(articles=0, claims=0, written=_now()).returning(batches.c.number)
        return int(connection.execute(new).scalar_one())

    def _put(self, connection: Connection, article: Article, coded: Coded, batch: int) -> bool:
        found = self._standing(connection, article)
        if found.known:
            return False
        if found.supersedes:
            connection.execute(delete(articles).where(articles.c.key.in_(found.supersedes)))
        key = article_key(article)
        text = _put_text(connection, article.text, copying.content(article.text, coded.noncontent))
        row = rows.article_row(article, key, text)
        connection.execute(insert(articles).values(**row, batch=batch, first_seen=_now()))
        _put_coding(connection, coded, key, self._coder_id)
        return True

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


def _put_text(connection: Connection, text: str, content: str) -> str:
    """Keeps the text where it is new; its bands follow the latest reading of what in it is furniture."""
    digest = text_hash(text)
    if connection.execute(select(texts.c.number).where(texts.c.hash == digest)).first() is None:
        connection.execute(insert(texts).values(hash=digest, text=text))
    connection.execute(delete(text_bands).where(text_bands.c.text == digest))
    connection.execute(insert(text_bands), [{"band": band, "text": digest} for band in copying.bands(content)])
    return digest


def _put_coding(connection: Connection, coded: Coded, key: str, coder: str) -> None:
    connection.execute(insert(codings).values(**rows.coding_row(coded, key, coder)))
    _put_all(connection, claims, (rows.claim_row(c, key, n) for n, c in enumerate(coded.claims)))
    chains = (row for n, c in enumerate(coded.claims) for row in rows.source_rows(c, key, n))
    _put_all(connection, claim_sources, chains)
    _put_all(connection, attributions, (rows.attribution_row(a, key, n) for n, a in enumerate(coded.attributions)))
    _put_all(connection, signals, (rows.signal_row(s, kind, key, n) for kind, n, s in rows.signals_of(coded)))
    _put_all(connection, roles, (rows.role_row(r, key, n) for n, r in enumerate(coded.roles)))


def _put_all(connection: Connection, table: Table, given: Iterable[rows.Row]) -> None:
    if listed := list(given):
        connection.execute(insert(table), listed)


def _fold_copies(connection: Connection) -> None:
    shared = select(text_bands.c.band).group_by(text_bands.c.band).having(func.count() > 1)
    query = select(text_bands.c.band, text_bands.c.text).where(text_bands.c.band.in_(shared))
    groups: dict[str, list[str]] = defaultdict(list)
    for band, text in connection.execute(query.order_by(text_bands.c.band, text_bands.c.text)):
        groups[band].append(text)

    folded = copying.fold(groups.values(), lambda digest: _content(connection, digest))
    connection.execute(delete(copies))
    _put_all(connection, copies, ({"text": text, "original": original} for text, original in folded.items()))


def _content(connection: Connection, digest: str) -> str:
    """A stored text without its furniture, as the first of its articles was read."""
    query = (
        select(texts.c.text, codings.c.noncontent)
        .join(articles, articles.c.text == texts.c.hash)
        .join(codings, codings.c.article == articles.c.key)
        .where(texts.c.hash == digest)
        .order_by(articles.c.key)
    )
    row = connection.execute(query).first()
    return copying.content(row.text, rows.read_spans(row.noncontent)) if row else ""


def _cluster_claims(connection: Connection) -> None:
    connection.execute(delete(cluster_claims))
    connection.execute(delete(clusters))
    found = clustering.cluster(_mentions(connection))
    _put_all(connection, clusters, (_cluster_row(c) for c in found))
    members = ({"article": m.article, "claim": m.number, "cluster": c.id} for c in found for m in c.mentions)
    _put_all(connection, cluster_claims, members)


def _mentions(connection: Connection) -> Iterator[clustering.Mention]:
    c = claims.c
    sentence = func.substr(texts.c.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)
    query = (
        select(
            c.article,
            c.number,
            func.coalesce(copies.c.original, articles.c.text),
            func.coalesce(c.actor_code, c.actor_id),
            func.coalesce(c.recipient_code, c.recipient_id),
            *(c.type, c.mode, c.status, c.earliest, c.latest),
            sentence,
        )
        .join(articles, articles.c.key == c.article)
        .join(texts, texts.c.hash == articles.c.text)
        .join(copies, copies.c.text == articles.c.text, isouter=True)
    )
    return (clustering.Mention(*row) for row in connection.execute(query))


def _cluster_row(cluster: clustering.Cluster) -> rows.Row:
    first = cluster.first
    return {
        "id": cluster.id,
        "actor": first.actor,
        "recipient": first.recipient,
        "type": first.type,
        "mode": cluster.mode,
        "status": first.status,
        "earliest": cluster.earliest,
        "latest": cluster.latest,
        "mentions": len(cluster.mentions),
        "articles": len({m.article for m in cluster.mentions}),
        "texts": len({m.text for m in cluster.mentions}),
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
