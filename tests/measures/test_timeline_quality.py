"""How near a timeline comes to one written before: the worked example, and what the alignment counts."""

from __future__ import annotations

from datetime import date

import pytest

from comity.measures.timeline_quality import aligned_rouge, by_mentions, by_publication, date_score
from measures.building import frames

PREDICTED = {date(2023, 10, 7), date(2023, 10, 16), date(2024, 1, 11)}
REFERENCE = {date(2023, 10, 7), date(2023, 10, 17), date(2024, 1, 11), date(2024, 1, 26)}


def test_the_worked_example_of_date_f1() -> None:
    assert [round(x, 3) for x in date_score(PREDICTED, REFERENCE)] == [0.667, 0.5, 0.571]


def test_nothing_in_common_or_nothing_at_all_is_0() -> None:
    assert date_score({date(2024, 1, 1)}, REFERENCE) == (0, 0, 0)
    assert date_score(set(), REFERENCE) == date_score(PREDICTED, set()) == (0, 0, 0)


def test_a_word_found_a_day_away_counts_half() -> None:
    told = {date(2024, 1, 1): "Chile welcomed Norway"}
    assert aligned_rouge(told, told) == (1, 1, 1)
    assert aligned_rouge({date(2024, 1, 2): "chile WELCOMED norway"}, told).f == pytest.approx(0.5)
    assert aligned_rouge({date(2024, 1, 1): "Chile welcomed Norway and Ghana too"}, told)[:2] == (0.5, 1)


def test_the_baselines_count_mentions_and_publications_whoever_acts() -> None:
    read = frames(
        articles=[
            {"article": a, "published": d}
            for a, d in (("a1", "2024-05-02"), ("a2", "2024-05-02"), ("a3", "2024-05-09"))
        ],
        claims=[
            {"article": "a1", "actor": "NOR", "on": "2024-05-01", "basis": "text"},
            {"article": "a2", "actor": "GHA", "on": "2024-05-01", "basis": "text"},
            {"article": "a3", "actor": "NOR", "on": "2024-04-20", "basis": "text"},
            *({"article": "a3", "actor": "NOR", "on": "2024-05-09", "basis": "published"} for _ in range(3)),
        ],
    )
    assert by_mentions(read, 1)["day"].to_list() == [date(2024, 5, 1)]
    assert by_publication(read, 1)["day"].to_list() == [date(2024, 5, 2)]
