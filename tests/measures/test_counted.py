"""A sentence whose numbers know what they count is a string like any other."""

from __future__ import annotations

import pytest

from comity.measures.counted import Number, all_from, by_rule, count, joined, parts_of, said

TWO = ((("a", "1"), ("b", "2")), (("a", "3"),))


def test_a_sentence_reads_as_if_it_were_written_plainly() -> None:
    told = said("{} events, {} of them old", count(TWO), count((), TWO))
    assert told == "2 events, 0 of them old"
    assert [part for part in parts_of(told) if isinstance(part, Number)] == [Number("2", TWO), Number("0", (), TWO)]
    assert joined((told, "and more"), "; ") == "2 events, 0 of them old; and more"
    assert parts_of("a plain one") == ("a plain one",)


def test_days_and_names_are_no_numbers_and_constants_name_their_table() -> None:
    told = all_from("A1: from 2024-01-01 75 → 33.33 of 1,200", TWO)
    assert [part.text for part in parts_of(told) if isinstance(part, Number)] == ["75", "33.33", "1,200"]
    assert [p.rule for p in parts_of(by_rule("within 72 hours", "triggers")) if isinstance(p, Number)] == ["triggers"]


def test_a_sentence_with_another_number_of_places_is_refused() -> None:
    with pytest.raises(ValueError, match="1 numbers for 2 places"):
        said("{} of {}", count(TWO))
