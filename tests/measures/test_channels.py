"""Whose channel an outlet is, and whether it was covered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from comity.measures.channels import carriers, covered_over, own_channels
from measures.building import Row, frames

WINDOW = (date(2024, 5, 1), date(2024, 5, 14))


def statement(article: str, *speakers: str) -> tuple[Row, list[Row]]:
    text = {"article": article, "kind": "statement", "outlet": "Desk", "published": "2024-05-01"}
    return text, [{"type": "STATEMENT", "actor": s, "chain": [s], "article": article} for s in speakers]


def channels(*statements: tuple[Row, list[Row]]) -> list[tuple[str, str]]:
    read = frames([text for text, _ in statements], [c for _, claims in statements for c in claims])
    return own_channels(read, 0.75).rows()


def test_an_outlet_is_whose_statements_most_of_it_are() -> None:
    nor = [statement(f"n{k}", "NOR", "NOR", "PER") for k in range(3)]
    assert channels(*nor, statement("p", "PER")) == [("Desk", "NOR")]
    assert channels(*nor[:2], statement("p", "PER")) == []
    assert channels(statement("joint", "NOR", "PER")) == [("Desk", "NOR"), ("Desk", "PER")]


def test_news_is_nobodys_own_channel_and_carries_whom_it_quotes() -> None:
    read = frames(claims=[{"type": "STATEMENT", "actor": "NOR", "chain": ["NOR"], "article": "a", "outlet": "Wire"}])
    assert own_channels(read, 0.75).is_empty()
    assert carriers(read).rows() == [("Wire", "NOR")]


@pytest.mark.parametrize(
    ("days", "covered"),
    [([8], True), ([9], False), ([6], False), ([1, 9, 14], True), ([1, 10, 14], False), ([], False)],
    ids=str,
)
def test_covered_over_a_window_leaves_no_long_stretch_without_an_article(days: list[int], covered: bool) -> None:
    read = frames([{"article": str(d), "outlet": "Desk", "published": f"2024-05-{d:02d}"} for d in days])
    assert covered_over(read.articles, "Desk", WINDOW, timedelta(days=7)) is covered
