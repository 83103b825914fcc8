"""Files of others into a folder of facts: what is taken, what is refused by file and line, and what is never resolved."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from comity.errors import InputError
from comity.facts.importing import import_facts
from comity.facts.store import Facts, opened

CALLS = """rcid,session,importantvote,date,unres,amend,para,short,descr
1,46.0,0,1991-10-03,R/46/1,0,0,HERONS,"ON HERONS,
AND ON REEDS"
2,46.0,0,1992-01-15,R/46/2,0,0,REEDS,ON REEDS
x,46.0,0,1992-01-15,R/46/3,0,0,REEDS,ON REEDS
3,46.0,0,soon,R/46/3,0,0,REEDS,ON REEDS
2,46.0,0,1992-01-16,R/46/2,0,0,REEDS,AGAIN
"""
REDUCED = """rcid,country,country_code,vote
1.0,Norway,NO,yes
1.0,Russia,RU,no
2.0,Russia,RU,abstain
2.0,Nowhere,QQ,yes
2.0,Norway,NO,perhaps
9.0,Norway,NO,yes
"""
FULL = "rcid,ccode,session,vote,Country\n1,385,46,1,NOR\n1,365,46,8,RUS\n2,385,46,9,NOR\n2,365,46,2,RUS\n"
VETOES = """year,date,month,draft,meeting_record,agenda_item,crisis_topic,region,member_veto1,member_veto2,member_veto3
1950,5/1/1950,5,S/1,"S/PV.1
S/PV.2",Herons,Reeds,Sea,USSR,,
2001,2001-05-01,5,S/2,S/PV.3,Herons,Reeds,Sea,UK,France,USA
2001,2001-05-02,5,S/2,S/PV.4,Herons,Reeds,Sea,UK,,
2001,someday,5,S/3,S/PV.5,Herons,Reeds,Sea,UK,,
2001,2001-05-03,5,S/4,S/PV.6,Herons,Reeds,Sea,Atlantis,,
"""
LIST = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2015-03-27T17:37:13.737-04:00">
 <INDIVIDUALS>
  <INDIVIDUAL><FIRST_NAME>ADA</FIRST_NAME><SECOND_NAME>HERON</SECOND_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE>
   <REFERENCE_NUMBER>IRi.1</REFERENCE_NUMBER><LISTED_ON>2007-03-24</LISTED_ON>
   <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>A. Heron; Ada  Reiher</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>
 </INDIVIDUALS>
 <ENTITIES>
  <ENTITY><FIRST_NAME>GREY FALCONS</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE>
   <REFERENCE_NUMBER>TAe.1</REFERENCE_NUMBER><LISTED_ON>2015-03-27-04:00</LISTED_ON><ENTITY_ALIAS /></ENTITY>
  <ENTITY><FIRST_NAME>NO DAY</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>TAe.2</REFERENCE_NUMBER></ENTITY>
 </ENTITIES>
</CONSOLIDATED_LIST>
"""
FACTS = next(
    (p / "shared" / "facts" for p in Path(__file__).resolve().parents if (p / "shared" / "facts").is_dir()), None
)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


def table(folder: Path, name: str) -> pl.DataFrame:
    return Facts(folder).scan(name).collect()


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    import_facts("roll-calls", written(tmp_path, "calls.csv", CALLS), tmp_path / "facts")
    return tmp_path / "facts"


def test_roll_calls_are_taken_and_bad_rows_are_named_by_file_and_line(tmp_path: Path) -> None:
    report = import_facts("roll-calls", written(tmp_path, "calls.csv", CALLS), tmp_path / "facts")
    assert table(tmp_path / "facts", "roll_calls").select("call", "day", "resolution", "without_vote").rows() == [
        (1, date(1991, 10, 3), "R/46/1", None),
        (2, date(1992, 1, 15), "R/46/2", None),
    ]
    assert [r.rsplit("/", 1)[1].split(": ")[0] for r in report.refused] == [f"calls.csv, line {n}" for n in (5, 6, 7)]


def test_a_vote_is_of_the_state_that_held_the_seat_on_the_day(tmp_path: Path, facts: Path) -> None:
    report = import_facts("votes", written(tmp_path, "votes.csv.gz", REDUCED), facts)
    assert sorted(table(facts, "votes").rows()) == [(1, "NOR", "yes"), (1, "SUN", "no"), (2, "RUS", "abstain")]
    assert [r.split(": ", 1)[1] for r in report.refused] == [
        "no state is known as 'Nowhere'",
        "no vote: 'perhaps'",
        "no roll call '9.0' is known",
    ]


def test_the_full_file_tells_absent_apart_and_leaves_out_who_was_no_member(tmp_path: Path, facts: Path) -> None:
    import_facts("votes", written(tmp_path, "votes.csv", FULL), facts)
    assert sorted(table(facts, "votes").rows()) == [(1, "NOR", "yes"), (1, "SUN", "absent"), (2, "RUS", "abstain")]


def test_votes_need_their_roll_calls(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="import them first"):
        import_facts("votes", written(tmp_path, "votes.csv", FULL), tmp_path / "facts")


