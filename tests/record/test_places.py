"""Asking a record where: by country, region, id and distance, and in a record that an older comity wrote."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from comity.reading import Coder, OpenRecord, read
from comity.record.answers import Filter
from comity.record.distance import Near
from comity.record.schema import SCHEMA_VERSION
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


def columns(path: str) -> set[tuple[str, str]]:
    with sqlite3.connect(path) as connection:
        fields = {(name, kind) for _, name, kind, *_ in connection.execute("PRAGMA table_info(claims)")}
        return fields | {(name, "index") for _, name, *_ in connection.execute("PRAGMA index_list(claims)")}


def as_schema_1(path: str) -> None:
    """The record as the first schema had it: fewer columns, and a place's precision by its kind."""
    with sqlite3.connect(path) as connection:
        for index in ("ix_claims_country", "ix_claims_geonameid"):
            connection.execute(f"DROP INDEX {index}")
        for column in ("place", "region", "geonameid", "lat", "lon"):
            connection.execute(f"ALTER TABLE claims DROP COLUMN {column}")
        for rowid, value in connection.execute("SELECT rowid, value FROM claims").fetchall():
            claim = json.loads(value)
            if claim["place"]:
                claim["place"].pop("region", None)
                claim["place"]["precision"] = "city" if claim["place"]["lat"] else "country"
            written = json.dumps(claim, ensure_ascii=False, separators=(",", ":"))
            connection.execute("UPDATE claims SET value = ? WHERE rowid = ?", (written, rowid))
        connection.execute("DROP TABLE verdicts")
        connection.execute("UPDATE about SET value = '1' WHERE key = 'schema'")


def test_a_record_of_the_first_schema_opens_with_the_points_it_has(filled: OpenRecord, tmp_path: Path) -> None:
    today = columns(filled.place)
    as_schema_1(filled.place)
    assert found(filled, near=Near(48.5, 35.0, 100)) == ["Dnipro"]
    assert found(filled, place="706483") == ["Kharkiv"]
    assert columns(filled.place) == today
    assert filled.verify().faults == ()
    with sqlite3.connect(filled.place) as connection:
        reached = connection.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()
    assert reached == (str(SCHEMA_VERSION),)
    assert {r.claim.place.precision for r in filled.reader().claims() if r.claim.place} == {"place", "country"}
