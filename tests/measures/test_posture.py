"""How two actors act towards each other over time, per article: on articles whose truth is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.measures.answer import TOO_FEW, Answer
from comity.measures.frames import Frames
from comity.measures.intensities import intensities
from comity.measures.posture import Window, posture
from comity.measures.shifts import COVERAGE, SHIFT
from comity.vocabulary.rules import rules
from measures.building import Row, frames

SCORES = intensities(rules("intensities").content)
MONTHS = 24
BREAK = date(2023, 1, 1)  # the first day of the 13th month
ONE, OTHER = "NOR", "CHL"


def articles(outlet: str, each: int, first: int = 0, last: int = MONTHS) -> list[dict[str, Any]]:
    """So many articles a month of an outlet, on days of their own."""
    months = [date(2022 + m // 12, m % 12 + 1, 1) for m in range(first, last)]
    days = [month + timedelta(days=1 + n * 26 // each) for month in months for n in range(each)]
    return [{"article": f"{outlet}-{n}", "outlet": outlet, "published": d.isoformat()} for n, d in enumerate(days)]


def telling(chosen: list[dict[str, Any]], **act: Any) -> list[dict[str, Any]]:
    base = {"actor": ONE, "recipient": OTHER, "type": "ASSAULT", "quad": 4}
    return [{**base, **act, "article": a["article"], "on": a["published"], "id": f"c-{a['article']}"} for a in chosen]


def before(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [r for r in rows if r["published"] < BREAK.isoformat()]


def after(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [r for r in rows if r["published"] >= BREAK.isoformat()]


def asked(read: Frames, one: str = ONE, other: str = OTHER, window: Window | None = None) -> Answer:
    return posture(read, (one, other), SCORES, window or Window())


def verdicts(answer: Answer) -> dict[tuple[str, date], str]:
    return {(r["series"], r["date"]): r["verdict"] for r in answer.series["shifts"].to_dicts()}


def test_a_shift_is_found_at_its_date_and_holds_with_the_outlets_fixed() -> None:
    both = [*articles("East", 4), *articles("West", 4)]
    answer = asked(frames(both, telling([*before(both)[::4], *after(both)])))
    assert verdicts(answer) == {("material_conflict", BREAK): SHIFT, ("conflict_intensity", BREAK): SHIFT}
    shift = answer.series["shifts"].row(0, named=True)
    assert (shift["series"], shift["before"], shift["after"]) == ("conflict_intensity", 9 * 25.0, 9 * 100.0)
    assert shift["earliest"] <= BREAK <= shift["latest"]


def test_more_articles_of_the_same_contents_are_a_change_in_coverage() -> None:
    whole = [*articles("East", 4), *articles("West", 4)]
    more = [*whole, *articles("East too", 16, first=12)]
    answer = asked(frames(more, telling(more[::4])))
    assert verdicts(answer)
    assert set(verdicts(answer).values()) == {COVERAGE}


def test_an_outlet_that_joins_and_tells_more_is_a_change_in_coverage() -> None:
    steady, joined = [*articles("East", 4), *articles("West", 4)], articles("South", 8, first=12)
    answer = asked(frames([*steady, *joined], telling([*steady[::4], *joined])))
    found = answer.series["shifts"]
    assert found["per_article"].any()
    assert set(found["verdict"]) == {COVERAGE}


def test_a_steady_series_has_no_shift() -> None:
    both = [*articles("East", 4), *articles("West", 4)]
    answer = asked(frames(both, telling(both[::3])))
    assert answer.series["shifts"].is_empty()
    assert any("no shift found" in note for note in answer.notes)


def test_condemning_lowers_no_cooperation() -> None:
    rows = articles("East", 4)
    meetings = telling(rows[::4], type="CONSULT", quad=1)
    condemned = [{**row, "id": f"x{row['id']}"} for row in telling(rows[::2], type="ACCUSE", quad=3)]
    alone, with_both = (asked(frames(rows, claims)).rows for claims in (meetings, [*meetings, *condemned]))
    assert alone["cooperation_intensity"].to_list() == with_both["cooperation_intensity"].to_list()


def test_below_five_clusters_nothing_is_summarised_and_the_claims_are_listed() -> None:
    rows = articles("East", 4)
    answer = asked(frames(rows, telling(rows[:4])))
    of_direction = [f for f in answer.figures if f.name.startswith(f"{ONE} → {OTHER}")]
    assert {(f.value, f.says) for f in of_direction} == {(None, TOO_FEW)}
    assert answer.evidence.height == 4
    assert answer.series["shifts"].is_empty()


@pytest.mark.parametrize("status", ["denied", "negated", "future", "demanded", "possible", "conditional"])
def test_only_what_is_told_as_happened_or_going_on_counts(status: str) -> None:
    rows = articles("East", 4)
    assert asked(frames(rows, telling(rows, status=status))).rows["clusters"].sum() == 0
    assert asked(frames(rows, telling(rows, status="ongoing"))).rows["clusters"].sum() == len(rows)


def test_an_event_counts_once_where_it_was_first_reported() -> None:
    rows = articles("East", 1)
    told_again = [{**row, "cluster": "one"} for row in telling(rows)]
    answer = asked(frames(rows, [{**row, "earliest": None} for row in told_again]))
    found = answer.rows.filter(pl.col("clusters") > 0)
    assert found.select("direction", "start", "clusters", "mentions").rows() == [
        (f"{ONE} → {OTHER}", date(2022, 1, 1), 1, MONTHS)
    ]


def test_history_is_left_out_and_said_to_be() -> None:
    rows = articles("East", 1)
    old = {**telling(rows[5:6])[0], "earliest": "1999-01-01", "latest": "1999-01-02"}
    answer = asked(frames(rows, [old]))
    assert answer.rows["clusters"].sum() == 0
    assert any("left out: 1 (over" in note for note in answer.notes)


def test_what_some_assert_and_others_deny_is_counted_neither_way() -> None:
    rows = articles("East", 1)
    told = telling(rows[:6])
    denial = {**telling(rows[2:3], status="denied", chain=[ONE])[0], "id": "denial"}
    answer = asked(frames(rows, [*told, denial]))
    assert answer.rows["clusters"].sum() == 5
    assert any("left out: 1 (some deny" in note for note in answer.notes)


def test_a_copy_is_no_second_article() -> None:
    rows = articles("East", 1)
    copies = [{**row, "article": f"copy-{row['article']}", "origin": f"t-{row['article']}"} for row in rows]
    assert asked(frames([*rows, *copies], telling(rows))).rows["articles"].to_list() == [1] * MONTHS * 2


def test_weeks_begin_on_monday_and_the_window_cuts_both_articles_and_events() -> None:
    rows = articles("East", 4)
    answer = asked(frames(rows, telling(rows)), window=Window("week", date(2022, 2, 1), date(2022, 2, 28)))
    assert {start.weekday() for start in answer.rows["start"]} == {0}
    assert answer.rows["clusters"].sum() == answer.rows["articles"].sum() / 2 == 4


acts = st.lists(
    st.tuples(
        st.integers(0, 47),
        st.sampled_from([(ONE, OTHER), (OTHER, ONE), (ONE, "GHA")]),
        st.sampled_from(["AID", "ASSAULT"]),
    ),
    max_size=20,
)


def claims_of(found: list[tuple[int, tuple[str, str], str]], rows: list[dict[str, Any]]) -> list[Row]:
    return [
        {
            "id": f"k{n}", "article": rows[k]["article"], "on": rows[k]["published"], "actor": a, "recipient": r,
            "type": kind, "quad": 2 if kind == "AID" else 4,
        }
        for n, (k, (a, r), kind) in enumerate(found)
    ]  # fmt: skip


@settings(max_examples=15)
@given(acts)
def test_swapping_the_actors_swaps_the_directions(found: list[tuple[int, tuple[str, str], str]]) -> None:
    rows = articles("East", 2)
    swap = {ONE: OTHER, OTHER: ONE}
    claims = claims_of(found, rows)
    swapped = [{**c, "actor": swap[c["actor"]], "recipient": swap.get(c["recipient"], "GHA")} for c in claims]
    one, two = asked(frames(rows, claims)), asked(frames(rows, swapped), OTHER, ONE)
    for table in ("shifts", "rows"):
        left, right = (a.rows if table == "rows" else a.series["shifts"] for a in (one, two))
        sides = [t.select(pl.exclude("id", "direction")).rows() for t in (left, right)]
        assert sides[0] == sides[1]


@settings(max_examples=15)
@given(acts)
def test_removing_the_evidence_of_a_row_removes_it_from_the_counts(
    found: list[tuple[int, tuple[str, str], str]],
) -> None:
    rows = articles("East", 2)
    claims = claims_of(found, rows)
    counted = asked(frames(rows, claims)).rows["clusters"].sum()
    for k, claim in enumerate(claims[:5]):
        less = asked(frames(rows, [*claims[:k], *claims[k + 1 :]])).rows["clusters"].sum()
        assert less == counted - (claim["recipient"] != "GHA")


@settings(max_examples=10)
@given(acts, st.integers(0, 47))
def test_an_unrelated_article_changes_only_what_is_divided_by_articles(
    found: list[tuple[int, tuple[str, str], str]], near: int
) -> None:
    rows = articles("East", 2)
    claims = claims_of(found, rows)
    extra = {"article": "extra", "outlet": "East", "published": rows[near]["published"]}
    less, more = (asked(frames(given, claims)) for given in (rows, [*rows, extra]))
    counts = ["direction", "start", "clusters", "mentions", "conflict_intensity", "cooperation_intensity"]
    assert less.rows.select(counts).equals(more.rows.select(counts))
    assert more.basis.articles == less.basis.articles + 1
