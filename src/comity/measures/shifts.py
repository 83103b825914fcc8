"""The shifts of one directed pair, each with what becomes of it per article and with the outlets held fixed. Pure.

Three answers to one question: does the series change in time, per article, and per article among outlets that are there
throughout? Only what does in all three is a shift; what does not in the last two is a change in coverage.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from comity.measures.answer import FEWEST
from comity.measures.frames import Schema
from comity.measures.intensities import Intensities
from comity.measures.reports import By, Ground, calendar, events, following
from comity.measures.segmentation import Change, Units, chance, in_time, per_unit

RISK = 0.05  # that a direction without any shift shows one; shared out among its series
HUNDRED = 100  # rates are told per hundred articles
QUADS: dict[str, int] = {
    "verbal_cooperation": 1,
    "material_cooperation": 2,
    "verbal_conflict": 3,
    "material_conflict": 4,
}
# What a cluster adds to each series. Intensities are sums without sign: cooperative and conflictual acts never cancel out.
AMOUNTS: dict[str, pl.Expr] = {
    **{name: (pl.col("quad") == quad).cast(pl.Float64) for name, quad in QUADS.items()},
    "cooperation_intensity": pl.col("score").clip(lower_bound=0.0),
    "conflict_intensity": pl.lit(0.0) - pl.col("score").clip(upper_bound=0.0),
}
SHIFT = "a shift: per article, and with the outlets held fixed"
UNCHECKED = "a shift per article; the outlets could not be held fixed"
COVERAGE = "a change in coverage"
UNCLEAR = "no clear pattern: a shift in time, not found per article"

SHIFTS: Schema = {
    "direction": pl.String,
    "series": pl.String,
    "date": pl.Date,  # first day of the first period after it
    "earliest": pl.Date,  # its 95 % interval
    "latest": pl.Date,
    "before": pl.Float64,  # per hundred articles
    "after": pl.Float64,
    "difference_low": pl.Float64,
    "difference_high": pl.Float64,
    "clusters": pl.Int64,  # on both sides
    "articles": pl.Int64,
    "per_article": pl.Boolean,  # whether it was found there; if not, only in time
    "fixed_outlets": pl.Int64,
    "fixed_p": pl.Float64,
    "verdict": pl.String,
}


@dataclass(frozen=True, slots=True)
class Direction:
    """What is known of one directed pair: its tellings, the texts that might have told of it, and the periods."""

    name: str
    told: pl.DataFrame
    ground: Ground
    by: By
    disputed: pl.DataFrame  # claims whose clusters are left out, as some deny what others assert


@dataclass(frozen=True, slots=True)
class Dealt:
    """Texts with what each adds to every series, in the order of publication; a row that adds anything is one text.

    Those that add nothing come after, counted by period and outlet in ``texts``.
    """

    texts: pl.DataFrame

    def told(self, series: str) -> int:
        """How many clusters tell something to the series."""
        return int(self.texts[f"n_{series}"].sum())


def dealt(direction: Direction, scores: Intensities, fixed: bool = False) -> Dealt:
    """The texts of a direction, with ``fixed`` of the outlets there throughout: events stand where those first told them."""
    found, told = direction.ground.whole, direction.told
    if fixed:
        found, told = direction.ground.fixed, told.filter(pl.col("outlet").is_in(direction.ground.outlets))
    news = events(told, found.placed, scores).filter(~pl.col("history"))
    sums = news.group_by("origin").agg(
        *(amount.sum().alias(name) for name, amount in AMOUNTS.items()),
        *((amount != 0).sum().alias(f"n_{name}") for name, amount in AMOUNTS.items()),
        clusters=pl.len(),
        mentions=pl.col("mentions").sum(),
    )
    telling = found.placed.join(sums, on="origin", how="inner").drop("article").with_columns(texts=pl.lit(1, pl.Int64))
    told_of = telling.group_by("period", "outlet").agg(texts=-pl.len().cast(pl.Int64))
    rest = pl.concat([found.by_period, told_of]).group_by("period", "outlet").agg(pl.col("texts").sum())
    silent = rest.filter(pl.col("texts") > 0).sort("period", "outlet")
    whole = pl.concat([telling.sort("published", "origin"), silent], how="diagonal")
    return Dealt(whole.with_columns(pl.exclude("origin", "outlet", "published", "period").fill_null(0)))


def shifts(direction: Direction, whole: Dealt, scores: Intensities) -> pl.DataFrame:
    """The shifts of every series that has enough clusters, as SHIFTS; ``whole`` is what the direction deals out."""
    series = [name for name in AMOUNTS if whole.told(name) >= FEWEST]
    rows: list[dict[str, Any]] = []
    if series:
        found = _per_article(whole, dealt(direction, scores, fixed=True), series, direction.by)
        rows = [{**row, "fixed_outlets": len(direction.ground.outlets)} for row in found]
        rows += _in_time_only(whole, series, direction, found)
    frame = pl.DataFrame(rows, schema={k: v for k, v in SHIFTS.items() if k != "direction"})
    return frame.with_columns(direction=pl.lit(direction.name)).select(list(SHIFTS)).sort("date", "series")


@dataclass(frozen=True, slots=True)
class Seen:
    """A change with its calendar: the first day of every period of its series, and the first day after its right side."""

    change: Change
    starts: list[date]
    by: By

    @property
    def day(self) -> date:
        return self.starts[self.change.at]

    @property
    def earliest(self) -> date:
        """Of a gap without articles nothing is known: the interval begins with the first day after the period before."""
        return min(following(self.starts[self.change.low - 1], self.by), self.day)

    @property
    def latest(self) -> date:
        return self.starts[self.change.high]

    def around(self, read: pl.DataFrame) -> pl.DataFrame:
        """The texts of the segments on both sides, with ``later``: whether they stand after the change."""
        end = self.starts[self.change.end] if self.change.end < len(self.starts) else date.max
        inside = read.filter((pl.col("period") >= self.starts[self.change.start]) & (pl.col("period") < end))
        return inside.with_columns(later=pl.col("period") >= self.day)


def _per_article(whole: Dealt, fixed: Dealt, series: list[str], by: By) -> list[dict[str, Any]]:
    """The changes of the rate per article, each checked among the outlets that are there throughout."""
    starts = whole.texts["period"].unique().sort().to_list()
    found = per_unit(_units(whole.texts, series, starts), len(starts), RISK)
    rows = []
    for name, change in ((name, c) for name, changes in zip(series, found, strict=True) for c in changes):
        seen = Seen(change, starts, by)
        excess, p = _checked(seen.around(fixed.texts), name)
        holds = p is not None and p <= RISK and (excess > 0) == (change.after > change.before)
        verdict = UNCHECKED if p is None else SHIFT if holds else COVERAGE
        low, high = (HUNDRED * bound for bound in change.difference)
        row = {**_row(seen, whole, name), "difference_low": low, "difference_high": high}
        rows.append({**row, "per_article": True, "fixed_p": p, "verdict": verdict})
    return rows


def _in_time_only(
    whole: Dealt, series: list[str], direction: Direction, found: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The changes of the rate in time that no change per article answers to."""
    starts, days = calendar(direction.ground.whole.counted, direction.by)
    rows = []
    in_series = in_time(_units(whole.texts, series, starts), np.array(days, dtype=np.float64), RISK)
    for name, change in ((name, c) for name, changes in zip(series, in_series, strict=True) for c in changes):
        seen = Seen(change, starts, direction.by)
        if any(row["series"] == name and _answers(row, seen) for row in found):
            continue
        _, p = _checked(seen.around(whole.texts).with_columns(outlet=pl.lit("any")), name)
        verdict = UNCLEAR if p is not None and p <= RISK else COVERAGE
        rows.append({**_row(seen, whole, name), "per_article": False, "verdict": verdict})
    return rows


