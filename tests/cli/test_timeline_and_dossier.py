"""``comity timeline`` and ``comity dossier``, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import comity
from cli.conftest import Run
from comity import dossiers
from comity.reading import OpenRecord

PAIRS = {"israel-russia-2023": ("ISR", "RUS"), "october-1962": ("USA", "SUN")}
REFERENCES = Path(__file__).parent.parent / "timelines"  # of more pairs, written before any of them was computed
CHOSEN_ON = (
    "october-1962.CUB.SUN",
    "october-1962.CUB.USA",
    "israel-russia-2023.Hamas.RUS",
    "israel-russia-2023.ISR.ZAF",
)
NOT_CHOSEN_ON = (
    "october-1962.CUB.UN",
    "october-1962.SUN.UN",
    "israel-russia-2023.IRN.ISR",
    "israel-russia-2023.RUS.USA",
)
REFERENCE = "- {date: 2024-05-02, line: Norway condemned Chile}\n- {date: 2024-05-04, line: They met}\n"


@pytest.fixture
def record(tmp_path: Path) -> str:
    """Two dated sentences of Norway and Chile."""
    text = (
        "Norway condemned Chile on 2 May 2024.\n\nThe foreign ministers of Norway and Chile met on 4 May 2024 in Oslo."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    from comity.sources import ReadingOptions

    comity.open(tmp_path / "r.comity").read(tmp_path / "a.txt", ReadingOptions(published="2024-05-05"), processes=1)
    return str(tmp_path / "r.comity")


def test_a_timeline_prints_days_with_their_sentence_and_both_baselines(run: Run, record: str, tmp_path: Path) -> None:
    (tmp_path / "reference.yaml").write_text(REFERENCE, encoding="utf-8")
    status, out, _ = run("timeline", record, "NOR", "CHL", "--reference", "reference.yaml")
    assert status == 0
    assert "line: “Norway condemned Chile on 2 May 2024.”" in out
    assert "Date-F1, this timeline: 1 (n = 2): precision 1.000, recall 1.000" in out
    assert "Date-F1, baseline: mentions of the day: 1 " in out
    assert "Date-F1, baseline: texts published on the day: 0 " in out


def test_the_limit_holds_and_json_has_every_quotation(run: Run, record: str) -> None:
    answer = json.loads(run("timeline", record, "NOR", "CHL", "--limit", "1", "--json")[1])
    assert len(answer["rows"]) == 1
    assert {e["row"] for e in answer["evidence"]} == {answer["rows"][0]["id"]}


@pytest.mark.parametrize("content", ["- {day: 2024-05-02}", "a: b", "- {date: soon, line: x}", "[]"])
def test_a_reference_that_is_no_timeline_is_refused(run: Run, record: str, tmp_path: Path, content: str) -> None:
    (tmp_path / "reference.yaml").write_text(content, encoding="utf-8")
    status, _, err = run("timeline", record, "NOR", "CHL", "--reference", "reference.yaml")
    assert status == 1
    assert "reference.yaml" in err


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> dict[str, OpenRecord]:
    folder = tmp_path_factory.mktemp("demonstration")
    records = {name: comity.open(folder / f"{name}.comity") for name in PAIRS}
    for name, record in records.items():
        record.read(dossiers.folder(name), processes=1)
    return records


def test_over_all_references_the_timelines_are_nearer_in_the_mean_than_both_baselines(
    demonstration: dict[str, OpenRecord],
) -> None:
    whole = [(name, *pair, dossiers.folder(name) / "reference-timeline.yaml") for name, pair in PAIRS.items()]
    more = [(*pair.split("."), REFERENCES / f"{pair}.yaml") for pair in CHOSEN_ON + NOT_CHOSEN_ON]
    scores = []
    for name, one, other, reference in (*whole, *more):
        answer = demonstration[name].timeline(one, other, reference=reference)
        scores.append([f.value or 0.0 for f in answer.figures if f.name.startswith("Date-F1")])
    own, mentions, published = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    assert own > max(mentions, published)


@pytest.mark.parametrize("pairs", [CHOSEN_ON, NOT_CHOSEN_ON], ids=["chosen on", "not chosen on"])
def test_the_timelines_of_more_pairs_are_nearer_in_the_mean_than_both_baselines(
    demonstration: dict[str, OpenRecord], pairs: tuple[str, ...]
) -> None:
    scores = []
    for pair in pairs:
        name, one, other = pair.split(".")
        answer = demonstration[name].timeline(one, other, reference=REFERENCES / f"{pair}.yaml")
        scores.append([f.value or 0.0 for f in answer.figures if f.name.startswith("Date-F1")])
    own, mentions, published = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    assert own > max(mentions, published)


@pytest.mark.parametrize("ending", ["html", "md", "docx"])
def test_a_dossier_is_written_whole_and_told(run: Run, record: str, tmp_path: Path, ending: str) -> None:
    status, out, err = run("dossier", record, "NOR", "CHL", "--out", f"d.{ending}")
    assert (status, out) == (0, "")
    assert err.startswith(f"d.{ending}: ")
    assert "quotations from 1 texts" in err
    assert (tmp_path / f"d.{ending}").stat().st_size > 2000
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_another_ending_or_no_record_is_refused(run: Run, record: str) -> None:
    assert run("dossier", record, "NOR", "CHL", "--out", "d.pdf")[0] == 1
    assert run("dossier", "none.comity", "NOR", "CHL", "--out", "d.html")[0] == 1
