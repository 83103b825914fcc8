"""The claims of a record in an order to be judged in: by how uncertain they are, or at random. One order for all reviewers.

Claims that state nothing of an event type (STATEMENT) are not among them unless they are asked for: no labelled set has them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from comity.errors import InputError
from comity.values import STATEMENT

if TYPE_CHECKING:
    from comity.record import Record
    from comity.record.answers import Filter
    from comity.record.review_states import Review

MARGIN = 0.5  # as likely right as wrong
ORDERS = ("uncertainty", "random")
KEYS = ("id", "type", "confidence")


@dataclass(frozen=True, slots=True)
class Queue:
    """Ids of claims in their order, what was asked, and the order in words."""

    claims: pl.Series
    asked: dict[str, Any]
    told: str

    def todo(self, done: Collection[str], among: Collection[str] | None = None) -> pl.Series:
        """The claims without those that are ``done``, and only those ``among`` some, where they are given."""
        left = self.claims.filter(~self.claims.is_in(list(done)))
        return left if among is None else left.filter(left.is_in(list(among)))


def queue(record: Record, asked: Filter | None, order: str, seed: int) -> Queue:
    """Every claim that answers the filter once, in the order asked for; :class:`InputError` where there is no such order."""
    if order not in ORDERS:
        raise InputError(f"there is no order {order!r}", remedy=f"one of: {', '.join(ORDERS)}")
    found = keys(record, asked).unique("id", keep="first")
    if asked is None or asked.type is None:
        found = found.filter(pl.col("type") != STATEMENT)
    begin = hashlib.sha256(str(seed).encode()).hexdigest()[:12]
    # Ids are hashes of what they name: their own order is as good as drawn, and a seed says where in it one begins.
    drawn = [pl.col("id") < begin, pl.col("id")]
    apart = (pl.col("confidence") - MARGIN).abs().round(6)
    listed = found.sort(apart, *drawn) if order == "uncertainty" else found.sort(*drawn)
    return Queue(listed["id"], {"order": order, "seed": seed}, _told(order, seed, listed.height))


def judged_by(reviews: dict[str, Review], name: str) -> set[str]:
    """The claims that a reviewer has judged or skipped."""
    return {claim for claim, review in reviews.items() if name in review.by}


def judged_by_others(reviews: dict[str, Review], name: str) -> set[str]:
    """The claims that somebody else has judged."""
    return {claim for claim, review in reviews.items() if any(j.name != name for j in review.decisions)}


def _told(order: str, seed: int, count: int) -> str:
    if order == "random":
        return f"{count} claims in an order drawn at random by the seed {seed}"
    return (
        f"{count} claims by uncertainty: those whose confidence is nearest to {MARGIN} come first, "
        f"among equals in an order drawn by the seed {seed}"
    )


def keys(record: Record, asked: Filter | None) -> pl.DataFrame:
    """Id, type and confidence of the claims: of all of them from the frames, which are kept; of some by a query."""
    from comity.asking.frames import frames
    from comity.record.answers import Filter

    reader = record.reader()
    if asked is None or asked == Filter():
        return frames(reader).claims.select(KEYS)
    return reader.keys(asked)
