"""Time expressions are closed intervals; none is invented, and durations are no dates."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.language.timex import Timex, expressions

MONDAY = "2024-02-05"  # a Monday
SUNDAY = "2021-11-14"

# expression | published | earliest .. latest, precision (day where none is written); one end may be open
ROWS = [
    # days
    ("on 7 October 2023", MONDAY, "2023-10-07"),
    ("7 Oct 2023", MONDAY, "2023-10-07"),
    ("October 7, 2023", MONDAY, "2023-10-07"),
    ("Oct. 7, 2023", MONDAY, "2023-10-07"),
    ("on Saturday, October 7, 2023", MONDAY, "2023-10-07"),
    ("Oct. 7", MONDAY, "2023-10-07"),
    ("7 October", MONDAY, "2023-10-07"),
    ("the 7th of October", MONDAY, "2023-10-07"),
    ("the 7th of October 1962", MONDAY, "1962-10-07"),
    ("October the 22nd, 1962", MONDAY, "1962-10-22"),
    ("May 9", MONDAY, "2024-05-09"),
    ("Dec. 28", MONDAY, "2023-12-28"),
    ("Jan. 3", "2023-12-20", "2024-01-03"),
    ("SEPT. 11, 2001", MONDAY, "2001-09-11"),
    ("Feb. 29", MONDAY, "2024-02-29"),
    ("2023-10-07", MONDAY, "2023-10-07"),
    ("2023/10/07", MONDAY, "2023-10-07"),
    ("07.10.2023", MONDAY, "2023-10-07"),
    ("2023-10-07T10:00:00+03:00", MONDAY, "2023-10-07T10:00:00+03:00 instant"),
    ("2023-10-07T10:00Z", MONDAY, "2023-10-07T10:00Z instant"),
    ("at 10:30 GMT on 7 October 2023", MONDAY, "2023-10-07T10:30+00:00 instant"),
    ("on October 7, 2023, at 6:30 a.m.", MONDAY, "2023-10-07T06:30 instant"),
    ("3 p.m. EST on October 7, 2023", MONDAY, "2023-10-07T15:00-05:00 instant"),
    # months and their parts
    ("in October 2023", MONDAY, "2023-10-01 .. 2023-10-31 month"),
    ("Oct. 2023", MONDAY, "2023-10-01 .. 2023-10-31 month"),
    ("February 2024", MONDAY, "2024-02-01 .. 2024-02-29 month"),
    ("in October", MONDAY, "2023-10-01 .. 2023-10-31 month"),
    ("in May", MONDAY, "2024-05-01 .. 2024-05-31 month"),
    ("during the month of June 2022", MONDAY, "2022-06-01 .. 2022-06-30 month"),
    ("last May", MONDAY, "2023-05-01 .. 2023-05-31 month"),
    ("next May", MONDAY, "2024-05-01 .. 2024-05-31 month"),
    ("last February", MONDAY, "2023-02-01 .. 2023-02-28 month"),
    ("the June summit", MONDAY, "2024-06-01 .. 2024-06-30 month"),
    ("early October", MONDAY, "2023-10-01 .. 2023-10-10 interval"),
    ("early October 2023", MONDAY, "2023-10-01 .. 2023-10-10 interval"),
    ("mid-October 2023", MONDAY, "2023-10-11 .. 2023-10-20 interval"),
    ("in late October 2023", MONDAY, "2023-10-21 .. 2023-10-31 interval"),
    ("the end of March 2022", MONDAY, "2022-03-21 .. 2022-03-31 interval"),
    ("the second half of June 2022", MONDAY, "2022-06-16 .. 2022-06-30 interval"),
    # years, quarters, seasons, decades, centuries
    ("in 2022", MONDAY, "2022-01-01 .. 2022-12-31 year"),
    ("the 2015 deal", MONDAY, "2015-01-01 .. 2015-12-31 year"),
    ("its 2022 invasion", MONDAY, "2022-01-01 .. 2022-12-31 year"),
    ("early 2019", MONDAY, "2019-01-01 .. 2019-04-30 interval"),
    ("mid-2019", MONDAY, "2019-05-01 .. 2019-08-31 interval"),
    ("in late 2019", MONDAY, "2019-09-01 .. 2019-12-31 interval"),
    ("the first half of 2019", MONDAY, "2019-01-01 .. 2019-06-30 interval"),
    ("the second half of 2019", MONDAY, "2019-07-01 .. 2019-12-31 interval"),
    ("Q1 2024", MONDAY, "2024-01-01 .. 2024-03-31 quarter"),
    ("the third quarter of 2023", MONDAY, "2023-07-01 .. 2023-09-30 quarter"),
    ("in the fourth quarter", MONDAY, "2023-10-01 .. 2023-12-31 quarter"),
    ("the spring of 1962", MONDAY, "1962-03-01 .. 1962-05-31 interval"),
    ("winter 2022", MONDAY, "2022-12-01 .. 2023-02-28 interval"),
    ("last summer", MONDAY, "2023-06-01 .. 2023-08-31 interval"),
    ("next autumn", MONDAY, "2024-09-01 .. 2024-11-30 interval"),
    ("the 1990s", MONDAY, "1990-01-01 .. 1999-12-31 interval"),
    ("1990s", MONDAY, "1990-01-01 .. 1999-12-31 interval"),
    ("the early 1990s", MONDAY, "1990-01-01 .. 1993-12-31 interval"),
    ("the 19th century", MONDAY, "1801-01-01 .. 1900-12-31 interval"),
    # from one to another
    ("from 3 to 5 May", SUNDAY, "2022-05-03 .. 2022-05-05 interval"),
    ("from 3 to 5 May 2021", MONDAY, "2021-05-03 .. 2021-05-05 interval"),
    ("May 3-5, 2021", MONDAY, "2021-05-03 .. 2021-05-05 interval"),
    ("on 3–5 May 2021", MONDAY, "2021-05-03 .. 2021-05-05 interval"),
    ("from 28 May to 2 June 2021", MONDAY, "2021-05-28 .. 2021-06-02 interval"),
    ("on the night of October 6-7, 2023", MONDAY, "2023-10-06 .. 2023-10-07 interval"),
    ("on May 3 and 4, 2021", MONDAY, "2021-05-03 .. 2021-05-04 interval"),
    ("between Dec. 28 and Jan. 3, 2022", MONDAY, "2021-12-28 .. 2022-01-03 interval"),
    ("between March and May 2021", MONDAY, "2021-03-01 .. 2021-05-31 interval"),
    ("from November to January 2022", MONDAY, "2021-11-01 .. 2022-01-31 interval"),
    ("between 1991 and 2020", MONDAY, "1991-01-01 .. 2020-12-31 interval"),
    ("in 2014-16", MONDAY, "2014-01-01 .. 2016-12-31 interval"),
    ("from Monday to Friday", "2024-02-10", "2024-02-05 .. 2024-02-09 interval"),
    ("from October 2022 until March 2023", MONDAY, "2022-10-01 .. 2023-03-31 interval"),
    # open on one side
    ("by the end of March", MONDAY, " .. 2024-03-31 interval"),
    ("by 1 March 2024", MONDAY, " .. 2024-03-01 interval"),
    ("no later than 1 March 2024", MONDAY, " .. 2024-03-01 interval"),
    ("until 2025", MONDAY, " .. 2025-12-31 interval"),
    ("before 2020", MONDAY, " .. 2019-12-31 interval"),
    ("prior to 3 May 2019", MONDAY, " .. 2019-05-02 interval"),
    ("since October 7", MONDAY, "2023-10-07 .. interval"),
    ("after 3 May 2019", MONDAY, "2019-05-03 .. interval"),
    ("since 2014", MONDAY, "2014-01-01 .. interval"),
    ("since the 1990s", MONDAY, "1990-01-01 .. interval"),
    ("since Tuesday", MONDAY, "2024-01-30 .. interval"),
    ("since last week", MONDAY, "2024-01-29 .. interval"),
    ("starting on 1 March 2024", MONDAY, "2024-03-01 .. interval"),
    ("by Friday", MONDAY, " .. 2024-02-09 interval"),
    ("until next week", MONDAY, " .. 2024-02-18 interval"),
    ("by the end of the year", MONDAY, " .. 2024-12-31 interval"),
    ("by the end of next month", MONDAY, " .. 2024-03-31 interval"),
    ("before the end of the month", MONDAY, " .. 2024-02-29 interval"),
    ("by end-2024", MONDAY, " .. 2024-12-31 interval"),
    ("in the second half of the year", MONDAY, "2024-07-01 .. 2024-12-31 interval"),
    ("by year-end", MONDAY, " .. 2024-12-31 interval"),
    # from the day of publication
    ("today", MONDAY, "2024-02-05"),
    ("earlier today", MONDAY, "2024-02-05"),
    ("this morning", MONDAY, "2024-02-05"),
    ("yesterday", MONDAY, "2024-02-04"),
    ("yesterday evening", MONDAY, "2024-02-04"),
    ("tomorrow", MONDAY, "2024-02-06"),
    ("the day before yesterday", MONDAY, "2024-02-03"),
    ("overnight", MONDAY, "2024-02-04 .. 2024-02-05 interval"),
    ("last night", MONDAY, "2024-02-04 .. 2024-02-05 interval"),
    ("today", "2024-01-01T23:30:00-05:00", "2024-01-01"),
    ("on Tuesday", MONDAY, "2024-01-30"),
    ("on Monday", MONDAY, "2024-02-05"),
    ("late on Sunday", MONDAY, "2024-02-04"),
    ("Friday night", MONDAY, "2024-02-02"),
    ("last Monday", MONDAY, "2024-01-29"),
    ("this Friday", MONDAY, "2024-02-09"),
    ("next Monday", MONDAY, "2024-02-12"),
    ("the coming Thursday", MONDAY, "2024-02-08"),
    ("over the weekend", MONDAY, "2024-02-03 .. 2024-02-04 interval"),
    ("at the weekend", SUNDAY, "2021-11-13 .. 2021-11-14 interval"),
    ("next weekend", MONDAY, "2024-02-10 .. 2024-02-11 interval"),
    ("last week", MONDAY, "2024-01-29 .. 2024-02-04 week"),
    ("this week", MONDAY, "2024-02-05 .. 2024-02-11 week"),
    ("next week", MONDAY, "2024-02-12 .. 2024-02-18 week"),
    ("last month", MONDAY, "2024-01-01 .. 2024-01-31 month"),
    ("earlier this month", MONDAY, "2024-02-01 .. 2024-02-05 interval"),
    ("later this year", MONDAY, "2024-02-05 .. 2024-12-31 interval"),
    ("last year", MONDAY, "2023-01-01 .. 2023-12-31 year"),
    ("late last year", MONDAY, "2023-09-01 .. 2023-12-31 interval"),
    ("next year", MONDAY, "2025-01-01 .. 2025-12-31 year"),
    ("this quarter", MONDAY, "2024-01-01 .. 2024-03-31 quarter"),
    ("last decade", MONDAY, "2010-01-01 .. 2019-12-31 interval"),
    ("two days ago", MONDAY, "2024-02-03"),
    ("a week ago", MONDAY, "2024-01-26 .. 2024-02-01 week"),
    ("three months ago", MONDAY, "2023-11-01 .. 2023-11-30 month"),
    ("ten years ago", MONDAY, "2014-01-01 .. 2014-12-31 year"),
    ("more than two years ago", MONDAY, " .. 2022-12-31 interval"),
    ("half a century ago", MONDAY, "1974-01-01 .. 1974-12-31 year"),
    ("less than a month ago", MONDAY, "2024-01-01 .. 2024-02-05 interval"),
    ("several weeks ago", MONDAY, " .. 2024-02-05 interval"),
    ("hours ago", MONDAY, " .. 2024-02-05 interval"),
    ("in the past three months", MONDAY, "2023-11-07 .. 2024-02-05 interval"),
    ("over the last 24 hours", MONDAY, "2024-02-04 .. 2024-02-05 interval"),
    ("in recent weeks", MONDAY, " .. 2024-02-05 interval"),
    ("in the next two weeks", MONDAY, "2024-02-05 .. 2024-02-19 interval"),
    ("in the coming days", MONDAY, "2024-02-05 .. interval"),
]
TO_COME = [
    ("on Tuesday", MONDAY, "2024-02-06"),
    ("on Monday", MONDAY, "2024-02-05"),
    ("in March", MONDAY, "2024-03-01 .. 2024-03-31 month"),
    ("in January", MONDAY, "2025-01-01 .. 2025-01-31 month"),
    ("over the weekend", MONDAY, "2024-02-10 .. 2024-02-11 interval"),
    ("on 20 June", MONDAY, "2024-06-20"),
]
DONE = [
    ("in May", MONDAY, "2023-05-01 .. 2023-05-31 month"),
    ("on 20 June", MONDAY, "2023-06-20"),
    ("Feb. 29", "2023-02-05", "2020-02-29"),
    ("in the spring", MONDAY, "2023-03-01 .. 2023-05-31 interval"),
    ("on Friday", MONDAY, "2024-02-02"),
]
DURATIONS = [
    ("for 24 hours", 24),
    ("within 48 hours", 48),
    ("a 72-hour truce", 72),
    ("for three weeks", 504),
    ("three weeks", 504),
    ("a two-day visit", 48),
    ("for more than two years", 17520),
    ("for several months", None),
    ("for decades", None),
]
ANCHORED = [
    "two days after the attack",
    "before the summit",
    "since the invasion",
    "the following week",
    "three days later",
    "the next day",
    "the following Monday",
    "in March of that year",
    "the next week",
]
NO_TIME = [
    "He may go",
    "They may 5 times",
    "They march on",
    "march 10 kilometres",
    "a second round",
    "a second ago",
    "the second quarterback",
    "resolution 2712 (2023)",
    "1,900 people fled",
    "2000 people fled",
    "Augustus fell",
    "she will decide",
    "a 20-year-old man",
    "sat in the sun",
    "Asia Today reported it",
    "in the second row",
    "the fall of the city",
    "a march in the capital",
    "5.5 percent",
    "of 2011 soldiers",
    "the Sunday Times wrote",
]
NO_YEAR = ["on Tuesday", "in October", "Oct. 7", "last week", "two days ago", "today", "from 3 to 5 May", "this year"]


def only(text: str, published: str | None, future: bool | None = None) -> Timex:
    (found,) = expressions(text, (0, len(text)), published, future)
    return found


def written(x: Timex) -> str:
    """An interval as the rows write it."""
    t = x.time
    if t.earliest == t.latest and t.precision in ("day", "instant"):
        return f"{t.earliest}{' instant' if t.precision == 'instant' else ''}"
    return f"{t.earliest or ''} .. {t.latest + ' ' if t.latest else ''}{t.precision}"


@pytest.mark.parametrize(("text", "published", "expected"), ROWS)
def test_an_expression_is_the_interval_that_it_means(text, published, expected):
    found = only(text, published)
    assert written(found) == expected
    assert found.time.basis == "text"
    assert not found.duration


@pytest.mark.parametrize(("text", "published", "expected"), TO_COME)
def test_of_what_is_to_come_the_next_one_is_meant(text, published, expected):
    assert written(only(text, published, future=True)) == expected


@pytest.mark.parametrize(("text", "published", "expected"), DONE)
def test_of_what_is_done_the_last_one_is_meant(text, published, expected):
    assert written(only(text, published, future=False)) == expected


@pytest.mark.parametrize(("text", "hours"), DURATIONS)
def test_a_duration_is_no_date(text, hours):
    found = only(text, MONDAY)
    assert found.duration
    assert found.hours == hours
    assert (found.time.earliest, found.time.latest) == (None, None)


@pytest.mark.parametrize("text", ANCHORED)
def test_what_hangs_on_an_event_of_unknown_date_has_no_date(text):
    found = only(text, MONDAY)
    assert (found.time.earliest, found.time.latest, found.time.precision) == (None, None, "unknown")
    assert not found.duration


@pytest.mark.parametrize("text", NO_TIME)
def test_words_that_only_look_like_times_are_none(text):
    assert expressions(text, (0, len(text)), MONDAY) == ()


@pytest.mark.parametrize("text", NO_YEAR)
@pytest.mark.parametrize("published", [None, "", "not a date"])
def test_without_publication_a_date_without_a_year_stays_unknown(text, published):
    found = only(text, published)
    assert (found.time.earliest, found.time.latest, found.time.precision) == (None, None, "unknown")


def test_a_day_that_no_calendar_has_is_no_day():
    assert expressions("on 31 November", (0, 14), MONDAY) == ()
    assert expressions("2023-02-31", (0, 10), MONDAY) == ()


def test_spans_are_those_of_the_whole_text():
    text = "It left. France came on 3 May 2021, a week after the vote."
    found = expressions(text, (9, len(text)), MONDAY)
    assert [text[slice(*x.span)] for x in found] == ["on 3 May 2021", "a week after the vote"]


FRAGMENTS = st.sampled_from(
    [r[0] for r in (*ROWS, *TO_COME, *DONE, *DURATIONS)]
    + ANCHORED
    + NO_TIME
    + [
        "from",
        "to",
        "until",
        "999 years ago",
        "in the past 999 decades",
        "31 February",
        "May",
        "2021",
        "the",
        "-",
        "24",
    ]
)
DAYS = st.dates().map(str)


@given(
    st.lists(FRAGMENTS, max_size=6),
    st.sampled_from([" ", "; "]),
    DAYS | st.none(),
    st.sampled_from([True, False, None]),
)
def test_intervals_run_forward_and_spans_hold_their_text(parts, separator, published, future):
    text = separator.join(parts)
    last = 0
    for x in expressions(text, (0, len(text)), published, future):
        assert text[x.span[0] : x.span[1]] == x.text
        assert x.span[0] >= last
        last = x.span[1]
        if x.time.earliest and x.time.latest:
            assert x.time.earliest <= x.time.latest


@given(st.lists(FRAGMENTS, max_size=6))
def test_without_publication_no_date_is_given_whose_year_is_not_written(parts):
    text = " ".join(parts)
    for x in expressions(text, (0, len(text)), None):
        if x.time.precision != "unknown":
            assert re.search(r"\d{4}|century", x.text)
