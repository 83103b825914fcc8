"""Asking a record where: by country, region, id and distance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from comity.reading import Coder, OpenRecord, read
from comity.record.answers import Filter
from comity.record.distance import Near
from comity.record.tables import claim_cells
from comity.values import Article, Coded, Place
from record.scenes import VERSION, article, code

PLACES = {
    "Norway": Place("Dnipro", None, "UKR", "Dnipropetrovsk", 709930, 48.47, 35.04, "place"),
    "Chile": Place("Kharkiv", None, "UKR", "Kharkiv", 706483, 49.98, 36.25, "place"),
    "Ghana": Place("Bavaria", None, "DEU", "Bavaria", 2951839, None, None, "region"),
    "Sweden": Place("Springfield", precision="unresolved"),
}
TEXTS = [
    f"{by} said that {by} criticised {to}."
    for by, to in zip(PLACES, ("Chile", "Ghana", "Sweden", "Norway"), strict=True)
]


def placed(given: Article) -> Coded:
    coded = code(given)
    claims = tuple(replace(c, place=PLACES[c.actor.text] if c.actor else None) for c in coded.claims)
    return replace(coded, claims=claims)


def many(articles: Iterable[Article]) -> Iterator[Coded]:
    return map(placed, articles)


@pytest.fixture
def filled(record: OpenRecord) -> OpenRecord:
    read(record, [article(text) for text in TEXTS] + [article("Norway said nothing.")], Coder(many, VERSION))
    return record


def found(record: OpenRecord, **asked: object) -> list[str]:
    return sorted(r.claim.place.text for r in record.reader().claims(Filter(**asked)) if r.claim.place)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("UKR", ["Dnipro", "Kharkiv"]),
        ("ukr", ["Dnipro", "Kharkiv"]),
        ("UKR/Kharkiv", ["Kharkiv"]),
        ("DEU/Kharkiv", []),
        ("bavaria", ["Bavaria"]),
        ("709930", ["Dnipro"]),
        ("1", []),
        ("%", []),
    ],
)
def test_a_place_is_asked_for_by_country_region_or_id(filled: OpenRecord, place: str, names: list[str]) -> None:
    assert found(filled, place=place) == names


@pytest.mark.parametrize(
    ("near", "names"),
    [
        (Near(48.5, 35.0, 100), ["Dnipro"]),
        (Near(48.5, 35.0, 200), ["Dnipro", "Kharkiv"]),
        (Near(48.5, 35.0, 1), []),
        (Near(48.47, 35.04, 0), ["Dnipro"]),
        (Near(-48.5, -145.0, 20_016), ["Dnipro", "Kharkiv"]),
    ],
)
def test_near_takes_places_with_a_point_in_the_circle(filled: OpenRecord, near: Near, names: list[str]) -> None:
    assert found(filled, near=near) == names


def test_the_limit_counts_what_is_near(filled: OpenRecord) -> None:
    asked = Filter(near=Near(48.5, 35.0, 200))
    assert len(list(filled.reader().claims(asked, 1))) == 1


def test_claims_that_cannot_be_compared_are_counted(filled: OpenRecord) -> None:
    assert filled.reader().unplaced(Filter(place="UKR")) == 1
    assert filled.reader().unplaced(Filter(near=Near(0, 0, 1))) == 2
    assert filled.reader().unplaced(Filter(near=Near(0, 0, 1), actor="GHA")) == 1


def test_the_table_tells_id_region_and_precision(filled: OpenRecord) -> None:
    cells = claim_cells(next(filled.reader().claims(Filter(place="709930"))))
    asked = ("place", "country", "region", "geonameid", "place_precision", "lat", "lon")
    assert tuple(cells[key] for key in asked) == ("Dnipro", "UKR", "Dnipropetrovsk", 709930, "place", 48.47, 35.04)
