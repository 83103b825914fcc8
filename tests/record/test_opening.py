"""Opening a record, and what happens where storage fails or another writes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from comity.errors import RecordError, StorageError
from comity.reading import OpenRecord, read
from comity.record.migrations import migrate
from comity.record.opening import open_for_writing
from comity.record.schema import SCHEMA_VERSION, metadata
from record.scenes import VERSION, article, code, fake_coder
from record.tampering import change

TEXT = "Norway said that Sweden criticised Ghana."


def test_a_record_that_is_not_there_is_told_and_not_made(file_record: OpenRecord) -> None:
    with pytest.raises(RecordError, match="no such record"):
        file_record.reader()
    assert not Path(file_record.place).exists()


def test_another_program_s_database_is_left_alone(file_record: OpenRecord) -> None:
    with sqlite3.connect(file_record.place) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = Path(file_record.place).read_bytes()
    with pytest.raises(RecordError, match="no record of comity"):
        read(file_record, [article(TEXT)], fake_coder())
    with pytest.raises(RecordError, match="no record of comity"):
        file_record.reader()
    assert Path(file_record.place).read_bytes()[96:] == before[96:]


def test_a_file_that_is_no_database_is_left_alone(file_record: OpenRecord) -> None:
    Path(file_record.place).write_text("not a database at all, but a text of some length\n" * 40)
    with pytest.raises(RecordError, match="not a database"):
        file_record.reader()
    with pytest.raises(RecordError, match="not a database"):
        read(file_record, [article(TEXT)], fake_coder())
    assert Path(file_record.place).read_text().startswith("not a database")


def test_a_record_of_a_newer_comity_is_not_touched(record: OpenRecord) -> None:
    read(record, [article(TEXT)], fake_coder())
    change(record, "UPDATE about SET value = '999' WHERE key = 'schema'")
    with pytest.raises(RecordError, match="newer comity"):
        record.reader()


def test_the_file_says_whose_it_is(file_record: OpenRecord) -> None:
    read(file_record, [article(TEXT)], fake_coder())
    assert Path(file_record.place).read_bytes()[68:72] == b"COMI"


def test_steps_run_once_each_in_their_order() -> None:
    done: list[int] = []

    def step(number: int) -> object:
        return lambda connection: done.append(number)

    with create_engine("sqlite://").begin() as connection:
        metadata.create_all(connection)
        connection.execute(text("INSERT INTO about VALUES ('schema', '1')"))
        migrate(connection, 1, {n: step(n) for n in (1, 2)}, to=3)  # type: ignore[misc]
        assert connection.execute(text("SELECT value FROM about")).scalar_one() == "3"
    assert done == [1, 2]


def test_there_is_a_step_from_every_older_schema() -> None:
    from comity.record.migrations import STEPS

    assert set(STEPS) == set(range(1, SCHEMA_VERSION))


HOLDING = """
import sys
from comity.record.opening import open_for_writing, transaction
with transaction(open_for_writing(sys.argv[1]), sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_writer(place: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the writer's lock until it is killed."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", HOLDING, place]
    other = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        yield other
    finally:
        other.kill()
        other.communicate()


def test_who_holds_the_lock_for_too_long_is_named(record: OpenRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    """SECURITY: two writers; the lock of a process that died."""
    read(record, [], fake_coder())
    monkeypatch.setattr("comity.record.lock.WAIT_SECONDS", 0.1)
    with another_writer(record.place) as other:
        with pytest.raises(RecordError, match=f"{other.pid}.* is writing to this record"):
            read(record, [article(TEXT)], fake_coder())
        assert list(record.reader().claims()) == []
    monkeypatch.setattr("comity.record.lock.WAIT_SECONDS", 10)  # a server may need a moment to see that the other died
    assert read(record, [article(TEXT)], fake_coder()).read == 1


def test_a_lock_of_a_killed_process_is_taken_over_and_removed(file_record: OpenRecord) -> None:
    with another_writer(file_record.place):
        pass
    lock = Path(f"{file_record.place}-lock")
    assert lock.exists()
    assert read(file_record, [article(TEXT)], fake_coder()).read == 1
    assert not lock.exists()


def test_a_writer_waits_until_the_other_has_ended(record: OpenRecord) -> None:
    read(record, [], fake_coder())
    with another_writer(record.place) as other:
        threading.Timer(0.5, other.kill).start()
        assert read(record, [article(TEXT)], fake_coder()).read == 1


def test_two_writers_in_one_process_take_turns(record: OpenRecord) -> None:
    texts = [f"Norway said that Sweden criticised Ghana. Number {n} of them." for n in range(120)]
    halves = (texts[:80], texts[40:])
    read(record, [], fake_coder())
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda half: read(record, [article(t) for t in half], fake_coder()), halves))
    assert record.reader().counts()["articles"] == 120
    assert record.verify().faults == ()


def test_readers_read_while_a_batch_is_being_written(record: OpenRecord) -> None:
    read(record, [article(TEXT)], fake_coder())
    with open_for_writing(record.place).begin() as connection:
        connection.execute(text("DELETE FROM claims"))
        assert len(list(record.reader().claims())) == 1


def test_a_full_disk_keeps_nothing_of_the_batch_and_says_what_to_do(
    file_record: OpenRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SECURITY: disk full. The limit on pages answers as a full disk does."""
    read(file_record, [article(TEXT)], fake_coder())
    monkeypatch.setattr("comity.record.sqlite_file._set_up", _no_room)
    long = "Norway said that Sweden criticised Ghana. " + " ".join(f"word{n}" for n in range(200_000))
    with pytest.raises(StorageError, match="make room") as raised:
        read(file_record, [article("Chile said that Ghana visited Norway."), article(long)], fake_coder())
    assert raised.value.exit_code == 74
    monkeypatch.undo()
    assert file_record.reader().counts()["articles"] == 1
    assert file_record.verify().faults == ()


def _no_room(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA max_page_count = 80")


def test_a_place_that_cannot_be_written_is_an_error_of_storage(tmp_path: Path) -> None:
    """SECURITY: read-only. A file where a folder should be refuses root, too."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError) as raised:
        read(OpenRecord(tmp_path / "file" / "x.comity"), [article(TEXT)], fake_coder())
    assert str(tmp_path) in str(raised.value)


def test_a_record_is_read_where_no_file_can_be_made_beside_it(
    file_record: OpenRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(file_record, [article(TEXT)], fake_coder())
    monkeypatch.setattr("comity.record.sqlite_file._can_write_beside", lambda place: False)
    assert len(list(file_record.reader().claims())) == 1
    assert [p.name for p in Path(file_record.place).parent.iterdir()] == ["test.comity"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_record_in_a_read_only_folder_can_be_read(file_record: OpenRecord) -> None:
    read(file_record, [article(TEXT)], fake_coder())
    folder = Path(file_record.place).parent
    folder.chmod(0o500)
    try:
        assert len(list(file_record.reader().claims())) == 1
        with pytest.raises(StorageError):
            read(file_record, [article("Ghana said that Chile visited Norway.")], fake_coder())
    finally:
        folder.chmod(0o700)


def test_a_batch_is_written_whole_or_not_at_all(record: OpenRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = article(TEXT), article("Chile said that Ghana visited Norway.")
    with record.writer(VERSION) as writer, pytest.raises(AttributeError):
        writer.write([(good, code(good)), (bad, None)])  # type: ignore[list-item]
    assert record.reader().counts()["articles"] == 0
