"""``comity evaluate`` as a user calls it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from cli.conftest import Run
from comity.evaluation import gold

SET = Path(__file__).parents[1] / "evaluation" / "set"


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(shutil.copytree(SET, tmp_path / "set"))


def test_it_says_whose_set_it_is_with_n_digest_and_coder(run: Run, folder: str) -> None:
    status, out, _ = run("evaluate", folder, "--processes", "1")
    assert status == 0
    assert "A set given by its folder, not comity's own." in out
    assert "5 texts, 1 articles, 7 sentences, 5 claims" in out
    assert gold.digest(Path(folder)) in out
    assert "vocabulary sha256:" in out
    assert "Test-retest" in out
    assert "No floors are pinned" in out


def test_a_simple_sentence_is_found(run: Run, folder: str) -> None:
    figures = json.loads(run("evaluate", folder, "--json", "--processes", "1")[1])["figures"]
    assert figures["types"]["ACCUSE"]["recall"]["value"] == 1
    assert figures["fields"]["status"]["right"]["value"] == 1
    assert figures["silence"]["sentences without a labelled claim"]["right"]["n"] == 3


def test_pinned_floors_hold_and_a_figure_below_ends_with_1_and_is_named(run: Run, folder: str) -> None:
    labels = Path(folder) / "gold.jsonl"
    rows = [json.loads(line) for line in labels.read_text().splitlines()]
    rows[0]["claims"].append({**rows[0]["claims"][0], "type": "PROTEST", "mode": None})  # nobody finds this
    labels.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert "floors raised" in run("evaluate", folder, "--pin", "--processes", "1")[2]
    status, out, _ = run("evaluate", folder, "--processes", "1")
    assert status == 0
    assert "stand at or above their floors" in out
    path = Path(folder) / "floors.yaml"
    path.write_text(re.sub(r'("claims.all.recall"): [\d.]+', r"\1: 0.999", path.read_text()))
    status, _, err = run("evaluate", folder, "--pin", "--processes", "1")
    assert status == 1
    assert "claims.all.recall is" in err
    assert "below its floor of 0.999" in err
    assert '"claims.all.recall": 0.999' in path.read_text()


def test_floors_of_another_set_are_refused(run: Run, folder: str) -> None:
    run("evaluate", folder, "--pin", "--processes", "1")
    (Path(folder) / "second.jsonl").unlink()
    status, out, err = run("evaluate", folder, "--processes", "1")
    assert (status, out) == (1, "")
    assert "pinned on another set" in err


def test_errors_are_written_with_label_and_finding(run: Run, folder: str, tmp_path: Path) -> None:
    path = Path(folder) / "gold.jsonl"
    path.write_text(path.read_text().replace('"status": "negated"', '"status": "denied"'))
    assert run("evaluate", folder, "--errors", "errors.jsonl", "--processes", "1")[0] == 0
    rows = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text().splitlines()]
    (wrong,) = [r for r in rows if r["id"] == "t2" and r["list"] == "claims"]
    assert (wrong["difference"], wrong["fields"]) == ("wrong", ["status"])
    assert (wrong["label"]["status"], wrong["found"]["status"]) == ("denied", "negated")
    assert wrong["sentence"].startswith("Norway said")


def test_markdown_has_a_table_for_each_section(run: Run, folder: str) -> None:
    out = run("evaluate", folder, "--markdown", "--part", "dev", "--processes", "1")[1]
    assert "| | precision | recall | f1 |" in out
    assert "| ASSAULT | 1.000" in out


def test_a_folder_without_a_set_ends_with_1(run: Run) -> None:
    status, _, err = run("evaluate", ".")
    assert status == 1
    assert "no texts.jsonl there" in err
