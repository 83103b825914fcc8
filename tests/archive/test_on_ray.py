"""The same archive from workers of Ray: with one of them killed in the middle, and after that without any work to do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive.conftest import line
from archive.test_filling import held, written
from comity.archive import OpenArchive
from comity.archive.filling import Work
from ray_cluster import below, skip_or_fail

ARTICLES = 24
TEXT = "Norway said that Sweden had criticised Ghana. Chile's president visited Norway. It was the visit number {}."
RUN = """
import sys
from comity.archive import OpenArchive
from comity.archive.filling import Work
print(OpenArchive(sys.argv[1]).code(sys.argv[2:], None, Work("ray", 2, batch=2)))
"""


def files(folder: Path) -> list[Path]:
    """Two files of articles, and a line that is none."""
    lines = [line(TEXT.format(n), f"2024-05-{n % 28 + 1:02}") for n in range(ARTICLES)]
    half = ARTICLES // 2
    return [written(folder / "a.jsonl", *lines[:half]), written(folder / "b.jsonl", "{no", *lines[half:], lines[0])]


def kill_a_worker(process: subprocess.Popen[str], arrived: Path) -> int:
    """Kills one that codes, once something has landed; answers how many parts there were then."""
    for _ in range(4000):
        landed = [p for p in arrived.glob("*") if not p.name.startswith(".")]
        coding = [pid for pid, called in below(process.pid) if b"land_batch" in called]
        if landed and coding:
            os.kill(coding[0], signal.SIGKILL)
            return len(landed)
        assert process.poll() is None, "the run ended before a worker could be killed"
        time.sleep(0.02)
    raise AssertionError("no worker was met while it coded")


def test_a_worker_killed_in_the_middle_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    skip_or_fail()
    given, archive, here = files(tmp_path), OpenArchive(tmp_path / "ray"), OpenArchive(tmp_path / "here")
    command = [sys.executable, "-c", RUN, archive.place, *map(str, given)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    parts = kill_a_worker(process, Path(archive.place) / "arrived")
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    assert parts < ARTICLES // 2
    assert "bad=1" in out
    here.code(given, None, Work(workers=1))
    for made in (archive, here):
        made.fold_parts()
        assert made.check().faults == ()
    assert len(held(archive)) > ARTICLES
    assert held(archive) == held(here)
    rows = [
        json.loads(x)["rows"]["articles"] for x in (Path(archive.place) / "manifest.jsonl").read_text().splitlines()
    ]
    assert sum(rows) in (ARTICLES, ARTICLES + 1)  # the article that stands in both files may be coded at both


@pytest.fixture
def quick_coder() -> None:
    """Here the real coder codes."""
