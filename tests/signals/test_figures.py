"""Figures: what a number counts, in which unit; years, days and numbers inside names are none."""

from __future__ import annotations

import pytest

import comity
from comity.coder import code_article
from comity.values import Article

ROWS = [
    ("1.1 million people", [(1_100_000.0, None, "people")]),
    ("62 per cent of the residents", [(62.0, "percent", "residents")]),
    ("$50 million in humanitarian aid", [(50_000_000.0, "USD", "humanitarian aid")]),
    ("half a million refugees", [(500_000.0, None, "refugees")]),
    ("30,000 tons of wheat", [(30_000.0, "tons", "wheat")]),
    ("25 million euros", [(25_000_000.0, "EUR", None)]),
    ("more than 2,500 displaced children", [(2500.0, None, "displaced children")]),
]


@pytest.mark.parametrize(("counted", "expected"), ROWS)
def test_a_number_has_its_unit_and_what_it_counts(counted, expected):
    text = f"UNICEF warned of famine in Sudan and spoke of {counted}."
    found = code_article(Article("t", text, published="2024-02-05")).signals.humanitarian[0]
    assert [(f.value, f.unit, f.of) for f in found.figures] == expected
    assert all(text[slice(*f.span)][:1].isalnum() or text[f.span[0]] in "$€£" for f in found.figures)


@pytest.mark.parametrize("words", ["after the October 7 attack", "in 2023", "at the G20 summit", "under S/2023/773"])
def test_dates_and_names_are_no_figures(words):
    text = f"UNICEF warned of famine in Sudan {words}."
    (found,) = code_article(Article("t", text, published="2024-02-05")).signals.humanitarian
    assert found.figures == ()


def test_a_figure_in_words_is_written_like_any_other_number() -> None:
    text = "Norway provided three million doses of food aid to people in need in Mali."
    coded = comity.code(Article("a", text, published="2024-05-02"))
    values = [f.value for h in coded.signals.humanitarian for f in h.figures]
    assert values == [3_000_000]
    assert all(type(v) is float for v in values)  # a record writes and reads one form of it
