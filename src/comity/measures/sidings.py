"""Sidings that texts report: who voted, sided or joined with whom in which forum, as coded. Never merged with roll calls."""

from __future__ import annotations

from datetime import date

import polars as pl

from comity.measures.answer import evidence
from comity.measures.frames import Frames

SHOWN = ("who", "act", "forum", "with", "against", "earliest", "latest", "mentions", "origins")
SAME = ["who_name", "act", "forum_name", "with", "against", "earliest", "latest"]


def sidings(
    frames: Frames, states: tuple[str, ...], since: date | None = None, until: date | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Rows of alignments of the ``states`` and their evidence; tellings alike in all they tell are one row.

    The time of a row is that of the act; where the text tells none, the day of publication decides whether it lies in
    the window, and what has neither is kept.
    """
    found = frames.signals["alignments"].filter(_of(states))
    day = pl.coalesce("latest", "earliest", "published")
    bounds = [day >= since] if since else []
    bounds += [day <= until] if until else []
    told = found.filter(*(b.fill_null(True) for b in bounds)).sort(day, "published", "id")
    told = told.with_columns(row=pl.col("id").first().over(SAME))
    rows = told.group_by("row", maintain_order=True).agg(
        pl.col("who_name", "act", "forum_name", "with", "against", "earliest", "latest").first(),
        mentions=pl.len(),
        origins=pl.col("origin").n_unique(),
    )
    return rows.rename({"row": "id", "who_name": "who", "forum_name": "forum"}), evidence(told, "row", "siding")


def _of(states: tuple[str, ...]) -> pl.Expr:
    """Whether one of the states, or an organ of it, is who sides."""
    asked = [s.lower() for s in states]
    named = [pl.col(f"who_{name}").str.to_lowercase().is_in(asked) for name in ("name", "code", "id")]
    organs = [pl.col("who_id").str.to_lowercase().str.starts_with(f"{s}.") for s in asked]
    return pl.any_horizontal(*named, *organs).fill_null(False)
