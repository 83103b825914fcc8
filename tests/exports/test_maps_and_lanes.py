"""Maps of places and lanes over time."""

from __future__ import annotations

import sys

import polars as pl
import pytest
from lxml import etree

from comity.exports.lanes import lanes
from comity.exports.maps import place_map
from comity.measures.acts_by_place import acts_by_place
from comity.measures.answer import Answer, basis
from comity.measures.pair_lanes import ROWS
from comity.vocabulary import land
from measures.building import frames

SVG = "{http://www.w3.org/2000/svg}"


def places(*points: tuple[str, float, float]) -> Answer:
    claims = [
        {"actor": "CHL", "recipient": "GHA", "quad": 4, "place": name, "lat": lat, "lon": lon}
        for name, lat, lon in points
    ]
    return acts_by_place(frames(claims=claims), "CHL", "GHA")


def titles(picture: str, shape: str) -> list[str]:
    return [str(e.findtext(f"{SVG}title")) for e in etree.fromstring(picture.encode()).iter(f"{SVG}{shape}")]


def test_each_place_has_a_circle_that_says_how_many_claims_it_is_of() -> None:
    picture = place_map(places(("Accra", 5.55, -0.2), ("Lima & <so>", -12.0, -77.0)))
    assert sorted(titles(picture, "circle")) == [
        "Accra: 1 claims, 0 cooperation, 1 conflict",
        "Lima & <so>: 1 claims, 0 cooperation, 1 conflict",
    ]


def test_north_is_up_and_east_is_right() -> None:
    drawn = etree.fromstring(place_map(places(("south-west", -30.0, -60.0), ("north-east", 30.0, 60.0))).encode())
    at = {
        str(c.findtext(f"{SVG}title"))[:5]: (float(c.get("cx")), float(c.get("cy"))) for c in drawn.iter(f"{SVG}circle")
    }
    assert at["south"][0] < at["north"][0]
    assert at["south"][1] > at["north"][1]


def test_nothing_in_a_picture_is_a_style_that_a_page_would_refuse() -> None:
    assert "style=" not in place_map(places(("Accra", 5.55, -0.2)), whole=True)


def test_without_the_package_of_outlines_towns_are_the_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "countryinfo", None)
    land.land.cache_clear()
    found = land.land()
    land.land.cache_clear()
    assert found.rings == ()
    assert (-0.5, 5.5) in found.cells  # Accra


def test_an_entry_reaches_over_its_days_and_one_without_a_day_is_counted_and_not_drawn() -> None:
    rows = pl.DataFrame(
        [
            ("contacts/1", "contacts", "talks, head", "2024-05-01", "2024-05-03", "happened"),
            ("contacts/2", "contacts", "visit, head", "2024-06-01", None, "planned"),
            ("contacts/3", "contacts", "call, head", None, None, "planned"),
        ],
        schema={**ROWS, "earliest": pl.String, "latest": pl.String},
        orient="row",
    ).with_columns(pl.col("earliest", "latest").str.to_date())
    picture = lanes(Answer("pair_lanes", {"between": ("CHL", "GHA")}, rows, basis(frames())))
    told = [t for t in titles(picture, "rect") if t != "None"]
    assert told == ["2024-05-01 to 2024-05-03: talks, head (happened)", "from 2024-06-01: visit, head (planned)"]
    assert "1 without a day" in picture
