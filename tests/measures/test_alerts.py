"""Humanitarian warnings as they were issued."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from comity.measures.alerts import WARNINGS, alerts
from measures.building import frames

PEOPLE = {"value": 677000.0, "unit": None, "of": "people", "span": [0, 5]}


def notice(article: str, act: str = "warned_of", **more: Any) -> dict[str, Any]:
    base = {"act": act, "issuer": "WHO", "place": "Northern Coast", "place_country": "GHA", "published": "2024-05-01"}
    return {**base, "article": article, **more}


def test_a_notice_told_again_within_a_week_is_one_with_its_mentions() -> None:
    told = [notice("a1"), notice("a2", published="2024-05-05", figures=[PEOPLE]), notice("a3", published="2024-06-01")]
    rows = alerts(frames(humanitarian=told)).rows
    assert rows.select("mentions", "origins", "figures").rows() == [(2, 2, "677,000 people"), (1, 1, None)]


def test_a_warning_is_never_joined_with_another_act_phase_issuer_or_figure() -> None:
    told = [
        notice("a1"),
        notice("a2", "classified", phase=5),
        notice("a3", "classified", phase=4),
        notice("a4", issuer="WFP"),
        notice("a5", figures=[PEOPLE]),
        notice("a6", figures=[{**PEOPLE, "value": 1100000.0}]),
    ]
    rows = alerts(frames(humanitarian=told)).rows
    assert Counter(rows.select("issuer", "act", "phase").rows()) == {
        ("WHO", "warned_of", None): 2,
        ("WFP", "warned_of", None): 1,
        ("WHO", "classified", 5): 1,
        ("WHO", "classified", 4): 1,
    }


def test_a_place_is_asked_for_by_a_word_or_a_code_and_carried_from_a_notice_shortly_before() -> None:
    nowhere = {"place": None, "place_country": None}
    told = [
        notice("a1"),
        notice("a1", "classified", start=500, end=510, **nowhere),
        notice("a1", "risk_of", start=9000, end=9010, **nowhere),
        notice("a2", **nowhere),
    ]
    read = frames(humanitarian=told)
    for asked in ("coast", "northern coast", "GHA", "gha"):
        answer = alerts(read, asked)
        assert sorted(answer.rows.select("act", "place", "place_from").rows()) == [
            ("classified", "Northern Coast", "before"),
            ("warned_of", "Northern Coast", "sentence"),
        ]
        assert "2 more notices name no place" in answer.notes[0]
    assert alerts(read, "oast").rows.is_empty()


def test_an_article_on_two_countries_lends_its_place_to_nothing() -> None:
    told = [
        notice("a1"),
        notice("a1", place="The Valley", place_country="CHL"),
        notice("a1", "classified", place=None, place_country=None),
    ]
    assert alerts(frames(humanitarian=told)).rows["place"].null_count() == 1


def test_appeals_aid_and_denials_are_no_warnings_and_are_listed_if_asked_for() -> None:
    told = [notice(f"a{n}", act) for n, act in enumerate(("appealed", "aid_provided", "denied", "risk_of"))]
    assert alerts(frames(humanitarian=told)).rows["act"].to_list() == ["risk_of"]
    assert alerts(frames(humanitarian=told), every=True).rows.height == 4


@given(st.lists(st.tuples(st.sampled_from(WARNINGS), st.integers(1, 28), st.sampled_from([None, 3, 5])), max_size=10))
def test_no_act_and_no_phase_is_ever_changed(found: list[tuple[str, int, int | None]]) -> None:
    told = [notice(f"a{n}", act, published=f"2024-05-{d:02}", phase=p) for n, (act, d, p) in enumerate(found)]
    answer = alerts(frames(humanitarian=told))
    row_of = {r["id"]: (r["act"], r["phase"]) for r in answer.rows.to_dicts()}
    assert answer.rows["mentions"].sum() == len(told)
    for piece in answer.evidence.to_dicts():
        given_act = next((a, p) for n, (a, _, p) in enumerate(found) if piece["article"] == f"a{n}")
        assert row_of[piece["row"]] == given_act
