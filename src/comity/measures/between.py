"""The events between two actors, the most told first, as claims and coded records: no judgement and no rate. Pure."""

from __future__ import annotations

import polars as pl

from comity.measures.actors import is_actor
from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.counted import count, joined, said, things
from comity.measures.frames import Frames

LIMIT = 10
SHOWN = ("actor", "recipient", "type", "mode", "status", "earliest", "latest", "mentions", "origins")
QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def between(frames: Frames, one: str, other: str, limit: int = LIMIT) -> Answer:
    """One row an event cluster of one of the two towards the other; figures count all of them by direction."""
    there, back = (is_actor("actor", a) & is_actor("recipient", b) for a, b in ((one, other), (other, one)))
    told = frames.claims.filter((there | back) & pl.col("quad").is_not_null()).with_columns(
        row=pl.coalesce("cluster", "id"), there=there
    )
    events = told.group_by("row", maintain_order=True).agg(
        pl.col("there", "quad", "type", "status").first(),
        actor=pl.col("actor_name").first(),
        recipient=pl.col("recipient_name").first(),
        mode=pl.col("mode").drop_nulls().first(),
        earliest=pl.col("earliest").max(),
        latest=pl.col("latest").min(),
        mentions=pl.len(),
        origins=pl.col("origin").n_unique(),
    )
    order = ("origins", "mentions", "latest", "row")
    rows = events.sort(*order, descending=[True, True, False, False], nulls_last=True).head(limit)
    first = told.filter(pl.col("row").is_in(rows["row"].implode())).sort("published", "article", "start")
    ways = (
        (f"{one} towards {other}", told.filter("there")),
        (f"{other} towards {one}", told.filter(~pl.col("there"))),
    )
    left = things(told.join(rows, on="row", how="anti", maintain_order="left"))
    return Answer(
        measure="between",
        asked={"between": (one, other), "limit": limit},
        rows=rows.drop("there", "quad").rename({"row": "id"}),
        basis=basis(frames),
        evidence=evidence(first, "row", "told"),
        figures=tuple(_figure(f"events of {name}", found) for name, found in ways),
        notes=(said("{} more events of the two are in the record", count(left)),) if left else (),
        shown=SHOWN,
    )


def _figure(name: str, told: pl.DataFrame) -> Figure:
    """How many events there are, and how many of which quad, whatever their status."""
    events = things(told)
    quad = pl.col("quad").first().over("row")
    of = [said(f"{{}} {kind}", count(things(told.filter(quad == number)), events)) for number, kind in QUADS.items()]
    return Figure(name, len(events), len(events), says=joined(of), counts=events)
