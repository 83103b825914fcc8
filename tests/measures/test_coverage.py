"""What a record covers: outlets, copies, undated texts, days without an article."""

from __future__ import annotations

from datetime import date

from comity.measures.coverage import coverage
from measures.building import frames


def test_copies_undated_texts_and_missing_days_are_counted() -> None:
    answer = coverage(
        frames(
            [
                {"article": "a", "outlet": "Wire", "published": "2024-05-01"},
                {"article": "b", "outlet": "Wire", "published": "2024-05-04"},
                {"article": "c", "outlet": "Gazette", "published": "2024-05-04", "origin": "t-b"},
                {"article": "d", "outlet": "Gazette"},
            ]
        )
    )
    assert answer.rows.select("outlet", "articles", "copies", "undated", "days").rows() == [
        ("Gazette", 2, 1, 1, 1),
        ("Wire", 2, 0, 0, 2),
    ]
    assert (answer.basis.articles, answer.basis.origins, answer.basis.missing_days) == (4, 3, 2)
    assert answer.figures[0].value == 0.25
    assert answer.series["days"].rows() == [
        (date(2024, 5, 1), 1, 1, 1),
        (date(2024, 5, 2), 0, 0, 0),
        (date(2024, 5, 3), 0, 0, 0),
        (date(2024, 5, 4), 2, 1, 2),
    ]


def test_a_record_without_articles_covers_nothing() -> None:
    answer = coverage(frames())
    assert answer.rows.is_empty()
    assert (answer.basis.first, answer.basis.missing_days, answer.figures[0].value) == (None, 0, None)
