"""Intervals: the worked example, the ends, and that a bootstrap is the same on every run."""

from __future__ import annotations

import pytest

from comity.measures.intervals import bootstrap, f1_of, wilson


def test_170_of_200_is_between_794_and_893() -> None:
    interval = wilson(170, 200)
    assert interval == (pytest.approx(0.794, abs=5e-4), pytest.approx(0.893, abs=5e-4))


@pytest.mark.parametrize(("right", "of"), [(0, 5), (5, 5), (1, 1)])
def test_an_interval_stays_between_0_and_1_and_is_never_a_point(right: int, of: int) -> None:
    interval = wilson(right, of)
    assert interval is not None
    assert 0 <= interval[0] < interval[1] <= 1


def test_nothing_tried_has_no_interval_and_impossible_counts_are_refused() -> None:
    assert wilson(0, 0) is None
    with pytest.raises(ValueError, match="6 successes of 5"):
        wilson(6, 5)


def test_the_bootstrap_of_f1_holds_it_narrows_with_texts_and_does_not_change() -> None:
    texts = [(2, 3, 2, 3), (1, 1, 1, 3), (0, 2, 0, 1), (3, 3, 3, 4)]
    few, many = bootstrap(texts, f1_of), bootstrap(texts * 20, f1_of)
    assert few is not None
    assert many is not None
    assert few[0] <= 2 * 6 / 20 <= few[1]
    assert many[1] - many[0] < few[1] - few[0]
    assert bootstrap(texts, f1_of) == few


def test_one_text_has_no_interval() -> None:
    assert bootstrap([(1, 1, 1, 1)], f1_of) is None
