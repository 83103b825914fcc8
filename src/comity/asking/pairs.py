"""Questions about the pairs of a record: which there are, what passed between two, where, and who tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from comity.errors import InputError
from comity.record import Record

if TYPE_CHECKING:
    from comity.asking import Asking
    from comity.measures.answer import Answer


@dataclass(frozen=True, slots=True)
class Between:
    """Days between which something is shown, open where null, and a folder with imported votes."""

    since: date | None = None
    until: date | None = None
    votes: str | Path | None = None


class Pairs(Record):
    """The pairs of a record, as methods of it."""

    def pairs(self, of: str | None = None, page: int = 1) -> Answer:
        """The pairs of actors that claims tell of, the most told first (:mod:`comity.measures.pairs`)."""
        from comity.asking.frames import frames
        from comity.measures.pairs import pairs

        return pairs(frames(self.reader()), of, page)

    def acts_by_place(self, one: str, other: str) -> Answer:
        """Where the acts between two actors were (:mod:`comity.measures.acts_by_place`)."""
        from comity.asking.frames import frames
        from comity.measures.acts_by_place import acts_by_place

        return acts_by_place(frames(self.reader()), one, other)

    def pair_outlets(self, one: str, other: str) -> Answer:
        """Which outlets tell of two actors (:mod:`comity.measures.pair_outlets`)."""
        from comity.asking.frames import frames
        from comity.measures.pair_outlets import pair_outlets

        return pair_outlets(frames(self.reader()), one, other)

    def pair_lanes(self, one: str, other: str, between: Between | None = None) -> Answer:
        """Contacts, stated limits, assurances, designations and votes over time (:mod:`comity.measures.pair_lanes`)."""
        from comity.asking.forums import Voting
        from comity.asking.frames import frames, read_once
        from comity.measures.pair_lanes import Asked, pair_lanes

        wanted, record = between or Between(), cast("Asking", self)
        with read_once():
            try:
                votes = record.alignment((one, other), Voting(votes=wanted.votes))
            except InputError:  # of those who are no states
                votes = None
            asked = Asked(
                contacts=record.contacts((one, other)),
                limits=[record.redlines(side) for side in dict.fromkeys((one, other))],
                assurances=[record.assurances(*sides) for sides in dict.fromkeys(((one, other), (other, one)))],
                votes=votes,
                since=wanted.since,
                until=wanted.until,
            )
            return pair_lanes(frames(self.reader()), (one, other), asked)
