"""Dates of publication as pages write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.sources.publication import is_future, iso


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2023-10-18", "2023-10-18"),
        ("2023-10-18T12:00+03:00", "2023-10-18T12:00:00+03:00"),
        ("2023-10-18T12:00:05.123Z", "2023-10-18T12:00:05+00:00"),
        ("2023-10-18 12:00 GMT", "2023-10-18T12:00:00+00:00"),
        ("2023-10-18T12:00:00+0300", "2023-10-18T12:00:00+03:00"),
        ("2023-10-18T12:00", "2023-10-18T12:00:00"),
        ("20231018", "2023-10-18"),
        ("20231018T120000Z", "2023-10-18T12:00:00+00:00"),
        ("18 October 2023", "2023-10-18"),
        ("Wednesday, 18 October 2023", "2023-10-18"),
        ("October 18th, 2023", "2023-10-18"),
        ("Oct. 18, 2023", "2023-10-18"),
        ("Wed, 18 Oct 2023 12:00:00 +0300", "2023-10-18T12:00:00+03:00"),
        ("22 October 1962", "1962-10-22"),
    ],
)
def test_a_date_that_has_one_reading_is_read(written: str, expected: str) -> None:
    assert iso(written) == expected


@pytest.mark.parametrize(
    "written", ["", "yesterday", "10/11/2023", "2023-13-01", "2023-02-30", "0023-10-18", "May", "2023", "31 June 2023"]
)
def test_a_date_that_has_none_or_two_is_not(written: str) -> None:
    assert iso(written) is None


@pytest.mark.parametrize(
    ("published", "future"),
    [("2024-07-01", False), ("2024-07-02", False), ("2024-07-03", True), ("2024-07-02T11:00:00+14:00", False)],
)
def test_the_future_begins_a_day_from_now_for_clocks_and_zones_differ(published: str, future: bool) -> None:
    assert is_future(published, datetime(2024, 7, 1, 12, tzinfo=UTC)) is future


@given(st.text(max_size=60))
def test_any_text_is_a_date_that_can_be_compared_or_none(written: str) -> None:
    found = iso(written)
    assert found is None or is_future(found, datetime(2024, 7, 1, tzinfo=UTC)) in (True, False)
