"""Where the rate of a series changes: exact penalised segmentation, with a penalty that chance is known not to reach.

A series is the sum, by period, of what its **units** tell. For a rate per article the units are the articles, and the
exposure of a period is their number; for a rate in time the exposure is days. The cost of a segment is the Poisson
deviance of its total given its exposure; a change is worth its penalty or it is none. The penalty is the gain that the
best single change reaches in all but ``alpha`` of the draws in which the units are dealt out anew over the periods: so
clumps of events in one article and amounts that are no counts need no model. Optimal partitioning (Jackson et al. 2005,
doi:10.1109/LSP.2001.838216) finds the least cost exactly. All randomness has a fixed seed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SEED = 20231007
DRAWS = 999
SHORTEST = 2  # periods of a segment at least
LEAST = (
    0.05  # and its share of all exposure: at the edge of a window one article that tells much would look like a shift
)


@dataclass(frozen=True, slots=True)
class Units:
    """What is dealt out over periods. ``period`` is the index of each unit's period, ``value`` what the unit tells.

    ``value`` has a row for every unit and a column for every series. ``silent`` is how many units of each period tell nothing
    and have no row: of millions of articles few tell anything of a pair, and nothing here takes time for the others.
    """

    period: Ints
    value: Floats
    silent: Ints | None = None

    def totals(self, periods: int) -> Floats:
        """The sum in each period, a row for every series."""
        return np.array([np.bincount(self.period, weights=column, minlength=periods) for column in self.value.T])

    def count(self, periods: int) -> Ints:
        """How many units each period has."""
        own = np.bincount(self.period, minlength=periods)
        return own if self.silent is None else own + self.silent

    @property
    def telling(self) -> Floats:
        """The units that tell anything."""
        return np.asarray(self.value[self.value.any(axis=1)])


@dataclass(frozen=True, slots=True)
class Hand:
    """The telling units, as they are dealt out anew: those that tell the same are alike. ``alike`` is the kind of each."""

    kinds: Floats
    alike: Ints

    @classmethod
    def of(cls, telling: Floats) -> Hand:
        """The hand of these units."""
        kinds, alike = np.unique(telling, axis=0, return_inverse=True)
        return cls(kinds, alike.reshape(-1).astype(np.int64))

    def dealt(self, rng: np.random.Generator, places: Ints) -> Floats:
        """The totals of every series by period, where ``places`` is how many of the units each period gets."""
        periods = len(places)
        given = rng.permutation(np.repeat(np.arange(periods), places))
        table = np.bincount(self.alike * periods + given, minlength=len(self.kinds) * periods)
        return np.asarray(self.kinds.T @ table.reshape(len(self.kinds), periods))


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``at`` is the index of the first period after it; ``low`` and ``high`` bound it at 95 %.

    ``start`` and ``end`` are the segments on both sides, end exclusive; rates are per unit of exposure, and ``difference``
    is after less before with its 95 % interval.
    """

    at: int
    low: int
    high: int
    start: int
    end: int
    before: float
    after: float
    difference: tuple[float, float]


def per_unit(units: Units, periods: int, alpha: float) -> list[list[Change]]:
    """Changes of the rate per unit in every series; ``alpha`` is the risk that one is found where none of them changes.

    Every period must hold a unit: one without tells nothing and is left out before.
    """
    count = units.count(periods)
    exposure = count.astype(np.float64)
    telling = units.telling
    hand = Hand.of(telling)

    def dealt(rng: np.random.Generator) -> Floats:
        return hand.dealt(rng, rng.multivariate_hypergeometric(count, len(telling), method="marginals"))

    return _changes(units, exposure, prices(exposure, dealt, alpha))


def in_time(units: Units, days: Floats, alpha: float) -> list[list[Change]]:
    """Changes of the rate by day, whatever was covered: the naive series that coverage alone can move."""
    telling = units.telling
    hand, share = Hand.of(telling), days / days.sum()

    def dealt(rng: np.random.Generator) -> Floats:
        return hand.dealt(rng, rng.multinomial(len(telling), share))

    return _changes(units, days, prices(days, dealt, alpha))


