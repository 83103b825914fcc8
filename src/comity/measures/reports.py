"""When the events of a directed pair were first reported, and how many articles there were to report them. Pure.

The clock is that of publication: events and articles are counted on the same one. A copy is no second article: an origin
stands at the first day on which one of its copies was published, with that copy's outlet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import polars as pl

from comity.measures.actors import is_actor
from comity.measures.covered import Covered, counted
from comity.measures.disputes import disputed_clusters
from comity.measures.frames import Frames
from comity.measures.intensities import Intensities

By = Literal["week", "month"]
EVERY = {"week": "1w", "month": "1mo"}  # weeks begin on Monday
RETROSPECT = timedelta(days=31)  # an act certainly over for longer, when first reported, is history and no news
QUARTERS = 4  # an outlet in every quarter of the window is present throughout
COUNTED = ("happened", "ongoing")


def period(day: pl.Expr, by: By) -> pl.Expr:
    """The first day of the week or month that a day is in."""
    return day.dt.truncate(EVERY[by])


def following(start: date, by: By) -> date:
    """The first day of the next week or month after the one that begins on ``start``."""
    return start + timedelta(days=7) if by == "week" else (start + timedelta(days=32)).replace(day=1)


def within(frames: Frames, since: date | None, until: date | None) -> Frames:
    """The frames of what was published from ``since`` to ``until``; what has no date is left out if either is given."""
    if since is None and until is None:
        return frames
    inside = pl.col("published").is_between(since or date.min, until or date.max)
    return frames._replace(
        articles=frames.articles.filter(inside),
        claims=frames.claims.filter(inside),
        covered=frames.covered and frames.covered.only(inside),
    )


def origins(articles: pl.DataFrame, by: By) -> pl.DataFrame:
    """One row a dated text of its own: ``origin, outlet, published, period``."""
    return firsts(articles, by).drop("article")


def firsts(articles: pl.DataFrame, by: By) -> pl.DataFrame:
    """The same with the ``article`` that was published first."""
    dated = articles.filter(pl.col("published").is_not_null()).sort("published", "article")
    found = dated.group_by("origin", maintain_order=True).agg(pl.col("article", "outlet", "published").first())
    return found.with_columns(period=period(pl.col("published"), by))


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of their own, all dated. ``counted`` has how many by day and outlet (COUNTED, and ``period``), ``by_period`` by
    period and outlet (``period, outlet, texts``), ``placed`` those with a place of
    their own: ``origin, article, outlet, published, period``, in the order of publication."""

    counted: pl.DataFrame
    by_period: pl.DataFrame
    placed: pl.DataFrame


def texts(what: Covered, by: By) -> Texts:
    """The texts of their own among what is covered."""
    folded = firsts(what.copied, by)
    single = what.single.filter(pl.col("published").is_not_null())
    every = pl.concat([single, counted(folded)]).group_by("published", "outlet").agg(pl.col("texts").sum())
    every = every.with_columns(period=period(pl.col("published"), by))
    by_period = every.group_by("period", "outlet").agg(pl.col("texts").sum()).sort("period", "outlet")
    placed = pl.concat([folded, firsts(what.placed, by)]).sort("published", "article")
    return Texts(every, by_period, placed)


@dataclass(frozen=True, slots=True)
class Ground:
    """What both directions of a pair are told on: all texts, and those of the ``outlets`` that are there throughout."""

    whole: Texts
    fixed: Texts
    outlets: list[str]

    @property
    def listed(self) -> pl.DataFrame:
        """The texts one by one; empty where they are too many, and all but some of them counted."""
        placed = self.whole.placed
        return placed if placed.height == self.whole.counted["texts"].sum() else placed.clear()


def ground(what: Covered, by: By) -> Ground:
    """The texts of what is covered, worked out once for all that is asked of them."""
    whole = texts(what, by)
    outlets = throughout(whole.counted)
    among = pl.col("outlet").is_in(outlets).fill_null(False)
    every = what.single.select(among.all()).item() and what.copied.select(among.all()).item()
    return Ground(whole, whole if every else texts(what.only(among), by), outlets)


def calendar_of(starts: list[date], by: By) -> list[date]:
    """Every period from the first of these to the last, the missing ones between them too."""
    found = starts[:1]
    while found and found[-1] < starts[-1]:
        found.append(following(found[-1], by))
    return found


def calendar(texts: pl.DataFrame, by: By) -> tuple[list[date], list[int]]:
    """Every period from the first text to the last, covered or not, and how many days of each lie between them."""
    first, last = texts["published"].min(), texts["published"].max()
    if not isinstance(first, date) or not isinstance(last, date):
        return [], []
    starts = calendar_of(texts["period"].unique().sort().to_list(), by)
    return starts, [(min(following(s, by), last + timedelta(1)) - max(s, first)).days for s in starts]


def throughout(texts: pl.DataFrame) -> list[str]:
    """The outlets with an article in every quarter of the window, by name."""
    first, last = texts["published"].min(), texts["published"].max()
    if not isinstance(first, date) or not isinstance(last, date):
        return []
    days = (last - first).days + 1
    quarter = ((pl.col("published") - pl.lit(first)).dt.total_days() * QUARTERS) // days
    seen = texts.filter(pl.col("outlet").is_not_null()).group_by("outlet").agg(quarters=quarter.n_unique())
    return sorted(seen.filter(pl.col("quarters") >= min(QUARTERS, days))["outlet"])


def tellings(claims: pl.DataFrame, actor: str, recipient: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The claims that tell an event of ``actor`` towards ``recipient`` as happened or going on, on a known day.

    What some assert and others deny is counted neither way: those claims are left out, and are the second answer.
    """
    between = claims.filter(is_actor("actor", actor) & is_actor("recipient", recipient))
    counted = pl.col("quad").is_not_null() & pl.col("status").is_in(COUNTED) & pl.col("published").is_not_null()
    told = between.filter(counted).with_columns(pl.col("cluster").fill_null(pl.col("id")))
    told = told.sort("published", "article", "start")
    disputed = pl.col("cluster").is_in(list(disputed_clusters(between)))
    return told.filter(~disputed), told.filter(disputed)


def events(told: pl.DataFrame, texts: pl.DataFrame, scores: Intensities) -> pl.DataFrame:
    """One row an event cluster, where it was first reported: ``cluster, type, mode, quad, score, origin, period …``.

    ``mentions`` and ``origins`` count its tellings; ``history`` says that it was certainly over for longer than RETROSPECT
    when it was first reported.
    """
    first = told.group_by("cluster", maintain_order=True).agg(
        pl.col("type", "quad", "origin", "latest", "actor_name", "recipient_name").first(),
        mode=pl.col("mode").drop_nulls().first(),
        mentions=pl.len(),
        origins=pl.col("origin").n_unique(),
    )
    placed = first.join(texts, on="origin", how="inner", maintain_order="left")
    return placed.with_columns(
        score=scores.of(pl.col("type"), pl.col("mode")),
        history=(pl.col("latest") < pl.col("published") - RETROSPECT).fill_null(False),
    )
