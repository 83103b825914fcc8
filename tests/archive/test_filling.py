"""Coding into an archive: nothing twice, nothing lost, everything told, whatever cuts a run short."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from archive.conftest import BREAKS, ONE, line
from comity import coder
from comity.archive import OpenArchive
from comity.archive.filling import batches
from comity.archive.folder import Folder
from comity.archive.parts import BATCH_CHARACTERS
from comity.errors import RecordError, StorageError
from comity.values import Article

TEXT = "Norway said that Sweden criticised Ghana. Chile said that Norway visited Sweden. This is number {}."


def written(path: Path, *lines: Any) -> Path:
    path.write_text("".join((x if isinstance(x, str) else json.dumps(x)) + "\n" for x in lines), encoding="utf-8")
    return path


def held(archive: OpenArchive) -> list[tuple[str, int]]:
    """Every claim of the archive by article and place."""
    rows = archive.reader().scan("claims").select("article", "number").collect()
    return sorted(rows.iter_rows())


def test_coding_twice_adds_nothing_and_an_article_given_twice_is_there_once(
    archive: OpenArchive, tmp_path: Path
) -> None:
    given = written(tmp_path / "a.jsonl", *(line(TEXT.format(n)) for n in (1, 2, 3, 1)))
    first = archive.code([given], None, ONE)
    assert (first.coded, first.known, first.parts, first.claims) == (3, 1, 2, 6)
    archive.fold_parts()
    before = held(archive)
    assert (archive.code([given], None, ONE).coded, archive.fold_parts()) == (0, None)
    assert held(archive) == before


def test_good_and_bad_are_all_that_was_given(archive: OpenArchive, tmp_path: Path) -> None:
    given = written(
        tmp_path / "a.jsonl", line(TEXT.format(1)), "{not json", line(f"{BREAKS} {TEXT}"), line(TEXT.format(2))
    )
    done = archive.code([given], None, ONE)
    assert (done.coded, done.bad) == (2, 2)
    told = [json.loads(x) for x in (tmp_path / "claims" / "bad.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {(t["place"].removeprefix(str(tmp_path)), t["status"]) for t in told} == {
        ("/a.jsonl:2", "unreadable"),
        ("/a.jsonl:3", "not coded"),
    }
    archive.code([given], None, ONE)
    assert len((tmp_path / "claims" / "bad.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_part_whose_line_was_not_written_is_taken_up_and_a_torn_line_written_again(
    archive: OpenArchive, tmp_path: Path
) -> None:
    given = written(tmp_path / "a.jsonl", *(line(TEXT.format(n)) for n in range(6)))
    archive.code([given], None, ONE)
    manifest = tmp_path / "claims" / "manifest.jsonl"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole[:-20])
    assert archive.code([given], None, ONE).coded == 0
    assert sorted(manifest.read_bytes().splitlines()) == sorted(whole.splitlines())


def test_two_parts_that_hold_the_same_article_give_it_once(archive: OpenArchive, tmp_path: Path) -> None:
    """A worker that was taken for lost may put its part there after another did the same articles in other batches."""
    one, two = (OpenArchive(tmp_path / name) for name in ("one", "two"))
    lines = [line(TEXT.format(n)) for n in range(4)]
    one.code([written(tmp_path / "a.jsonl", *lines)], None, ONE)
    two.code([written(tmp_path / "b.jsonl", *lines[1:])], None, ONE)
    for part in Folder(Path(two.place)).waiting():
        if not (kept := Path(one.place) / "arrived" / part.name).exists():
            part.rename(kept)
    done = one.fold_parts()
    assert done is not None
    assert (done.articles, done.claims) == (4, 8)
    assert one.check().faults == ()


def test_a_date_learnt_later_replaces_the_undated_article(archive: OpenArchive, tmp_path: Path) -> None:
    archive.code([written(tmp_path / "a.jsonl", line(TEXT.format(1), None))], None, ONE)
    archive.fold_parts()
    assert [p.name for p in Folder(Path(archive.place)).fold().glob("claims/*")] == ["day=unknown"]  # type: ignore[union-attr]
    archive.code([written(tmp_path / "b.jsonl", line(TEXT.format(1)))], None, ONE)
    archive.fold_parts()
    assert [p.name for p in Folder(Path(archive.place)).fold().glob("claims/*")] == ["day=2024-05-01"]  # type: ignore[union-attr]


def test_another_coder_is_refused_and_so_is_a_folder_that_cannot_be_written(
    archive: OpenArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = written(tmp_path / "a.jsonl", line(TEXT.format(1)))
    archive.code([given], None, ONE)
    with pytest.raises(StorageError):
        OpenArchive(given / "inside").code([given], None, ONE)
    made_by = {**coder.version(), "version": "0.0.1"}
    about = tmp_path / "claims" / "archive.json"
    about.write_text(json.dumps({**json.loads(about.read_text()), "coder": made_by}))
    with pytest.raises(RecordError, match="another folder"):
        archive.code([given], None, ONE)


def test_a_batch_is_bounded_by_its_articles_and_its_characters() -> None:
    short, long = Article("a", "x"), Article("b", "x" * BATCH_CHARACTERS)
    assert [len(b) for b in batches([short] * 5, 2)] == [2, 2, 1]
    assert [len(b) for b in batches([short, long, short], 96)] == [2, 1]


KILLED = """
import sys
from pathlib import Path
from archive.conftest import ONE, scene, scenes
from comity import coder
from comity.archive import OpenArchive
coder.code_many, coder.code_article = scenes, scene
archive = OpenArchive(sys.argv[1])
archive.code([sys.argv[2]], None, ONE)
archive.fold_parts()
"""


@pytest.mark.parametrize("seed", range(int(os.environ.get("KILLS", "4"))))
def test_a_run_killed_at_any_moment_goes_on_to_the_same_archive(tmp_path: Path, seed: int) -> None:
    """SECURITY: crash in the middle, also of folding."""
    given = written(tmp_path / "a.jsonl", *(line(TEXT.format(n), f"2024-05-{n % 28 + 1:02}") for n in range(40)))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
    whole, cut = (OpenArchive(tmp_path / name) for name in ("whole", "cut"))
    run = [sys.executable, "-c", KILLED]
    began = time.monotonic()
    subprocess.run([*run, whole.place, str(given)], env=env, check=True)
    process = subprocess.Popen([*run, cut.place, str(given)], env=env)
    time.sleep(random.Random(seed).uniform(0.4, 1.0) * (time.monotonic() - began))
    process.send_signal(signal.SIGKILL)
    process.wait()
    subprocess.run([*run, cut.place, str(given)], env=env, check=True)
    assert held(cut) == held(whole)
    assert cut.check().faults == ()
    rows = [json.loads(x)["rows"]["articles"] for x in (Path(cut.place) / "manifest.jsonl").read_text().splitlines()]
    assert sum(rows) == 40
    assert pl.concat([cut.reader().frames().articles, whole.reader().frames().articles])["article"].n_unique() == 40
