"""One writer at a time: a lock file beside the record that tells which process holds it.

The system lets the lock go when its process ends, however it ends, so a stale lock cannot stand in the way.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from comity.errors import RecordError


@contextmanager
def writer_lock(place: str) -> Iterator[None]:
    """Holds the writer's lock of the record in file ``place``; a :class:`RecordError` names the other writer."""
    descriptor = _acquire(f"{place}-lock", place)
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.unlink(f"{place}-lock")
        os.close(descriptor)


def _acquire(lock: str, place: str) -> int:
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        if not _try_lock(descriptor):
            holder = os.pread(descriptor, 20, 0).decode("ascii", "replace") or "unknown"
            os.close(descriptor)
            raise RecordError(
                f"process {holder} is reading articles into this record", place=place, remedy="wait until it has ended"
            )
        if _still_there(descriptor, lock):
            return descriptor
        os.close(descriptor)  # its last holder removed it between our opening and locking it


def _still_there(descriptor: int, lock: str) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(lock))
    except FileNotFoundError:
        return False


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
