"""Which claims of an archive are of one event, and whose report each retells: pair of actors by pair of actors.

Claims of one event name the same two, and so do retellings of one claim. Pairs are shared out over buckets by a hash, and each
bucket is worked out alone: memory is bounded by the largest bucket, and the work grows with the claims and no faster. The
rules are those of a record (:mod:`comity.record.clusters`, :mod:`comity.measures.origins`), and so are the answers.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from comity.asking.frames import SAME_CLAIM
from comity.measures.frames import CLAIMS, Schema
from comity.measures.origins import with_origins
from comity.record.clusters import Mention, cluster

BUCKET = 1_000_000  # claims of a bucket on average
# Beside CLAIMS: the article's own text folded, and what a record's clusters go by.
OWN: Schema = {"number": pl.Int64, "time_earliest": pl.String, "time_latest": pl.String, "words": pl.String}
PAIRS: Schema = {**CLAIMS, "number": pl.Int64, "own_origin": pl.String}


def buckets(count: int) -> int:
    """Into how many buckets so many claims are shared out."""
    return max(1, -(-count // BUCKET))


def in_bucket(number: int, of: int) -> pl.Expr:
    """Whether a claim belongs to this bucket: the same for all claims of the same two."""
    sides = (pl.col(side).fill_null("") for side in ("actor_code", "recipient_code"))
    return pl.concat_str(*sides, separator="|").hash(0) % of == number


def worked_out(claims: pl.DataFrame, media: pl.DataFrame) -> pl.DataFrame:
    """Claims of whole pairs with ``cluster``, ``medium`` and ``origin`` filled in, as PAIRS, by pair and day.

    ``claims`` has CLAIMS and OWN, and in ``origin`` the text under which the article's copies are folded.
    """
    ordered = claims.sort("article", "number")
    grouped = ordered.with_columns(cluster=pl.Series(_clusters(ordered), dtype=pl.String), own_origin=pl.col("origin"))
    near = media.join(grouped.select("article").unique(), on="article", how="semi")
    return in_order(with_origins(grouped, near, SAME_CLAIM).select(list(PAIRS)))


def packed(pairs: pl.DataFrame) -> pl.DataFrame:
    """PAIRS as they are kept: what is the article's own text is left out, for it is that of most claims."""
    own = (pl.when(pl.col(name) != pl.col("text")).then(pl.col(name)).alias(name) for name in ("origin", "own_origin"))
    return pairs.with_columns(*own)


def unpacked(kept: pl.LazyFrame) -> pl.LazyFrame:
    """PAIRS as they were worked out."""
    return kept.with_columns(pl.col("origin", "own_origin").fill_null(pl.col("text")))


def in_order(pairs: pl.DataFrame) -> pl.DataFrame:
    """By pair, so that those of one lie together on disk, then by day and place."""
    return pairs.sort("actor_name", "recipient_name", "published", "article", "number", nulls_last=True)


def _clusters(claims: pl.DataFrame) -> list[str | None]:
    """The event of each claim."""
    found: list[str | None] = [None] * claims.height
    where = {}
    for place, mention in enumerate(_mentions(claims)):
        where[mention.article, mention.number] = place
    for event in cluster(_mentions(claims)):
        name = event.id
        for mention in event.mentions:
            found[where[mention.article, mention.number]] = name
    return found


def _mentions(claims: pl.DataFrame) -> Iterator[Mention]:
    columns = claims.select(
        *("article", "number", "origin"),
        pl.coalesce("actor_code", "actor_id").alias("actor"),
        pl.coalesce("recipient_code", "recipient_id").alias("recipient"),
        *("type", "mode", "status", "time_earliest", "time_latest", "words"),
    )
    return (Mention(*row) for row in columns.iter_rows())
