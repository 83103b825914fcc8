"""How an actor responded to earlier triggers of a class, and which outlets carried it. Pure.

From it come who may be expected to respond, π, and D; with fewer than five of what they rest on each stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from comity.measures.answer import FEWEST
from comity.measures.channels import covering
from comity.measures.silence import chance_carried

OFTEN = 0.5  # at least so often responded: expected to respond again
SAID = ("condemned", "criticised", "concern", "supported")


@dataclass(frozen=True, slots=True)
class Past:
    """The triggers of the class before one, and the reactions to them that count."""

    triggers: pl.DataFrame
    answers: pl.DataFrame
    covered: Mapping[str, set[str]]  # by trigger, the outlets with an article in its window

    def rate(self, code: str) -> float | None:
        """π: the share of earlier triggers, the actor no party to them, that it responded to; None below five."""
        others = self._without(code)
        if others.height < FEWEST:
            return None
        return others.filter(pl.col("id").is_in(self._answered(code)["trigger"].implode())).height / others.height

    def often(self) -> Iterator[str]:
        """Who responded to half of them at least, in order of code."""
        for code in sorted(set(self.answers["by"].drop_nulls())):
            if (self.rate(code) or 0) >= OFTEN:
                yield code

    def carried(self, code: str, outlets: set[str]) -> float | None:
        """D: the chance that these outlets would carry a response of the actor; None where no outlet's rate is known."""
        rates = [r for r in (self._outlet_rate(code, outlet) for outlet in sorted(outlets)) if r is not None]
        return chance_carried(rates) if rates else None

    def _outlet_rate(self, code: str, outlet: str) -> float | None:
        """Of the responses known through other outlets while this one was covered, the share that it carried as well.

        Its own alone say nothing of what it leaves out. None below five.
        """
        answered = self._answered(code)
        covered = {t for t in self._without(code)["id"] if outlet in self.covered[t]}
        known = set(answered.filter(pl.col("outlet") != outlet)["trigger"]) & covered
        carried = set(answered.filter(pl.col("outlet") == outlet)["trigger"]) & known
        return len(carried) / len(known) if len(known) >= FEWEST else None

    def _answered(self, code: str) -> pl.DataFrame:
        return self.answers.filter(pl.col("by") == code)

    def _without(self, code: str) -> pl.DataFrame:
        party = (pl.col("actor") == code) | (pl.col("recipient") == code).fill_null(False)
        return self.triggers.filter(~party)


def past(articles: pl.DataFrame, alike: pl.DataFrame, answers: pl.DataFrame, clock: date, window: timedelta) -> Past:
    """What came before the ``clock`` of one trigger: ``alike`` are those of its class, ``answers`` all reactions to them."""
    earlier = alike.filter(pl.col("clock_start") < clock)
    counted = answers.filter(counts()).join(earlier.select(trigger="id"), on="trigger", how="semi")
    starts = earlier.select("id", "clock_start").iter_rows()
    return Past(earlier, counted, {name: covering(articles, start, start + window) for name, start in starts})


def counts() -> pl.Expr:
    """Whether a reaction is a response to the trigger: said by the actor itself, about the act, and not before it."""
    timely = ~pl.col("early") & ~pl.col("uncertain")
    return pl.col("kind").is_in(SAID) & (pl.col("link") != "recipient") & timely
