"""What a record covers: outlets, copies, undated texts, days without an article."""

from __future__ import annotations

from datetime import date

from comity.asking.coverages import media
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


def test_the_country_of_an_outlet_is_told_where_it_is_known_and_missing_days_are_listed() -> None:
    rows = [
        {"article": "a", "outlet": "Wire", "published": "2024-05-01"},
        {"article": "b", "outlet": "WIRE", "published": "2024-05-03"},
        {"article": "c", "outlet": "Gazette"},
    ]
    answer = coverage(frames(rows), {"wire": "NOR"})
    assert dict(answer.rows.select("outlet", "country").rows()) == {"Wire": "NOR", "WIRE": "NOR", "Gazette": None}
    assert answer.series["missing"]["day"].to_list() == [date(2024, 5, 2)]
    assert answer.series["countries"].rows() == [("NOR", 2, 2), (None, 1, 1)]


def test_media_of_the_vocabulary_have_one_country_each() -> None:
    known = media()
    assert (known["reuters"], known["tass"], known["afp"]) == ("GBR", "RUS", "FRA")
    assert all(len(code) == 3 and name == name.lower() for name, code in known.items())