def prices(exposure: Floats, dealt: Callable[[np.random.Generator], Floats], alpha: float) -> Floats:
    """What a change must gain in each series. In all but ``alpha`` of the draws no series has a change that gains more.

    The series share the draws, so that the risk is shared out by what they have in common (Westfall & Young 1993).
    """
    rng = np.random.default_rng(SEED)
    best = gains(np.array([dealt(rng) for _ in range(DRAWS)]), exposure).max(axis=-1, initial=-np.inf)
    if not _places(exposure).any():
        return np.full(best.shape[1], np.inf)
    falling = -np.sort(-best, axis=0)
    beyond = np.array([np.searchsorted(-falling[:, k], -best[:, k], side="right") for k in range(best.shape[1])])
    allowed = int(np.sort(beyond.min(axis=0))[int(alpha * (DRAWS + 1)) - 1])
    return np.asarray(falling[max(allowed - 1, 0)] + 1e-9)


def gains(totals: Floats, exposure: Floats) -> Floats:
    """For every row of ``totals`` and every period but the first, the gain of a change before it; minus infinity where
    a segment would be too small."""
    summed, exposed = np.cumsum(totals, axis=-1), np.cumsum(exposure)
    left, left_exposed, whole = summed[..., :-1], exposed[:-1], summed[..., -1:]
    gained = _fit(left, left_exposed) + _fit(whole - left, exposed[-1] - left_exposed) - _fit(whole, exposed[-1])
    return np.where(_places(exposure), gained, -np.inf)


def _places(exposure: Floats) -> NDArray[np.bool_]:
    """For every period but the first, whether a change may stand before it."""
    exposed, count = np.cumsum(exposure), len(exposure)
    left, periods = exposed[:-1], np.arange(1, count)
    least = LEAST * exposed[-1]
    long = (periods >= SHORTEST) & (count - periods >= SHORTEST)
    return np.asarray(long & (left >= least) & (exposed[-1] - left >= least))


def _fit(total: Floats, exposure: Floats) -> Floats:
    """The Poisson log-likelihood of a segment at its own rate, but for what no segmentation changes."""
    rate = np.maximum(total, 1e-12) / exposure
    return np.where(total > 1e-12, total * np.log(rate), 0.0)


def segments(totals: Floats, exposure: Floats, price: float) -> list[int]:
    """The first periods of all segments but the first, at the least cost: fit of every segment and ``price`` a change."""
    count = len(totals)
    if not np.isfinite(price):
        return []
    summed, exposed = np.append(0.0, np.cumsum(totals)), np.append(0.0, np.cumsum(exposure))
    least = np.full(count + 1, np.inf)
    least[0] = -price
    came = np.zeros(count + 1, dtype=np.int64)
    for end in range(SHORTEST, count + 1):
        starts = np.arange(0, end - SHORTEST + 1)
        starts = starts[exposed[end] - exposed[starts] >= LEAST * exposed[-1]]
        if not len(starts):
            continue
        cost = least[starts] + price - _fit(summed[end] - summed[starts], exposed[end] - exposed[starts])
        came[end] = starts[np.argmin(cost)]
        least[end] = cost.min()
    found, at = [], count
    while came[at] > 0:
        at = int(came[at])
        found.append(at)
    return found[::-1]


def _changes(units: Units, exposure: Floats, price: Floats) -> list[list[Change]]:
    found = []
    for k, totals in enumerate(units.totals(len(exposure))):
        cuts = segments(totals, exposure, float(price[k]))
        bounds = [0, *cuts, len(exposure)]
        one = Units(units.period, units.value[:, k : k + 1], units.silent)
        found.append([_change(one, exposure, bounds[n], at, bounds[n + 2]) for n, at in enumerate(cuts)])
    return found


