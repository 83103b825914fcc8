"""Backup, restore, migrate, forget and verify, as a user calls them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cli.conftest import Run
from comity.reading import Coder
from comity.record.schema import SCHEMA_VERSION
from record.older import older
from record.scenes import VERSION, fake_coder
from record.test_places import TEXTS, many


@pytest.fixture
def filled(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of the first of two articles in r.comity."""
    monkeypatch.setattr("comity.reading.coder", lambda processes: Coder(many, VERSION))
    for number, text in enumerate(TEXTS[:2]):
        (tmp_path / f"{number}.txt").write_text(text)
    assert run("read", "0.txt", "1.txt", "--into", "r.comity", "--published", "2024-05-01")[0] == 0
    _, out, _ = run("claims", "r.comity", "--json")
    return str(json.loads(out.splitlines()[0])["provenance"]["article"])


def test_a_backup_is_brought_back(run: Run, filled: str) -> None:
    before = run("claims", "r.comity", "--json")
    assert run("backup", "r.comity", "b.comity") == (0, "b.comity: a copy of r.comity\n", "")
    status, _, err = run("restore", "b.comity", "r.comity")
    assert status == 1
    assert "there is something already; nothing was written over it" in err
    assert run("restore", "b.comity", "again.comity")[0] == 0
    assert run("claims", "again.comity", "--json") == before
    assert run("verify", "again.comity")[0] == 0


def test_an_older_record_is_migrated_and_told(run: Run, tmp_path: Path) -> None:
    older(tmp_path, 2)
    status, out, _ = run("migrate", "old.comity")
    assert (status, out) == (
        0,
        f"old.comity: was of schema 2 and is of {SCHEMA_VERSION} now; the original is kept in old.schema2.comity\n",
    )
    again = run("migrate", "old.comity", "--fold")[1].splitlines()
    assert again == [
        f"old.comity: is of schema {SCHEMA_VERSION}, which is today's",
        "old.comity: copies and clusters were worked out anew",
    ]


def test_a_forgotten_article_is_gone_from_every_export_and_told_by_each(run: Run, filled: str, tmp_path: Path) -> None:
    status, out, _ = run("forget", "r.comity", "--article", filled, "--why", "=1+1, they said")
    assert status == 0
    assert f"article {filled} was withdrawn on" in out
    _, out, err = run("claims", "r.comity", "--json")
    assert [json.loads(line)["provenance"]["article"] for line in out.splitlines()].count(filled) == 0
    assert "1 articles were withdrawn and are not among these: comity claims r.comity --withdrawn" in err
    run("claims", "r.comity", "--parquet", "c.parquet")
    (line,) = (tmp_path / "c.parquet.withdrawn.jsonl").read_text().splitlines()
    assert json.loads(line)["id"] == filled
    run("claims", "r.comity", "--geojson", "c.geojson", "--unlocated")
    assert json.loads((tmp_path / "c.geojson").read_text())["withdrawn"] == [json.loads(line)]
    assert json.loads((tmp_path / "c.geojson.withdrawn.jsonl").read_text()) == json.loads(line)
    assert json.loads(run("claims", "r.comity", "--withdrawn", "--json")[1]) == json.loads(line)
    assert "'=1+1" not in run("claims", "r.comity", "--withdrawn", "--csv", "--raw")[1]
    assert f"article {filled}" in run("claims", "r.comity", "--withdrawn")[1]


def test_a_list_of_an_earlier_export_goes_where_nothing_is_withdrawn(run: Run, filled: str, tmp_path: Path) -> None:
    stale = tmp_path / "c.parquet.withdrawn.jsonl"
    stale.write_text("{}\n")
    assert run("claims", "r.comity", "--parquet", "c.parquet")[0] == 0
    assert not stale.exists()
    assert "withdrawn" not in run("claims", "r.comity", "--geojson", "-")[1]


def test_reading_a_forgotten_article_again_is_told_and_adds_nothing(run: Run, filled: str) -> None:
    run("forget", "r.comity", "--article", filled, "--why", "A mistake.")
    status, out, err = run("read", "0.txt", "1.txt", "--into", "r.comity", "--published", "2024-05-01")
    assert status == 0
    assert "1 articles were withdrawn from this record and are not read again" in out
    assert f"article {filled} was withdrawn on" in err
    assert "(A mistake.) and is not read again" in err
    assert "1 texts" in run("verify", "r.comity")[1]


def test_what_does_not_stand_ends_with_1_and_its_place(run: Run, filled: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "r.comity")) as connection:
        connection.execute("UPDATE texts SET text = replace(text, 'Chile', 'Chilé')")
        connection.commit()
    status, out, _ = run("verify", "r.comity")
    assert status == 1
    assert "has been changed: its hash is now" in out
    assert "orphaned: 'Chile' does not stand at" in out
    whole = (tmp_path / "r.comity").read_bytes()
    (tmp_path / "r.comity").write_bytes(whole[: len(whole) // 2])
    status, out, err = run("verify", "r.comity")
    assert status == 1
    assert "malformed" in out + err
    assert "r.comity" in out + err


def test_a_full_disk_ends_with_74_and_says_what_to_do(
    run: Run, filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA max_page_count = 60")

    monkeypatch.setattr("comity.reading.coder", lambda processes: fake_coder())
    monkeypatch.setattr("comity.record.sqlite_file._set_up", no_room)
    (tmp_path / "long.txt").write_text(TEXTS[0] + " ".join(f" word{n}" for n in range(90_000)))
    status, _, err = run("read", "long.txt", "--into", "r.comity")
    assert status == 74
    assert "nothing of this batch was kept; make room" in err
