"""What a report of a poll discloses, and the margin of its shares."""

from __future__ import annotations

from typing import Any

import pytest

from comity.errors import VocabularyError
from comity.measures.disclosure import disclosed, items, margin, sample
from comity.vocabulary.rules import rules

TABLE = items(rules("disclosure").content)
FULL = (
    "The survey, commissioned by a foundation and carried out between 3 and 9 May by telephone among a random sample of 1,000 "
    "adults, has a margin of error of 3.1 points. Respondents were asked whether they favour the treaty; results were weighted."
)


def test_the_worked_example_of_the_margin() -> None:
    assert round(margin(1000), 1) == 3.1
    assert margin(1000, 0.1) < margin(1000) > margin(2000)
    assert margin(1000, 0.3) == pytest.approx(margin(1000, 0.7))


@pytest.mark.parametrize(("n", "share"), [(0, 0.5), (-1, 0.5), (1000, 1.2)])
def test_there_is_no_margin_of_nothing(n: int, share: float) -> None:
    with pytest.raises(ValueError, match="no margin"):
        margin(n, share)


def test_there_are_eleven_items() -> None:
    assert len(TABLE.patterns) == 11


def test_items_are_found_where_the_text_names_them_and_only_there() -> None:
    assert disclosed(TABLE, FULL, (0, 10)) == [
        "strategy", "sponsor", "instrument", "population", "sampling", "mode", "dates", "size", "weighting",
    ]  # fmt: skip
    assert disclosed(TABLE, "Most people like it.", (0, 10)) == []
    assert disclosed(TABLE, "A poll. " + "x " * 2000 + FULL, (0, 7)) == []  # too far from the sentence


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (FULL, 1000),
        ("It surveyed 850 people.", 850),
        ("It surveyed 45 percent of them.", None),
        ("It polled 12 ministers.", None),
        ("It polled 800 here; another interviewed 900 there.", None),
        ("Nobody says how many.", None),
    ],
)
def test_the_sample_size_is_the_one_number_that_is_told(text: str, size: int | None) -> None:
    assert sample(TABLE, text, (0, 10)) == size


@pytest.mark.parametrize("content", [None, {"items": []}, {"items": {"mode": {}}}])
def test_a_table_whose_items_have_no_words_is_refused(content: Any) -> None:
    with pytest.raises(VocabularyError):
        items(content)
