"""Triggers and responses by command, on a record of the coder's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import comity
from cli.conftest import Run

ARTICLES = [
    {"id": "1", "text": "Chile attacked Ghana on 14 April 2024.", "published": "2024-04-14", "outlet": "Wire"},
    {"id": "2", "text": "Norway condemned Chile on 16 April 2024.", "published": "2024-04-16", "outlet": "Post"},
    {"id": "3", "text": "Peru did not condemn Chile.", "published": "2024-04-17", "outlet": "Post"},
]


@pytest.fixture
def record(tmp_path: Path) -> str:
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, ARTICLES)))
    (tmp_path / "own.yaml").write_text("{any: [NOR, PER, KEN]}")
    comity.open(tmp_path / "r.comity").read(tmp_path / "a.jsonl", processes=1)
    return "r.comity"


def test_the_matrix_of_a_trigger_that_was_chosen_from_the_list(run: Run, record: str) -> None:
    status, out, _ = run("triggers", record, "--json")
    (trigger,) = json.loads(out)["rows"]
    assert (status, trigger["actor"], trigger["recipient"], trigger["clock_start"]) == (0, "CHL", "GHA", "2024-04-14")
    status, out, _ = run("responses", record, "--trigger", trigger["id"][:6], "--responders", "own.yaml", "--json")
    answer = json.loads(out)
    assert status == 0
    assert [(r["responder"], r["status"], r["T"]) for r in answer["rows"]] == [
        ("NOR", "condemned", 2),
        ("PER", "withheld", None),
        ("KEN", "not_covered", None),
    ]
    assert {"Norway condemned Chile on 16 April 2024.", "Peru did not condemn Chile."} <= {
        e["quotation"] for e in answer["evidence"]
    }
    assert set(answer["basis"]["rules"]) == {"triggers", "responders"}


def test_without_a_trigger_the_list_and_how_to_choose(run: Run, record: str) -> None:
    status, out, _ = run("responses", record)
    assert status == 0
    assert "--trigger ID" in out
    assert "at least 1 outlet(s)" in out


def test_more_outlets_than_there_are_leave_nothing_and_an_unknown_id_ends_with_1(run: Run, record: str) -> None:
    status, out, _ = run("triggers", record, "--outlets", "2", "--class", "attack")
    assert status == 0
    assert out.startswith("nothing in this record answers that")
    status, _, err = run("responses", record, "--trigger", "ffff", "--rule", "none.yaml")
    assert (status, "none.yaml" in err) == (1, True)
    status, _, err = run("responses", record, "--trigger", "zzzz")
    assert (status, "zzzz" in err) == (1, True)
