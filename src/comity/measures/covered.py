"""How many articles there are to tell of anything, by day and outlet; a copy is no second article. Pure.

Millions of articles tell nothing of a pair: those without a copy are counted, and only copies stand here one by one, for
where a text stands depends on which of its copies are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import polars as pl

if TYPE_CHECKING:
    from datetime import date

    from comity.measures.frames import Frames, Schema

COUNTED: Schema = {"published": pl.Date, "outlet": pl.String, "texts": pl.Int64}
STANDING: Schema = {"article": pl.String, "origin": pl.String, "outlet": pl.String, "published": pl.Date}


class Covered(NamedTuple):
    """All articles. ``single`` counts those without a copy (COUNTED), ``copied`` has each of the others (STANDING).

    ``placed`` has those single ones that what is asked about may stand in (STANDING): all, or those with a claim of the pair.
    """

    single: pl.DataFrame
    copied: pl.DataFrame
    placed: pl.DataFrame

    def only(self, which: pl.Expr) -> Covered:
        """Those that a condition on ``outlet`` or ``published`` holds for."""
        return Covered(*(frame.filter(which) for frame in self))


def covered(frames: Frames) -> Covered:
    """What the frames cover: as they bring it with them, else as their articles tell."""
    return frames.covered or covered_by(frames.articles.select(list(STANDING)))


def covered_by(articles: pl.DataFrame) -> Covered:
    """What these articles (STANDING) cover."""
    alone = articles["origin"].is_unique()
    single = articles.filter(alone)
    return Covered(counted(single), articles.filter(~alone), single)


def counted(texts: pl.DataFrame) -> pl.DataFrame:
    """How many rows there are by day and outlet, in their order (COUNTED)."""
    found = texts.group_by("published", "outlet").agg(texts=pl.len().cast(pl.Int64))
    return found.sort("published", "outlet").select(list(COUNTED))


class Extent(NamedTuple):
    """What all articles together are."""

    articles: int
    origins: int
    outlets: int
    undated: int
    first: date | None
    last: date | None
    days: int  # with an article


def extent(all_of: Covered) -> Extent:
    """How much is covered. Days are of publication."""
    rows = pl.concat([all_of.single, counted(all_of.copied)])
    dated = rows["published"].drop_nulls()
    return Extent(
        articles=int(rows["texts"].sum()),
        origins=int(all_of.single["texts"].sum()) + all_of.copied["origin"].n_unique(),
        outlets=rows["outlet"].drop_nulls().n_unique(),
        undated=int(rows.filter(pl.col("published").is_null())["texts"].sum()),
        first=dated.min(),  # type: ignore[arg-type]  # a column of dates has a date or nothing there
        last=dated.max(),  # type: ignore[arg-type]
        days=dated.n_unique(),
    )
