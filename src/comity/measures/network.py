"""Who acts towards whom: the actors of a record, and the partners of one of them, cooperation and conflict apart. Pure.

What is counted are events (clusters of claims): those told as done, and beside them how many are told in another status
(demanded, denied, planned …). An event counts once, however often it is told.
"""

from __future__ import annotations

import polars as pl

from comity.measures.answer import Answer, basis, evidence
from comity.measures.events import DONE
from comity.measures.frames import Frames

LIMIT = 50
QUOTED = 5  # tellings that a row rests on are shown; all of them stand in the list that the row leads to
COUNTS = ("cooperation", "conflict", "other_status")
SHOWN = (
    "actor",
    "partners",
    *(f"{c}_{way}" for way in ("done", "received") for c in ("cooperation", "conflict")),
    "articles",
)
PARTNER_SHOWN = (
    "partner",
    *(f"{count}_{way}" for way in ("there", "back") for count in COUNTS),
    *("articles", "origins", "first", "last"),
)
_CODED = (pl.col("actor_code").is_not_null(), pl.col("recipient_code").is_not_null())
_SIDES = pl.col("actor_code") != pl.col("recipient_code")


def actors(frames: Frames, limit: int = LIMIT) -> Answer:
    """The actors with a code, by how many articles tell of an act of theirs or towards them; at most ``limit``.

    ``partners`` counts those they deal with; events are counted by who does them (``…_done``) and to whom (``…_received``).
    """
    events = _events(frames.claims.filter(*_CODED, _SIDES))
    sides = [_side(events, "actor", "done"), _side(events, "recipient", "received")]
    known = pl.concat([s.select("actor") for s in sides]).unique()
    rows = known
    for side in sides:
        rows = rows.join(side, on="actor", how="left")
    rows = rows.join(_reach(frames.claims.filter(*_CODED, _SIDES)), on="actor", how="left")
    counted = rows.with_columns(pl.col(pl.UInt32).fill_null(0)).sort("articles", "actor", descending=[True, False])
    left = counted.height - limit
    return Answer(
        measure="actors",
        asked={"limit": limit},
        rows=counted.head(limit).with_columns(id=pl.col("actor")),
        basis=basis(frames),
        notes=(f"{left} more actors",) if left > 0 else (),
        shown=SHOWN,
    )


def partners(frames: Frames, actor: str, limit: int = LIMIT) -> Answer:
    """With whom the actor of this code deals: events there (what it does) and back (what is done to it), most told first."""
    own = (pl.col("actor_code") == actor) | (pl.col("recipient_code") == actor)
    told = frames.claims.filter(own, *_CODED, _SIDES).with_columns(
        partner=pl.when(pl.col("actor_code") == actor).then("recipient_code").otherwise("actor_code"),
        way=pl.when(pl.col("actor_code") == actor).then(pl.lit("there")).otherwise(pl.lit("back")),
    )
    events = _events(told, "partner", "way")
    counts = [_counted(events.filter(pl.col("way") == way), "partner", way) for way in ("there", "back")]
    rows = told.group_by("partner").agg(
        articles=pl.col("article").n_unique(),
        origins=pl.col("origin").n_unique(),
        first=pl.col("published").min(),
        last=pl.col("published").max(),
    )
    for count in counts:
        rows = rows.join(count, on="partner", how="left")
    rows = rows.with_columns(pl.col(pl.UInt32).fill_null(0)).sort("articles", "partner", descending=[True, False])
    chosen = rows.head(limit)
    one_a_text = told.sort("confidence", "id", descending=[True, False]).unique(
        ("partner", "text"), maintain_order=True
    )
    found = one_a_text.filter(pl.col("partner").is_in(chosen["partner"].implode()))
    found = found.group_by("partner", maintain_order=True).head(QUOTED)
    left = rows.height - chosen.height
    return Answer(
        measure="partners",
        asked={"actor": actor, "limit": limit},
        rows=chosen.with_columns(id=pl.col("partner")),
        basis=basis(frames),
        evidence=evidence(found, "partner", pl.col("type") + ", " + pl.col("status")),
        notes=(f"{left} more partners",) if left > 0 else (),
        shown=PARTNER_SHOWN,
    )


def _events(told: pl.DataFrame, *by: str) -> pl.DataFrame:
    """One row an event, with what it counts as."""
    done, quad = pl.col("status").is_in(DONE), pl.col("quad")
    return told.group_by(pl.coalesce("cluster", "id").alias("event"), *by).agg(
        pl.col("actor_code").first(),
        pl.col("recipient_code").first(),
        cooperation=(done & quad.is_in([1, 2])).any(),
        conflict=(done & quad.is_in([3, 4])).any(),
        other_status=(~done & quad.is_not_null()).any(),
    )


def _counted(events: pl.DataFrame, by: str, way: str) -> pl.DataFrame:
    return events.group_by(by).agg(pl.col(count).sum().cast(pl.UInt32).alias(f"{count}_{way}") for count in COUNTS)


def _side(events: pl.DataFrame, side: str, way: str) -> pl.DataFrame:
    return _counted(events, f"{side}_code", way).rename({f"{side}_code": "actor"})


def _reach(told: pl.DataFrame) -> pl.DataFrame:
    """Articles and partners of each actor, on whichever side it stands."""
    there = told.select("article", actor="actor_code", partner="recipient_code")
    back = told.select("article", actor="recipient_code", partner="actor_code")
    reach = pl.concat([there, back]).group_by("actor")
    return reach.agg(articles=pl.col("article").n_unique(), partners=pl.col("partner").n_unique())
