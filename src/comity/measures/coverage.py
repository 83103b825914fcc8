"""What a record covers: articles by outlet, language and day, copies folded, and days without any."""

from __future__ import annotations

from datetime import date

import polars as pl

from comity.measures.answer import Answer, Figure, basis
from comity.measures.frames import Frames


def coverage(frames: Frames) -> Answer:
    """One row an outlet and language: articles, texts of their own, wire copies, undated ones, first and last day, days covered.

    The series ``days`` counts articles, origins and outlets by day of publication, days without an article among them.
    """
    per_outlet = (
        frames.articles.with_columns(copy=pl.col("text") != pl.col("origin"))
        .group_by("outlet", "language")
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
        .with_columns(id=pl.concat_str(pl.col("outlet").fill_null("unknown"), "language", separator=" / "))
    )
    what = basis(frames)
    copied = what.articles - what.origins
    return Answer(
        measure="coverage",
        asked={},
        rows=per_outlet,
        basis=what,
        figures=(Figure("share of wire copies", copied / what.articles if what.articles else None, what.articles),),
        shown=("outlet", "language", "articles", "origins", "copies", "undated", "first", "last", "days"),
        series={"days": by_day(frames.articles)},
    )


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
