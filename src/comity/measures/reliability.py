"""Krippendorff's alpha: how far several codings of the same units agree beyond chance, with values that may be missing.

Source: Krippendorff, Content Analysis (4th ed. 2019), chapter 12: alpha = 1 - observed / expected disagreement, from the
coincidences of pairable values. Between two people it is inter-coder, between two passes of one hand test-retest. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from comity.measures.intervals import DRAWS, SEED, Counts, Interval, percentiles

Level = Literal["nominal", "ordinal", "interval"]
Unit = Sequence[Hashable | None]  # the values that each coder gave one unit; None: none given


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha of one field. ``value`` None: every pairable value is the same, or there is none, so that chance tells nothing."""

    value: float | None
    interval: Interval | None
    units: int  # with at least two values
    level: Level


def alpha(units: Sequence[Unit], level: Level = "nominal") -> float | None:
    """Alpha of units by values; None where there is nothing to agree on.

    ``ordinal`` and ``interval`` ask for numbers. Units with fewer than two values say nothing and are left out.
    """
    return agreement(units, level, draws=0).value


def agreement(units: Sequence[Unit], level: Level = "nominal", draws: int = DRAWS, seed: int = SEED) -> Agreement:
    """Alpha with its 95 % bootstrap interval: units are drawn anew with replacement, and alpha is computed of each draw."""
    patterns = Counter(p for u in units if len(p := _pattern(u)) > 1)
    count = sum(patterns.values())
    if not patterns:
        return Agreement(None, None, 0, level)
    table = _Table.of(list(patterns), level)
    times = np.array(list(patterns.values()), dtype=np.float64)
    found = table.alphas(times[None, :])
    value = None if np.isnan(found[0]) else float(found[0])
    interval = None
    if draws and value is not None and count > 1:
        spread = table.alphas(np.random.default_rng(seed).multinomial(count, times / count, size=draws))
        spread = spread[~np.isnan(spread)]
        interval = percentiles(spread) if spread.size else None
    return Agreement(value, interval, count, level)


Pattern = tuple[Hashable, ...]  # the values given to one unit, in a fixed order


def _pattern(unit: Unit) -> Pattern:
    return tuple(sorted((v for v in unit if v is not None), key=repr))


@dataclass(frozen=True)
class _Table:
    """How often each value was given in each pattern (patterns by values), and the values as numbers."""

    counts: Counts
    numbers: Counts
    level: Level

    @classmethod
    def of(cls, patterns: Sequence[Pattern], level: Level) -> _Table:
        order: Any = repr if level == "nominal" else float
        values = sorted({v for p in patterns for v in p}, key=order)
        place = {v: k for k, v in enumerate(values)}
        counts = np.zeros((len(patterns), len(values)))
        for row, pattern in enumerate(patterns):
            for v in pattern:
                counts[row, place[v]] += 1
        numbers: Sequence[Any] = range(len(values)) if level == "nominal" else values
        return cls(counts, np.array([float(v) for v in numbers]), level)

    def alphas(self, times: Counts | NDArray[np.int64]) -> Counts:
        """Alpha for each row of ``times`` (how often each pattern occurs); nan where no disagreement is expected."""
        if self.level != "ordinal":
            return self._alphas(times, self._differences(self.counts.sum(axis=0)))
        # The distance of two ranks depends on how often the values between them occur.
        rows = [self._alphas(row[None, :], self._differences(row @ self.counts)) for row in times]
        return np.concatenate(rows)

    def _alphas(self, times: Counts | NDArray[np.int64], apart: Counts) -> Counts:
        margins = times @ self.counts
        pairable = self.counts.sum(axis=1)
        observed = times @ (((self.counts @ apart) * self.counts).sum(axis=1) / (pairable - 1))
        expected = ((margins @ apart) * margins).sum(axis=1) / (margins.sum(axis=1) - 1)
        with np.errstate(invalid="ignore", divide="ignore"):
            found: Counts = np.where(expected > 0, 1 - observed / expected, np.nan)
        return found

    def _differences(self, margins: Counts) -> Counts:
        """Squared differences of each pair of values under the level of measurement."""
        if self.level == "nominal":
            return 1 - np.eye(len(self.numbers))
        # Ordinal: the values given from the one rank to the other, half of each end left out.
        ranks = self.numbers if self.level == "interval" else np.cumsum(margins) - margins / 2
        gaps: Counts = (ranks[:, None] - ranks[None, :]) ** 2
        return gaps
