""" "Jr." and the like belong to a name, and tell two of one name apart."""

from __future__ import annotations

import pytest

import comity
from comity.actors.gazetteer import scan
from comity.values import Article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Joseph R. Biden, Jr. spoke today.", "Joseph R. Biden, Jr."),
        ("President Joe Biden Jr. spoke today.", "Joe Biden Jr."),
        ("President Joe Biden spoke today.", "Joe Biden"),
        ("Joe Biden, Junior High School teachers and others spoke.", "Joe Biden"),
    ],
)
def test_what_follows_a_name_is_part_of_it_where_it_is_junior(text: str, name: str) -> None:
    (found,) = [m for m in scan(text) if m.kind == "person"]
    assert text[slice(*found.span)] == name


def test_father_and_son_are_two() -> None:
    bearers = {
        text: [e.id for e in scan(text)[0].entities]
        for text in ("Ferdinand Marcos, Jr. spoke", "Ferdinand Marcos spoke")
    }
    assert bearers["Ferdinand Marcos, Jr. spoke"] == ["person:ferdinand-marcos-jr"]
    assert "person:ferdinand-marcos-jr" not in bearers["Ferdinand Marcos spoke"]


def test_the_one_who_acts_is_the_person_and_not_the_word_behind_the_comma() -> None:
    text = "President Joseph R. Biden, Jr. spoke today with President Emmanuel Macron of France."
    (claim,) = comity.code(Article("x", text, None, "2022-02-15")).claims
    assert claim.actor is not None
    assert claim.recipient is not None
    assert (claim.type, claim.actor.code, claim.recipient.code) == ("CONSULT", "USA", "FRA")
