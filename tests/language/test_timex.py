"""Time expressions are closed intervals; none is invented, and durations are no dates. Published: 5 February 2024, a Monday."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.language.timex import expressions

PUBLISHED = "2024-02-05"
ROWS = [
    ("on 7 October 2023", "2023-10-07", "2023-10-07", "day"),
    ("October 7, 2023", "2023-10-07", "2023-10-07", "day"),
    ("Oct. 7", "2023-10-07", "2023-10-07", "day"),
    ("the 7th of October 1962", "1962-10-07", "1962-10-07", "day"),
    ("2023-10-07", "2023-10-07", "2023-10-07", "day"),
    ("2023-10-07T10:00:00+03:00", "2023-10-07", "2023-10-07", "day"),
    ("in October 2023", "2023-10-01", "2023-10-31", "month"),
    ("February 2024", "2024-02-01", "2024-02-29", "month"),
    ("in October", "2023-10-01", "2023-10-31", "month"),
    ("early October 2023", "2023-10-01", "2023-10-10", "interval"),
    ("mid-October 2023", "2023-10-11", "2023-10-20", "interval"),
    ("late October 2023", "2023-10-21", "2023-10-31", "interval"),
    ("in 2022", "2022-01-01", "2022-12-31", "year"),
    ("mid-2019", "2019-01-01", "2019-12-31", "year"),
    ("the 1990s", "1990-01-01", "1999-12-31", "interval"),
    ("Q1 2024", "2024-01-01", "2024-03-31", "quarter"),
    ("the third quarter of 2023", "2023-07-01", "2023-09-30", "quarter"),
    ("the spring of 1962", "1962-03-01", "1962-05-31", "interval"),
    ("winter 2022", "2022-12-01", "2023-02-28", "interval"),
    ("from 3 to 5 May 2021", "2021-05-03", "2021-05-05", "interval"),
    ("between March and May 2021", "2021-03-01", "2021-05-31", "interval"),
    ("from November to January 2022", "2021-11-01", "2022-01-31", "interval"),
    ("between 1991 and 2020", "1991-01-01", "2020-12-31", "interval"),
    ("by the end of March", None, "2023-03-31", "interval"),
    ("by 1 March 2024", None, "2024-03-01", "interval"),
    ("until 2025", None, "2025-12-31", "interval"),
    ("before 2020", None, "2020-01-01", "interval"),
    ("since October 7", "2023-10-07", None, "interval"),
    ("after 3 May 2019", "2019-05-03", None, "interval"),
    ("since 2014", "2014-01-01", None, "interval"),
    ("today", "2024-02-05", "2024-02-05", "day"),
    ("yesterday", "2024-02-04", "2024-02-04", "day"),
    ("tomorrow", "2024-02-06", "2024-02-06", "day"),
    ("overnight", "2024-02-04", "2024-02-05", "interval"),
    ("on Tuesday", "2024-01-30", "2024-01-30", "day"),
    ("Monday", "2024-02-05", "2024-02-05", "day"),
    ("next Monday", "2024-02-12", "2024-02-12", "day"),
    ("by Friday", None, "2024-02-09", "interval"),
    ("over the weekend", "2024-02-03", "2024-02-04", "interval"),
    ("last week", "2024-01-29", "2024-02-04", "week"),
    ("this week", "2024-02-05", "2024-02-11", "week"),
    ("next week", "2024-02-12", "2024-02-18", "week"),
    ("last month", "2024-01-01", "2024-01-31", "month"),
    ("earlier this month", "2024-02-01", "2024-02-05", "interval"),
    ("later this year", "2024-02-05", "2024-12-31", "interval"),
    ("last year", "2023-01-01", "2023-12-31", "year"),
    ("two days ago", "2024-02-03", "2024-02-03", "day"),
    ("three months ago", "2023-11-01", "2023-11-30", "month"),
    ("ten years ago", "2014-01-01", "2014-12-31", "year"),
    ("in the past three months", "2023-11-07", "2024-02-05", "interval"),
    ("by the end of the year", "2024-02-05", "2024-12-31", "interval"),
]
DURATIONS = ["for 24 hours", "within 48 hours", "a 72-hour truce", "for three weeks"]
NO_TIME = [
    "He may go",
    "They march on",
    "a second round",
    "resolution 2712 (2023)",
    "1,900 people fled",
    "Augustus fell",
    "she will decide",
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), ROWS)
def test_an_expression_is_the_interval_that_it_means(text, earliest, latest, precision):
    (found,) = expressions(text, PUBLISHED)
    assert (found.time.earliest, found.time.latest, found.time.precision) == (earliest, latest, precision)
    assert found.time.basis == "text"


@pytest.mark.parametrize("text", DURATIONS)
def test_a_duration_is_no_date(text):
    (found,) = expressions(text, PUBLISHED)
    assert found.duration
    assert found.time.earliest is None
    assert found.time.latest is None


@pytest.mark.parametrize("text", NO_TIME)
def test_words_that_only_look_like_times_are_none(text):
    assert expressions(text, PUBLISHED) == ()


def test_what_is_to_come_takes_the_next_weekday():
    (found,) = expressions("on Tuesday", PUBLISHED, future=True)
    assert found.time.earliest == "2024-02-06"


def test_an_event_of_unknown_date_gives_no_date():
    (found,) = expressions("two days after the attack", PUBLISHED)
    assert (found.time.earliest, found.time.precision) == (None, "unknown")


@pytest.mark.parametrize("text", ["on Tuesday", "in October", "Oct. 7", "last week", "two days ago", "today"])
def test_without_publication_a_date_without_a_year_stays_unknown(text):
    (found,) = expressions(text, None)
    assert (found.time.earliest, found.time.latest, found.time.precision) == (None, None, "unknown")


@given(
    st.lists(st.sampled_from([r[0] for r in ROWS] + DURATIONS + NO_TIME), max_size=6),
    st.sampled_from([PUBLISHED, None]),
)
def test_intervals_run_forward_and_spans_hold_their_text(parts, published):
    text = "; ".join(parts)
    last = 0
    for x in expressions(text, published):
        assert text[x.span[0] : x.span[1]] == x.text
        assert x.span[0] >= last
        last = x.span[1]
        if x.time.earliest and x.time.latest:
            assert x.time.earliest <= x.time.latest
