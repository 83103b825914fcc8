"""Contacts of two actors: meetings, calls, visits and talks by level and status, and whether they are regular.

Regular is a coded definition: at least three contacts that happened within twelve months, with no gap of over six
(docs/measures.md). "Meets regularly" in a text is a claim and stands apart.
"""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.frames import Frames

APART = 2  # days between two tellings of one contact at most, as for claims of one event
FEWEST, WITHIN, GAP = 3, timedelta(days=366), timedelta(days=183)


def contacts(frames: Frames, one: str, other: str) -> Answer:
    """One row a contact, with how often it was told; tellings of one mode and status whose days meet are one contact."""
    found = frames.signals["contacts"].filter(
        pl.col("parties").list.contains(one) & pl.col("parties").list.contains(other)
    )
    told = found.with_columns(day=pl.coalesce("earliest", "latest"), row=pl.lit(None, pl.String))
    told = told.with_columns(row=_same_contact(told))
    rows = told.group_by("row", maintain_order=True).agg(
        pl.col("mode", "status").first(),
        level=pl.col("level").sort_by(pl.col("level").replace_strict(_HIGHEST)).first(),
        earliest=pl.col("earliest").max(),
        latest=pl.col("latest").min(),
        mentions=pl.len(),
        origins=pl.col("origin").n_unique(),
        claimed_regular=pl.col("regular_claimed").drop_nulls().first(),
    )
    days = rows.filter(pl.col("status") == "happened")["latest"].drop_nulls().to_list()
    is_regular = regular(days)
    return Answer(
        measure="contacts",
        asked={"between": (one, other)},
        rows=rows.rename({"row": "id"}),
        basis=basis(frames),
        evidence=evidence(told, "row", "contact"),
        figures=(
            Figure(
                "contacts that happened",
                len(days),
                len(days),
                says="regular" if is_regular else "not regular by the coded definition",
            ),
        ),
        shown=("earliest", "latest", "mode", "level", "status", "mentions", "origins", "claimed_regular"),
    )


_HIGHEST = {"head": 0, "minister": 1, "deputy": 2, "other": 3}


def regular(days: list[date]) -> bool:
    """Whether some twelve months hold three contacts or more, none over six months after the one before."""
    ordered = sorted(set(days))
    return any(
        ordered[k + FEWEST - 1] - day <= WITHIN
        and all(b - a <= GAP for a, b in zip(ordered[k : k + FEWEST], ordered[k + 1 : k + FEWEST], strict=False))
        for k, day in enumerate(ordered[: len(ordered) - FEWEST + 1])
    )


def _same_contact(told: pl.DataFrame) -> pl.Series:
    """The id of the first telling of each contact, for every telling."""
    firsts: list[tuple[str, str, date | None, str]] = []
    names = []
    for row in told.iter_rows(named=True):
        known = next((f for f in firsts if f[:2] == (row["mode"], row["status"]) and _near(f[2], row["day"])), None)
        if known is None:
            known = (row["mode"], row["status"], row["day"], row["id"])
            firsts.append(known)
        names.append(known[3])
    return pl.Series(names, dtype=pl.String)


def _near(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= APART
