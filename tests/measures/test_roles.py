"""Titles that do not hold on the day of their text."""

from __future__ import annotations

from typing import Any

from comity.measures.roles import roles
from measures.building import frames

TEXT = "First line.\nFormer president Jo Doe came to the town. He left.\nLast line.\n"


def flag(article: str, **more: Any) -> dict[str, Any]:
    base = {"person": "person:jo-doe", "title": "president", "flag": "former_but_incumbent", "published": "2024-05-01"}
    where = {"start": 19, "end": 35, "sentence_start": None, "sentence_end": None}
    return {**base, **where, "as_of": "2024-12", "article": article, **more}


def test_a_title_told_twice_on_a_day_is_one_row_with_both_as_evidence() -> None:
    answer = roles(frames(roles=[flag("a1"), flag("a2"), flag("a3", published="2024-06-01")]), {})
    assert answer.rows.select("person", "flag", "mentions", "origins").rows() == [
        ("person:jo-doe", "former_but_incumbent", 2, 2),
        ("person:jo-doe", "former_but_incumbent", 1, 1),
    ]
    assert answer.evidence.height == 3


def test_its_evidence_is_the_sentence_where_something_was_coded_else_the_line_of_the_text() -> None:
    spans = {"sentence_start": 12, "sentence_end": 53}
    claim = {"actor": "NOR", "article": "a1", "published": "2024-05-01", **spans}
    told = roles(frames(roles=[flag("a1"), flag("a2")], claims=[claim]), {"t-a1": TEXT, "t-a2": TEXT}).evidence
    sentences = {row["article"]: TEXT[row["sentence_start"] : row["sentence_end"]] for row in told.to_dicts()}
    assert sentences == {
        "a1": "Former president Jo Doe came to the town.",
        "a2": "Former president Jo Doe came to the town. He left.",
    }


def test_a_record_without_flags_has_none() -> None:
    assert roles(frames(), {}).rows.is_empty()
