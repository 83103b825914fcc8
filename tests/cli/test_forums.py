"""Designations, alignment and import as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from record.scenes import fake_coder

CALLS = "rcid,session,date,unres,short,descr\n" + "".join(f"{k},46,2001-05-0{k},R/{k},HERONS,\n" for k in range(1, 8))
VOTES = "rcid,country,country_code,vote\n" + "".join(
    f"{k},Norway,NO,yes\n{k},Chile,CL,{'yes' if k < 6 else 'no'}\n" for k in range(1, 8)
)


@pytest.fixture
def facts(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "calls.csv").write_text(CALLS)
    (tmp_path / "votes.csv").write_text(VOTES + "1,Nowhere,QQ,yes\n")
    assert run("import", "roll-calls", "calls.csv", "--into", "facts")[0] == 0
    status, out, err = run("import", "votes", "votes.csv", "--into", "facts")
    assert status == 1
    assert "14 taken" in out
    assert "votes.csv, line 16: no state is known as 'Nowhere'" in err
    return tmp_path / "facts"


def test_alignment_is_asked_of_imported_votes_without_a_record(run: Run, facts: Path) -> None:
    status, out, _ = run("alignment", "norway", "CHL", "--votes", "facts")
    assert status == 0
    assert "NOR–CHL: agreement: 0.7143" in out
    assert "NOR–CHL: κ: 0 " in out
    assert "NOR–CHL: S: 0.4286" in out
    assert "table: votes from votes.csv sha256:" in out


def test_alignment_with_a_record_and_as_json(
    run: Run, facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("comity.reading.coder", lambda processes: fake_coder())
    (tmp_path / "a.txt").write_text("Norway said that Sweden criticised Ghana.\n")
    assert run("read", "a.txt", "--into", "r.comity", "--published", "2024-05-01")[0] == 0
    status, out, _ = run("alignment", "r.comity", "NOR", "CHL", "--votes", "facts", "--json")
    answer = json.loads(out)
    assert (status, answer["rows"][0]["both_voted"], answer["basis"]["articles"]) == (0, 7, 1)
    assert answer["series"]["calls"][0]["NOR"] == "yes"


def test_without_votes_alignment_says_how_to_have_them(run: Run) -> None:
    for forum in ("UNGA", "unsc"):
        status, out, _ = run("alignment", "NOR", "CHL", "--forum", forum)
        assert status == 0
        assert "--votes" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["NOR", "ATLANTIS"], "no state is known as ATLANTIS"),
        (["NOR"], "two states are needed"),
        (["NOR", "CHL", "--forum", "OPEC"], "no such forum"),
        (["NOR", "CHL", "--since", "soon"], "no such day"),
        (["NOR", "CHL", "--votes", "nowhere"], "no such folder"),
    ],
)
def test_alignment_says_what_is_wrong(run: Run, words: list[str], told: str) -> None:
    status, _, err = run("alignment", *words)
    assert status == 1
    assert told in err


def test_designations_are_told_by_forum_with_instrument_and_effect(run: Run) -> None:
    status, out, _ = run("designations", "--of", "Hamas", "--on", "2010-01-01")
    assert status == 0
    assert "listed_in_part" in out
    assert "table: designations sha256:" in out
    rows = json.loads(run("designations", "--of", "Hamas", "--on", "2010-01-01", "--json")[1])["rows"]
    by_forum = {row["id"]: row for row in rows}
    assert by_forum["GBR"]["part"] == "wing: Al-Qassam Brigades"
    assert "SI 2001/1261" in by_forum["GBR"]["instrument"]
    assert by_forum["RUS"]["state"] == "unknown"


def test_an_own_file_of_listings_that_does_not_stand_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("rows:\n- {entity: Heron, forum: GBR, status: listed, part: whole}\n")
    status, _, err = run("designations", "--of", "Heron", "--on", "2010-01-01", "--lists", "own.yaml")
    assert status == 1
    assert "lacks from, by, as_of" in err