def _change(units: Units, exposure: Floats, start: int, at: int, end: int) -> Change:
    """The change at ``at`` between two segments, with intervals from dealing out each segment's units anew within it."""
    drawn = _redrawn(units, exposure, (start, at), (at, end))
    near = exposure[start:end]
    places = 1 + np.argmax(gains(drawn, near), axis=1)
    low, high = np.quantile(places, (0.025, 0.975), method="nearest")
    before, after = exposure[start:at].sum(), exposure[at:end].sum()
    split = drawn[:, : at - start].sum(axis=1) / before, drawn[:, at - start :].sum(axis=1) / after
    spread = np.quantile(split[1] - split[0], (0.025, 0.975))
    totals = units.totals(len(exposure))[0]
    return Change(
        at=at,
        low=min(start + int(low), at),
        high=max(start + int(high), at),
        start=start,
        end=end,
        before=float(totals[start:at].sum() / before),
        after=float(totals[at:end].sum() / after),
        difference=(float(spread[0]), float(spread[1])),
    )


def _redrawn(units: Units, exposure: Floats, *parts: tuple[int, int]) -> Floats:
    """Bootstrapped totals by period: units drawn with replacement within each part, places by exposure."""
    rng = np.random.default_rng(SEED)
    count = units.count(len(exposure))
    drawn = []
    for start, end in parts:
        inside = units.value[:, 0][(units.period >= start) & (units.period < end)]
        share = exposure[start:end] / exposure[start:end].sum()
        rows = np.zeros((DRAWS, end - start))
        for row, told in zip(rows, _resampled(rng, inside, int(count[start:end].sum())), strict=True):
            row += np.bincount(rng.choice(end - start, len(told), p=share), weights=told, minlength=end - start)
        drawn.append(rows)
    return np.concatenate(drawn, axis=1)


def _resampled(rng: np.random.Generator, value: Floats, count: int) -> Iterator[Floats]:
    """What ``count`` units tell that are drawn with replacement from ``count`` units: the draws that tell anything.

    How many of them do is binomial; which of the telling ones, is as likely for each.
    """
    telling = value[value != 0]
    for among in rng.binomial(count, len(telling) / max(count, 1), DRAWS):
        yield rng.choice(telling, among) if among else telling[:0]


def chance(value: Floats, stratum: Ints, after: NDArray[np.bool_], count: Ints | None = None) -> tuple[float, float]:
    """How much more the units ``after`` tell than dealing out within strata would give, and how often chance gives so much.

    The second is a two-sided p. Strata (outlets) keep their number of units on each side, so that a changed mix of them
    moves nothing. ``count`` is how many units a row stands for, where rows of units that tell nothing are put together.
    """
    rng = np.random.default_rng(SEED)
    units = np.ones(len(value), dtype=np.int64) if count is None else count
    seen, drawn = 0.0, np.zeros(DRAWS)
    for one in np.unique(stratum[value != 0]):
        here = stratum == one
        told, later = value[here & (value != 0)], units[here & after].sum()
        expected = float(told.sum()) * later / units[here].sum()
        seen += float(value[here & after].sum()) - expected
        moved = rng.hypergeometric(len(told), units[here].sum() - len(told), later, DRAWS)
        drawn += _first(rng, told, moved) - expected
    return seen, float((1 + np.sum(np.abs(drawn) >= abs(seen) - 1e-9)) / (DRAWS + 1))


def _first(rng: np.random.Generator, told: Floats, moved: Ints) -> Floats:
    """For each draw, the sum of so many of the values, chosen without replacement."""
    if (told == told[0]).all():
        return np.asarray(told[0] * moved)
    return np.array([rng.permutation(told)[:among].sum() for among in moved])


def mean(value: Floats, count: int) -> tuple[float, float, float]:
    """What a unit tells on average, with its 95 % bootstrap interval; ``count`` units, of which ``value`` has those that tell."""
    rng = np.random.default_rng(SEED)
    drawn = [told.sum() / count for told in _resampled(rng, value, count)]
    low, high = np.quantile(drawn, (0.025, 0.975))
    return float(value.sum() / count), float(low), float(high)
