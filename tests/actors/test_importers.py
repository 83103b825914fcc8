"""Readers of office-holder data sets, on small files written here and, where at hand, on the published ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from comity.actors.importers import (
    Imported,
    StateCode,
    StateCodes,
    read_archigos,
    read_reign,
    read_wikidata,
    write_people,
)
from comity.actors.offices import load_offices, office_named
from comity.actors.people import index_people, load_people, read_people
from comity.actors.roles import role_state
from comity.errors import InputError

CODES = StateCodes(
    [
        StateCode(365, "SUN", None, "1991-12-25"),
        StateCode(365, "RUS", "1991-12-26"),
        StateCode(750, "IND", "1947-08-15"),
    ]
)
FACTS = next(
    (p / "shared" / "facts" for p in Path(__file__).resolve().parents if (p / "shared" / "facts").is_dir()), None
)

ARCHIGOS = """obsid,gwcode,leadid,leader,yrborn,gender,startdate,enddate,entry,exit,exitcode
RUS-1964,365.0,a,Brezhnev,1906.0,M,1964-10-15,1982-11-10,Regular,Natural Death,Regular
RUS-1991,365.0,b,Yeltsin,1931.0,M,1991-12-26,1999-12-31,Regular,Regular,Regular
IND-1966,750.0,c,"Gandhi, I.",1917.0,F,1966-01-24,1977-03-24,Regular,Regular,Regular
IND-1980,750.0,c,"Gandhi, I.",1917.0,F,1980-01-14,1984-10-31,Regular,Irregular,Other
IND-2014,750.0,d,Modi,1950.0,M,2014-05-26,2014-12-31,Regular,Still in Office,Still in Office
XXX-2000,9999.0,e,Nobody Known,1950.0,M,2000-01-01,2001-01-01,Regular,Regular,Regular
IND-1999,750.0,f,Turned Round,1950.0,M,2003-01-01,2001-01-01,Regular,Regular,Regular
"""
REIGN = """stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear,birthyear,gender,notes
IND,750,a,Narendra Modi,26,5,2014,,,1950,1,
RUS,365,b,Gorbachev,11,3,1985,8,1991,1931,1,
RUS,365,c,Putin,1,1,2000,,,1952,1,ends with the file\x85
IND,750,d,"Gandhi, I.",24,1,1966,3,1977,1917,0,
IND,750,e,Late Entry,1,3,2021,3,2021,1950,1,
"""


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_archigos_gives_exact_dates_and_the_code_of_the_time(tmp_path: Path) -> None:
    found = read_archigos(written(tmp_path, "archigos.csv", ARCHIGOS), CODES)
    assert [(p.name, p.code, len(p.offices)) for p in found.people] == [
        ("Brezhnev", "SUN", 1),
        ("Yeltsin", "RUS", 1),
        ("I. Gandhi", "IND", 2),
        ("Modi", "IND", 1),
    ]
    gandhi, modi = found.people[2:]
    assert (gandhi.surname, gandhi.pronoun, gandhi.offices[1].end) == ("Gandhi", "she", "1984-10-31")
    assert (modi.offices[0].end, modi.offices[0].as_of) == (None, "2014-12-31")


def test_a_line_that_cannot_be_taken_is_named(tmp_path: Path) -> None:
    found = read_archigos(written(tmp_path, "archigos.csv", ARCHIGOS), CODES)
    assert [r.split(": ", 1)[1] for r in found.refused] == [
        "state number '9999.0' is not known",
        "dates of 'Turned Round' cannot be read",
    ]
    assert "line 7" in found.refused[0]


def test_reign_keeps_months_and_bears_a_byte_that_is_no_utf8(tmp_path: Path) -> None:
    found = read_reign(written(tmp_path, "reign.csv", REIGN, "latin-1"), CODES)
    people = index_people(found.people)
    (putin,) = people.surnamed("Putin")
    assert (putin.code, putin.offices[0].start, putin.offices[0].end) == ("RUS", "2000-01", None)
    assert putin.offices[0].as_of == "2021-03"
    (gorbachev,) = people.surnamed("Gorbachev")
    assert (gorbachev.code, gorbachev.offices[0].end) == ("SUN", "1991-08")
    assert role_state(gorbachev, "leader", date(1991, 8, 19)) == "unknown"
    assert found.refused == ()


@pytest.mark.parametrize("read", [read_archigos, read_reign])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, read: Callable[[Path, StateCodes], Imported]) -> None:
    with pytest.raises(InputError, match="lacks the columns"):
        read(written(tmp_path, "other.csv", "a,b\n1,2\n"), CODES)


WIKIDATA = [
    {
        "person": "http://www.wikidata.org/entity/Q43723",
        "personLabel": "Benjamin Netanyahu",
        "position": "http://www.wikidata.org/entity/Q45384",
        "positionLabel": "Prime Minister of Israel",
        "start": "2009-03-31T00:00:00Z",
        "end": "2021-06-13T00:00:00Z",
        "country": "ISR",
    },
    {
        "person": "http://www.wikidata.org/entity/Q43723",
        "personLabel": "Benjamin Netanyahu",
        "position": "http://www.wikidata.org/entity/Q1",
        "positionLabel": "Minister of Finance",
        "start": "2003-01-01T00:00:00Z",
        "end": "",
        "country": "ISR",
    },
    {"person": "Q1", "personLabel": "A B", "positionLabel": "keeper of the keys", "country": "ISR"},
    {"person": "Q2", "personLabel": "C D", "positionLabel": "president", "country": "Israel"},
]


@pytest.mark.parametrize("form", ["list", "query service", "csv"])
def test_wikidata_is_read_in_each_of_its_forms(tmp_path: Path, form: str) -> None:
    if form == "csv":
        fields = ["person", "personLabel", "position", "positionLabel", "start", "end", "country"]
        lines = [",".join(fields), *(",".join(str(row.get(f, "")) for f in fields) for row in WIKIDATA)]
        path = written(tmp_path, "offices.csv", "\n".join(lines) + "\n")
    else:
        bindings = [{key: {"value": value} for key, value in row.items()} for row in WIKIDATA]
        data = WIKIDATA if form == "list" else {"results": {"bindings": bindings}}
        path = written(tmp_path, "offices.json", json.dumps(data))
    found = read_wikidata(path, as_of="2024-12-01")
    (person,) = found.people
    assert person.id == "person:benjamin-netanyahu-q43723"
    assert [(t.office, t.start, t.end) for t in person.offices] == [
        ("prime_minister", "2009-03-31", "2021-06-13"),
        ("finance_minister", "2003", None),
    ]
    assert person.offices[0].source == "Wikidata Q43723"
    assert ["keeper of the keys" in found.refused[0], "'Israel'" in found.refused[1]] == [True, True]


@pytest.mark.parametrize("text", ["{", '{"a": 1}', "[1, 2]"])
def test_json_that_holds_no_offices_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        read_wikidata(written(tmp_path, "offices.json", text), as_of="2024")


def test_what_is_written_is_read_back_the_same(tmp_path: Path) -> None:
    found = read_archigos(written(tmp_path, "archigos.csv", ARCHIGOS), CODES)
    write_people(found.people, tmp_path / "people" / "leaders.yaml")
    assert read_people(tmp_path / "people" / "leaders.yaml") == found.people


def test_a_users_row_adds_to_a_person_of_the_vocabulary(tmp_path: Path) -> None:
    row = (
        "- {id: person:emmanuel-macron, name: Emmanuel Macron, names: [President Macron], surname: Macron, code: FRA,"
        " offices: [{office: president, of: FRA, from: 2017-05-14, until: 2027-05-13, source: test, as_of: 2027-06}]}\n"
    )
    written(tmp_path, "mine.yaml", row)
    (person,) = load_people(tmp_path).named("President Macron")
    assert role_state(person, "president", date(2026, 1, 1)) == "holds"
    assert role_state(person, "president", date(2028, 1, 1)) == "held_before"


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Prime Minister of Israel", "prime_minister"),
        ("Minister for Foreign Affairs", "foreign_minister"),
        ("Secretary of State", "foreign_minister"),
        ("United States Secretary of State", None),
        ("Secretary of Defense", "defence_minister"),
        ("High Commissioner for Human Rights", "un_high_commissioner"),
        ("President of the European Commission", "commission_president"),
        ("president of France", "president"),
        ("pianist", None),
    ],
)
def test_a_title_names_an_office(title: str, office: str | None) -> None:
    assert office_named(title) == office


def test_every_office_has_a_title_and_a_level_and_a_sector_unless_its_title_leaves_it_open() -> None:
    open_ = {key for key, office in load_offices().items() if office.sector is None}
    assert open_ == {"deputy_chair"}  # of a government, a party or a bank
    for office in load_offices().values():
        assert office.titles
        assert office.sector is None or office.sector.isupper()
        assert office.level in ("head", "minister", "deputy", "other")


@pytest.mark.skipif(FACTS is None, reason="the published data sets are not beside the repository")
def test_the_published_files_are_read_whole() -> None:
    assert FACTS is not None
    archigos = read_archigos(FACTS / "leaders_archigos.csv", StateCodes.of_vocabulary("gw"))
    reign = read_reign(FACTS / "leaders_reign.csv", StateCodes.of_vocabulary("cow"))
    assert sum(len(p.offices) for p in archigos.people) + len(archigos.refused) == 3409
    assert sum(len(p.offices) for p in reign.people) + len(reign.refused) == 2524
    # Principalities of the nineteenth century have a number there and no code in the vocabulary.
    assert len(archigos.refused) < 60
    assert reign.refused == ()
