"""The commands with comity's own coder: digest, code, relate, and the demonstration."""

from __future__ import annotations

import json
from pathlib import Path

import comity
from cli.conftest import Run

TEXT = "Norway's foreign minister said on Monday that Sweden had condemned Ghana. Chile sent food aid to Ghana.\n"


def test_digest_quotes_what_stands_in_the_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    status, out, _ = run("digest", "a.txt", "--published", "2024-05-01", "--json")
    line = json.loads(out)
    assert status == 0
    assert line["lines"]
    text = (tmp_path / "a.txt").read_text()
    for row in line["lines"]:
        start, end = row["quotation"]["span"]
        assert text[start:end] == row["quotation"]["text"]
    assert len(comity.digest(tmp_path / "a.txt", published="2024-05-01")) == len(line["lines"])


def test_digest_of_nothing_ends_with_1(run: Run) -> None:
    status, _, err = run("digest", "none.txt")
    assert status == 1
    assert "none.txt" in err


def test_code_answers_each_line_at_its_place_and_ends_with_1_for_a_bad_one(run: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": "1", "text": TEXT}), "[]", json.dumps({"id": "2", "text": TEXT})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    status, out, _ = run("code", "a.jsonl", "--processes", "1")
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [a.get("id") for a in answers] == ["1", None, "2"]
    assert answers[1]["line"] == 2
    assert set(answers[0]) >= {"sentences", "attributions", "claims", "signals", "roles", "coder"}
    assert len(answers[0]["signals"]) == 9


def test_relate_answers_the_same_from_command_and_python(run: Run, tmp_path: Path) -> None:
    pair = {"id": "1", "text": "Sweden condemned Ghana.", "source": [[0, 6]], "target": [[17, 22]]}
    (tmp_path / "a.jsonl").write_text(json.dumps(pair))
    status, out, _ = run("relate", "a.jsonl", "--processes", "1")
    assert status == 0
    assert json.loads(out) == comity.relate(pair)
    assert json.loads(out)["type"] == "ACCUSE"


def test_the_demonstration_ends_with_whole_records_and_folds_its_copies(run: Run, tmp_path: Path) -> None:
    status, out, _ = run("demo")
    assert status == 0
    assert "October 1962" in out
    assert "comity claims" in out
    for name, copies in (("october-1962", 6), ("israel-russia-2023", 4)):
        record = comity.open(tmp_path / "demo" / f"{name}.comity")
        assert record.verify().faults == ()
        folded = record.reader().copies()
        assert len(folded) - len(set(folded.values())) == copies
    commands = [line.split() for line in out.splitlines() if line.startswith("  comity dossier")]
    assert len(commands) == 2
    assert out.rstrip().endswith(" ".join(commands[-1]))
    for _, *command in commands:
        assert run(*command)[0] == 0
    assert "<h1>Israel and Russia</h1>" in (tmp_path / "demo" / "israel-russia-2023.html").read_text(encoding="utf-8")
