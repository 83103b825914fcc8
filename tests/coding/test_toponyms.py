"""Which of several places a name means: the rule of docs/places.md, line by line."""

from __future__ import annotations

import pytest

from comity.coding.toponyms import Named, resolve, resolve_listed
from comity.values import Place

NOBODY: frozenset[str] = frozenset()


def place(
    name: str, *spoken: str, country: str | None = None, region: str | None = None, areal: bool | None = None
) -> Place | None:
    return resolve(Named(name, (0, len(name)), country, region, areal), frozenset(spoken))


def told(found: Place | None) -> tuple[object, ...]:
    assert found is not None
    return (found.country, found.region, found.precision)


@pytest.mark.parametrize(
    ("found", "answer"),
    [
        # One bearer that everybody knows, and one that needs its country to be spoken of.
        (place("Novosibirsk"), ("RUS", "Novosibirsk Oblast", "place")),
        (place("Kupiansk"), (None, None, "unresolved")),
        (place("Kupiansk", "UKR"), ("UKR", "Kharkiv", "place")),
        (place("Kupiansk", "POL"), (None, None, "unresolved")),
        # Several: the country spoken of decides if it is one; people decide where one is ten times the rest.
        (place("Hyderabad"), (None, None, "unresolved")),
        (place("Hyderabad", "IND"), ("IND", "Telangana", "place")),
        (place("Hyderabad", "PAK"), ("PAK", "Sindh", "place")),
        (place("Hyderabad", "PAK", "IND"), (None, None, "unresolved")),
        (place("Hyderabad", "NOR"), (None, None, "unresolved")),
        # Said with the name: the region, the country; several in one country have the country in common.
        (place("Springfield"), (None, None, "unresolved")),
        (place("Springfield", region="Illinois"), ("USA", "Illinois", "place")),
        (place("Springfield", country="USA"), ("USA", None, "country")),
        (place("Nosuchtown", country="FRA"), ("FRA", None, "country")),
        # Regions: by their noun, or where no town of their own has the name.
        (place("Bavaria"), ("DEU", "Bavaria", "region")),
        (place("Kharkiv"), ("UKR", "Kharkiv", "place")),
        (place("Kharkiv", areal=True), ("UKR", "Kharkiv", "region")),
        (place("Maine"), ("USA", "Maine", "region")),
        (place("Punjab"), (None, None, "unresolved")),
        (place("Punjab", "PAK"), ("PAK", "Punjab", "region")),
        # No place of the tables: none, unless the text says that it is one.
        (place("Nosuchtown", areal=False), (None, None, "unresolved")),
    ],
)  # fmt: skip
def test_a_name_means_what_the_rule_says(found, answer):
    assert told(found) == answer


def test_a_name_that_no_place_bears_is_no_place():
    assert place("Nosuchtown") is None


def test_another_name_of_a_large_town_counts_only_with_its_country():
    assert told(place("Angara")) == (None, None, "unresolved")
    assert told(place("Angara", "TUR"))[0] == "TUR"


def test_a_town_has_its_point_and_a_region_has_none():
    town, region = place("Novosibirsk"), place("Bavaria")
    assert town is not None
    assert region is not None
    assert (town.geonameid, round(town.lat or 0), round(town.lon or 0)) == (1496747, 55, 83)
    assert (region.geonameid, region.lat, region.lon) == (2951839, None, None)


TRIPOLI = {"name": "Tripoli", "kind": "city"}


@pytest.mark.parametrize(
    ("spoken", "country"),
    [((), "LBY"), (("LBY",), "LBY"), (("LBN",), "LBN"), (("LBY", "LBN"), "LBY"), (("NOR",), "LBY")],
)
def test_a_capital_is_meant_unless_a_namesake_of_its_size_is_alone_spoken_of(spoken, country):
    assert resolve_listed(Named("Tripoli", (0, 7)), TRIPOLI, "LBY", frozenset(spoken)).country == country


@pytest.mark.parametrize(
    ("spoken", "country"), [(("IND",), "IND"), (("PAK",), "PAK"), (("IND", "PAK"), "IND"), (("NOR",), "IND")]
)
def test_a_listed_town_is_told_from_a_smaller_namesake_by_the_country_alone_spoken_of(spoken, country):
    row = {"name": "Hyderabad", "kind": "city", "geonameid": 1269843}
    assert resolve_listed(Named("Hyderabad", (0, 9)), row, "IND", frozenset(spoken)).country == country


@pytest.mark.parametrize(
    ("spoken", "country"), [(("ESP",), "ESP"), (("VEN",), "VEN"), (("ESP", "VEN"), None), ((), None)]
)
def test_a_listed_town_with_a_larger_namesake_needs_its_country_alone_to_be_spoken_of(spoken, country):
    row = {"name": "Valencia", "kind": "city", "geonameid": 2509954}
    assert resolve_listed(Named("Valencia", (0, 8)), row, "ESP", frozenset(spoken)).country == country


def test_a_small_town_of_the_vocabulary_needs_its_country_where_a_namesake_is_larger():
    row = {"name": "Hamilton", "kind": "city"}
    assert resolve_listed(Named("Hamilton", (0, 8)), row, "BMU", NOBODY).precision == "unresolved"
    assert resolve_listed(Named("Hamilton", (0, 8)), row, "BMU", frozenset({"BMU"})).country == "BMU"


def test_a_state_said_with_a_listed_place_cannot_move_it_to_a_namesake_a_tenth_of_its_size():
    row = {"name": "Donetsk", "kind": "city", "country": "UKR"}
    assert resolve_listed(Named("Donetsk", (0, 7), country="RUS"), row, "UKR", NOBODY).country == "UKR"
    assert resolve_listed(Named("Paris", (0, 5), region="Texas"), {"kind": "city"}, "FRA", NOBODY).country == "USA"


def test_countries_in_which_no_bearer_of_a_name_lies_decide_nothing():
    for name in ("Hyderabad", "Kupiansk", "Springfield", "Novosibirsk", "Bavaria", "Valencia"):
        assert place(name) == place(name, "NOR", "KEN") == place(name, "FJI")
