"""organisations.yaml and groups.yaml name each body once, with a source, and say where one name may mean several."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from importlib.resources import files
from typing import Any

import pytest
import yaml

Rows = list[dict[str, Any]]


def read(name: str) -> Rows:
    rows: Rows = yaml.safe_load(files("comity.vocabulary").joinpath(name).read_text(encoding="utf-8"))
    return rows


ORGANISATIONS = read("organisations.yaml")
GROUPS = read("groups.yaml")
ROWS = ORGANISATIONS + GROUPS
STATES = {row["code"] for row in read("states.yaml")}

REQUIRED = {"code", "id", "name", "names", "kind", "sector", "source", "as_of"}
OPTIONAL = {"parent", "country", "from", "to", "ambiguous"}
ORGANISATION_KINDS = {"igo", "court", "agency", "ngo", "company", "media", "organ", "alliance", "bloc"}
GROUP_KINDS = {"armed_group", "movement", "party"}
SECTORS = {
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PTY", "OPP", "REB", "UAF",
    "CRM", "CVL", "BUS", "MED", "EDU", "LAB", "REF", "REL", "NGO", "IGO",
}  # fmt: skip
CONTRACT_ORGANISATIONS = [
    "UN", "UN Security Council", "UN General Assembly", "EU", "NATO", "WHO", "WFP", "UNICEF", "IAEA", "IPC", "ICJ",
    "ICC", "Red Cross", "African Union", "Arab League", "ASEAN", "OSCE", "G7", "G20",
]  # fmt: skip
CONTRACT_GROUPS = ["Hamas", "Hezbollah", "Houthis", "Taliban", "ISIS"]


def said(row: dict[str, Any]) -> set[str]:
    return {row["name"], *row["names"]}


def bearers(name: str) -> set[tuple[str, str | None]]:
    """The codes and sectors of all rows that answer to a name."""
    return {(row["code"], row["sector"]) for row in ROWS if name in said(row)}


def test_rows_have_the_known_fields_and_no_other() -> None:
    odd = [
        (row.get("id"), set(row) ^ REQUIRED) for row in ROWS if REQUIRED - set(row) or set(row) - REQUIRED - OPTIONAL
    ]
    assert odd == []


def test_kinds_and_sectors_come_from_the_lists() -> None:
    assert {row["kind"] for row in ORGANISATIONS} <= ORGANISATION_KINDS
    assert {row["kind"] for row in GROUPS} <= GROUP_KINDS
    assert {row["sector"] for row in ROWS} <= SECTORS


def test_every_row_carries_a_source_and_a_date() -> None:
    assert [row["id"] for row in ROWS if not row["source"] or not isinstance(row["as_of"], dt.date)] == []


def test_ids_are_unique_and_parents_exist() -> None:
    ids = [row["id"] for row in ROWS]
    assert sorted(i for i in set(ids) if ids.count(i) > 1) == []
    assert [row["id"] for row in ROWS if row.get("parent") not in {None, *ids}] == []


def test_names_are_clean_strings() -> None:
    """YAML reads a bare NO, ON or 26 as no string: such a name would never be found in a text."""
    bad = [
        (row["id"], name)
        for row in ROWS
        for name in [row["code"], row["name"], *row["names"]]
        if not isinstance(name, str) or not name or name != name.strip() or "  " in name
    ]
    assert bad == []
    assert [row["id"] for row in ROWS if not row["names"] or len(row["names"]) != len(set(row["names"]))] == []


def test_no_name_belongs_to_two_bodies_unless_both_say_so() -> None:
    by_name: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ROWS:
        for name in said(row):
            by_name[name].append(row)
    undeclared = {
        name: [row["id"] for row in rows]
        for name, rows in by_name.items()
        if len(rows) > 1 and not all(row.get("ambiguous") is True for row in rows)
    }
    assert undeclared == {}


def test_a_row_is_called_ambiguous_only_where_it_shares_a_name() -> None:
    count: dict[str, int] = defaultdict(int)
    for row in ROWS:
        for name in said(row):
            count[name] += 1
    assert [row["id"] for row in ROWS if row.get("ambiguous") and all(count[name] == 1 for name in said(row))] == []


def test_three_capitals_as_the_code_of_a_country_name_a_known_state() -> None:
    """Media, companies, organs of states and parties carry their state's code; a `country` is one too."""
    national = [row for row in ROWS if row["kind"] in {"media", "company"} or row["id"].startswith("party:")]
    plain = {"Socialist International", "Comintern", "EU", "PYD", "FIS"}
    assert [row["id"] for row in national if row["code"] not in STATES | plain and row["id"] != "org:swift"] == []
    assert [row["id"] for row in GROUPS if row.get("country", "UKR") not in STATES] == []


@pytest.mark.parametrize("code", CONTRACT_ORGANISATIONS)
def test_the_organisations_of_the_contract_are_there(code: str) -> None:
    assert any(row["code"] == code for row in ORGANISATIONS)


@pytest.mark.parametrize("code", CONTRACT_GROUPS)
def test_the_groups_of_the_contract_are_there(code: str) -> None:
    assert any(row["code"] == code for row in GROUPS)


@pytest.mark.parametrize(
    ("name", "bearer"),
    [
        ("Kommersant", ("RUS", "MED")),
        ("Reuters", ("GBR", "MED")),
        ("Knesset", ("ISR", "LEG")),
        ("Pentagon", ("USA", "MIL")),
        ("State Duma", ("RUS", "LEG")),
        ("Bundestag", ("DEU", "LEG")),
        ("European Commission", ("EU", "IGO")),
        ("Daesh", ("ISIS", "UAF")),
        ("Ansar Allah", ("Houthis", "UAF")),
        ("Palestine Liberation Organization", ("PSE", "GOV")),
        ("Kuomintang", ("TWN", "PTY")),
        ("Viet Cong", ("Viet Cong", "REB")),
        ("Doctors Without Borders", ("MSF", "NGO")),
        ("World Court", ("ICJ", "IGO")),
        ("ICRC", ("Red Cross", "NGO")),
        ("Gazprom", ("RUS", "BUS")),
        ("U.N. Security Council", ("UN Security Council", "IGO")),
    ],
)
def test_a_name_of_the_news_leads_to_its_body(name: str, bearer: tuple[str, str]) -> None:
    assert bearers(name) == {bearer}


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("RSF", {"Reporters Without Borders", "RSF"}),
        ("SDF", {"JPN", "SDF"}),
        ("PTI", {"IND", "PAK"}),
        ("Labour Party", {"GBR", "ISR", "NOR", "NZL", "NLD", "IRL", "NGA"}),
        ("Labor Party", {"ISR", "AUS"}),
    ],
)
def test_a_shared_name_keeps_all_who_bear_it(name: str, codes: set[str]) -> None:
    assert {code for code, _ in bearers(name)} >= codes


@pytest.mark.parametrize(
    "word",
    ["Us", "who", "Liberation", "The Australian", "The National", "IS", "Shell", "Times", "Congress Republicans"],
)
def test_a_word_that_mostly_means_something_else_is_no_name(word: str) -> None:
    assert bearers(word) == set()
