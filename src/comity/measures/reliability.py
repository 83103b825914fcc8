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
    values = sorted({v for p in patterns for v, _ in p}, key=_order(level))
    coincidences = np.stack([_coincidences(p, values) for p in patterns])
    times = np.array(list(patterns.values()), dtype=np.float64)
    found = _alphas(times[None, :], coincidences, _numbers(values, level), level)
    value = None if np.isnan(found[0]) else float(found[0])
    interval = None
    if draws and value is not None and count > 1:
        again = np.random.default_rng(seed).multinomial(count, times / count, size=draws).astype(np.float64)
        spread = _alphas(again, coincidences, _numbers(values, level), level)
        spread = spread[~np.isnan(spread)]
        interval = percentiles(spread) if spread.size else None
    return Agreement(value, interval, count, level)


class _Values(tuple[tuple[Hashable, int], ...]):
    """The values of one unit with how often each was given; its length is how many were given."""

    def __len__(self) -> int:
        return sum(n for _, n in self)


def _pattern(unit: Unit) -> _Values:
    counted = Counter(v for v in unit if v is not None)
    return _Values(sorted(counted.items(), key=lambda item: repr(item[0])))


def _order(level: Level) -> Any:
    return repr if level == "nominal" else float


def _numbers(values: Sequence[Hashable], level: Level) -> Counts:
    """The values as numbers; of nominal ones only which is which counts."""
    numbers: Sequence[Any] = range(len(values)) if level == "nominal" else values
    return np.array([float(v) for v in numbers], dtype=np.float64)


def _coincidences(pattern: _Values, values: Sequence[Hashable]) -> Counts:
    """Pairs of values inside one unit, each weighted by 1 / (values given - 1)."""
    counts = np.zeros(len(values))
    for value, n in pattern:
        counts[values.index(value)] = n
    return (np.outer(counts, counts) - np.diag(counts)) / (counts.sum() - 1)


def _alphas(times: Counts, coincidences: Counts, numbers: Counts, level: Level) -> Counts:
    """Alpha for each row of ``times`` (how often each pattern occurs); nan where no disagreement is expected."""
    found = np.empty(len(times))
    for row, weights in enumerate(times):
        together = np.tensordot(weights, coincidences, axes=1)
        margins = together.sum(axis=1)
        apart = _differences(margins, numbers, level)
        expected = (np.outer(margins, margins) - np.diag(margins)) * apart
        chance = expected.sum() / max(margins.sum() - 1, 1)
        found[row] = 1 - (together * apart).sum() / chance if chance else np.nan
    return found


def _differences(margins: Counts, numbers: Counts, level: Level) -> Counts:
    """Squared differences of each pair of values under a level of measurement."""
    if level == "nominal":
        return 1 - np.eye(len(numbers))
    if level == "interval":
        gaps: Counts = (numbers[:, None] - numbers[None, :]) ** 2
        return gaps
    # The distance of two ranks: the values given from the one to the other, half of each end left out.
    up_to = np.cumsum(margins) - margins / 2
    ranks: Counts = (up_to[:, None] - up_to[None, :]) ** 2
    return ranks
