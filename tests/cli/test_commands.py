"""The commands as a user calls them: what they print, and their exit status. The coder is the tests' own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from comity.reading import Coder
from record.scenes import VERSION, fake_coder
from record.test_places import TEXTS, many

TEXT = "Norway said that Sweden criticised Ghana.\n"


@pytest.fixture(autouse=True)
def own_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.reading.coder", lambda processes: fake_coder())


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    assert run("read", "a.txt", "--into", "r.comity", "--published", "2024-05-01", "--outlet", "Demo Wire")[0] == 0
    return tmp_path / "r.comity"


def test_read_tells_what_was_read_and_what_was_there(run: Run, filled: Path) -> None:
    status, out, _ = run("read", "a.txt", "--into", "r.comity", "--published", "2024-05-01", "--outlet", "Demo Wire")
    assert status == 0
    assert "0 articles read" in out
    assert "1 articles were there already" in out


def test_read_goes_on_after_a_bad_line_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": "1", "text": TEXT}), "{broken", json.dumps({"id": "2", "text": TEXT + "More."})]
    (tmp_path / "b.jsonl").write_text("\n".join(lines))
    status, out, err = run("read", "b.jsonl", "--into", "r.comity")
    assert status == 1
    assert "2 articles read" in out
    assert "2 articles have no date" in out
    assert "b.jsonl" in err
    assert "2" in err


def test_claims_are_listed_with_chain_and_sentence(run: Run, filled: Path) -> None:
    status, out, _ = run("claims", "r.comity", "--actor", "SWE")
    assert status == 0
    assert "SWE (Sweden) → GHA (Ghana)  ACCUSE disapprove, happened" in out
    assert "according to: Demo Wire > NOR (Norway)" in out
    assert "“Norway said that Sweden criticised Ghana.”" in out


@pytest.fixture
def placed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("comity.reading.coder", lambda processes: Coder(many, VERSION))
    (tmp_path / "p.txt").write_text("\n".join(TEXTS))
    assert run("read", "p.txt", "--into", "p.comity", "--published", "2024-05-01")[0] == 0
    return tmp_path / "p.comity"


def test_claims_are_asked_for_by_place_and_distance(run: Run, placed: Path) -> None:
    status, out, err = run("claims", "p.comity", "--in", "UKR", "--json")
    assert status == 0
    assert {json.loads(line)["place"]["text"] for line in out.splitlines()} == {"Dnipro", "Kharkiv"}
    assert "1 more claims name a place of no known country" in err
    _, out, err = run("claims", "p.comity", "--near", "48.5,35.0", "--within", "100", "--json")
    assert [json.loads(line)["place"]["text"] for line in out.splitlines()] == ["Dnipro"]
    assert "2 more claims name a place of no known point" in err
    assert run("claims", "p.comity", "--near", "-48.5,-145.0", "--within", "10")[:2] == (0, "")


@pytest.mark.parametrize("near", ["48.5", "48.5;35", "91,0", "0,181", "nan,0", "a,b"])
def test_a_point_that_is_none_is_told(run: Run, placed: Path, near: str) -> None:
    status, out, err = run("claims", "p.comity", "--near", near)
    assert (status, out) == (1, "")
    assert "48.5,35.0" in err


def test_claims_as_geojson(run: Run, placed: Path) -> None:
    _, out, err = run("claims", "p.comity", "--geojson", "-")
    assert len(json.loads(out)["features"]) == 2
    assert "2 claims have no point and are not in the file" in err
    _, out, err = run("claims", "p.comity", "--geojson", "x.geojson", "--unlocated")
    assert out == ""
    assert len(json.loads((placed.parent / "x.geojson").read_text())["features"]) == 4
    assert "x.geojson: 4 claims" in err


def test_claims_as_json_and_csv(run: Run, filled: Path) -> None:
    assert json.loads(run("claims", "r.comity", "--json")[1])["type"] == "ACCUSE"
    assert len(run("claims", "r.comity", "--csv")[1].splitlines()) == 2
    assert run("claims", "r.comity", "--json", "--status", "negated")[1] == ""
    status, out, err = run("claims", "r.comity", "--parquet", "x.parquet")
    assert (status, out) == (0, "")
    assert "1 claims" in err


def test_claims_without_a_time_are_mentioned_when_days_are_asked_for(run: Run, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "u.txt").write_text("Chile said that Ghana visited Norway.\n")
    run("read", "u.txt", "--into", "r.comity")
    assert "1 more claims have no known time" in run("claims", "r.comity", "--since", "2024-01-01")[2]


def test_a_day_that_is_none_is_told(run: Run, filled: Path) -> None:
    status, _, err = run("claims", "r.comity", "--since", "yesterday")
    assert status == 1
    assert "no such day: yesterday" in err


def test_search_shows_the_best_and_tells_how_many_there_are(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"a{n}", "text": f"{TEXT}Number {n}. {'Ghana spoke. ' * n}"}) for n in range(25)]
    (tmp_path / "b.jsonl").write_text("\n".join(lines))
    run("read", "b.jsonl", "--into", "r.comity", "--outlet", "Demo Wire")
    status, out, err = run("search", "r.comity", "ghana", "criticised")
    assert (status, len(out.splitlines()), err) == (
        0,
        2 * 20,
        "20 of 25 articles, the best first; all of them: --all\n",
    )
    assert "Sweden ⟦criticised⟧ ⟦Ghana⟧" in out
    every = run("search", "r.comity", "ghana", "--all", "--json")
    assert (len(every[1].splitlines()), every[2]) == (25, "")
    assert run("search", "r.comity", "ghana", "--json", "--limit", "0")[1] == every[1]
    first = json.loads(every[1].splitlines()[0])
    start, end = first["words"][0]
    assert first["passage"][start - first["span"][0] : end - first["span"][0]] == "Ghana"
    assert run("search", "r.comity", "zebra")[2] == "no article holds all of these words: zebra\n"


def test_show_marks_the_sentence_in_its_article(run: Run, filled: Path) -> None:
    claim = json.loads(run("claims", "r.comity", "--json")[1])["id"]
    status, out, _ = run("show", "r.comity", claim)
    assert status == 0
    assert "▶ Norway said that ⟦actor: Sweden⟧ ⟦act: criticised⟧ ⟦recipient: Ghana⟧." in out
    assert "according to  Demo Wire > NOR (Norway)" in out
    assert json.loads(run("show", "r.comity", claim, "--json")[1])["sentence_text"] == TEXT.strip()


def test_verify_ends_with_1_where_a_text_was_changed(run: Run, filled: Path) -> None:
    import sqlite3

    assert run("verify", "r.comity")[0] == 0
    with sqlite3.connect(filled) as connection:
        connection.execute("UPDATE texts SET text = 'other'")
    status, out, _ = run("verify", "r.comity")
    assert status == 1
    assert "has been changed" in out


def test_a_record_that_is_not_there_is_told_in_one_line(run: Run) -> None:
    status, _, err = run("claims", "none.comity")
    assert status == 1
    assert err.count("\n") == 1
    assert "none.comity: no such record" in err


def test_a_place_that_cannot_be_written_ends_with_74(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    status, _, err = run("read", "a.txt", "--into", "nowhere/r.comity")
    assert status == 74
    assert "nowhere/r.comity" in err


def test_text_that_would_steer_the_terminal_is_shown_harmless(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway said that Sweden criticised Ghana.\n")
    run("read", "a.txt", "--into", "r.comity", "--outlet", "Demo\x1b[31m")
    out = run("claims", "r.comity")[1]
    assert "ACCUSE" in out
    assert "\x1b" not in out
