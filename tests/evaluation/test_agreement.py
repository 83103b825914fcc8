"""Two passes of one hand: what agrees, what does not, and what it is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from comity.evaluation import gold
from comity.evaluation.agreement import retest
from comity.evaluation.figures import Figure


@pytest.fixture
def many(folder: Path) -> Path:
    """The set with each text five times, so that fields have units enough."""
    for name in ("texts.jsonl", "gold.jsonl", "first.jsonl", "second.jsonl"):
        rows = [json.loads(x) for x in (folder / name).read_text().splitlines()]
        rows = [{**r, "id": f"{r['id']}-{k}"} for k in range(5) for r in rows if r["id"] != "t6"]
        (folder / name).write_text("".join(json.dumps(r) + "\n" for r in rows))
    (folder / "dev.jsonl").unlink()
    return folder


def alphas(folder: Path) -> dict[str, Figure]:
    section = retest(gold.load(folder))
    assert section is not None
    return {row.name: row.figures["alpha"] for row in section.rows if "alpha" in row.figures}


def test_alpha_is_one_where_both_passes_agree_and_less_where_not(many: Path) -> None:
    found = alphas(many)
    assert found["claim's type (nominal)"].value == 1
    assert found["claims in the sentence (interval)"].value == 1
    status = found["claim's status (nominal)"]
    assert status.value is not None
    assert status.value < 1
    assert status.n == 20  # a meeting told from both sides is one act


def test_a_level_is_told_with_each_field_and_few_units_make_no_row(folder: Path, many: Path) -> None:
    names = alphas(many)
    assert "condemnations there (nominal)" in names
    assert "attribution's source (nominal)" in names
    assert not [n for n in names if n.startswith("contacts parties")]


def test_it_is_called_test_retest_of_one_hand(folder: Path) -> None:
    section = retest(gold.load(folder))
    assert section is not None
    assert section.title.startswith("Test-retest")
    assert "one hand" in section.notes[0]
    (folder / "first.jsonl").unlink()
    assert retest(gold.load(folder)) is None
