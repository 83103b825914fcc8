"""Alignment in a forum: pairs over roll calls, vetoes by draft, and reported sidings beside, never merged."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from comity.facts.imported import SCHEMAS
from comity.measures.alignment import NOT_IN_DATA, RollCalls, Window, roll_call_alignment, veto_alignment
from comity.measures.answer import TOO_FEW
from measures.building import frames

START = date(2024, 1, 1)
Votes = dict[str, list[str | None]]


def rolls(
    votes: Votes, without_vote: list[bool | None] | None = None, titles: dict[int, str] | None = None
) -> RollCalls:
    """Roll calls on the days from ``START``; None is a call in which the state did not vote."""
    count = max(len(cast) for cast in votes.values())
    told = without_vote or [None] * count
    calls = [
        {
            "call": k,
            "day": START + timedelta(k),
            "resolution": f"R/{k}",
            "title": (titles or {}).get(k),
            "without_vote": w,
        }
        for k, w in enumerate(told)
    ]
    cast = [{"call": k, "state": s, "vote": v} for s, row in votes.items() for k, v in enumerate(row) if v]
    cast_frame = pl.DataFrame(cast, schema=SCHEMAS["votes"])
    return RollCalls(
        pl.DataFrame([{**dict.fromkeys(SCHEMAS["roll_calls"]), **c} for c in calls], schema=SCHEMAS["roll_calls"]),
        cast_frame,
        cast_frame.select(pl.col("call").unique()),
        {"votes": "sha256:test"},
    )


SIX: Votes = {"NOR": ["yes"] * 6, "CHL": ["yes"] * 4 + ["no", "abstain"], "GHA": ["yes", None, None, None, None, None]}


def test_each_pair_has_the_three_figures_beside_each_other_with_n_and_interval() -> None:
    answer = roll_call_alignment(frames(), rolls(SIX), ("NOR", "CHL"), Window())
    row = answer.rows.row(0, named=True)
    assert (row["pair"], row["calls"], row["both_voted"], row["agreed"]) == ("NOR–CHL", 6, 6, 4)
    assert (row["agreement"], row["kappa"], row["s"]) == (pytest.approx(2 / 3), 0, pytest.approx(0.5))
    assert (row["yes_yes"], row["yes_no"], row["yes_abstain"]) == (4, 1, 1)
    assert [(f.name, f.n) for f in answer.figures] == [(f"NOR–CHL: {m}", 6) for m in ("agreement", "κ", "S")]
    assert answer.basis.rules == {"votes": "sha256:test"}


def test_below_five_nothing_is_summarised_and_the_calls_are_listed() -> None:
    answer = roll_call_alignment(frames(), rolls(SIX), ("NOR", "GHA"), Window())
    row = answer.rows.row(0, named=True)
    assert (row["both_voted"], row["agreement"], row["kappa"], row["s"]) == (1, None, None, None)
    assert answer.figures[0].says == TOO_FEW
    assert "NOR–GHA: 2024-01-01, R/0: yes, yes" in answer.notes
    assert "GHA: 1 votes, 2024-01-01 to 2024-01-01; no vote in 5 calls, absent or not a member" in answer.notes


def test_a_state_without_a_vote_is_told() -> None:
    answer = roll_call_alignment(frames(), rolls(SIX), ("NOR", "KIR"), Window())
    assert answer.rows["both_voted"].to_list() == [0]
    assert "KIR: no vote in these data; no vote in 6 calls, absent or not a member" in answer.notes


def test_window_and_topic_choose_the_calls() -> None:
    given = rolls(SIX, titles={4: "Rights of the child", 5: "The child at sea"})
    inside = roll_call_alignment(frames(), given, ("NOR", "CHL"), Window(topic="CHILD"))
    assert inside.series["calls"]["call"].to_list() == [4, 5]
    early = roll_call_alignment(frames(), given, ("NOR", "CHL"), Window(until=START + timedelta(1)))
    assert early.rows["both_voted"].to_list() == [2]


def test_the_share_adopted_without_a_vote_is_told_where_the_data_have_it() -> None:
    silent = roll_call_alignment(frames(), rolls(SIX), ("NOR", "CHL"), Window())
    assert NOT_IN_DATA in silent.notes
    votes: Votes = {"NOR": ["yes", None, *["yes"] * 6], "CHL": ["yes", None, *["no"] * 6]}
    told = roll_call_alignment(frames(), rolls(votes, [False, True, *[False] * 6]), ("NOR", "CHL"), Window())
    figure = next(f for f in told.figures if f.name == "adopted without a vote")
    assert (figure.value, figure.n) == (0.125, 8)
    assert told.rows["calls"].to_list() == [7]
    assert NOT_IN_DATA not in told.notes


TWO = ("NOR", "CHL")
SIDING = {
    "who": "NOR",
    "act": "vote_for",
    "forum": "UN General Assembly",
    "with": ["CHL"],
    "against": [],
    "on": "2024-01-02",
}


def test_reported_sidings_stand_beside_and_change_no_figure() -> None:
    read = frames(alignments=[SIDING, {**SIDING, "article": "a2"}, {**SIDING, "who": "GHA"}])
    answer = roll_call_alignment(read, rolls(SIX), ("NOR", "CHL"), Window())
    alone = roll_call_alignment(frames(), rolls(SIX), ("NOR", "CHL"), Window())
    assert answer.series["sidings"].select("who", "act", "with", "mentions", "origins").rows() == [
        ("NOR", "vote_for", ["CHL"], 2, 2)
    ]
    assert set(answer.evidence["row"]) == set(answer.series["sidings"]["id"])
    assert answer.rows.equals(alone.rows)


def test_a_siding_outside_the_window_is_left_out() -> None:
    later = Window(since=date(2024, 2, 1))
    assert (
        roll_call_alignment(frames(alignments=[SIDING]), rolls(SIX), ("NOR", "CHL"), later).series["sidings"].is_empty()
    )


def test_naming_the_two_the_other_way_round_changes_nothing_but_the_order() -> None:
    one, other = (roll_call_alignment(frames(alignments=[SIDING]), rolls(SIX), p, Window()) for p in (TWO, TWO[::-1]))
    shared = ["calls", "both_voted", "agreed", "agreement", "kappa", "s", "s_low", "s_high", "no_no"]
    assert one.rows.select(shared).equals(other.rows.select(shared))
    assert one.rows["yes_no"].to_list() == other.rows["no_yes"].to_list()
    assert one.series["sidings"].equals(other.series["sidings"])


def test_an_article_on_something_else_changes_nothing_but_coverage() -> None:
    elsewhere = {**SIDING, "article": "a9", "who": "GHA", "with": []}
    alone, with_it = (
        roll_call_alignment(frames(alignments=rows), rolls(SIX), TWO, Window())
        for rows in ([SIDING], [SIDING, elsewhere])
    )
    assert with_it.basis.articles == alone.basis.articles + 1
    assert with_it.rows.equals(alone.rows)
    assert with_it.series["sidings"].equals(alone.series["sidings"])
    assert with_it.evidence.equals(alone.evidence)


def vetoes(*told: tuple[str, str, list[str]]) -> pl.DataFrame:
    rows: list[dict[str, Any]] = [
        {**dict.fromkeys(SCHEMAS["vetoes"]), "id": i, "draft": i, "day": date.fromisoformat(d), "vetoed_by": by}
        for i, d, by in told
    ]
    return pl.DataFrame(rows, schema=SCHEMAS["vetoes"])


def test_vetoes_tell_who_vetoed_what_with_whom() -> None:
    given = vetoes(
        ("S/1", "2024-01-01", ["FRA", "GBR"]), ("S/2", "2024-02-01", ["GBR"]), ("S/3", "2024-03-01", ["CHN"])
    )
    answer = veto_alignment(frames(), given, ("GBR", "FRA"), Window(), {})
    assert answer.rows.select("id", "vetoed_by").rows() == [("S/1", ["FRA", "GBR"]), ("S/2", ["GBR"])]
    assert {f.name: (f.value, f.n) for f in answer.figures} == {
        "drafts vetoed by GBR": (2, 3),
        "drafts vetoed by FRA": (1, 3),
        "vetoed by both GBR and FRA": (1, 2),
    }
    late = veto_alignment(frames(), given, ("GBR", "FRA"), Window(since=date(2024, 2, 1)), {})
    assert late.rows["id"].to_list() == ["S/2"]
