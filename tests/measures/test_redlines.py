"""Limits that an actor has stated: restated, modified, and what is said of their condition."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from comity.measures.answer import Answer
from comity.measures.conditions import wording
from comity.measures.frames import Frames
from comity.measures.redlines import redlines
from comity.vocabulary.rules import rules
from measures.building import frames

WORDING = wording(rules("redlines").content)


def line(article: str, day: str, condition: str | None = "inspection of its ports", **more: Any) -> dict[str, Any]:
    base = {"by": "NOR", "sense": "deterrent", "condition": condition, "article": article, "published": day, "on": day}
    return {**base, **more}


def asked(read: Frames, by: str = "NOR") -> Answer:
    return redlines(read, by, WORDING)


def test_a_limit_told_again_is_one_limit_restated() -> None:
    told = [line("a2", "2024-03-01", "inspections of its ports"), line("a1", "2024-01-01")]
    rows = asked(frames(red_lines=told)).rows
    assert rows.select("first", "last", "mentions", "restated", "modified").rows() == [
        (date(2024, 1, 1), date(2024, 3, 1), 2, 1, 0)
    ]


def test_another_condition_or_sense_is_a_limit_modified_and_both_are_shown() -> None:
    told = [
        line("a1", "2024-01-01"),
        line("a2", "2024-02-01", "inspection of its ports and mines"),
        line("a3", "2024-03-01", "inspection of its mines and airfields", sense="negotiating_limit"),
    ]
    answer = asked(frames(red_lines=told))
    assert answer.rows.select("restated", "modified", "sense").rows() == [(1, 1, "deterrent, negotiating_limit")]
    assert answer.evidence["role"].to_list() == ["stated", "restated", "modified"]


def test_other_conditions_and_other_sides_are_limits_of_their_own() -> None:
    told = [
        line("a1", "2024-01-01", toward="CHL"),
        line("a2", "2024-01-02", toward="GHA"),
        line("a3", "2024-01-03", "flights over the strait"),
        line("a4", "2024-01-04", None),
        line("a5", "2024-01-05", "that it"),
    ]
    assert asked(frames(red_lines=told)).rows.height == 5
    assert asked(frames(red_lines=told), "CHL").rows.is_empty()


def supposed(status: str, article: str, day: str, **more: Any) -> dict[str, Any]:
    act = {"actor": "CHL", "recipient": "NOR", "type": "ASSAULT", "quad": 4, "status": status}
    return {**act, "article": article, "published": day, "on": day, "id": f"{status}-{article}", **more}


def test_that_a_condition_was_met_is_what_somebody_later_says() -> None:
    told = [line("a1", "2024-01-01", "any attack by Chile", toward="CHL")]
    claims = [
        supposed("conditional", "a1", "2024-01-01"),
        supposed("happened", "a0", "2023-12-01"),  # before it was stated
        supposed("happened", "a2", "2024-02-01", chain=["GHA"]),
        supposed("denied", "a3", "2024-02-02", chain=["CHL"]),
        supposed("happened", "a4", "2024-02-03", recipient="GHA"),  # another act
        supposed("demanded", "a5", "2024-02-04"),
    ]
    answer = asked(frames(red_lines=told, claims=claims))
    assert answer.rows.select("said_met", "said_unmet").rows() == [(1, 1)]
    said = answer.evidence.filter(answer.evidence["role"] != "stated")
    assert said.select("role", "says", "source").rows() == [
        ("said to be met", "GHA", "happened-a2"),
        ("said not to be met", "CHL", "denied-a3"),
    ]


def test_without_such_a_claim_nothing_is_said_of_the_condition() -> None:
    told = [line("a1", "2024-01-01", "any attack by Chile", toward="CHL")]
    assert asked(frames(red_lines=told, claims=[supposed("happened", "a2", "2024-02-01")])).rows["said_met"].item() == 0


@given(
    st.lists(st.tuples(st.integers(1, 28), st.sampled_from(["ports of ours", "mines", "the sea", None])), max_size=8)
)
def test_every_telling_stands_in_one_row_and_swapped_actors_swap(found: list[tuple[int, str | None]]) -> None:
    told = [line(f"a{n}", f"2024-01-{d:02}", c, toward="CHL") for n, (d, c) in enumerate(found)]
    swapped = [{**row, "by": "CHL", "toward": "NOR"} for row in told]
    one, two = asked(frames(red_lines=told)), asked(frames(red_lines=swapped), "CHL")
    assert one.rows["mentions"].sum() == len(told) == one.evidence.height
    assert one.rows.drop("by", "toward").equals(two.rows.drop("by", "toward"))
