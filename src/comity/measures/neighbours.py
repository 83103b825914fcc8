"""Where an article stands: which two actors it is mostly about, what tells of them before and after, its copies. Pure."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from comity.measures.frames import Frames


@dataclass(frozen=True, slots=True)
class Standing:
    """``pair``: the two with most claims between them there, None where no two known ones are; keys of articles.

    ``outlets`` published its text or a copy of it, ``tellings`` times.
    """

    pair: tuple[str, str] | None
    before: str | None
    after: str | None
    tellings: int
    outlets: int


def standing(frames: Frames, article: str) -> Standing:
    """Of the article with this key. Neighbours are dated articles of another origin with a claim between the same two."""
    own = frames.articles.filter(pl.col("article") == article)
    origin = own["origin"].first() if own.height else None
    copies = frames.articles.filter(pl.col("origin") == origin)
    pair = _pair(frames.claims.filter(pl.col("article") == article))
    before, after = _around(frames, own, pair) if pair and own.height else (None, None)
    return Standing(pair, before, after, copies.height, copies["outlet"].drop_nulls().n_unique())


def _pair(claims: pl.DataFrame) -> tuple[str, str] | None:
    one, other = pl.col("actor_code"), pl.col("recipient_code")
    between = claims.filter(one.is_not_null() & other.is_not_null() & (one != other))
    if between.is_empty():
        return None
    sides = between.select(low=pl.min_horizontal(one, other), high=pl.max_horizontal(one, other))
    most = sides.group_by("low", "high").len().sort("len", "low", "high", descending=[True, False, False])
    return str(most["low"][0]), str(most["high"][0])


def _around(frames: Frames, own: pl.DataFrame, pair: tuple[str, str]) -> tuple[str | None, str | None]:
    published, key, origin = own["published"][0], own["article"][0], own["origin"][0]
    if published is None:
        return None, None
    one, other = pl.col("actor_code"), pl.col("recipient_code")
    between = ((one == pair[0]) & (other == pair[1])) | ((one == pair[1]) & (other == pair[0]))
    keys = frames.claims.filter(between)["article"].unique()
    others = frames.articles.filter(pl.col("article").is_in(keys.implode()), pl.col("published").is_not_null())
    line = others.filter((pl.col("origin") != origin) | (pl.col("article") == key)).sort("published", "article")
    at = line["article"].index_of(key)
    if at is None:
        return None, None
    before = line["article"][at - 1] if at > 0 else None
    return before, line["article"][at + 1] if at + 1 < line.height else None
