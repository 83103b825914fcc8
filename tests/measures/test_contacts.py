"""Contacts of two actors, and when they are regular."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.measures.contacts import contacts, regular
from measures.building import frames


@pytest.mark.parametrize(
    ("days", "is_regular"),
    [
        (["2024-01-10", "2024-05-10", "2024-10-10"], True),
        (["2024-01-10", "2024-05-10"], False),
        (["2024-01-10", "2024-02-10", "2024-11-10"], False),
        (["2024-01-10", "2024-06-10", "2025-03-10"], False),
        (["2024-01-10", "2024-01-10", "2024-02-10"], False),
        ([], False),
    ],
)
def test_regular_is_three_in_twelve_months_with_no_gap_over_six(days: list[str], is_regular: bool) -> None:
    assert regular([date.fromisoformat(d) for d in days]) is is_regular


def test_tellings_of_one_call_are_one_contact_in_either_order_of_the_actors() -> None:
    call = {"parties": ["NOR", "CHL"], "mode": "call", "level": "head", "status": "happened", "on": "2024-05-01"}
    read = frames(contacts=[call, {**call, "article": "a2", "level": "other"}, {**call, "status": "planned"}])
    for one, other in (("NOR", "CHL"), ("CHL", "NOR")):
        rows = contacts(read, one, other).rows
        assert rows.select("status", "level", "mentions").rows() == [("happened", "head", 2), ("planned", "head", 1)]
    assert contacts(read, "NOR", "GHA").rows.is_empty()


def visit(article: str, **more: str | None) -> dict[str, object]:
    return {
        "parties": ["NOR", "CHL"],
        "mode": "visit",
        "level": "other",
        "status": "happened",
        "article": article,
        **more,
    }


def bounded(article: str, latest: str, **more: str | None) -> dict[str, object]:
    """A telling that says it was done, and no more: its day is only bounded by its publication."""
    return visit(article, earliest=None, latest=latest, published=latest, **more)


def test_a_telling_whose_day_is_only_bounded_joins_the_last_contact_that_fits() -> None:
    known = [visit("a1", on="2023-10-26"), visit("a2", on="2023-12-05")]
    later = [bounded("a3", "2023-10-30"), bounded("a4", "2023-12-31")]
    answer = contacts(frames(contacts=[*later, *known]), "NOR", "CHL")
    assert answer.rows.select("earliest", "latest", "mentions").rows() == [
        (date(2023, 10, 26), date(2023, 10, 26), 2),
        (date(2023, 12, 5), date(2023, 12, 5), 2),
    ]
    assert sorted(answer.evidence["role"].unique()) == ["contact", "contact, day only bounded"]


def test_a_bounded_telling_joins_nothing_that_came_later_or_was_of_another_kind() -> None:
    read = frames(
        contacts=[visit("a1", on="2023-10-26"), bounded("a2", "2023-09-01"), bounded("a3", "2024-01-01", mode="call")]
    )
    assert contacts(read, "NOR", "CHL").rows.select("latest", "mode", "mentions").rows() == [
        (date(2023, 9, 1), "visit", 1),
        (date(2023, 10, 26), "visit", 1),
        (date(2024, 1, 1), "call", 1),
    ]


def test_a_bounded_telling_long_after_is_a_contact_whose_day_is_not_known() -> None:
    rows = contacts(frames(contacts=[visit("a1", on="2023-10-16"), bounded("a2", "2023-12-10")]), "NOR", "CHL").rows
    assert rows["earliest"].to_list() == [date(2023, 10, 16), None]


def test_only_days_known_within_a_month_make_contacts_regular() -> None:
    days = ("2024-01-10", "2024-03-10", "2024-05-10")
    known = contacts(frames(contacts=[visit(f"a{n}", on=d) for n, d in enumerate(days)]), "NOR", "CHL").figures[0]
    loose = [visit("a0", on=days[0]), visit("a1", on=days[1]), visit("a2", earliest="2024-04-01", latest="2024-06-30")]
    unknown = contacts(frames(contacts=loose), "NOR", "CHL").figures[0]
    assert (known.n, unknown.n) == (3, 3)
    assert known.says.startswith("regular")
    assert unknown.says.startswith("not found regular")


def test_to_be_said_to_meet_regularly_is_a_claim_and_no_contact() -> None:
    said = bounded("a1", "2024-05-01", regular_claimed="meet regularly")
    answer = contacts(frames(contacts=[said]), "NOR", "CHL")
    assert answer.rows.is_empty()
    assert answer.series["claimed_regular"]["regular_claimed"].to_list() == ["meet regularly"]
    assert "“meet regularly”" in answer.notes[0]


def test_contacts_are_chosen_by_level_and_status() -> None:
    told = [visit("a1", on="2024-01-10", level="head"), visit("a2", on="2024-03-10", status="planned")]
    read = frames(contacts=told)
    assert contacts(read, "NOR", "CHL", level="head").rows["status"].to_list() == ["happened"]
    assert contacts(read, "NOR", "CHL", status="planned").rows["level"].to_list() == ["other"]
    assert contacts(read, "NOR", "CHL", level="head", status="planned").evidence.is_empty()


days_of = st.tuples(st.integers(0, 300), st.one_of(st.none(), st.integers(0, 60)))


@given(st.lists(days_of, max_size=12))
def test_every_telling_is_in_one_row_and_the_order_of_the_actors_is_nothing(
    found: list[tuple[int, int | None]],
) -> None:
    start = date(2024, 1, 1)
    told = [
        visit(f"a{n}", earliest=None if w is None else str(start + timedelta(k - w)), latest=str(start + timedelta(k)))
        for n, (k, w) in enumerate(found)
    ]
    one, other = (contacts(frames(contacts=told), *pair) for pair in (("NOR", "CHL"), ("CHL", "NOR")))
    assert one.rows.equals(other.rows)
    assert one.rows["mentions"].sum() == len(told) == one.evidence.height
    assert one.rows["latest"].is_sorted()
