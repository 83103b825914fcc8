"""How an actor responded to earlier triggers of a class, and which outlets carried it. Pure.

From it come who may be expected to respond, π, and D; with fewer than five of what they rest on each stays unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from comity.measures.answer import FEWEST
from comity.measures.silence import chance_carried

OFTEN = 0.5  # at least so often responded: expected to respond again
SAID = ("condemned", "criticised", "concern", "supported")


@dataclass(frozen=True, slots=True)
class Answered:
    """A trigger that an actor responded to: its clock, and the outlets that carried the response."""

    clock: date
    outlets: frozenset[str]


@dataclass(frozen=True, slots=True)
class History:
    """The triggers of a class and the reactions to them that count. Invariant: every sequence is in order of the clock.

    ``involved`` and ``answered`` are by actor; of triggers that an actor is party to nothing is answered. ``covered`` tells
    the outlets with an article in the window that a clock begins.
    """

    clocks: Sequence[date]
    involved: Mapping[str, Sequence[date]]
    answered: Mapping[str, Sequence[Answered]]
    covered: Callable[[date], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Past:
    """What came before the ``clock`` of one trigger."""

    history: History
    clock: date

    def rate(self, code: str) -> float | None:
        """π: the share of earlier triggers, the actor no party to them, that it responded to; None below five."""
        others = self._before(self.history.clocks) - self._before(self.history.involved.get(code, ()))
        return len(self._answered(code)) / others if others >= FEWEST else None

    def often(self) -> Iterator[str]:
        """Who responded to half of them at least, in order of code."""
        for code in sorted(self.history.answered):
            if (self.rate(code) or 0) >= OFTEN:
                yield code

    def carried(self, code: str, outlets: Iterable[str]) -> float | None:
        """D: the chance that these outlets would carry a response of the actor; None where no outlet's rate is known.

        An outlet's rate is the share that it carried of the responses known through other outlets while it was covered: its
        own alone say nothing of what it leaves out. None below five.
        """
        known: Counter[str] = Counter()
        carried: Counter[str] = Counter()
        for answer in self._answered(code):
            among = self.history.covered(answer.clock).intersection(outlets)
            elsewhere = [outlet for outlet in among if answer.outlets - {outlet}]
            known.update(elsewhere)
            carried.update(answer.outlets.intersection(elsewhere))
        rates = [carried[outlet] / known[outlet] for outlet in sorted(known) if known[outlet] >= FEWEST]
        return chance_carried(rates) if rates else None

    def _before(self, clocks: Sequence[date]) -> int:
        return bisect_left(clocks, self.clock)

    def _answered(self, code: str) -> Sequence[Answered]:
        found = self.history.answered.get(code, ())
        return found[: bisect_left(found, self.clock, key=lambda a: a.clock)]


def history(triggers: pl.DataFrame, answers: pl.DataFrame, covered: Callable[[date], frozenset[str]]) -> History:
    """The history of one class: ``triggers`` are all of it, ``answers`` all reactions to them."""
    parties = triggers.unpivot(("actor", "recipient"), index=("id", "clock_start"), value_name="by").drop_nulls("by")
    parties = parties.unique(("id", "by")).sort("clock_start")
    told = (
        answers.filter(counts() & pl.col("by").is_not_null())
        .join(parties, left_on=("trigger", "by"), right_on=("id", "by"), how="anti")
        .group_by("by", "trigger")
        .agg(pl.col("clock").first(), pl.col("outlet").drop_nulls().unique())
        .sort("clock", "trigger")
    )
    answered: dict[str, list[Answered]] = {}
    for by, clock, outlets in told.select("by", "clock", "outlet").iter_rows():
        answered.setdefault(by, []).append(Answered(clock, frozenset(outlets)))
    involved: dict[str, list[date]] = {}
    for by, clock in parties.select("by", "clock_start").iter_rows():
        involved.setdefault(by, []).append(clock)
    return History(triggers["clock_start"].sort().to_list(), involved, answered, covered)


def counts() -> pl.Expr:
    """Whether a reaction is a response to the trigger: said by the actor itself, about the act, and not before it."""
    timely = ~pl.col("early") & ~pl.col("uncertain")
    return pl.col("kind").is_in(SAID) & (pl.col("link") != "recipient") & timely
