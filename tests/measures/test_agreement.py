"""Agreement, κ and S: worked examples, and that neither side of a pair is the first."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.measures.agreement import CAST, agreement, both_voted

VOTES = {"call": pl.Int64, "state": pl.String, "vote": pl.String}


def pairs(*counted: tuple[str, str, int]) -> pl.DataFrame:
    rows = [(a, b) for a, b, n in counted for _ in range(n)]
    return pl.DataFrame(rows, schema={"first": pl.String, "second": pl.String}, orient="row")


def test_a_skewed_table_with_80_per_cent_agreement_has_s_60_and_a_kappa_below_zero() -> None:
    found = agreement(pairs(("yes", "yes", 80), ("yes", "no", 10), ("no", "yes", 10)))
    assert (found.n, found.agreed, found.share.value) == (100, 80, 0.8)
    assert found.s.value == pytest.approx(0.60)
    assert found.kappa.value == pytest.approx(-0.11, abs=0.005)


def test_the_intervals_hold_their_values() -> None:
    found = agreement(pairs(("yes", "yes", 80), ("yes", "no", 10), ("no", "yes", 10)))
    assert (found.share.low, found.share.high) == (pytest.approx(0.7111, abs=1e-4), pytest.approx(0.8666, abs=1e-4))
    for share in (found.share, found.kappa, found.s):
        assert share.low is not None
        assert share.high is not None
        assert share.value is not None
        assert share.low < share.value < share.high


def test_an_abstention_stands_half_way_between_yes_and_no() -> None:
    assert agreement(pairs(("yes", "abstain", 4))).s.value == 0
    assert agreement(pairs(("yes", "no", 4))).s.value == -1
    assert agreement(pairs(("no", "no", 4))).s.value == 1


def test_kappa_of_two_textbook_judges() -> None:
    found = agreement(pairs(("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)))
    assert found.kappa.value == pytest.approx(0.4)


def test_kappa_is_not_defined_where_both_always_cast_the_one_vote() -> None:
    found = agreement(pairs(("yes", "yes", 9)))
    assert (found.share.value, found.kappa.value, found.s.value) == (1, None, 1)


def test_absent_is_not_abstain() -> None:
    votes = pl.DataFrame(
        [(1, "NOR", "yes"), (1, "CHL", "absent"), (2, "NOR", "yes"), (3, "NOR", "no"), (3, "CHL", "abstain")],
        schema=VOTES,
        orient="row",
    )
    assert both_voted(votes, "NOR", "CHL").rows() == [(3, "no", "abstain")]


def test_without_a_common_call_nothing_is_said() -> None:
    found = agreement(pairs())
    assert (found.n, found.share.value, found.kappa.value, found.s.value) == (0, None, None, None)


@given(st.lists(st.tuples(st.integers(1, 12), st.sampled_from(["NOR", "CHL"]), st.sampled_from([*CAST, "absent"]))))
def test_the_order_of_the_two_does_not_matter(rows: list[tuple[int, str, str]]) -> None:
    cast = list({(call, state): (call, state, vote) for call, state, vote in rows}.values())
    votes = pl.DataFrame(cast, schema=VOTES, orient="row")
    one, other = (agreement(both_voted(votes, *pair)) for pair in (("NOR", "CHL"), ("CHL", "NOR")))
    assert (one.n, one.agreed) == (other.n, other.agreed)
    for a, b in ((one.share, other.share), (one.kappa, other.kappa), (one.s, other.s)):
        assert (a.value, a.low, a.high) == tuple(
            pytest.approx(x, abs=1e-9) if x is not None else None for x in (b.value, b.low, b.high)
        )
        assert a.value is None or -1 <= a.value <= 1
