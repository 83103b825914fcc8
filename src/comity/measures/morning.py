"""What the articles of some days tell: the events with most tellings of their own, each with its sentences. Pure."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from comity.measures.answer import Answer, basis, evidence
from comity.measures.frames import Frames

LIMIT = 12
SHOWN = ("actor", "recipient", "type", "mode", "status", "earliest", "latest", "origins", "outlets", "articles")


def morning(frames: Frames, last: date | None, days: int = 1, limit: int = LIMIT) -> Answer:
    """The ``limit`` events between two known actors that most articles of the ``days`` up to ``last`` tell, copies counted once.

    ``last`` None is the day of the latest dated article. Material acts come before words where tellings are equal, then the
    more confident. A row's evidence are its tellings of those days, one a text.
    """
    latest = frames.articles["published"].max()
    until = last if last is not None else latest if isinstance(latest, date) else None
    asked = {"until": until, "days": days, "limit": limit}
    if until is None:
        return Answer(
            "morning", asked, pl.DataFrame(schema={"id": pl.String}), basis(frames), notes=("no article is dated",)
        )
    window = pl.col("published").is_between(until - timedelta(days=days - 1), until)
    told = frames.claims.filter(
        window, pl.col("actor_code").is_not_null(), pl.col("recipient_code").is_not_null(),
        pl.col("actor_code") != pl.col("recipient_code"), pl.col("cluster").is_not_null(),
    )  # fmt: skip
    rows = _events(told)
    chosen = rows.head(limit)
    one_a_text = told.sort("confidence", "id", descending=[True, False]).unique(
        ("cluster", "text"), maintain_order=True
    )
    found = chosen.select(pl.col("id").alias("cluster")).join(
        one_a_text, on="cluster", how="left", maintain_order="left"
    )
    days_told = f"articles of those days: {frames.articles.filter(window).height}, {until - timedelta(days=days - 1)} to {until}"
    left = f"{rows.height - chosen.height} more events" if rows.height > chosen.height else ""
    return Answer(
        measure="morning",
        asked=asked,
        rows=chosen,
        basis=basis(frames),
        evidence=evidence(found, "cluster", pl.col("status")),
        notes=tuple(note for note in (days_told, left) if note),
        shown=SHOWN,
    )


def _events(told: pl.DataFrame) -> pl.DataFrame:
    material = pl.col("quad").is_in([2, 4])
    grouped = told.group_by("cluster").agg(
        actor=pl.col("actor_code").first(),
        recipient=pl.col("recipient_code").first(),
        type=pl.col("type").first(),
        mode=pl.col("mode").drop_nulls().first(),
        status=pl.col("status").first(),
        earliest=pl.col("earliest").min(),
        latest=pl.col("latest").max(),
        origins=pl.col("origin").n_unique(),
        outlets=pl.col("outlet").drop_nulls().n_unique(),
        articles=pl.col("article").n_unique(),
        material=material.first(),
        confidence=pl.col("confidence").max(),
    )
    order = ("origins", "material", "confidence", "cluster")
    ranked = grouped.sort(order, descending=[True, True, True, False])
    return ranked.rename({"cluster": "id"}).drop("material")
