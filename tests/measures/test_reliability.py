"""Krippendorff's alpha on matrices whose alpha is published or can be told without computing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.measures.reliability import agreement, alpha

# Three coders, fifteen units (Krippendorff's textbook example); None: not coded.
_ = None
A = [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3]
B = [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _]
C = [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4]
TEXTBOOK = list(zip(A, B, C, strict=True))


def test_the_textbook_matrix_has_the_published_alphas() -> None:
    assert alpha(TEXTBOOK, "nominal") == pytest.approx(0.6914, abs=5e-5)
    assert alpha(TEXTBOOK, "interval") == pytest.approx(0.8108, abs=5e-5)


def test_the_ordinal_alpha_lies_by_hand_where_ranks_put_it() -> None:
    # Two coders, values 1 1 2 / 1 2 2: margins 3 and 3, both levels see one disagreement of one rank.
    units = [(1, 1), (1, 2), (2, 2)]
    assert alpha(units, "ordinal") == pytest.approx(alpha(units, "interval"))
    assert alpha(TEXTBOOK, "ordinal") == pytest.approx(0.8071, abs=5e-4)


def test_units_with_one_value_say_nothing() -> None:
    assert agreement(TEXTBOOK, draws=0).units == 12
    assert alpha([*TEXTBOOK, (4, None, None)]) == alpha(TEXTBOOK)


def test_full_agreement_is_one_and_no_variation_is_unknown() -> None:
    assert alpha([("a", "a"), ("b", "b")]) == 1.0
    assert alpha([("a", "a"), ("a", "a")]) is None
    assert agreement([]).value is None


def test_systematic_disagreement_is_below_chance() -> None:
    found = alpha([("a", "b"), ("b", "a")] * 10)
    assert found is not None
    assert found < 0


def test_the_interval_holds_the_value_and_is_the_same_on_every_run() -> None:
    once, again = agreement(TEXTBOOK, "interval"), agreement(TEXTBOOK, "interval")
    assert once == again
    assert once.value is not None
    assert once.interval is not None
    assert once.interval[0] <= once.value <= once.interval[1]


@given(st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.sampled_from([1, 2, 3])), min_size=2, max_size=20))
def test_coders_and_units_may_change_places(units: list[tuple[int, int]]) -> None:
    turned = [(b, a) for a, b in reversed(units)]
    for level in ("nominal", "ordinal", "interval"):
        assert alpha(units, level) == pytest.approx(alpha(turned, level), nan_ok=True)
