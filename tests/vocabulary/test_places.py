"""places.yaml files every place under a country that states.yaml knows, with a point on the globe or none."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from importlib.resources import files
from typing import Any

import pytest
import yaml


def rows(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load(files("comity.vocabulary").joinpath(name).read_text(encoding="utf-8"))
    return loaded


PLACES = rows("places.yaml")
CODES = {row["code"] for row in rows("states.yaml") if row["status"] != "former"}
KINDS = {"city", "region", "sea", "strait", "island", "province", "camp", "crossing", "base", "site"}
REQUIRED = {"name", "names", "country", "kind", "source", "as_of"}
OPTIONAL = {"lat", "lon", "geonameid", "ambiguous"}


def by_name(name: str) -> dict[str, Any]:
    return next(row for row in PLACES if row["name"] == name)


def test_every_place_has_the_known_fields_a_source_and_a_date() -> None:
    for row in PLACES:
        assert REQUIRED <= set(row) <= REQUIRED | OPTIONAL, row
        assert row["kind"] in KINDS, row
        assert row["source"], row
        assert isinstance(row["as_of"], dt.date), row
        assert len(row["names"]) == len(set(row["names"])) > 0, row
        assert set(row.get("ambiguous", [])) <= set(row["names"]), row


def test_a_place_is_filed_under_a_current_code_or_under_none() -> None:
    assert [row for row in PLACES if row["country"] not in CODES | {None}] == []


def test_a_point_is_whole_and_on_the_globe() -> None:
    for row in PLACES:
        assert ("lat" in row) == ("lon" in row), row
        assert abs(row.get("lat", 0)) <= 90, row
        assert abs(row.get("lon", 0)) <= 180, row


def test_a_name_of_two_places_is_ambiguous_in_both() -> None:
    holders: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in PLACES:
        for name in row["names"]:
            holders[name].append(row)
    shared = {name: found for name, found in holders.items() if len(found) > 1}
    assert "Tripoli" in shared
    assert [name for name, found in shared.items() if not all(name in row.get("ambiguous", []) for row in found)] == []


def test_no_geonameid_stands_for_two_places() -> None:
    ids = [row["geonameid"] for row in PLACES if "geonameid" in row]
    assert [one for one in set(ids) if ids.count(one) > 1] == []


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Crimea", "UKR"),
        ("Gaza Strip", "PSE"),
        ("Golan Heights", "SYR"),
        ("Northern Ireland", "GBR"),
        ("Mitrovica", "XKX"),
        ("Laayoune", "ESH"),
        ("Kinmen", "TWN"),
        ("Kashmir", None),
        ("Red Sea", None),
        ("Strait of Hormuz", None),
        ("Spratly Islands", None),
    ],
)
def test_a_disputed_place_is_filed_as_the_table_of_names_says(name: str, country: str | None) -> None:
    assert by_name(name)["country"] == country
