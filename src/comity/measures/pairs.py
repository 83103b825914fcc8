"""The pairs of a record: who is told with whom, how often, in cooperation and in conflict, from when to when. Pure."""

from __future__ import annotations

import polars as pl

from comity.measures.actors import is_actor
from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.frames import Frames

PER_PAGE = 50
COOPERATION, CONFLICT = (1, 2), (3, 4)
SHOWN = ("one", "other", "claims", "there", "back", "cooperation", "conflict", "articles", "first", "last")


def pairs(frames: Frames, of: str | None = None, page: int = 1, per_page: int = PER_PAGE) -> Answer:
    """One row a pair of actors with codes, the most told first; ``of`` asks for those of one actor.

    ``there`` and ``back`` count claims of one towards the other and of the other towards the one; days are of publication.
    The evidence of a pair is the claim that was published last.
    """
    both = pl.col("actor_code").is_not_null() & pl.col("recipient_code").is_not_null()
    told = frames.claims.filter(both & (pl.col("actor_code") != pl.col("recipient_code")))
    if of is not None:
        told = told.filter(is_actor("actor", of) | is_actor("recipient", of))
    ways = told.group_by("actor_code", "recipient_code").agg(
        claims=pl.len().cast(pl.Int64),
        cooperation=pl.col("quad").is_in(COOPERATION).sum().cast(pl.Int64),
        conflict=pl.col("quad").is_in(CONFLICT).sum().cast(pl.Int64),
        articles=pl.col("article").unique(),
        first=pl.col("published").min(),
        last=pl.col("published").max(),
    )
    forward = pl.col("actor_code") < pl.col("recipient_code")
    found = (
        ways.with_columns(
            one=pl.min_horizontal("actor_code", "recipient_code"),
            other=pl.max_horizontal("actor_code", "recipient_code"),
            there=pl.when(forward).then("claims").otherwise(0),
            back=pl.when(forward).then(0).otherwise("claims"),
        )
        .group_by("one", "other")
        .agg(
            pl.col("claims", "there", "back", "cooperation", "conflict").sum(),
            articles=pl.col("articles").explode().n_unique().cast(pl.Int64),
            first=pl.col("first").min(),
            last=pl.col("last").max(),
        )
        .sort("claims", "one", "other", descending=[True, False, False])
    )
    rows = found.slice((page - 1) * per_page, per_page).with_columns(id=pl.concat_str("one", "other", separator="–"))
    left = found.height - (page - 1) * per_page - rows.height
    return Answer(
        measure="pairs",
        asked={"of": of, "page": page},
        rows=rows.select("id", *SHOWN),
        basis=basis(frames),
        evidence=evidence(_last(told, rows), "row", pl.col("type")),
        figures=(Figure("pairs", found.height, found.height),),
        notes=(f"{left} more pairs, told less often",) if left > 0 else (),
        shown=SHOWN,
    )


def _last(told: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """The claim of each pair that was published last."""
    named = told.select(
        pl.all(),
        one=pl.min_horizontal("actor_code", "recipient_code"),
        other=pl.max_horizontal("actor_code", "recipient_code"),
    ).join(rows.select("one", "other", row="id"), on=("one", "other"))
    ordered = named.sort("published", "article", "start", descending=[True, False, False], nulls_last=True)
    return ordered.unique("row", keep="first", maintain_order=True)
