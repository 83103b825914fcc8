"""states.yaml names every state once, with codes that exist and no name that two current states could both claim."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest
import yaml
from babel import Locale

ROWS: list[dict[str, Any]] = yaml.safe_load(
    files("comity.vocabulary").joinpath("states.yaml").read_text(encoding="utf-8")
)
NAME_FIELDS = ("names", "adjectives", "demonyms", "metonyms")
REQUIRED = {
    "code", "iso2", "numeric", "cow", "gw", "name", "names", "adjectives", "demonyms", "capital", "metonyms",
    "ambiguous", "from", "to", "status", "source", "as_of",
}  # fmt: skip
STATUSES = {"member", "observer", "disputed", "associated", "territory", "former"}
CURRENT = [row for row in ROWS if row["to"] is None]
MEMBERS = [row for row in ROWS if row["status"] == "member"]
ENGLISH = Locale("en").territories
OPEN, CLOSED = dt.date(1, 1, 1), dt.date(9999, 1, 1)


def label(row: dict[str, Any]) -> str:
    return f"{row['code']} {row['name']}"


def said(row: dict[str, Any]) -> set[str]:
    return {name for field in NAME_FIELDS for name in row[field]}


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return (one["from"] or OPEN) < (other["to"] or CLOSED) and (other["from"] or OPEN) < (one["to"] or CLOSED)


def rows_saying(name: str, on: dt.date) -> set[str]:
    """The codes of the rows that hold ``name`` and are valid on the day."""
    return {row["code"] for row in ROWS if name in said(row) and (row["from"] or OPEN) <= on < (row["to"] or CLOSED)}


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_a_row_has_the_known_fields_and_no_other(row: dict[str, Any]) -> None:
    extra = {"sovereign"} if row["status"] in {"territory", "associated"} else set()
    assert set(row) == REQUIRED | extra
    assert row["status"] in STATUSES
    assert all(isinstance(row[field], list) for field in (*NAME_FIELDS, "ambiguous"))
    assert all(isinstance(name, str) and name == name.strip() and name for name in said(row))
    assert all(len(row[field]) == len(set(row[field])) for field in (*NAME_FIELDS, "ambiguous"))
    assert row["name"] in row["names"]


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_a_row_carries_its_source_and_date(row: dict[str, Any]) -> None:
    assert row["source"]
    assert isinstance(row["as_of"], dt.date)
    for end in ("from", "to"):
        assert row[end] is None or isinstance(row[end], dt.date)
    if row["from"] and row["to"]:
        assert row["from"] < row["to"]


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_a_name_called_ambiguous_is_a_name_of_the_row(row: dict[str, Any]) -> None:
    assert set(row["ambiguous"]) <= said(row)


@pytest.mark.parametrize("row", CURRENT, ids=label)
def test_a_current_code_is_an_iso_territory_or_a_plain_name(row: dict[str, Any]) -> None:
    if row["iso2"] is None:
        assert row["status"] == "disputed"
        assert row["code"] == row["name"]
        return
    assert ENGLISH.get(row["iso2"])
    assert len(row["code"]) == 3
    assert row["code"].isupper()
    assert row["numeric"] is None or len(row["numeric"]) == 3


@pytest.mark.parametrize("row", MEMBERS, ids=label)
def test_a_member_is_known_by_the_name_that_cldr_gives_it(row: dict[str, Any]) -> None:
    def fold(name: str) -> str:
        return name.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ").split(" - ")[0].split(" (")[0]

    assert fold(ENGLISH[row["iso2"]]) in {fold(name) for name in row["names"]}


def test_there_are_193_members_and_two_observers() -> None:
    assert len({row["code"] for row in MEMBERS}) == len(MEMBERS) == 193
    assert {row["code"] for row in ROWS if row["status"] == "observer"} == {"VAT", "PSE"}


def test_no_code_stands_for_two_current_rows() -> None:
    codes = [row["code"] for row in CURRENT]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("row", MEMBERS, ids=label)
def test_a_member_has_an_adjective_a_demonym_and_a_capital(row: dict[str, Any]) -> None:
    assert [field for field in ("adjectives", "demonyms", "capital", "cow", "gw") if not row[field]] == []


def test_rows_of_the_same_years_share_a_name_only_where_both_call_it_ambiguous() -> None:
    clashes = [
        (name, label(one), label(other))
        for one, other in combinations(ROWS, 2)
        if one["code"] != other["code"] and overlap(one, other)
        for name in said(one) & said(other)
        if name not in one["ambiguous"] or name not in other["ambiguous"]
    ]
    assert clashes == []


def test_correlates_of_war_and_gleditsch_ward_numbers_belong_to_one_state_at_a_time() -> None:
    for field in ("cow", "gw"):
        clashes = [
            (one[field], label(one), label(other))
            for one, other in combinations(ROWS, 2)
            if one[field] and one[field] == other[field] and one["code"] != other["code"] and overlap(one, other)
        ]
        assert clashes == [], field


def test_the_sovereign_of_a_territory_is_a_member() -> None:
    members = {row["code"] for row in MEMBERS}
    assert {row["sovereign"] for row in ROWS if "sovereign" in row} <= members


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Moscow", "1962-10-22", "SUN"),
        ("Moscow", "2023-10-07", "RUS"),
        ("Bonn", "1972-12-21", "DEU"),
        ("East Berlin", "1972-12-21", "DDR"),
        ("Belgrade", "1961-09-01", "YUG"),
        ("Belgrade", "2023-09-24", "SRB"),
        ("Hanoi", "1968-01-30", "VDR"),
        ("Hanoi", "2023-09-10", "VNM"),
        ("Saigon", "1968-01-30", "VNM"),
        ("Aden", "1975-01-01", "YMD"),
        ("Prague", "1968-08-21", "CSK"),
        ("Prague", "2004-05-01", "CZE"),
        ("Republic of China", "1945-10-24", "CHN"),
        ("Republic of China", "1971-10-25", "TWN"),
        ("Burma", "2021-02-01", "MMR"),
        ("U.S.", "2023-10-07", "USA"),
        ("the Kremlin", "2023-10-07", None),
        ("Kremlin", "2023-10-07", "RUS"),
        ("Quai d'Orsay", "1962-10-22", "FRA"),
        ("Frenchmen", "1962-10-22", "FRA"),
        ("Saigon", "2023-01-01", None),
        ("Brussels", "2023-01-01", None),
    ],
)
def test_a_name_means_the_state_of_its_day(name: str, day: str, code: str | None) -> None:
    assert rows_saying(name, dt.date.fromisoformat(day)) == ({code} if code else set())
