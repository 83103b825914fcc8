"""How an actor responded to earlier triggers of a class, and which outlets carried it. Pure.

From it come who may be expected to respond, π, and D; with fewer than five of what they rest on each stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

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
    articles: pl.DataFrame
    window: timedelta

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
        covered = {t["id"] for t in self._without(code).iter_rows(named=True) if self._covers(outlet, t)}
        known = set(answered.filter(pl.col("outlet") != outlet)["trigger"]) & covered
        carried = set(answered.filter(pl.col("outlet") == outlet)["trigger"]) & known
        return len(carried) / len(known) if len(known) >= FEWEST else None

    def _covers(self, outlet: str, trigger: dict[str, Any]) -> bool:
        return outlet in covering(self.articles, trigger["clock_start"], trigger["clock_start"] + self.window)

    def _answered(self, code: str) -> pl.DataFrame:
        return self.answers.filter(pl.col("by") == code)

    def _without(self, code: str) -> pl.DataFrame:
        party = (pl.col("actor") == code) | (pl.col("recipient") == code).fill_null(False)
        return self.triggers.filter(~party)


def past(articles: pl.DataFrame, triggers: pl.DataFrame, answers: pl.DataFrame, before: dict[str, Any]) -> Past:
    """What came before one trigger: ``triggers`` of its class and ``answers`` as :func:`reactions.linked` tells them."""
    earlier = triggers.filter(pl.col("clock_start") < before["clock_start"])
    counted = answers.filter(counts()).join(earlier.select(trigger="id"), on="trigger", how="semi")
    return Past(earlier, counted, articles, before["window"])


def counts() -> pl.Expr:
    """Whether a reaction is a response to the trigger: said by the actor itself, about the act, and not before it."""
    timely = ~pl.col("early") & ~pl.col("uncertain")
    return pl.col("kind").is_in(SAID) & (pl.col("link") != "recipient") & timely
