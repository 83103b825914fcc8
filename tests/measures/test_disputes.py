"""Disputed events: what some assert and others deny, both beside each other, counted as neither."""

from __future__ import annotations

from typing import Any

import pytest

from comity.measures.answer import TOO_FEW
from comity.measures.disputes import disputed_clusters, disputes
from measures.building import Row, frames


def told(name: str, status: str, chain: list[str], on: str = "2024-05-01", **more: Any) -> Row:
    base = {
        "id": name,
        "article": name,
        "actor": "NOR",
        "recipient": "CHL",
        "type": "ASSAULT",
        "published": "2024-05-02",
    }
    return {**base, "status": status, "chain": chain, "on": on, **more}


ASSERTED, DENIED = told("a", "happened", ["CHL"]), told("d", "denied", ["NOR"])


def test_both_sides_stand_beside_each_other_in_either_order_of_the_actors() -> None:
    read = frames(claims=[ASSERTED, DENIED, told("r", "ongoing", [], on="2024-05-03", outlet="Gazette")])
    for pair in (("NOR", "CHL"), ("CHL", "NOR")):
        answer = disputes(read, *pair)
        (found,) = answer.rows.to_dicts()
        assert (found["asserted_by"], found["denied_by"]) == (["CHL", "Gazette"], ["NOR"])
        assert (found["asserting"], found["denying"], found["origins"]) == (2, 1, 3)
        assert sorted(answer.evidence["role"]) == ["asserted", "asserted", "denied"]
    assert disputed_clusters(read.claims) == {"a": "a", "d": "a", "r": "a"}


@pytest.mark.parametrize(
    "claims",
    [
        [ASSERTED],
        [DENIED],
        [ASSERTED, told("b", "happened", ["GHA"])],
        [ASSERTED, {**DENIED, "on": "2024-05-20"}],  # another day
        [ASSERTED, {**DENIED, "type": "COERCE"}],  # another act
        [ASSERTED, {**DENIED, "recipient": "GHA"}],
        [{**ASSERTED, "mode": "aerial"}, {**DENIED, "mode": "firearms"}],
        [{**ASSERTED, "type": "REQUEST"}, {**DENIED, "type": "REQUEST", "status": "negated"}],  # another request
        [ASSERTED, DENIED, told("n", "happened", ["NOR"])],  # a speaker on both sides speaks of two events
        [ASSERTED, {**DENIED, "on": None, "earliest": "2024-01-01", "latest": "2024-12-31"}],  # some day of a year
        [told("a", "happened", ["NOR"]), DENIED],  # the same speaker: of one act, not of another
        [ASSERTED, told("p", "possible", ["GHA"])],
        [{**ASSERTED, "type": "STATEMENT"}, {**DENIED, "type": "STATEMENT"}],
    ],
)
def test_what_is_no_dispute(claims: list[Row]) -> None:
    assert disputes(frames(claims=claims), "NOR", "CHL").rows.is_empty()


def test_words_are_disputed_where_they_are_denied_or_of_one_mode() -> None:
    asked = {**ASSERTED, "type": "REQUEST", "mode": "yield"}
    for other in ({**DENIED, "type": "REQUEST"}, {**DENIED, "type": "REQUEST", "mode": "yield", "status": "negated"}):
        assert disputes(frames(claims=[asked, other]), "NOR", "CHL").rows.height == 1


def test_a_denial_without_a_day_of_the_act_meets_what_was_reported_in_the_week_before() -> None:
    undated = {**DENIED, "on": None}
    assert disputes(frames(claims=[ASSERTED, undated]), "NOR", "CHL").rows.height == 1
    later = {**undated, "published": "2024-07-01"}
    assert disputes(frames(claims=[ASSERTED, later]), "NOR", "CHL").rows.is_empty()


def test_the_share_is_of_the_pairs_events_and_none_below_five() -> None:
    few = disputes(frames(claims=[ASSERTED, DENIED]), "NOR", "CHL").figures[0]
    assert (few.value, few.n, few.says) == (None, 1, TOO_FEW)
    more = [told(f"m{n}", "happened", ["CHL"], on=f"2024-0{n}-20") for n in range(1, 5)]
    figure = disputes(frames(claims=[ASSERTED, DENIED, *more]), "NOR", "CHL").figures[0]
    assert (figure.value, figure.n) == (0.2, 5)
