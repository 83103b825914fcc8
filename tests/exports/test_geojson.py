"""Claims as GeoJSON: points as RFC 7946 writes them, and nothing without a point unless asked for."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from comity.errors import StorageError
from comity.exports.geojson import write_geojson, write_geojson_file
from comity.reading import Coder, OpenRecord, read
from record.scenes import VERSION, article
from record.test_places import TEXTS, many


@pytest.fixture
def filled(tmp_path: Path) -> OpenRecord:
    record = OpenRecord(tmp_path / "test.comity")
    read(record, [article(text) for text in TEXTS], Coder(many, VERSION))
    return record


def written(record: OpenRecord, *, unlocated: bool = False) -> tuple[dict[str, Any], tuple[int, int]]:
    out, reader = io.StringIO(), record.reader()
    counts = write_geojson(reader.claims(), reader.text, out, unlocated=unlocated)
    return json.loads(out.getvalue()), counts


def test_a_point_is_longitude_then_latitude_and_claims_without_one_are_counted(filled: OpenRecord) -> None:
    collection, counts = written(filled)
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    assert counts == (2, 2)
    points = {f["properties"]["place"]: f["geometry"] for f in collection["features"]}
    assert points == {
        "Dnipro": {"type": "Point", "coordinates": [35.04, 48.47]},
        "Kharkiv": {"type": "Point", "coordinates": [36.25, 49.98]},
    }
    assert all(
        f["type"] == "Feature" and set(f) == {"type", "id", "geometry", "properties"} for f in collection["features"]
    )


def test_claims_without_a_point_come_with_a_null_geometry_where_asked_for(filled: OpenRecord) -> None:
    collection, counts = written(filled, unlocated=True)
    assert counts == (2, 2)
    assert sorted(f["properties"]["place"] for f in collection["features"] if f["geometry"] is None) == [
        "Bavaria",
        "Springfield",
    ]


def test_a_feature_says_who_what_whom_status_chain_and_the_words_it_stands_on(filled: OpenRecord) -> None:
    features = written(filled)[0]["features"]
    told = next(f["properties"] for f in features if f["properties"]["place"] == "Dnipro")
    assert (told["actor_code"], told["type"], told["recipient_code"], told["status"]) == (
        "NOR",
        "ACCUSE",
        "CHL",
        "happened",
    )
    assert told["chain"] == ["NOR.GOV.MFA"]
    start, end = told["span"]
    assert TEXTS[0][start:end] == told["quotation"]
    assert (told["country"], told["region"], told["geonameid"]) == ("UKR", "Dnipropetrovsk", 709930)


def test_no_claims_make_an_empty_collection() -> None:
    out = io.StringIO()
    assert write_geojson([], lambda digest: "", out) == (0, 0)
    assert json.loads(out.getvalue()) == {"type": "FeatureCollection", "features": []}


def test_a_file_is_written_whole_or_not_at_all(filled: OpenRecord, tmp_path: Path) -> None:
    reader = filled.reader()
    path = tmp_path / "claims.geojson"
    assert write_geojson_file(reader.claims(), reader.text, path) == (2, 2)
    assert json.loads(path.read_text(encoding="utf-8")) == written(filled)[0]
    with pytest.raises(StorageError):
        write_geojson_file(reader.claims(), reader.text, tmp_path / "nowhere" / "claims.geojson")
    assert [p.name for p in tmp_path.iterdir() if "geojson" in p.name] == ["claims.geojson"]
