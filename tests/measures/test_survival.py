"""Delays: Kaplan–Meier with censoring, decided exactly."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.measures.survival import (
    Duration,
    kaplan_meier,
    median,
    median_interval,
    rank,
    restricted_mean,
    restricted_mean_interval,
    share_at,
    wording,
)

WORKED = [Duration(d) for d in (0, 1, 1, 3, 7)] + [Duration(d, seen=False) for d in (5, 14, 14)]
ANY = st.lists(st.builds(Duration, st.integers(0, 20), st.booleans()), min_size=1, max_size=12)


def test_the_worked_example() -> None:
    steps = kaplan_meier(WORKED)
    assert [round(float(share_at(steps, d)), 4) for d in (0, 1, 3, 5, 7)] == [0.875, 0.625, 0.5, 0.5, 0.3333]
    assert median(steps) == 3  # S is exactly one half there
    assert restricted_mean(steps, 14) == Fraction(155, 24)
    assert round(float(restricted_mean(steps, 14)), 4) == 6.4583


def test_the_interval_is_log_log() -> None:
    first = kaplan_meier(WORKED)[0]
    assert (first.low, first.high) == pytest.approx((0.3870, 0.9814), abs=1e-4)  # lifelines 0.30: the same


def test_a_median_of_thirds_is_decided_exactly() -> None:
    # 1 − 1/6 − 1/6 − 1/6 is below one half in binary fractions of some orders; here it is exactly one half.
    steps = kaplan_meier([Duration(d) for d in (1, 2, 3)] + [Duration(9, seen=False)] * 3)
    assert (share_at(steps, 3), median(steps)) == (Fraction(1, 2), 3)


def test_nothing_seen_has_no_median_and_waits_the_whole_window() -> None:
    steps = kaplan_meier([Duration(14, seen=False)] * 5)
    assert (steps, median(steps), median_interval(steps), restricted_mean(steps, 14)) == ((), None, (None, None), 14)


def test_the_wording_gives_figures_and_no_judgement() -> None:
    group = [Duration(d) for d in (0, 0, 1, 1, 1, 1, 2, 3, 6, 8)] + [Duration(14, seen=False)] * 2
    assert wording(6, group) == "T = 6 d; group median 1 d; rank 9 of 10; 2 censored"
    assert rank(1, group) == (3, 10)


@given(ANY)
def test_shares_fall_within_their_interval_and_the_mean_within_its_own(group: list[Duration]) -> None:
    steps = kaplan_meier(group)
    shares = [s.share for s in steps]
    assert shares == sorted(shares, reverse=True)
    assert all(s.low <= float(s.share) <= s.high for s in steps)
    low, high = restricted_mean_interval(steps, 14)
    assert low <= float(restricted_mean(steps, 14)) <= high + 1e-9


@given(ANY)
def test_without_censoring_the_share_is_the_plain_one(group: list[Duration]) -> None:
    seen = [Duration(d.days) for d in group]
    steps = kaplan_meier(seen)
    assert all(s.share == Fraction(sum(d.days > s.day for d in seen), len(seen)) for s in steps)
