"""Where storage fails: nothing of the batch is kept, the exit status is 74, and the message says what to do."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from comity.errors import StorageError
from comity.reading import OpenRecord, read
from record.scenes import article, code, fake_coder

FIRST = article("Norway said that Sweden criticised Ghana.")
SECOND = article("Chile said that Ghana visited Norway.")
LONG = article("Norway said that Sweden criticised Ghana. " + " ".join(f"word{n}" for n in range(400_000)))


def full(record: OpenRecord) -> Exception:
    """What the record's database says of a full disk."""
    if "://" not in record.place:
        return sqlite3.OperationalError("database or disk is full")
    import psycopg

    return psycopg.errors.DiskFull("could not extend file: No space left on device")


@contextmanager
def failing_at(number: int, error: Exception) -> Iterator[Callable[[], int]]:
    """The statement with this number fails; answers how many there were."""
    count = 0

    def fail(*_: object) -> None:
        nonlocal count
        count += 1
        if count == number:
            raise error

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        yield lambda: count
    finally:
        event.remove(Engine, "before_cursor_execute", fail)


def statements(record: OpenRecord) -> int:
    """How many statements the writing of one batch takes, opening and folding included."""
    with failing_at(-1, ValueError()) as count:
        read(record, [FIRST], fake_coder())
        return count()


def test_a_write_that_fails_anywhere_keeps_nothing_of_its_batch(record: OpenRecord) -> None:
    """SECURITY: disk full. An error is injected at every statement in turn."""
    total = statements(record)
    assert total > 25
    before = list(record.reader().articles()), list(record.reader().claims())
    for number in range(1, total + 1):
        with failing_at(number, full(record)), pytest.raises(StorageError, match="make room") as raised:
            read(record, [SECOND], fake_coder())
        assert raised.value.exit_code == 74
        now = list(record.reader().articles()), list(record.reader().claims())
        assert record.verify().faults == ()
        if now != before:  # the batch was whole; only the working out of clusters was to come
            assert len(now[0]) == 2
            break
    assert read(record, [SECOND], fake_coder()).errors == []
    assert record.reader().counts()["articles"] == 2
    assert record.verify().faults == ()


def test_a_database_that_may_only_be_read_says_so(record: OpenRecord) -> None:
    """SECURITY: read-only."""
    read(record, [FIRST], fake_coder())
    if "://" not in record.place:
        error: Exception = sqlite3.OperationalError("attempt to write a readonly database")
    else:
        import psycopg

        error = psycopg.errors.ReadOnlySqlTransaction("cannot execute INSERT in a read-only transaction")
    refused = pytest.raises(StorageError, match="nothing of this batch was kept")
    with record.writer(fake_coder().version) as writer, failing_at(3, error), refused as raised:
        writer.write([(SECOND, code(SECOND))])
    assert raised.value.exit_code == 74
    assert record.reader().counts()["articles"] == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB, where one can be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        pytest.skip(f"no tmpfs can be mounted here: {error}")
    if done.returncode:
        pytest.skip(f"no tmpfs can be mounted here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_loses_nothing_that_was_kept(small_disk: Path) -> None:
    """SECURITY: disk full, on a real small disk."""
    record = OpenRecord(small_disk / "r.comity")
    read(record, [FIRST], fake_coder())
    with pytest.raises(StorageError, match="make room") as raised:
        read(record, [SECOND, LONG], fake_coder())
    assert raised.value.exit_code == 74
    assert [a.id for a in record.reader().articles()] == [FIRST.id]
    assert record.verify().faults == ()
    with filled_up(small_disk), pytest.raises(StorageError):
        record.backup(small_disk / "b.comity")
    assert not (small_disk / "b.comity").exists()
    assert read(record, [SECOND], fake_coder()).read == 1
    assert record.verify().faults == ()


@contextmanager
def filled_up(disk: Path) -> Iterator[None]:
    """No room is left on the disk meanwhile."""
    with (disk / "filler").open("wb", buffering=0) as stream, suppress(OSError):
        while True:
            stream.write(b"x" * 4096)
    yield
    (disk / "filler").unlink()


def test_a_disk_that_became_read_only_is_told(small_disk: Path) -> None:
    """SECURITY: read-only, on a real disk."""
    record = OpenRecord(small_disk / "r.comity")
    read(record, [FIRST], fake_coder())
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StorageError) as raised:
        read(record, [SECOND], fake_coder())
    assert raised.value.exit_code == 74
    assert str(small_disk) in str(raised.value)
    assert len(list(record.reader().claims())) == 1
    assert record.verify().faults == ()


def test_a_disk_that_fails_is_an_error_of_storage(file_record: OpenRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("comity.record.lock.os.open", fail)
    with pytest.raises(StorageError, match="Input/output error"):
        read(file_record, [FIRST], fake_coder())
