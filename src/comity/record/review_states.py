"""What reviewers together say of a claim: reviewed or disputed, and as what. Pure, over the judgements that stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from comity.record.judgements import DECISIONS, Judgement, standing

State = Literal["machine", "accepted", "edited", "rejected", "disputed"]
_STATES: dict[str, State] = {"accept": "accepted", "edit": "edited", "reject": "rejected"}


@dataclass(frozen=True, slots=True)
class Review:
    """One claim as it was reviewed. ``by`` holds each reviewer's last decision or skip; ``settled`` the one that settles them.

    ``agreed`` is the judgement that counts: the settling one, else the first of decisions that all say the same.
    """

    claim: str
    by: Mapping[str, Judgement] = field(default_factory=dict)
    settled: Judgement | None = None
    notes: tuple[Judgement, ...] = ()  # notes and flags

    @property
    def decisions(self) -> tuple[Judgement, ...]:
        """One a reviewer, in the order in which they were given."""
        return tuple(sorted((j for j in self.by.values() if j.decides), key=lambda j: j.number))

    @property
    def agreed(self) -> Judgement | None:
        if self.settled is not None:
            return self.settled
        said = self.decisions
        return said[0] if said and all(_same(said[0], other) for other in said[1:]) else None

    @property
    def state(self) -> State:
        """In one word; a claim that nobody judged, or only skipped, is the machine's."""
        if not self.decisions and self.settled is None:
            return "machine"
        return _STATES[self.agreed.judgement] if self.agreed else "disputed"


def reviews(given: Iterable[Judgement]) -> dict[str, Review]:
    """The review of every claim that has a judgement that stands, in the order of the first of each."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for row in standing(given):
        found[row.claim].append(row)
    return {claim: _review(claim, rows) for claim, rows in found.items()}


def decided(judgement: Judgement, own: Mapping[str, Any]) -> dict[str, Any] | None:
    """The slots as a reviewer leaves them, from the claim's ``own``; None where the claim is rejected."""
    return None if judgement.judgement == "reject" else {**own, **judgement.slots}


def _review(claim: str, rows: list[Judgement]) -> Review:
    return Review(
        claim,
        {row.name: row for row in rows if row.judgement in (*DECISIONS, "skip") and not row.settles},
        next((row for row in reversed(rows) if row.settles), None),
        tuple(row for row in rows if row.judgement in ("note", "flag")),
    )


def _same(one: Judgement, other: Judgement) -> bool:
    return (one.judgement, dict(one.slots)) == (other.judgement, dict(other.slots))
