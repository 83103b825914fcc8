"""Rates: the worked examples of docs/measures.md, and what holds of every rate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.measures.rates import beta_cdf, beta_quantile, rate


@pytest.mark.parametrize(
    ("cases", "mean", "low", "high", "above_half", "wording"),
    [
        ((3, 5), 0.3889, 0.1190, 0.7052, 0.2413, "no clear pattern"),
        ((12, 3), 0.7812, 0.5564, 0.9402, 0.9915, "more consistent than not"),
        ((1, 9), 0.1364, 0.0110, 0.3813, 0.0037, "more inconsistent than not"),
    ],
)
def test_worked_examples(
    cases: tuple[int, int], mean: float, low: float, high: float, above_half: float, wording: str
) -> None:
    found = rate(*cases)
    assert found is not None
    figures = (found.mean, found.low, found.high, found.above_half)
    assert figures == pytest.approx((mean, low, high, above_half), abs=6e-5)
    assert found.wording == wording


def test_no_case_is_no_rate_and_less_than_none_is_refused() -> None:
    assert rate(0, 0) is None
    with pytest.raises(ValueError, match="below zero"):
        rate(-1, 2)


@pytest.mark.parametrize(
    ("x", "a", "b", "known"),
    [(0.3, 1, 1, 0.3), (0.3, 2, 1, 0.09), (0.3, 1, 2, 0.51), (0.25, 0.5, 0.5, 1 / 3), (0, 2, 3, 0), (1, 2, 3, 1)],
)
def test_the_distribution_is_what_closed_forms_say(x: float, a: float, b: float, known: float) -> None:
    assert beta_cdf(x, a, b) == pytest.approx(known, abs=1e-13)


COUNT = st.integers(0, 3000)


@given(COUNT, COUNT)
def test_the_mirror_image_of_a_rate_is_the_rate_of_the_mirror_image(c: int, i: int) -> None:
    one, other = rate(c, i), rate(i, c)
    if one is None or other is None:
        assert c + i == 0
        return
    assert one.mean == pytest.approx(1 - other.mean)
    assert one.low == pytest.approx(1 - other.high, abs=1e-9)
    assert one.above_half == pytest.approx(1 - other.above_half, abs=1e-9)
    assert 0 <= one.low < one.mean < one.high <= 1
    assert beta_cdf(one.low, c + 0.5, i + 0.5) == pytest.approx(0.025, abs=1e-9)


@given(COUNT, COUNT)
def test_the_wording_never_says_more_than_the_interval(c: int, i: int) -> None:
    found = rate(c, i)
    if found is None or found.wording == "no clear pattern":
        return
    tail = beta_quantile(0.05, c + 0.5, i + 0.5), beta_quantile(0.95, c + 0.5, i + 0.5)
    if found.wording == "more consistent than not":
        assert tail[0] >= 0.5 - 1e-9
    else:
        assert tail[1] <= 0.5 + 1e-9
