"""The tables of GeoNames: every line is found by its name, and the table of docs/names.md stands above them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity import vocabulary
from comity.coding.geonames import FOLDER, key, region_of, regions, towns

TABLES = {name: (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines() for name in ("towns", "regions")}
CODES = {row["code"] for row in vocabulary.rows("states") if row["status"] != "former"}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_by_its_bytes_and_its_lines_are_whole(name):
    lines = [line.encode() for line in TABLES[name]]
    assert lines == sorted(set(lines))
    assert {line.count(b"\t") for line in lines} == {7 if name == "towns" else 4}


@given(st.integers(0, len(TABLES["towns"]) - 1))
def test_every_town_is_found_by_its_name(number):
    name, _, geonameid, country, *_ = TABLES["towns"][number].split("\t")
    assert (int(geonameid), country) in {(t.geonameid, t.country) for t in towns(name)}


@pytest.mark.parametrize("number", [0, 1, len(TABLES["towns"]) - 1])
def test_the_first_and_the_last_line_are_found_too(number):
    assert towns(TABLES["towns"][number].split("\t")[0])


@pytest.mark.parametrize("name", ["", "0", "zzzzzz", "Kharki", "Kharkivv", "~", "\t", "Харків"])
def test_what_is_no_name_finds_nothing(name):
    assert towns(name) == ()
    assert regions(name) == ()


@given(st.text(max_size=20))
def test_a_key_is_its_own_key(text):
    assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("written", "other"),
    [("Eskişehir", "Eskisehir"), ("Deir ez-Zor", "deir ez zor"), ("Ta’izz", "Ta'izz"), ("São Paulo", "Sao  Paulo")],
)
def test_diacritics_hyphens_and_apostrophes_make_no_other_name(written, other):
    assert key(written) == key(other)
    assert towns(written) == towns(other) != ()


def test_the_most_populous_bearer_comes_first():
    found = [t.population for t in towns("Springfield")]
    assert len(found) > 5
    assert found == sorted(found, reverse=True)


def test_a_region_is_found_with_and_without_the_word_for_its_kind_and_by_its_code():
    (bare,) = [r for r in regions("Bryansk") if r.country == "RUS"]
    assert regions("Bryansk Oblast") == (bare,)
    assert region_of("RUS", bare.code) == bare
    assert region_of("RUS", "no such code") is None


def test_every_country_is_one_of_the_vocabulary():
    assert {line.split("\t")[3] for line in TABLES["towns"]} <= CODES
    assert {line.split("\t")[2] for line in TABLES["regions"]} <= CODES


def test_places_of_the_vocabulary_lie_where_the_tables_put_them():
    rows = [r for r in vocabulary.rows("places") if r.get("geonameid")]
    pairs = [(r, t) for r in rows for t in towns(r["name"]) if t.geonameid == r["geonameid"]]
    assert len(pairs) > 1000
    assert [
        r["name"]
        for r, t in pairs
        if (r["country"], round(r["lat"] - t.lat), round(r["lon"] - t.lon)) != (t.country, 0, 0)
    ] == []


@pytest.mark.parametrize(
    ("name", "country"),
    [("Ariel", "PSE"), ("Nablus", "PSE"), ("East Jerusalem", "PSE"), ("Katzrin", "SYR"), ("Majdal Shams", "SYR"),
     ("Simferopol", "UKR"), ("Kyrenia", "CYP"), ("Sokhumi", "GEO"), ("Tiraspol", "MDA"), ("Hargeysa", "SOM"),
     ("Laayoune", "ESH"), ("Srinagar", "IND"), ("Muzaffarabad", "PAK"), ("Mitrovicë", "XKX")],
)  # fmt: skip
def test_towns_in_disputed_territory_are_filed_as_docs_names_says(name, country):
    assert {t.country for t in towns(name) if t.principal} == {country}
