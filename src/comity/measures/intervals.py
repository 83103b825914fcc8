"""How far a share or another figure may be from what was measured: Wilson and bootstrap intervals. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

Interval = tuple[float, float]
Counts = NDArray[np.float64]

NORMAL_95 = 1.959963984540054  # two-sided 95 % quantile of the normal distribution
DRAWS = 2000
SEED = 20250101  # any fixed number: the same counts give the same interval on every run


def wilson(successes: int, trials: int, z: float = NORMAL_95) -> Interval | None:
    """The score interval of a share (Wilson 1927); None where nothing was tried.

    >>> [round(x, 3) for x in wilson(170, 200)]
    [0.794, 0.893]
    """
    if not 0 <= successes <= trials:
        raise ValueError(f"{successes} successes of {trials} trials")
    if trials == 0:
        return None
    share, square = successes / trials, z * z
    middle = share + square / (2 * trials)
    half = z * sqrt(share * (1 - share) / trials + square / (4 * trials * trials))
    return (max(0.0, (middle - half) / (1 + square / trials)), min(1.0, (middle + half) / (1 + square / trials)))


def bootstrap(
    rows: Sequence[Sequence[float]], statistic: Callable[[Counts], Counts], draws: int = DRAWS, seed: int = SEED
) -> Interval | None:
    """The 95 % percentile interval of a statistic of column sums, when whole rows are drawn anew with replacement.

    ``rows`` holds the counts of one unit each (a text); ``statistic`` maps sums, one draw a row, to one number a draw, nan
    where a draw gives none. None where there are fewer than two rows or no draw gives a number.
    """
    table = np.asarray(rows, dtype=np.float64)
    if len(table) < 2:
        return None
    found = statistic(drawn(len(table), draws, seed) @ table)
    found = found[~np.isnan(found)]
    return percentiles(found) if found.size else None


@lru_cache(maxsize=4)
def drawn(units: int, draws: int, seed: int) -> Counts:
    """How often each unit is in each draw, draws by units; every draw has as many units as there are."""
    picks = np.random.default_rng(seed).integers(0, units, size=(draws, units))
    counts = np.stack([np.bincount(row, minlength=units) for row in picks]).astype(np.float64)
    counts.flags.writeable = False  # shared by every figure of the same texts
    return counts


def percentiles(found: Counts) -> Interval:
    """The middle 95 % of the numbers."""
    low, high = np.percentile(found, [2.5, 97.5])
    return (float(low), float(high))


def f1_of(sums: Counts) -> Counts:
    """F1 from columns (right, found, hit, labelled): precision right/found, recall hit/labelled; nan where there is neither.

    ``right`` and ``hit`` differ where what is found may rest on labels that nobody has to find.
    """
    right, found, hit, labelled = (sums[:, k] for k in range(4))
    with np.errstate(invalid="ignore", divide="ignore"):
        precision = np.where(found > 0, right / found, 0)
        recall = np.where(labelled > 0, hit / labelled, 0)
        f1: Counts = np.where(precision + recall > 0, 2 * precision * recall / (precision + recall), 0)
    return np.where(found + labelled > 0, f1, np.nan)
