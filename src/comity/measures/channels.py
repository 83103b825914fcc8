"""Which outlets would carry an actor's words: its own channel, and outlets that carried it before. Pure."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import polars as pl

from comity.measures.frames import Frames

ISSUES = {"outlet": pl.String, "actor": pl.String}


def own_channels(frames: Frames, share: float) -> pl.DataFrame:
    """``outlet, actor``: outlets of statements of which at least ``share`` have the actor as their foremost speaker.

    A statement's chains begin with its speaker, so whose a statement is can be told from what was coded of it.
    """
    statements = frames.articles.filter(pl.col("kind") == "statement").select("article", "outlet")
    speakers = _spoken(frames).select("article", actor=pl.col("chain").list.first()).join(statements, on="article")
    told = speakers.group_by("article", "outlet", "actor").agg(pl.len())
    foremost = told.filter(pl.col("len") == pl.col("len").max().over("article"))  # all that are level: none by its name
    statements_of = foremost.with_columns(whole=pl.col("article").n_unique().over("outlet"))
    counted = statements_of.group_by("outlet", "actor").agg(pl.len(), pl.col("whole").first())
    own = counted.filter((pl.col("len") >= share * pl.col("whole")) & pl.col("outlet").is_not_null())
    return own.select("outlet", "actor").sort("outlet", "actor")


def carriers(frames: Frames) -> pl.DataFrame:
    """``outlet, actor``: outlets that carried words of the actor at least once, anywhere in the record."""
    sources = _spoken(frames).select("outlet", actor="chain").explode("actor")
    spoke = frames.claims.filter(pl.col("type").is_in(_WORDS)).select("outlet", actor="actor_code")
    condemned = frames.signals["condemnations"].select("outlet", actor="by_code")
    return pl.concat([sources, spoke, condemned]).drop_nulls().unique().sort("outlet", "actor")


_WORDS = ("STATEMENT", "ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")  # acts done by speaking


def coverage(articles: pl.DataFrame, window: timedelta) -> Callable[[date], frozenset[str]]:
    """Tells of a day which outlets have an article from that day to the end of the ``window`` that it begins."""
    placed = articles.select("published", "outlet").drop_nulls().unique().sort("published", "outlet")
    days, outlets = placed["published"].to_list(), placed["outlet"].to_list()

    @cache
    def covering(since: date) -> frozenset[str]:
        return frozenset(outlets[bisect_left(days, since) : bisect_right(days, since + window)])

    return covering


def covered_over(articles: pl.DataFrame, outlet: str, window: tuple[date, date], gap: timedelta) -> bool:
    """Whether no stretch of more than ``gap`` days of the window is without an article of the outlet."""
    within = articles.filter((pl.col("outlet") == outlet) & pl.col("published").is_between(*window))
    days = sorted(set(within["published"]))
    bounds = [window[0] - timedelta(days=1), *days, window[1] + timedelta(days=1)]
    return bool(days) and all(b - a - timedelta(days=1) <= gap for a, b in itertools.pairwise(bounds))


def _spoken(frames: Frames) -> pl.DataFrame:
    """``article, outlet, chain`` of every claim and signal that has a chain."""
    rows = pl.concat(
        [coded.select("article", "outlet", "chain") for coded in (frames.claims, *frames.signals.values())]
    )
    return rows.filter(pl.col("chain").list.len() > 0)
