"""What is said where no act is: a STATEMENT of each who says it."""

from __future__ import annotations

import pytest

import comity
from comity.values import Article


def said(text: str, kind: str = "news") -> list[tuple[str | None, str | None]]:
    """Claims of type STATEMENT as (actor, day)."""
    coded = comity.code(Article("x", text, None, None, None, None, kind))
    found = [c for c in coded.claims if c.type == "STATEMENT"]
    return [(c.actor.code if c.actor else None, c.time.earliest) for c in found]


def test_what_two_say_jointly_is_said_by_each_of_them() -> None:
    text = "Brazil and Chile told the council on Monday, 7 January 2019, that the matter need not stay on the agenda."
    assert said(text) == [("BRA", "2019-01-07"), ("CHL", "2019-01-07")]


def test_three_in_a_row_each_say_it() -> None:
    text = "Norway, Kenya and Peru said that the question was still open and that there was time."
    assert [actor for actor, _ in said(text)] == ["NOR", "KEN", "PER"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway or Kenya said that the question was still open and that there was time.",
        "Norway, not Kenya, said that the question was still open and that there was time.",
        "Norway, in a letter about Kenya, said that the question was still open and that there was time.",
    ],
)
def test_who_is_left_open_or_set_apart_or_only_spoken_of_says_nothing(text: str) -> None:
    assert "KEN" not in [actor for actor, _ in said(text)]


def test_each_statement_has_an_id_of_its_own() -> None:
    coded = comity.code(
        Article("x", "Norway and Kenya said that the question was still open and that there was time.", None)
    )
    assert len({c.id for c in coded.claims}) == len(coded.claims) == 2


def test_a_speech_that_names_another_is_no_statement_of_its_speaker_alone() -> None:
    assert said("Norway has many friends, and there will be time for all of them to be heard.", "statement") == []