def test_importing_again_adds_nothing_and_a_later_file_stands_in_place_of_the_earlier(
    tmp_path: Path, facts: Path
) -> None:
    again = import_facts("roll-calls", written(tmp_path, "calls.csv", CALLS), facts)
    assert again.rows == 2
    import_facts("roll-calls", written(tmp_path, "new.csv", CALLS.replace("R/46/2", "R/46/22")), facts)
    assert table(facts, "roll_calls")["resolution"].to_list() == ["R/46/1", "R/46/22"]
    assert len(Facts(facts).versions("roll_calls")) == 2


def test_vetoes_are_taken_with_all_who_cast_them(tmp_path: Path) -> None:
    report = import_facts("vetoes", written(tmp_path, "vetoes.csv", VETOES), tmp_path / "facts")
    assert table(tmp_path / "facts", "vetoes").select("id", "day", "meeting", "vetoed_by").rows() == [
        ("S/1", date(1950, 5, 1), "S/PV.1; S/PV.2", ["SUN"]),
        ("S/2", date(2001, 5, 1), "S/PV.3", ["FRA", "GBR", "USA"]),
        ("S/2 #2", date(2001, 5, 2), "S/PV.4", ["GBR"]),
    ]
    assert [r.split(", line ")[1].split(":")[0] for r in report.refused] == ["6", "7"]


def test_the_consolidated_list_is_taken_with_its_day_and_a_bad_entry_is_named_by_line(tmp_path: Path) -> None:
    report = import_facts("un-list", written(tmp_path, "list.xml", LIST), tmp_path / "facts")
    assert table(tmp_path / "facts", "un_list").select(
        "list", "kind", "name", "aliases", "listed", "snapshot"
    ).rows() == [
        ("Iran", "individual", "ADA HERON", ["A. Heron", "Ada Reiher"], date(2007, 3, 24), date(2015, 3, 27)),
        ("Taliban", "entity", "GREY FALCONS", [], date(2015, 3, 27), date(2015, 3, 27)),
    ]
    assert len(report.refused) == 1
    assert "list.xml, line 11: NO DAY" in report.refused[0]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY secret SYSTEM "secret.txt">]>',
        '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY secret "&b;&b;&b;">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_a_list_with_a_document_type_is_refused_and_nothing_of_it_is_resolved(tmp_path: Path, doctype: str) -> None:
    (tmp_path / "secret.txt").write_text("TOLD")
    evil = LIST.replace("<CONSOLIDATED_LIST", f"{doctype}\n<CONSOLIDATED_LIST").replace("GREY FALCONS", "&secret;")
    with pytest.raises(InputError, match=r"list\.xml") as refused:
        import_facts("un-list", written(tmp_path, "list.xml", evil), tmp_path / "facts")
    assert "TOLD" not in str(refused.value)
    assert not (tmp_path / "facts").exists()


def test_a_file_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, facts: Path
) -> None:
    monkeypatch.setattr("comity.facts.delimited.LARGEST", 10_000)
    with pytest.raises(InputError, match="is larger than"):
        import_facts("votes", written(tmp_path, "votes.csv.gz", REDUCED + "\n" * 1_000_000), facts)


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("roll-calls", "x.csv", "a,b\n1,2\n"),
        ("votes", "x.csv.gz", ""),
        ("un-list", "x.xml", "<LIST/>"),
        ("un-list", "x.xml", "no xml"),
        ("vetoes", "x.csv", VETOES.splitlines()[0] + "\n"),
        ("wikidata", "x.json", "[]"),
        ("almanac", "x.csv", ""),
    ],
)
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, kind: str, name: str, text: str, facts: Path) -> None:
    with pytest.raises(InputError):
        import_facts(kind, written(tmp_path, name, text), facts)


def test_a_folder_that_is_not_there_is_told_and_a_foreign_table_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        opened(tmp_path / "nowhere")
    pl.DataFrame({"a": [1]}).write_parquet(tmp_path / "votes.parquet")
    with pytest.raises(InputError, match="other columns"):
        opened(tmp_path).scan("votes")
    (tmp_path / "vetoes.parquet").write_bytes(b"nothing")
    with pytest.raises(InputError, match="import it again"):
        opened(tmp_path).scan("vetoes")


@pytest.mark.skipif(FACTS is None, reason="the published files are not at hand")
def test_the_published_files_are_taken_whole(tmp_path: Path) -> None:
    assert FACTS is not None
    files = {"roll-calls": "unga_roll_calls.csv", "vetoes": "unsc_vetoes_1946_sept2022.csv"}
    files |= {"un-list": "un_consolidated_list_2015.xml", "reign": "leaders_reign.csv"}
    found = {kind: import_facts(kind, FACTS / name, tmp_path) for kind, name in files.items()}
    assert {kind: (r.taken, len(r.refused)) for kind, r in found.items()} == {
        "roll-calls": (6203, 0),
        "vetoes": (214, 0),
        "un-list": (1046, 0),
        "reign": (2142, 0),
    }
