"""Who tells of two actors: outlets with their articles and claims, copies folded. Pure."""

from __future__ import annotations

import polars as pl

from comity.measures.actors import told_between
from comity.measures.answer import Answer, basis, evidence
from comity.measures.frames import Frames
from comity.measures.pairs import CONFLICT, COOPERATION

SHOWN = ("outlet", "articles", "origins", "claims", "cooperation", "conflict", "attributed", "first", "last")
UNKNOWN = "unknown"


def pair_outlets(frames: Frames, one: str, other: str) -> Answer:
    """One row an outlet that tells an act of one towards the other; ``attributed`` claims are told according to somebody."""
    told = told_between(frames.claims, one, other).with_columns(row=pl.col("outlet").fill_null(UNKNOWN))
    rows = (
        told.group_by(id="row")
        .agg(
            articles=pl.col("article").n_unique().cast(pl.Int64),
            origins=pl.col("origin").n_unique().cast(pl.Int64),
            claims=pl.len().cast(pl.Int64),
            cooperation=pl.col("quad").is_in(COOPERATION).sum().cast(pl.Int64),
            conflict=pl.col("quad").is_in(CONFLICT).sum().cast(pl.Int64),
            attributed=(pl.col("chain").list.len() > 0).sum().cast(pl.Int64),
            first=pl.col("published").min(),
            last=pl.col("published").max(),
        )
        .sort("claims", "id", descending=[True, False])
        .with_columns(outlet="id")
    )
    first = told.sort("published", "article", "start", nulls_last=True).unique("row", keep="first", maintain_order=True)
    return Answer(
        measure="pair_outlets",
        asked={"between": (one, other)},
        rows=rows.select("id", *SHOWN),
        basis=basis(frames),
        evidence=evidence(first, "row", pl.lit("first told")),
        notes=("the quotation of an outlet is the first that it tells of the two",) if rows.height else (),
        shown=SHOWN,
    )
