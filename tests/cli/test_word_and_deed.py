"""Assurances, verdicts and disputes on the command line, from a text to a quotation that stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import comity
from cli.conftest import Run

TEXTS = {
    "2024-01-10": "Norway assured Chile that it would not attack Ghana. Norway assured Chile that it would not attack.",
    "2024-02-01": "Norway attacked Chile on 30 January. Norwegian forces attacked Chile on 30 January.",
    "2024-02-02": "Chile said that Norway had attacked Ghana on 1 February.",
    "2024-02-03": "Norway denied that it had attacked Ghana on 1 February.",
}


@pytest.fixture
def record(run: Run, tmp_path: Path) -> Path:
    for day, text in TEXTS.items():
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / f"{day}.txt").write_text(text)
        comity.open(tmp_path / "r.comity").read(tmp_path / "in" / f"{day}.txt", _published(day), processes=1)
    return tmp_path / "r.comity"


def _published(day: str):  # type: ignore[no-untyped-def]
    from comity.sources import ReadingOptions

    return ReadingOptions(published=day)


def test_the_ledger_cites_words_that_stand_in_the_texts(run: Run, record: Path) -> None:
    status, out, _ = run("assurances", str(record), "--by", "NOR", "--to", "chl", "--json")
    answer = json.loads(out)
    assert status == 0
    assert {r["status"] for r in answer["rows"]} == {"only_inconsistent", "disputed"}
    assert {e["role"] for e in answer["evidence"]} >= {"assurance", "against", "disputed"}
    texts = set(TEXTS.values())
    for cited in answer["evidence"]:
        found = [t for t in texts if t[cited["quotation_start"] : cited["quotation_end"]] == cited["quotation"]]
        assert found


def test_a_verdict_is_given_taken_back_and_told(run: Run, record: Path) -> None:
    _, out, _ = run("assurances", str(record), "--by", "NOR", "--json")
    name = json.loads(out)["rows"][0]["id"]
    assert run("judge", str(record), name)[1] == "no verdict has been given on this assurance\n"
    status, _, err = run("judge", str(record), name, "not_kept", "--because", "It is told.")
    assert status == 1
    assert "--as NAME" in err
    status, out, _ = run("judge", str(record), name[:6], "not_kept", "--because", "It is told.", "--as", "A. Reader")
    assert status == 0
    assert "not_kept, by A. Reader: It is told." in out
    _, out, _ = run("assurances", str(record), "--by", "NOR", "--json")
    shown = json.loads(out)["rows"][0]
    assert (shown["verdict"], shown["verdict_by"], shown["verdict_because"]) == ("not_kept", "A. Reader", "It is told.")
    _, out, _ = run("judge", str(record), name, "--undo", "--because", "A wrong row.", "--as", "A. Reader")
    assert "takes back 1, by A. Reader: A wrong row." in out
    assert run("verify", str(record))[0] == 0


def test_an_unknown_assurance_and_a_verdict_that_is_both_are_refused(run: Run, record: Path) -> None:
    assert "holds no assurance" in run("judge", str(record), "zzzz", "kept", "--because", "a", "--as", "b")[2]
    assert run("judge", str(record), "zzzz", "kept", "--undo", "--because", "a", "--as", "b")[0] == 1
    assert "no verdict is given" in run("judge", str(record), "zzzz", "--as", "b")[2]


def test_a_disputed_event_is_shown_from_both_sides(run: Run, record: Path) -> None:
    status, out, _ = run("disputes", str(record), "--between", "GHA", "NOR", "--json")
    (row,) = json.loads(out)["rows"]
    assert status == 0
    assert (row["type"], row["asserted_by"], row["denied_by"]) == ("ASSAULT", ["CHL"], ["NOR"])
