"""Where the acts between two actors were, as far as the texts tell: places with their points, and how many acts. Pure."""

from __future__ import annotations

import polars as pl

from comity.measures.actors import told_between
from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.frames import Frames
from comity.measures.pairs import CONFLICT, COOPERATION

SHOWN = ("place", "country", "lat", "lon", "claims", "cooperation", "conflict", "first", "last")
MOST = 12  # quotations of one place; the number tells how many there are


def acts_by_place(frames: Frames, one: str, other: str) -> Answer:
    """One row a place that an act of one towards the other was told at; without a point where the place has none."""
    between = told_between(frames.claims, one, other)
    told = between.filter(pl.col("place").is_not_null()).with_columns(
        row=pl.concat_str("place", "country", "lat", "lon", separator="|", ignore_nulls=True)
    )
    rows = (
        told.group_by(id="row")
        .agg(
            pl.col("place", "country", "lat", "lon").first(),
            claims=pl.len().cast(pl.Int64),
            cooperation=pl.col("quad").is_in(COOPERATION).sum().cast(pl.Int64),
            conflict=pl.col("quad").is_in(CONFLICT).sum().cast(pl.Int64),
            first=pl.col("published").min(),
            last=pl.col("published").max(),
        )
        .sort("claims", "id", descending=[True, False])
    )
    ordered = told.sort("published", "article", "start", nulls_last=True)
    kept = ordered.filter(pl.int_range(pl.len()).over("row") < MOST)
    located = rows["lat"].count()
    return Answer(
        measure="acts_by_place",
        asked={"between": (one, other)},
        rows=rows.select("id", *SHOWN),
        basis=basis(frames),
        evidence=evidence(kept, "row", pl.col("type")),
        figures=(Figure("claims with a place", told.height, between.height, says="of all between the two"),),
        notes=(f"{rows.height - located} of {rows.height} places have no point: they stand in the table alone",),
        shown=SHOWN,
    )
