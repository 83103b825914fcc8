"""Readings beside each other and beside those who ask: all end, nothing is lost, nobody is told of a lock."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from comity.exports.claims import claim_line
from comity.reading import OpenRecord, read
from record.conftest import Make
from record.scenes import article, fake_coder

TEXTS = [f"Norway said that Sweden criticised Ghana. Number {n} of them." for n in range(150)]
READING = """
import sys
from comity.reading import OpenRecord, read
from record.scenes import article, fake_coder
from record.test_two_processes import TEXTS
start, end = int(sys.argv[2]), int(sys.argv[3])
report = read(OpenRecord(sys.argv[1]), [article(t) for t in TEXTS[start:end]], fake_coder())
print(report.read + report.known)
"""
ASKING = """
import sys, time
from comity.errors import RecordError
from comity.reading import OpenRecord
until, asked = time.monotonic() + float(sys.argv[2]), 0
while time.monotonic() < until:
    reader = OpenRecord(sys.argv[1]).reader()
    claims, texts = list(reader.claims()), {a.id for a in reader.articles()}
    assert {c.provenance.article for c in claims} <= texts
    asked += 1
print(asked)
"""


def start(script: str, *arguments: str) -> subprocess.Popen[str]:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str]) -> int:
    """The number that the process printed; it ended well and had nothing to complain of."""
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert "locked" not in err
    return int(out)


def test_two_readings_and_two_who_ask_all_end_and_nothing_is_lost(new_record: Make) -> None:
    """SECURITY: two writers. The readings overlap, on a record that none of them finds there."""
    record, alone = new_record(), new_record()
    readings = [start(READING, record.place, "0", "100"), start(READING, record.place, "50", "150")]
    while not has_begun(record):
        assert any(p.poll() is None for p in readings), [p.communicate() for p in readings]
        time.sleep(0.05)
    asking = [start(ASKING, record.place, "2") for _ in range(2)]
    assert [ended(p) for p in readings] == [100, 100]
    assert all(ended(p) > 0 for p in asking)
    read(alone, [article(t) for t in TEXTS], fake_coder())
    assert [claim_line(c) for c in record.reader().claims()] == [claim_line(c) for c in alone.reader().claims()]
    assert record.verify().faults == ()


def has_begun(record: OpenRecord) -> bool:
    from comity.errors import ComityError

    try:
        return record.reader().counts()["articles"] > 0
    except ComityError:
        return False
