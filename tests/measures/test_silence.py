"""Silence is not absence of data."""

from __future__ import annotations

import pytest

from comity.measures.silence import chance_carried, label, silent


@pytest.mark.parametrize(("carried", "chance"), [(0.95, 0.8333), (0.5, 0.3333), (0.0, 0.20)])
def test_the_worked_examples(carried: float, chance: float) -> None:
    found = silent(0.8, carried)
    assert found is not None
    assert round(found, 4) == chance


def test_the_chance_that_some_outlet_would_carry_it() -> None:
    carried = chance_carried([0.6, 0.5, 0.3])
    assert round(carried, 2) == 0.86
    assert round(silent(0.8, carried) or 0, 3) == 0.641
    assert label(own_channel=False, carried=carried, any_source=True) == "not_observed"


@pytest.mark.parametrize(
    ("own", "carried", "any_source", "called"),
    [
        (True, None, True, "observed_silence"),
        (False, 0.90, True, "observed_silence"),
        (False, 0.89, True, "not_observed"),
        (False, None, True, "not_observed"),
        (False, None, False, "not_covered"),
        (False, 0.0, True, "not_covered"),
    ],
)
def test_only_a_covered_channel_or_a_high_chance_makes_silence(
    own: bool, carried: float | None, any_source: bool, called: str
) -> None:
    assert label(own, carried, any_source) == called


def test_who_always_responds_and_would_surely_be_seen_leaves_it_unknown() -> None:
    assert silent(1.0, 1.0) is None
