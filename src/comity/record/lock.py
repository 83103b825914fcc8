"""One writer at a time: a lock file beside the record that tells which process holds it.

The system lets the lock go when its process ends, however it ends, so a stale lock cannot stand in the way. It is a
lock of the process, which the coder's worker processes do not inherit; writers within one process are told apart here.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.errors import RecordError

_held: set[Path] = set()


@contextmanager
def writer_lock(place: str) -> Iterator[None]:
    """Holds the writer's lock of the record in file ``place``; a :class:`RecordError` names the other writer."""
    lock = Path(f"{place}-lock").absolute()
    if lock in _held:
        raise _taken(place, str(os.getpid()))
    descriptor = _acquire(lock, place)
    _held.add(lock)
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        _held.discard(lock)
        lock.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(lock: Path, place: str) -> int:
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        if not _try_lock(descriptor):
            holder = os.pread(descriptor, 20, 0).decode("ascii", "replace") or "unknown"
            os.close(descriptor)
            raise _taken(place, holder)
        if _still_there(descriptor, lock):
            return descriptor
        os.close(descriptor)  # its last holder removed it between our opening and locking it


def _taken(place: str, holder: str) -> RecordError:
    return RecordError(
        f"process {holder} is reading articles into this record", place=place, remedy="wait until it has ended"
    )


def _still_there(descriptor: int, lock: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), lock.stat())
    except FileNotFoundError:
        return False


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
