"""When events were first reported, and what was there to report them."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.measures.reports import By, calendar, calendar_of, following, origins, period, throughout, within
from measures.building import frames


def article(name: str, day: str | None, outlet: str | None = "East", **more: Any) -> dict[str, Any]:
    return {"article": name, "published": day, "outlet": outlet, **more}


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["week", "month"]))
def test_every_day_lies_in_its_period_and_before_the_next(day: date, by: By) -> None:
    start = pl.DataFrame({"day": [day]}).select(period(pl.col("day"), by)).item()
    assert start <= day < following(start, by)


def test_a_calendar_has_the_periods_that_nobody_covered() -> None:
    assert calendar_of([date(2023, 12, 1), date(2024, 2, 1)], "month") == [
        date(2023, 12, 1),
        date(2024, 1, 1),
        date(2024, 2, 1),
    ]
    assert calendar_of([], "week") == []


def test_the_first_and_last_period_are_as_long_as_the_window_leaves_them() -> None:
    texts = origins(frames([article("a", "2024-01-30"), article("b", "2024-03-05")]).articles, "month")
    assert calendar(texts, "month")[1] == [2, 29, 5]


def test_a_copy_stands_with_the_first_of_its_text_and_what_has_no_day_nowhere() -> None:
    rows = [article("b", "2024-01-02", "West", origin="t-a"), article("a", "2024-01-01"), article("c", None)]
    texts = origins(frames(rows).articles, "month")
    assert texts.select("origin", "outlet", "published").rows() == [("t-a", "East", date(2024, 1, 1))]


def test_an_outlet_is_there_throughout_if_it_is_in_every_quarter_of_the_window() -> None:
    rows = [article(f"e{m}", f"2024-{m:02}-15") for m in (1, 4, 7, 10, 12)]
    rows += [article(f"w{m}", f"2024-{m:02}-15", "West") for m in (1, 2, 3, 12)]
    rows += [article(f"n{m}", f"2024-{m:02}-15", None) for m in range(1, 13)]
    assert throughout(origins(frames(rows).articles, "month")) == ["East"]


@pytest.mark.parametrize(
    ("since", "until", "left"), [(None, None, 3), ("2024-01-02", None, 1), (None, "2024-01-01", 1)]
)
def test_a_window_leaves_out_what_has_no_day(since: str | None, until: str | None, left: int) -> None:
    read = frames([article("a", "2024-01-01"), article("b", "2024-01-02"), article("c", None)])
    bounds = (date.fromisoformat(day) if day else None for day in (since, until))
    assert within(read, *bounds).articles.height == left
