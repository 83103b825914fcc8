"""Every command of a measure on both demonstration dossiers: it ends well, and its quotations stand in the record's texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import comity
from cli.conftest import Run
from comity import coder, dossiers
from comity.archive.folder import Folder
from comity.archive.parts import put
from comity.archive.tables import tables
from comity.reading import Coder, read
from comity.record.queries import Reader
from comity.sources import articles
from comity.values import Article

PAIRS = {"october-1962": ("USA", "SUN"), "israel-russia-2023": ("RUS", "ISR")}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both dossiers, coded once: a record of each, and an archive of the same articles beside it."""
    folder = tmp_path_factory.mktemp("records")
    made = {}
    for name in PAIRS:
        found = [a for a in articles([dossiers.folder(name)]) if isinstance(a, Article)]
        coded = list(coder.code_many(found, 1))
        by_id = {a.id: c for a, c in zip(found, coded, strict=True)}
        made[name] = folder / f"{name}.comity"
        read(
            comity.open(made[name]),
            found,
            Coder(lambda given, by_id=by_id: (by_id[a.id] for a in given), coder.version()),
        )
        archive = Folder(archived(made[name]))
        archive.open_for(coder.version())
        for part in (slice(0, 20), slice(20, None)):
            put(archive.arrived, tables(found[part], coded[part]))
        comity.open_archive(archive.root).fold_parts()
    return made


def archived(record: Path) -> Path:
    """The archive beside a record."""
    return record.with_suffix("")


def commands(one: str, other: str) -> dict[str, list[str]]:
    return {
        "alignment": [one, other],
        "alerts": ["--place", "Gaza"],
        "assurances": ["--by", one],
        "contacts": ["--between", one, other],
        "coverage": [],
        "designations": ["--of", "Hamas", "--on", "2024-02-05"],
        "disputes": ["--between", one, other],
        "opinion": ["--population", other],
        "posture": [one, other],
        "redlines": ["--by", one],
        "responses": [],
        "roles": [],
        "timeline": [one, other],
        "triggers": [],
    }


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("command", commands("A", "B"))
def test_a_measure_of_a_dossier_quotes_what_stands_there(
    run: Run, records: dict[str, Path], name: str, command: str
) -> None:
    arguments = commands(*PAIRS[name])[command]
    status, out, err = run(command, str(records[name]), *arguments, "--json")
    answer = json.loads(out)
    assert (status, err) == (0, "")
    assert answer["basis"]["articles"] > 40
    reader, tables = Reader(str(records[name])), (answer["rows"], *answer["series"].values())
    rows = {row["id"] for table in tables for row in table if "id" in row}
    for piece in answer["evidence"]:
        text = reader.text(piece["text"])
        assert text[piece["quotation_start"] : piece["quotation_end"]] == piece["quotation"]
        assert not rows or piece["row"] in rows
    status, out, err = run(command, str(records[name]), *arguments)
    assert status == 0
    assert "coder: comity" in out


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("command", commands("A", "B"))
def test_an_archive_of_the_same_articles_answers_the_same(
    run: Run, records: dict[str, Path], name: str, command: str
) -> None:
    arguments = [*commands(*PAIRS[name])[command], "--json"]
    assert run(command, str(archived(records[name])), *arguments) == run(command, str(records[name]), *arguments)


@pytest.mark.parametrize("name", PAIRS)
def test_the_archive_of_a_dossier_stands_every_verification(run: Run, records: dict[str, Path], name: str) -> None:
    status, out, _ = run("archive", "verify", str(archived(records[name])))
    assert (status, ", 0 faults" in out) == (0, True)


@pytest.mark.parametrize("name", PAIRS)
def test_the_texts_that_are_quoted_stand_every_verification(run: Run, records: dict[str, Path], name: str) -> None:
    status, out, _ = run("verify", str(records[name]))
    assert status == 0, out
