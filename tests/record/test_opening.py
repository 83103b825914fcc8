"""Opening a record, and what happens where storage fails or another writes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from comity.errors import RecordError, StorageError
from comity.reading import OpenRecord, read
from comity.record.migrations import migrate
from comity.record.opening import open_for_writing
from comity.record.schema import SCHEMA_VERSION, metadata
from record.scenes import VERSION, article, code, fake_coder

TEXT = "Norway said that Sweden criticised Ghana."


def test_a_record_that_is_not_there_is_told_and_not_made(record: OpenRecord) -> None:
    with pytest.raises(RecordError, match="no such record"):
        record.reader()
    assert not Path(record.place).exists()


def test_another_program_s_database_is_left_alone(record: OpenRecord) -> None:
    with sqlite3.connect(record.place) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = Path(record.place).read_bytes()
    with pytest.raises(RecordError, match="no record of comity"):
        read(record, [article(TEXT)], fake_coder())
    with pytest.raises(RecordError, match="no record of comity"):
        record.reader()
    assert Path(record.place).read_bytes()[96:] == before[96:]


def test_a_file_that_is_no_database_is_left_alone(record: OpenRecord) -> None:
    Path(record.place).write_text("not a database at all, but a text of some length\n" * 40)
    with pytest.raises(RecordError, match="not a database"):
        record.reader()
    with pytest.raises(RecordError, match="not a database"):
        read(record, [article(TEXT)], fake_coder())
    assert Path(record.place).read_text().startswith("not a database")


def test_a_record_of_a_newer_comity_is_not_touched(record: OpenRecord) -> None:
    read(record, [article(TEXT)], fake_coder())
    with sqlite3.connect(record.place) as connection:
        connection.execute("UPDATE about SET value = '999' WHERE key = 'schema'")
    with pytest.raises(RecordError, match="newer comity"):
        record.reader()


def test_the_file_says_whose_it_is(record: OpenRecord) -> None:
    read(record, [article(TEXT)], fake_coder())
    assert Path(record.place).read_bytes()[68:72] == b"COMI"


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


def test_a_second_writer_is_refused_and_told_which_process_writes(record: OpenRecord) -> None:
    """SECURITY: two writers."""
    script = (
        "import sys; from comity.reading import OpenRecord\n"
        f"with OpenRecord(sys.argv[1]).writer({VERSION!r}):\n print('held', flush=True); sys.stdin.read()"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    other = subprocess.Popen(
        [sys.executable, "-c", script, record.place], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    try:
        with pytest.raises(RecordError, match=f"process {other.pid} "):
            read(record, [article(TEXT)], fake_coder())
        assert list(record.reader().claims()) == []
    finally:
        other.kill()
        other.communicate()
    assert Path(f"{record.place}-lock").exists()  # killed: its lock is stale, and in nobody's way
    assert read(record, [article(TEXT)], fake_coder()).read == 1
    assert not Path(f"{record.place}-lock").exists()


def test_two_writers_in_one_process_are_told_apart(record: OpenRecord) -> None:
    with record.writer(VERSION), pytest.raises(RecordError, match=str(os.getpid())), record.writer(VERSION):
        pass


def test_readers_read_while_a_batch_is_being_written(record: OpenRecord) -> None:
    read(record, [article(TEXT)], fake_coder())
    with open_for_writing(record.place).begin() as connection:
        connection.execute(text("DELETE FROM claims"))
        assert len(list(record.reader().claims())) == 1


def test_a_full_disk_keeps_nothing_of_the_batch_and_says_what_to_do(
    record: OpenRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SECURITY: disk full. The limit on pages answers as a full disk does."""
    read(record, [article(TEXT)], fake_coder())
    monkeypatch.setattr("comity.record.opening._set_up", _no_room)
    long = "Norway said that Sweden criticised Ghana. " + " ".join(f"word{n}" for n in range(200_000))
    with pytest.raises(StorageError, match="make room") as raised:
        read(record, [article("Chile said that Ghana visited Norway."), article(long)], fake_coder())
    assert raised.value.exit_code == 74
    monkeypatch.undo()
    assert record.reader().counts()["articles"] == 1
    assert record.verify().faults == ()


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
    record: OpenRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(record, [article(TEXT)], fake_coder())
    monkeypatch.setattr("comity.record.opening._can_write_beside", lambda place: False)
    assert len(list(record.reader().claims())) == 1
    assert [p.name for p in Path(record.place).parent.iterdir()] == ["test.comity"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_record_in_a_read_only_folder_can_be_read(record: OpenRecord) -> None:
    read(record, [article(TEXT)], fake_coder())
    folder = Path(record.place).parent
    folder.chmod(0o500)
    try:
        assert len(list(record.reader().claims())) == 1
        with pytest.raises(StorageError):
            read(record, [article("Ghana said that Chile visited Norway.")], fake_coder())
    finally:
        folder.chmod(0o700)


def test_a_batch_is_written_whole_or_not_at_all(record: OpenRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = article(TEXT), article("Chile said that Ghana visited Norway.")
    with record.writer(VERSION) as writer, pytest.raises(AttributeError):
        writer.write([(good, code(good)), (bad, None)])  # type: ignore[list-item]
    assert record.reader().counts()["articles"] == 0
