"""Where the rate of a series changes: on series whose truth is known."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from comity.measures.segmentation import SHORTEST, Units, chance, gains, in_time, per_unit, segments

PERIODS = 24


def drawn(seed: int, rise: float = 1.0, clumped: bool = False, series: int = 2) -> Units:
    """Uneven coverage, what an article tells at a constant rate but for a ``rise`` from the middle."""
    rng = np.random.default_rng(seed)
    period = np.repeat(np.arange(PERIODS), rng.integers(5, 30, PERIODS))
    rate = np.where(period >= PERIODS // 2, 0.15 * rise, 0.15)
    clumps = [rng.geometric(0.4, len(period)) if clumped else 1 for _ in range(series)]
    return Units(period, np.column_stack([rng.poisson(rate) * clump for clump in clumps]).astype(float))


@pytest.mark.parametrize("clumped", [False, True])
def test_series_without_a_shift_show_one_about_as_rarely_as_the_risk_says(clumped: bool) -> None:
    false = sum(any(per_unit(drawn(seed, clumped=clumped), PERIODS, 0.05)) for seed in range(40))
    assert false <= 6  # 2 expected; more than 6 of 40 would come once in 200 times


def test_a_rise_is_found_at_its_date_and_inside_its_interval() -> None:
    found = [per_unit(drawn(seed, rise=5.0), PERIODS, 0.05)[0] for seed in range(10)]
    assert all(len(changes) == 1 for changes in found)
    assert sum(abs(c.at - 12) <= 1 for (c,) in found) >= 9
    assert sum(c.low <= 12 <= c.high for (c,) in found) >= 9
    assert all(c.after > c.before and c.difference[0] > 0 for (c,) in found)


def test_more_articles_move_the_series_in_time_and_not_the_one_per_article() -> None:
    rng = np.random.default_rng(1)
    period = np.repeat(np.arange(PERIODS), [10] * 12 + [40] * 12)
    units = Units(period, rng.poisson(0.3, (len(period), 1)).astype(float))
    assert [c.at for c in in_time(units, np.full(PERIODS, 30.0), 0.05)[0]] == [12]
    assert per_unit(units, PERIODS, 0.05) == [[]]


def test_the_segmentation_is_the_cheapest_of_all() -> None:
    totals, exposure = np.array([3.0, 1, 9, 8, 7, 1, 0, 2, 6, 9]), np.array([5.0, 4, 6, 5, 5, 4, 5, 6, 5, 5])

    def cost(cuts: tuple[int, ...], price: float) -> float:
        bounds = [0, *cuts, len(totals)]
        parts = [(totals[a:b].sum(), exposure[a:b].sum()) for a, b in itertools.pairwise(bounds)]
        return price * len(cuts) - sum(t * np.log(t / e) for t, e in parts if t)

    allowed = [
        cuts
        for k in range(4)
        for cuts in itertools.combinations(range(1, len(totals)), k)
        if all(b - a >= SHORTEST for a, b in itertools.pairwise([0, *cuts, len(totals)]))
    ]
    for price in (0.5, 1.0, 2.0, 5.0):
        assert tuple(segments(totals, exposure, price)) == min(allowed, key=lambda cuts: cost(cuts, price))


def test_a_gain_is_the_deviance_that_a_change_saves() -> None:
    gained = gains(np.array([[2.0, 2, 6, 6]]), np.full(4, 10.0))
    assert gained[0, 1] == pytest.approx(4 * np.log(4 / 20) + 12 * np.log(12 / 20) - 16 * np.log(16 / 40))
    assert np.isinf(gained[0, [0, 2]]).all()


def test_a_mix_of_outlets_that_changes_is_no_excess_within_outlets() -> None:
    outlet = np.repeat([0, 1], 40)
    after = np.tile([True, False, False, False], 20)
    after[40:] = ~after[40:]  # the second outlet, which tells more, has most of its articles after
    value = np.where(outlet == 1, 3.0, 0.0)
    excess, p = chance(value, outlet, after)
    assert excess == pytest.approx(0)
    assert p == 1.0
    assert chance(value, np.zeros(80, dtype=np.int64), after)[1] < 0.01


def test_too_few_periods_answer_no_change() -> None:
    assert per_unit(Units(np.array([0, 1, 2]), np.array([[9.0], [0.0], [0.0]])), 3, 0.05) == [[]]
