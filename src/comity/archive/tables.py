"""The one function that every engine runs: a batch of articles in, tables of Arrow columns out. Pure.

The tables are data frames of Polars, which are Arrow in memory: ``frame.to_arrow()`` and ``pyarrow.table(frame)`` hand them
over without a copy. Columns that a measure starts from are those of :mod:`comity.measures.frames`; beside them every coded
value stands whole as the contract's JSON, so that it can be read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from comity.asking.frames import articles_of, claims_of
from comity.asking.media import media_of
from comity.measures.frames import ARTICLES, CLAIMS, PLACE, Schema
from comity.measures.origins import MEDIA
from comity.record import copies, rows
from comity.record.identity import article_key, text_hash
from comity.values import Article, Coded

Tables = Mapping[str, pl.DataFrame]
KEPT: Schema = {"sentences": pl.String, "noncontent": pl.String}  # spans in JSON, as the coder found them
SAID: Schema = {  # what tells whether two claims are of one event (comity.record.clusters), as the coder wrote it
    "number": pl.Int64,  # the place among the article's claims
    "time_earliest": pl.String,
    "time_latest": pl.String,
    "words": pl.String,  # hash of the sentence
    "value": pl.String,
}
_CODED = {"article": pl.String, "number": pl.Int64}
_SIDES = dict.fromkeys(("by_code", "by_id", "target_code", "target_id"), pl.String)
SCHEMAS: dict[str, Schema] = {
    "articles": {**ARTICLES, **KEPT},
    "texts": {"text": pl.String, "published": pl.Date, "content": pl.String, "bands": pl.List(pl.UInt64)},
    "claims": {**CLAIMS, **SAID},
    "signals": {**_CODED, "published": pl.Date, "kind": pl.String, "id": pl.String, **_SIDES, "value": pl.String},
    "attributions": {
        **_CODED,
        "published": pl.Date,
        **dict.fromkeys(("id", "source_code", "source_id", "stance", "directness", "value"), pl.String),
    },
    "roles": {**_CODED, "published": pl.Date, **dict.fromkeys(("person", "flag", "value"), pl.String)},
    "media": {**MEDIA, "published": pl.Date},
}
KEYS = {  # what is there once of each
    "articles": ["article"],
    "texts": ["text"],
    "claims": ["article", "number"],
    "signals": ["article", "kind", "number"],
    "attributions": ["article", "number"],
    "roles": ["article", "number"],
    "media": ["article", "content_start", "content_end", "medium"],
}


def tables(articles: Sequence[Article], coded: Sequence[Coded]) -> Tables:
    """Everything that the coder says of these articles, by the name of the table (SCHEMAS)."""
    keys = [article_key(article) for article in articles]
    whole = _articles(articles, coded, keys)
    place = whole.select(*PLACE)
    attributions = [rows.attribution_row(a, k, n) for c, k in _each(coded, keys) for n, a in enumerate(c.attributions)]
    parts = {
        "articles": whole,
        "texts": _texts(articles, coded),
        "claims": _claims(articles, coded, keys, place),
        "signals": _plain(
            [rows.signal_row(s, x, k, n) for c, k in _each(coded, keys) for x, n, s in rows.signals_of(c)]
        ),
        "attributions": _plain(attributions),
        "roles": _plain([rows.role_row(r, k, n) for c, k in _each(coded, keys) for n, r in enumerate(c.roles)]),
        "media": media_of((row["article"], row["value"]) for row in attributions),
    }
    return {name: _shaped(frame, place, SCHEMAS[name]) for name, frame in parts.items()}


def stored(fold: Path, table: str) -> pl.LazyFrame:
    """A table of a fold, lazily; one without a row where nothing of it was ever written."""
    files = sorted((fold / table).rglob("*.parquet"))
    if not files:
        return pl.LazyFrame(schema=dict(SCHEMAS[table]))
    return pl.scan_parquet(files, hive_partitioning=False)


def _each(coded: Sequence[Coded], keys: Sequence[str]) -> Iterable[tuple[Coded, str]]:
    return zip(coded, keys, strict=True)


def _shaped(frame: pl.DataFrame, place: pl.DataFrame, schema: Schema) -> pl.DataFrame:
    """The frame in its columns; where it lacks the day of publication, with that of its article."""
    if not frame.width:
        return pl.DataFrame(schema=dict(schema))
    if "published" not in frame.columns:
        days = place.select("article", "published")
        frame = frame.join(days, on="article", how="left", maintain_order="left")
    return frame.select(pl.col(name).cast(kind) for name, kind in schema.items())


def _plain(found: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(found, infer_schema_length=None)


def _articles(articles: Sequence[Article], coded: Sequence[Coded], keys: Sequence[str]) -> pl.DataFrame:
    given = [
        {**rows.article_row(a, k, text_hash(a.text)), "article": k, "language": c.language}
        for a, c, k in zip(articles, coded, keys, strict=True)
    ]
    wanted = [name for name in ARTICLES if name not in ("origin", "stated")]
    typed = articles_of(pl.DataFrame(given, schema=dict.fromkeys(wanted, pl.String)), {})
    spans = [(rows.dump(c.sentences), rows.dump(c.noncontent)) for c in coded]
    return typed.hstack(pl.DataFrame(spans, schema=dict(KEPT), orient="row"))


def _texts(articles: Sequence[Article], coded: Sequence[Coded]) -> pl.DataFrame:
    found = [
        (text_hash(a.text), a.published, a.text, [int(band[2:], 16) for band in copies.bands(_content(a, c))])
        for a, c in zip(articles, coded, strict=True)
    ]
    schema = {**SCHEMAS["texts"], "published": pl.String}
    read = pl.DataFrame(found, schema=schema, orient="row")
    day = pl.col("published").str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    return read.with_columns(day).unique("text", keep="first", maintain_order=True)


def _content(article: Article, coded: Coded) -> str:
    return copies.content(article.text, coded.noncontent)


def _claims(
    articles: Sequence[Article], coded: Sequence[Coded], keys: Sequence[str], place: pl.DataFrame
) -> pl.DataFrame:
    said, values = [], []
    for article, (one, key) in zip(articles, _each(coded, keys), strict=True):
        for number, claim in enumerate(one.claims):
            value = rows.claim_row(claim, key, number)
            words = text_hash(article.text[slice(*claim.sentence)])[:16]
            said.append((number, claim.time.earliest, claim.time.latest, words, value["value"]))
            values.append((key, None, value["value"]))
    found = pl.DataFrame(values, schema=dict.fromkeys(("article", "cluster", "value"), pl.String), orient="row")
    return claims_of(found, place).hstack(pl.DataFrame(said, schema=dict(SAID), orient="row"))
