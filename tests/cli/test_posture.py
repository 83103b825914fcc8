"""``comity posture`` as a user calls it. The coder is the tests' own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from record.scenes import fake_coder


@pytest.fixture
def filled(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("comity.reading.coder", lambda processes: fake_coder())
    (tmp_path / "a.txt").write_text("Norway said that Sweden criticised Ghana.\n")
    assert run("read", "a.txt", "--into", "r.comity", "--published", "2024-05-01", "--outlet", "Demo Wire")[0] == 0
    return tmp_path / "r.comity"


def test_posture_draws_bars_and_says_that_there_is_too_little(run: Run, filled: Path) -> None:
    status, out, _ = run("posture", "r.comity", "SWE", "GHA")
    assert status == 0
    assert "SWE → GHA conflict" in out
    assert "“Norway said that Sweden criticised Ghana.” (Demo Wire, 2024-05-01; according to NOR" in out
    assert "too few to summarise" in out
    assert "table: intensities sha256:" in out


def test_posture_of_actors_that_do_not_meet_answers_nothing_and_still_tells_what_is_covered(
    run: Run, filled: Path
) -> None:
    status, out, _ = run("posture", "r.comity", "CHL", "PER", "--since", "2030-01-01")
    assert status == 0
    assert "nothing in this record answers that" in out
    assert "covered: 0 articles" in out


def test_posture_as_json_has_series_and_asked_for_periods(run: Run, filled: Path) -> None:
    answer = json.loads(run("posture", "r.comity", "SWE", "GHA", "--by", "week", "--json")[1])
    assert answer["asked"]["by"] == "week"
    assert {row["start"] for row in answer["rows"]} == {"2024-04-29"}
    assert answer["series"]["events"][0]["score"] == -2.0


def test_posture_is_plotted(run: Run, filled: Path) -> None:
    status, _, err = run("posture", "r.comity", "SWE", "GHA", "--plot", "p.svg")
    assert status == 0
    assert "p.svg: drawn" in err
    assert "SWE → GHA" in (filled.parent / "p.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "value"), [("--plot", "p.gif"), ("--since", "yesterday"), ("--scores", "none.yaml")]
)
def test_what_cannot_be_done_is_refused_with_a_remedy(run: Run, filled: Path, option: str, value: str) -> None:
    status, _, err = run("posture", "r.comity", "SWE", "GHA", option, value)
    assert status == 1
    assert value in err