def _units(read: pl.DataFrame, series: list[str], starts: list[date]) -> Units:
    number = pl.DataFrame({"period": starts, "number": range(len(starts))}, schema_overrides={"number": pl.Int64})
    placed = read.join(number, on="period", how="left", maintain_order="left")
    telling, silent = (placed.filter(which) for which in (pl.col("clusters") > 0, pl.col("clusters") == 0))
    counts = np.bincount(silent["number"].to_numpy(), weights=silent["texts"].to_numpy(), minlength=len(starts))
    values = telling.select(series).to_numpy().astype(np.float64)
    return Units(telling["number"].to_numpy(), values, counts.astype(np.int64))


def _answers(row: dict[str, Any], seen: Seen) -> bool:
    """Whether a change per article is this change in time: one direction, and intervals that meet."""
    meet = row["earliest"] <= seen.latest and seen.earliest <= row["latest"]
    return bool(meet and (row["after"] > row["before"]) == (seen.change.after > seen.change.before))


def _checked(around: pl.DataFrame, series: str) -> tuple[float, float | None]:
    """The excess after a change within outlets, and its p; null where too little is left to say, or nothing on one side."""
    if around[f"n_{series}"].sum() < FEWEST or around["later"].n_unique() < 2:
        return 0.0, None
    outlets = around["outlet"].rank("dense").fill_null(0).to_numpy().astype(np.int64)
    values = around[series].to_numpy().astype(np.float64)
    return chance(values, outlets, around["later"].to_numpy(), around["texts"].to_numpy())


def _row(seen: Seen, whole: Dealt, series: str) -> dict[str, Any]:
    """A change with its days and its rates per hundred articles; null where one side has no article."""
    around = seen.around(whole.texts)
    sides = (around.filter(pl.col("later") == later) for later in (False, True))
    before, after = (HUNDRED * float(x[series].sum()) / int(x["texts"].sum()) if x.height else None for x in sides)
    row = {"series": series, "date": seen.day, "earliest": seen.earliest, "latest": seen.latest}
    return {
        **row,
        "before": before,
        "after": after,
        "clusters": int(around[f"n_{series}"].sum()),
        "articles": int(around["texts"].sum()),
    }
