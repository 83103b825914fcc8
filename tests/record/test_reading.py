"""Reading into a record: nothing twice, nothing lost, everything told."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from comity.errors import InputError
from comity.exports.claims import claim_line
from comity.reading import OpenRecord, Progress, read
from record.conftest import Make
from record.scenes import article, fake_coder

TEXT = "Norway said that Sweden criticised Ghana. Chile said that Norway visited Sweden."


def exported(record: OpenRecord) -> list[object]:
    return [claim_line(r) for r in record.reader().claims()]


def test_reading_an_article_twice_adds_nothing_and_codes_nothing(record: OpenRecord) -> None:
    read(record, [article(TEXT)], fake_coder())
    before, counts = exported(record), record.reader().counts()
    seen: list[str] = []
    report = read(record, [article(TEXT)], fake_coder(seen=seen))
    assert (report.read, report.known, seen) == (0, 1, [])
    assert exported(record) == before
    assert record.reader().counts() == counts


def test_the_same_article_twice_in_one_batch_is_kept_once(record: OpenRecord) -> None:
    read(record, [article(TEXT), article(TEXT)], fake_coder())
    assert record.reader().counts()["articles"] == 1


def test_another_version_of_the_coder_replaces_the_codings(record: OpenRecord) -> None:
    read(record, [article(TEXT)], fake_coder("1"))
    read(record, [article(TEXT)], fake_coder("2"))
    assert {r.provenance.coder_version for r in record.reader().claims()} == {"2"}
    assert record.reader().counts()["claims"] == 2


def test_a_date_learnt_later_replaces_the_undated_reading_and_is_kept(record: OpenRecord) -> None:
    report = read(record, [article(TEXT, published=None)], fake_coder())
    assert report.undated == 1
    assert [r.claim.time.earliest for r in record.reader().claims()] == [None, None]
    read(record, [article(TEXT)], fake_coder())
    read(record, [article(TEXT, published=None)], fake_coder())
    assert [r.provenance.published for r in record.reader().claims()] == ["2024-05-01"] * 2


def test_the_same_text_of_two_outlets_is_two_articles_with_one_text(record: OpenRecord) -> None:
    read(record, [article(TEXT), article(TEXT, outlet="Demo Gazette South")], fake_coder())
    assert record.reader().counts()["articles"] == 2
    assert record.verify().texts == 1


def test_an_id_used_for_two_texts_loses_neither(record: OpenRecord) -> None:
    other = replace(article("Ghana said that Chile visited Norway."), id=article(TEXT).id)
    read(record, [article(TEXT), other], fake_coder())
    assert record.reader().counts()["claims"] == 3


def test_errors_are_told_and_the_rest_is_read(record: OpenRecord) -> None:
    broken = InputError("is no JSON", place="x.jsonl, line 2")
    report = read(record, [broken, article(TEXT)], fake_coder())
    assert report.errors == [broken]
    assert report.read == 1


def test_a_text_that_is_not_coded_is_stored_and_reported(record: OpenRecord) -> None:
    report = read(record, [article("Nothing here is a claim.")], fake_coder())
    assert report.not_coded == {"en": 1}
    assert [a.text for a in record.reader().articles()] == ["Nothing here is a claim."]


def test_the_watcher_sees_every_article(record: OpenRecord) -> None:
    steps: list[Progress] = []
    read(record, [article(TEXT)], fake_coder(), steps.append)
    read(record, [article(TEXT)], fake_coder(), steps.append)
    assert [(s.claims, s.known) for s in steps] == [(2, False), (0, True)]


def test_an_article_is_read_back_as_it_was_given(record: OpenRecord) -> None:
    given = replace(article(TEXT), noncontent=((0, 6),), url="https://demo.example/1", kind="statement")
    read(record, [given], fake_coder())
    assert list(record.reader().articles()) == [given]


KILLED = """
import sys
from record.scenes import article, fake_coder
from comity.reading import OpenRecord, read
texts = [f"Norway said that Sweden criticised Ghana. Number {n} of them." for n in range(150)]
read(OpenRecord(sys.argv[1]), [article(t) for t in texts], fake_coder())
"""


@pytest.mark.parametrize("seed", range(3))
def test_a_reading_killed_at_any_moment_goes_on_to_the_same_record(new_record: Make, seed: int) -> None:
    """SECURITY: crash in the middle."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
    run = [sys.executable, "-c", KILLED]
    whole, cut = new_record(), new_record()
    started = time.monotonic()
    subprocess.run([*run, whole.place], env=env, check=True)
    process = subprocess.Popen([*run, cut.place], env=env)
    time.sleep(random.Random(seed).uniform(0.3, 1.0) * (time.monotonic() - started))
    process.send_signal(signal.SIGKILL)
    process.wait()
    subprocess.run([*run, cut.place], env=env, check=True)
    assert exported(cut) == exported(whole)
    assert cut.verify().faults == ()


# ``make soak`` kills 200 times; here are as many as a test may take time for.
KILLS = int(os.environ.get("KILLS", "12"))


def test_a_real_reading_killed_at_random_moments_loses_nothing(new_record: Make) -> None:
    """SECURITY: crash in the middle. With the real coder; every kill is followed by a reading to the end."""
    places = [new_record().place for _ in range(2 * KILLS + 1)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[1]), *sys.path])}
    command = [sys.executable, "-m", "record.killing", str(KILLS), "7", *places]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    print(found)
    assert found["kills"] == KILLS
    assert found["wrong"] == []
    assert found["least"] < found["most"]  # the kills met readings at different places
