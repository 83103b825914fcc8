"""What two wordings of a condition have in common."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from comity.errors import VocabularyError
from comity.measures.conditions import beginning, wording
from comity.vocabulary.rules import rules

OURS = wording(rules("redlines").content)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("inspection of its ports", "Inspections of our port", 1.0),
        ("inspection on its soil", "inspection on its territory", 1 / 3),
        ("that", "this", 0.0),
        (None, "inspection", 0.0),
    ],
)
def test_conditions_are_alike_by_the_words_that_say_something(one: str | None, other: str | None, alike: float) -> None:
    assert OURS.alike(one, other) == pytest.approx(alike) == pytest.approx(OURS.alike(other, one))


@pytest.mark.parametrize(
    ("one", "other", "one_limit"),
    [
        ("inspection on its soil", "inspection on its territory", True),
        ("flights over its territory", "inspection on its territory", False),
        ("an attack on the port", "the port under attack", True),
        (None, None, False),
    ],
)
def test_a_first_word_in_common_makes_less_enough(one: str | None, other: str | None, one_limit: bool) -> None:
    assert OURS.one_limit(one, other) is one_limit is OURS.one_limit(other, one)


@pytest.mark.parametrize("content", [None, {}, {"shared": 0.3, "same": 0.5, "letters": 5}, {"shared": "much"}])
def test_a_table_that_lacks_something_is_refused(content: Any) -> None:
    with pytest.raises(VocabularyError):
        wording(content)


def test_the_beginning_of_a_long_wording_ends_with_dots() -> None:
    told = pl.DataFrame({"x": ["one two three", "one two", None]}).select(beginning("x", 2)).to_series().to_list()
    assert told == ["one two…", "one two", None]
