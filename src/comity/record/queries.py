"""The read side of a record: claims, signals and clusters with where they stand, in an order that never varies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import ColumnElement, Engine, Select, and_, exists, func, null, or_, select

from comity.errors import RecordError
from comity.record import rows, searching, withdrawals
from comity.record.answers import Arrival, CodedText, Event, Filter, Hit, Provenance, Recorded, RecordedSignal
from comity.record.distance import Near
from comity.record.folding import is_folded
from comity.record.names import Known, is_one_of, meant
from comity.record.opening import open_for_reading
from comity.record.schema import (
    articles,
    batches,
    claim_sources,
    claims,
    cluster_claims,
    clusters,
    coders,
    codings,
    copies,
    metadata,
    signals,
    texts,
)
from comity.record.storage_errors import storage_guard
from comity.record.withdrawals import Withdrawal
from comity.values import Article, Coded, Kind, Signals

if TYPE_CHECKING:
    import polars

VALUES = dict.fromkeys(("article", "kind", "value", "cluster"), str)
Meant = Mapping[str, Known]  # whom each name in a question means
QUADS = {"cooperation": (1, 2), "conflict": (3, 4)}
DONE = ("happened", "ongoing")
PAGE = 2000  # rows that a database may hand over at once
BEST = 20  # texts that a search answers, unless asked for more
COUNTED = ("articles", "claims", "attributions", "signals", "clusters", "roles")


class Reader:
    """Asks a record; several may read while one writes. Raises :class:`RecordError` where there is no record."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._engine: Engine = open_for_reading(place)
        self._shared = searching.Shared()

    def counts(self) -> dict[str, int]:
        """How many rows of each kind the record holds."""
        with storage_guard(self.place), self._engine.connect() as connection:
            return {
                name: connection.execute(select(func.count()).select_from(metadata.tables[name])).scalar_one()
                for name in COUNTED
            }

    def articles(self) -> Iterator[Article]:
        """Every article with its text, by date and then by identity."""
        query = (
            select(*(articles.c[n] for n in ("id", "title", "published", "outlet", "url", "kind", "path")))
            .add_columns(texts.c.text, articles.c.noncontent)
            .join(texts, texts.c.hash == articles.c.text)
            .order_by(func.coalesce(articles.c.published, ""), articles.c.key)
        )
        for row in self._rows(query):
            yield Article(**{**row, "noncontent": rows.read_spans(row["noncontent"])})

    def article(self, key: str) -> Article:
        """The article with this key; :class:`RecordError` where the record holds none."""
        query = select(*(articles.c[n] for n in ("id", "title", "published", "outlet", "url", "kind", "path")))
        query = query.add_columns(texts.c.text, articles.c.noncontent).join(texts, texts.c.hash == articles.c.text)
        for row in self._rows(query.where(articles.c.key == key)):
            return Article(**{**row, "noncontent": rows.read_spans(row["noncontent"])})
        raise RecordError(f"holds no article {key!r}", place=self.place, remedy="keys stand in: comity claims --json")

    def claims_of(self, key: str) -> Iterator[Recorded]:
        """The claims of one article, in the order of its text."""
        query = _claim_query(Filter(), {}).where(claims.c.article == key).order_by(None).order_by(claims.c.number)
        return (_recorded(row) for row in self._rows(query))

    def coded(self, key: str) -> Coded:
        """What the coder said of one article: its claims and signals; nothing for an article that is not held."""
        values = {
            "claims": select(claims.c.value, null().label("kind"))
            .where(claims.c.article == key)
            .order_by(claims.c.number),
            "signals": select(signals.c.value, signals.c.kind)
            .where(signals.c.article == key)
            .order_by(signals.c.kind, signals.c.number),
        }
        language = next(self._rows(select(codings.c.language).where(codings.c.article == key)), {"language": ""})
        found: dict[str, list[Any]] = {}
        for row in self._rows(values["signals"]):
            found.setdefault(row["kind"], []).append(rows.read_signal(row["value"], row["kind"]))
        return Coded(
            id=key,
            language=language["language"],
            claims=tuple(rows.read_claim(row["value"]) for row in self._rows(values["claims"])),
            signals=Signals(**{kind: tuple(listed) for kind, listed in found.items()}),
        )

    def coded_text(self, digest: str) -> CodedText:
        """The text with this SHA-256 as its first article has it, with sentences and claims; :class:`RecordError` without one."""
        query = select(articles.c.key, codings.c.sentences).join(codings, codings.c.article == articles.c.key)
        for row in self._rows(query.where(articles.c.text == digest).order_by(articles.c.key).limit(1)):
            key = str(row["key"])
            found = tuple(recorded.claim for recorded in self.claims_of(key))
            return CodedText(digest, key, self.article(key), rows.read_spans(row["sentences"]), found)
        raise RecordError(f"holds no article with the text {digest}", place=self.place, remedy="see: comity verify")

    def text(self, digest: str) -> str:
        """The text with this SHA-256."""
        found = list(self._rows(select(texts.c.text).where(texts.c.hash == digest)))
        if not found:
            raise RecordError(f"holds no text {digest}", place=self.place, remedy="see: comity verify")
        return str(found[0]["text"])

    def texts(self, digests: Iterable[str]) -> dict[str, str]:
        """These texts by their SHA-256."""
        return {digest: self.text(digest) for digest in digests}

    def claims(self, asked: Filter | None = None, limit: int | None = None) -> Iterator[Recorded]:
        """The claims asked for, by time of the act, then article, then place in it; unknown times come first."""
        asked = asked or Filter()
        if asked.near is None:
            for row in self._rows(_claim_query(asked, self._meant(asked)).limit(limit)):
                yield _recorded(row)
        else:
            yield from islice(self._nearby(asked, asked.near), limit)

    def _nearby(self, asked: Filter, near: Near) -> Iterator[Recorded]:
        """The distance is computed here: not every SQLite has its functions."""
        for row in self._rows(_claim_query(asked, self._meant(asked))):
            recorded = _recorded(row)
            place = recorded.claim.place
            if place and place.lat is not None and place.lon is not None and near.holds(place.lat, place.lon):
                yield recorded

    def arrivals(self, asked: Filter, after: int = 0, limit: int | None = None) -> Iterator[Arrival]:
        """The claims asked for of batches after the one numbered ``after``, newest batch first."""
        a = articles.c
        query = _claim_query(asked, self._meant(asked)).add_columns(a.batch, a.first_seen).where(a.batch > after)
        query = query.order_by(None).order_by(a.batch.desc(), claims.c.article, claims.c.number).limit(limit)
        for row in self._rows(query):
            batch, seen = row.pop("batch"), row.pop("first_seen")
            yield Arrival(_recorded(row), batch, seen)

    def newest_batch(self) -> int:
        """The number of the latest batch; 0 in an empty record."""
        return int(next(self._rows(select(func.coalesce(func.max(batches.c.number), 0).label("n"))))["n"])

    def state(self) -> tuple[int, int, int]:
        """What changes when articles are read in or taken out: the newest batch, withdrawals, and whether all is folded."""
        with storage_guard(self.place), self._engine.connect() as connection:
            newest = connection.execute(select(func.coalesce(func.max(batches.c.number), 0))).scalar_one()
            return int(newest), len(withdrawals.read(connection)), int(is_folded(connection))

    def claim(self, claim_id: str) -> Recorded:
        """One claim by its id or the beginning of it; :class:`RecordError` where none or several have it."""
        query = _claim_query(Filter(), {}).where(claims.c.id.startswith(claim_id, autoescape=True))
        found = [_recorded(row) for row in self._rows(query)]
        exact = [r for r in found if r.claim.id == claim_id] or found
        if len({r.claim.id for r in exact}) > 1:
            raise RecordError(
                f"{len(exact)} claims begin with {claim_id!r}", place=self.place, remedy="give more of it"
            )
        if not exact:
            raise RecordError(f"holds no claim {claim_id!r}", place=self.place, remedy="ids stand in: comity claims")
        return exact[0]

    def frame(self, asked: Filter | None = None, limit: int | None = None) -> polars.DataFrame:
        """The claims asked for as a table: the columns of ``comity claims --csv``, one row a claim."""
        from comity.record.tables import claim_frame

        return claim_frame(self.claims(asked, limit))

    def keys(self, asked: Filter) -> polars.DataFrame:
        """Id, type and confidence of the claims asked for, in the order of :meth:`claims`; not for ``near``."""
        import polars as pl

        c = claims.c
        query = _claim_query(asked, self._meant(asked)).with_only_columns(c.id, c.type, c.confidence)
        schema = {"id": pl.String, "type": pl.String, "confidence": pl.Float64}
        return pl.DataFrame([tuple(row.values()) for row in self._rows(query)], schema=schema, orient="row")

    def untimed(self, asked: Filter) -> int:
        """How many claims answer everything asked but the days, and have no time to compare with them."""
        return self._without(replace(asked, since=None, until=None), claims.c.earliest)

    def unplaced(self, asked: Filter) -> int:
        """How many claims name a place and answer everything asked but where, and lack what is to be compared: the country
        for ``place``, the point for ``near``."""
        lacking = claims.c.country if asked.near is None else claims.c.lat
        return self._without(replace(asked, place=None, near=None), lacking, claims.c.place.is_not(None))

    def _without(self, asked: Filter, lacking: ColumnElement[Any], *also: ColumnElement[bool]) -> int:
        whole = _claim_query(asked, self._meant(asked)).where(lacking.is_(None), *also)
        return int(next(self._rows(select(func.count()).select_from(whole.subquery())))["count_1"])

    def signals(self, kind: str | None = None) -> Iterator[RecordedSignal]:
        """The signals of one list of the contract, or all, by list, time, article and place in it."""
        query = select(signals.c.kind.label("list"), signals.c.value, *_PROVENANCE).select_from(_joined(signals))
        if kind is not None:
            query = query.where(signals.c.kind == kind)
        s = signals.c
        for row in self._rows(query.order_by(s.kind, func.coalesce(s.earliest, ""), s.article, s.number)):
            value, name = row.pop("value"), row.pop("list")
            yield RecordedSignal(name, rows.read_signal(value, name), _provenance(row))

    def values(self, name: str) -> polars.DataFrame:
        """Every coded value of one table ("claims", "signals", "roles"), undecoded, in an order that never varies.

        Columns: ``article`` (key), ``kind`` (of a signal), ``value`` (JSON of the contract), ``cluster`` (of a claim).
        """
        import polars as pl

        coded, member = metadata.tables[name], cluster_claims.c
        kind = coded.c.kind if name == "signals" else null()
        query = select(coded.c.article, kind.label("kind"), coded.c.value)
        if name == "claims":
            mentioned = and_(member.article == coded.c.article, member.claim == coded.c.number)
            joined = coded.join(cluster_claims, mentioned, isouter=True)
            query = query.select_from(joined).add_columns(member.cluster.label("cluster"))
        else:
            query = query.add_columns(null().label("cluster"))
        order = ("article", "kind", "number") if name == "signals" else ("article", "number")
        found = self._rows(query.order_by(*(coded.c[c] for c in order)))
        return pl.DataFrame([tuple(row.values()) for row in found], schema=VALUES, orient="row")

    def provenances(self) -> polars.DataFrame:
        """Every article without its text and with its coder: ``article`` (key), ``id``, ``text`` (hash), ``title``, …"""
        import polars as pl

        names = ("id", "text", "title", "published", "outlet", "url", "kind", "path")
        query = (
            select(articles.c.key.label("article"), *(articles.c[n] for n in names))
            .add_columns(codings.c.language, coders.c.name.label("coder"), coders.c.version, coders.c.vocabulary)
            .select_from(articles.join(codings).join(coders))
            .order_by(func.coalesce(articles.c.published, ""), articles.c.key)
        )
        schema = ("article", *names, "language", "coder", "version", "vocabulary")
        rows_ = [tuple(row.values()) for row in self._rows(query)]
        return pl.DataFrame(rows_, schema=dict.fromkeys(schema, pl.String), orient="row")

    def events(self) -> Iterator[Event]:
        """Every cluster, by time and then by id."""
        query = select(clusters).order_by(func.coalesce(clusters.c.earliest, ""), clusters.c.id)
        return (Event(**row) for row in self._rows(query))

    def copies(self) -> dict[str, str]:
        """For each text that has a copy, the hash under which the copies are folded."""
        return {row["text"]: row["original"] for row in self._rows(select(copies).order_by(copies.c.text))}

    def withdrawals(self) -> tuple[Withdrawal, ...]:
        """The articles that were taken out of the record, in the order in which they were."""
        with storage_guard(self.place), self._engine.connect() as connection:
            return withdrawals.read(connection)

    def search(self, words: str, limit: int | None = None) -> Iterator[tuple[str, str | None]]:
        """Articles (id and title) whose text holds all the words, best first, at most ``limit``."""
        return ((hit.article, hit.title) for hit in self.hits(words, limit))

    def hits(self, words: str, limit: int | None = BEST) -> Iterator[Hit]:
        """Articles whose text holds all the words, best first, each with a passage; ``None``: all, as they are found."""
        with storage_guard(self.place), self._engine.connect() as connection:
            yield from searching.hits(connection.execution_options(yield_per=PAGE), words, limit)

    def count_hits(self, words: str) -> int:
        """How many articles hold all the words."""
        with storage_guard(self.place), self._engine.connect() as connection:
            return searching.count(connection, words, self._shared)

    def _meant(self, asked: Filter) -> Meant:
        names = [name for name in (asked.actor, asked.recipient, asked.source) if name is not None]
        with storage_guard(self.place), self._engine.connect() as connection:
            return {name: meant(connection, name) for name in names}

    def _rows(self, query: Select[Any]) -> Iterator[dict[str, Any]]:
        with storage_guard(self.place), self._engine.connect() as connection:
            for row in connection.execution_options(yield_per=PAGE).execute(query).mappings():
                yield dict(row)


