"""A fold: everything by day and by pair, copies and events as a record works them out."""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import comity
from archive.conftest import ONE, line, scenes
from archive.test_filling import TEXT, written
from comity import coder
from comity.archive import OpenArchive, eventing, folding
from comity.archive.folder import Folder
from comity.asking.frames import frames
from comity.errors import RecordError
from comity.reading import Coder, read
from comity.sources import articles

LONG = " ".join(f"word{n} of a wire story that two outlets print" for n in range(30))


def many() -> list[dict[str, str | None]]:
    """Pairs in both directions, one event told on several days, copies, a text without a date."""
    verbs = [("Sweden", "criticised", "Ghana"), ("Ghana", "visited", "Sweden"), ("Chile", "criticised", "Norway")]
    told = [
        line(
            f"Norway said that {a} {v} {b}. {LONG.replace('wire', f'wire{n % 7}')}",
            f"2024-05-{n + 1:02}",
            f"Outlet {n % 3}",
        )
        for n in range(9)
        for a, v, b in (verbs[n % 3],)
    ]
    copies = [
        line(f"{LONG} Chile said that Sweden criticised Ghana. {x}", d, x)
        for x, d in (("A", "2024-05-03"), ("B", "2024-05-01"))
    ]
    return [*told, *copies, line(TEXT.format("undated"), None)]


@pytest.mark.parametrize("buckets", [1, 5])
def test_an_archive_has_the_frames_of_a_record_of_the_same_articles(
    archive: OpenArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, buckets: int
) -> None:
    monkeypatch.setattr(eventing, "BUCKET", -(-13 // buckets))
    monkeypatch.setattr(folding, "WINDOW", 20 // buckets)
    given = written(tmp_path / "a.jsonl", *many())
    archive.code([given], None, ONE)
    done = archive.fold_parts()
    assert done is not None
    record = comity.open(tmp_path / "r.comity")
    read(record, articles([given]), Coder(lambda found: scenes(found), coder.version()))
    one, other = frames(record.reader()), frames(archive.reader())
    assert one.claims.height == 13
    assert done.copies == len(record.reader().copies()) > 2
    for name in ("articles", "claims", "roles"):
        assert_frame_equal(getattr(one, name), getattr(other, name))
    assert_frame_equal(one.signals["condemnations"], other.signals["condemnations"])
    assert one.versions == other.versions


def test_parts_are_folded_together_with_the_fold_before(archive: OpenArchive, tmp_path: Path) -> None:
    lines = many()
    for n in range(0, len(lines), 4):
        archive.code([written(tmp_path / f"{n}.jsonl", *lines[n : n + 4])], None, ONE)
        archive.fold_parts()
    whole = OpenArchive(tmp_path / "whole")
    whole.code([written(tmp_path / "a.jsonl", *lines)], None, ONE)
    whole.fold_parts()
    assert_frame_equal(archive.reader().frames().claims, whole.reader().frames().claims)
    assert [p.name for p in (tmp_path / "claims").glob("fold-*")] == ["fold-3"]
    assert list((tmp_path / "claims" / "arrived").iterdir()) == []


def test_what_waits_to_be_folded_is_told_and_not_left_out(archive: OpenArchive, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is no archive"):
        archive.reader()
    archive.code([written(tmp_path / "a.jsonl", line(TEXT.format(1)))], None, ONE)
    with pytest.raises(RecordError, match="comity archive fold"):
        archive.reader()


def test_verify_finds_a_changed_text_a_moved_span_and_a_claim_that_is_gone(
    archive: OpenArchive, tmp_path: Path
) -> None:
    archive.code([written(tmp_path / "a.jsonl", *(line(TEXT.format(n)) for n in range(3)))], None, ONE)
    archive.fold_parts()
    assert archive.check().faults == ()
    day = Folder(tmp_path / "claims").fold()
    assert day is not None

    def tamper(table: str, change: pl.Expr) -> list[str]:
        path = day / table / "day=2024-05-01" / "0.parquet"
        kept = path.read_bytes()
        pl.read_parquet(path).with_columns(change).write_parquet(path)
        found = [f.problem for f in archive.check().faults]
        path.write_bytes(kept)
        return found

    assert any("hash" in p for p in tamper("texts", pl.col("content").str.replace("Norway", "Sweden")))
    assert any(
        "does not stand at" in p for p in tamper("claims", pl.col("value").str.replace("criticised", "condemned"))
    )
    assert any("column type" in p for p in tamper("claims", pl.lit("AID").alias("type")))
    assert any("not as it was coded" in p for p in tamper("articles", pl.lit("Another").alias("outlet")))
    (day / "claims" / "day=2024-05-01" / "0.parquet").unlink()
    assert archive.check().faults


def test_an_archive_refuses_what_is_done_to_records(archive: OpenArchive, tmp_path: Path) -> None:
    archive.code([written(tmp_path / "a.jsonl", line(TEXT.format(1)))], None, ONE)
    for refused in (archive.migrate, archive.verify, lambda: archive.forget("a", "b")):
        with pytest.raises(RecordError, match="is an archive"):
            refused()
    assert isinstance(comity.ask(archive.place), OpenArchive)
    assert not isinstance(comity.ask(tmp_path / "none.comity"), OpenArchive)
    assert json.loads((tmp_path / "claims" / "archive.json").read_text())["fold"] == 0
