"""What a record covers: articles by outlet, its country, language and day, copies folded, and days without any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import polars as pl

from comity.measures.answer import Answer, Figure, basis
from comity.measures.counted import Number, count, texts
from comity.measures.frames import Frames


def coverage(frames: Frames, countries: Mapping[str, str] | None = None) -> Answer:
    """One row an outlet and language: articles, texts of their own, wire copies, undated ones, first and last day, days covered.

    ``countries`` gives the code of an outlet's country by its name, without regard to case; others stay unknown. The series
    ``days`` counts articles, origins and outlets by day of publication, days without an article among them; ``missing`` are
    those days alone; ``countries`` counts by country.
    """
    named = pl.col("outlet").str.to_lowercase()
    told = frames.articles.with_columns(
        copy=pl.col("text") != pl.col("origin"),
        country=named.replace_strict(dict(countries or {}), default=None, return_dtype=pl.String),
    )
    per_outlet = (
        told.group_by("outlet", "country", "language")
        .agg(
            articles=pl.len(),
            origins=pl.col("origin").n_unique(),
            copies=pl.col("copy").sum(),
            undated=pl.col("published").is_null().sum(),
            first=pl.col("published").min(),
            last=pl.col("published").max(),
            days=pl.col("published").drop_nulls().n_unique(),
        )
        .sort("articles", "outlet", "language", descending=[True, False, False], nulls_last=True)
        .with_columns(id=_ID)
    )
    what = basis(frames)
    copied = what.articles - what.origins
    days = by_day(frames.articles)
    by_country = told.group_by("country").agg(articles=pl.len(), outlets=pl.col("outlet").n_unique())
    return Answer(
        measure="coverage",
        asked={},
        rows=per_outlet,
        basis=what,
        figures=(_copies(told, copied / what.articles if what.articles else None),),
        shown=("outlet", "country", "language", "articles", *COUNTS, "first", "last", "days"),
        series={
            "days": days,
            "missing": days.filter(pl.col("articles") == 0).select("day"),
            "countries": by_country.sort("articles", "country", descending=[True, False], nulls_last=True),
        },
        cells={cell: number for row in per_outlet["id"] for cell, number in _cells(row, told.filter(row == _ID))},
    )


COUNTS = ("origins", "copies", "undated")
_ID = pl.concat_str(pl.col("outlet").fill_null("unknown"), "language", separator=" / ")


def _copies(articles: pl.DataFrame, share: float | None) -> Figure:
    """The share of copies, which are all tellings of an origin but one."""
    copies = texts(articles.filter(pl.int_range(pl.len()).over("origin") > 0))
    return Figure("share of wire copies", share, articles.height, counts=copies, among=texts(articles))


def _cells(row: str, articles: pl.DataFrame) -> Iterator[tuple[tuple[str, str], Number]]:
    """What the numbers of an outlet count: articles, and days by the articles published on them."""
    every = texts(articles)
    dated = articles.filter(pl.col("published").is_not_null())
    kinds = {
        "articles": articles,
        "origins": articles.unique("origin", keep="first", maintain_order=True),
        "copies": articles.filter("copy"),
        "undated": articles.filter(pl.col("published").is_null()),
    }
    yield from (((row, name), count(texts(found), every)) for name, found in kinds.items())
    yield (row, "days"), count(texts(dated, "published"), every)


def by_day(articles: pl.DataFrame) -> pl.DataFrame:
    """Articles, origins and outlets on every day from the first to the last: ``day, articles, origins, outlets``."""
    dated = articles.filter(pl.col("published").is_not_null())
    counted = dated.group_by(day="published").agg(
        articles=pl.len(), origins=pl.col("origin").n_unique(), outlets=pl.col("outlet").drop_nulls().n_unique()
    )
    first, last = counted["day"].min(), counted["day"].max()
    if not isinstance(first, date) or not isinstance(last, date):
        return counted
    days = pl.DataFrame({"day": pl.date_range(first, last, eager=True)})
    return days.join(counted, on="day", how="left").fill_null(0).sort("day")