_PROVENANCE = (
    articles.c.id.label("article"),
    *(articles.c[name] for name in ("text", "title", "published", "outlet", "url", "kind", "path")),
    codings.c.language,
    coders.c.name.label("coder"),
    coders.c.version.label("coder_version"),
    coders.c.vocabulary,
    articles.c.key,
)


def _joined(coded: Any) -> Any:
    return (
        coded.join(articles, articles.c.key == coded.c.article)
        .join(codings, codings.c.article == coded.c.article)
        .join(coders, coders.c.id == codings.c.coder)
    )


def _claim_query(asked: Filter, known: Meant) -> Select[Any]:
    c, member = claims.c, cluster_claims.c
    mentioned = and_(member.article == c.article, member.claim == c.number)
    whole = _joined(claims).join(cluster_claims, mentioned, isouter=True)
    query = select(c.value, member.cluster, *_PROVENANCE).select_from(whole)
    order = (func.coalesce(c.earliest, ""), func.coalesce(articles.c.published, ""), c.article, c.number)
    return query.where(*_conditions(asked, known)).order_by(*order)


def _conditions(asked: Filter, known: Meant) -> Iterator[ColumnElement[bool]]:
    c = claims.c
    if asked.actor is not None:
        yield is_one_of(asked.actor, known[asked.actor], c.actor_code, c.actor_id)
    if asked.recipient is not None:
        yield is_one_of(asked.recipient, known[asked.recipient], c.recipient_code, c.recipient_id)
    if asked.type is not None:
        yield c.type == asked.type.upper()
    if asked.status is not None:
        yield c.status == asked.status
    if asked.since is not None:
        yield func.substr(c.latest, 1, 10) >= asked.since
    if asked.until is not None:
        yield func.substr(c.earliest, 1, 10) <= asked.until
    if asked.source is not None:
        yield _is_source(asked.source, known[asked.source])
    if asked.place is not None:
        yield _is_place(asked.place)
    if asked.near is not None:
        yield c.lat.between(*asked.near.latitudes())
    if asked.relation == "other_status":
        yield c.quad.is_not(None) & c.status.not_in(DONE)
    elif asked.relation is not None:
        yield c.quad.in_(QUADS[asked.relation]) & c.status.in_(DONE)


def _is_place(name: str) -> ColumnElement[bool]:
    """The place with this GeoNames id, country, region, or region of a country (UKR/Kharkiv)."""
    c = claims.c
    country, _, region = name.partition("/")
    if region:
        return and_(c.country == country.upper(), func.lower(c.region) == region.lower())
    if name.isascii() and name.isdecimal():
        return c.geonameid == int(name)
    return or_(c.country == name.upper(), func.lower(c.region) == name.lower())


def _is_source(name: str, known: Known) -> ColumnElement[bool]:
    s = claim_sources.c
    in_chain = and_(s.article == claims.c.article, s.claim == claims.c.number, is_one_of(name, known, s.code, s.id))
    return or_(func.lower(articles.c.outlet) == name.casefold(), exists().where(in_chain))


def _recorded(row: dict[str, Any]) -> Recorded:
    value, cluster = row.pop("value"), row.pop("cluster")
    return Recorded(rows.read_claim(value), _provenance(row), cluster)


def _provenance(row: dict[str, Any]) -> Provenance:
    return Provenance(**{**row, "kind": cast(Kind, row["kind"])})
