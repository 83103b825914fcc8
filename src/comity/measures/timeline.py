"""The timeline of two actors: the days that matter between them, each with a line and the sentences that name it. Pure.

A day weighs what the texts add that date an act to it (vocabulary/rules/timeline.yaml), each by its best sentence and by how
much it is about the two; copies count once.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import polars as pl

from comity.measures.answer import Answer, basis, evidence
from comity.measures.counted import Number, count, said, texts, things
from comity.measures.dated_acts import acts, dated, sentences
from comity.measures.frames import Frames

LIMIT = 15
SHOWN = ("day", "line", "sentences", "origins", "between", "signals", "published", "weight")
Weights = Mapping[str, float]


def timeline(
    frames: Frames, between: tuple[str, str], weights: Weights, versions: Mapping[str, str], limit: int = LIMIT
) -> Answer:
    """The ``limit`` weightiest days in order of time.

    ``sentences`` and ``origins`` name the day, ``between`` of them name both actors, ``signals`` hold one; ``published``
    counts texts of the day and the day after. The first evidence of a day is the sentence of its ``line``.
    """
    whole = acts(frames, *between)
    ranked = weighed(whole, frames.articles, weights)
    chosen = ranked.head(limit).sort("day").with_columns(id=pl.col("day").cast(pl.String))
    told = best_first(dated(whole)).join(chosen.select("day", row="id"), on="day", maintain_order="left")
    told = told.unique(("row", "text", "sentence_start"), keep="first", maintain_order=True)
    first = told.group_by("row", maintain_order=True).agg(line=pl.col("what").first(), told=pl.col("id").first())
    rows = chosen.join(first, left_on="id", right_on="row", how="left", maintain_order="left")
    role = pl.when(pl.col("id").is_in(first["told"].implode())).then(pl.lit("line")).otherwise(pl.lit("names the day"))
    left = dated(whole).join(ranked, on="day", how="semi").join(chosen, on="day", how="anti").sort("day")
    return Answer(
        measure="timeline",
        asked={"between": between, "limit": limit},
        rows=rows.drop("told"),
        basis=basis(frames, versions),
        evidence=evidence(told.sort("row", maintain_order=True), "row", role),
        notes=(said("{} more days are named by a dated act: --limit N", count(things(left, "day"))),)
        if left.height
        else (),
        shown=SHOWN,
        cells={(str(day), "published"): _around(day, frames.articles) for day in chosen["day"]},
    )


def _around(day: date, articles: pl.DataFrame) -> Number:
    """The texts published on a day or the day after; where there are none, all that have a day."""
    near = pl.col("published").is_between(day, day + timedelta(days=1))
    dated = articles.filter(pl.col("published").is_not_null()).sort("published", "article")
    firsts = dated.unique("origin", keep="first", maintain_order=True)
    return count(texts(firsts.filter(near)), texts(dated))


def weighed(whole: pl.DataFrame, articles: pl.DataFrame, weights: Weights) -> pl.DataFrame:
    """Every day that a sentence of theirs dates an act to, the weightiest first; of equal ones the earlier first."""
    w = weights
    side = pl.when(pl.col("one") & pl.col("other")).then(w["both"]).when(pl.col("one") | pl.col("other")).then(w["one"])
    adds = side.otherwise(0.0) + pl.col("about") * w["about"]
    told = sentences(whole, articles).with_columns(adds=adds)
    per_text = told.group_by("day", "origin").agg(pl.col("adds").max()).group_by("day").agg(weight=pl.col("adds").sum())
    days = told.group_by("day").agg(
        sentences=pl.len(),
        origins=pl.col("origin").n_unique(),
        between=(pl.col("one") & pl.col("other")).sum(),
        signals=pl.col("signal").sum(),
    )
    days = days.join(
        per_text.filter(pl.col("weight") > 0), on="day"
    )  # days of others, in texts about others, are none of theirs
    around = published_around(days["day"], articles)
    weight = pl.col("weight") + pl.col("published").sqrt() * w["published"]
    return days.join(around, on="day").with_columns(weight=weight).sort("weight", "day", descending=[True, False])


def published_around(days: pl.Series, articles: pl.DataFrame) -> pl.DataFrame:
    """For each day, how many texts were published on it or on the day after, copies counted once: ``day, published``."""
    firsts = articles.drop_nulls("published").group_by("origin").agg(pl.col("published").min())
    both = pl.concat([firsts.select(day="published"), firsts.select(day=pl.col("published").dt.offset_by("-1d"))])
    counted = both.group_by("day").agg(published=pl.len())
    return days.to_frame().join(counted, on="day", how="left").with_columns(pl.col("published").fill_null(0))


def best_first(told: pl.DataFrame) -> pl.DataFrame:
    """The dated acts of each day, what was done before what was not, then what names most of the two, told soonest."""
    named = pl.col("one").cast(pl.Int8) + pl.col("other").cast(pl.Int8)
    since = (pl.col("published") - pl.col("day")).dt.total_days()
    order = (pl.col("happened"), named, ~pl.col("signal"), since, pl.col("article"), pl.col("start"))
    return told.sort("day", *order, descending=[False, True, True, True, False, False, False], nulls_last=True)
