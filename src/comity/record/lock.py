"""One writer at a time: a lock file beside the record that tells which process holds it.

The system lets the lock go when its process ends, however it ends, so a stale lock cannot stand in the way. It is a
lock of the process, which the coder's worker processes do not inherit; writers within one process are told apart here.
"""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comity.errors import RecordError

WAIT_SECONDS = 600.0  # a batch takes less than a second, working out the clusters of a very large record minutes
PAUSE_SECONDS = 0.02
_held: set[Path] = set()
_guard = threading.Lock()


@contextmanager
def writer_lock(place: str) -> Iterator[None]:
    """Holds the writer's lock of the record in file ``place``; a :class:`RecordError` names who does not let it go."""
    lock = Path(f"{place}-lock").absolute()
    descriptor = _wait(lock, place)
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()}".encode(), 0)
        yield
    finally:
        with _guard:
            _held.discard(lock)
            lock.unlink(missing_ok=True)
            os.close(descriptor)


def taken(place: str, holder: str) -> RecordError:
    """The error that tells who has been writing to the record for too long."""
    return RecordError(f"{holder} is writing to this record", place=place, remedy="wait until it has ended")


def _wait(lock: Path, place: str) -> int:
    until = time.monotonic() + WAIT_SECONDS
    while True:
        holder = f"process {os.getpid()}"
        with _guard:
            if lock not in _held:
                descriptor, holder = _acquire(lock)
                if descriptor is not None:
                    _held.add(lock)
                    return descriptor
        if time.monotonic() >= until:
            raise taken(place, holder)
        time.sleep(PAUSE_SECONDS)


def _acquire(lock: Path) -> tuple[int | None, str]:
    """The locked file, or None and who holds it."""
    while True:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
        if not _try_lock(descriptor):
            holder = os.pread(descriptor, 40, 0).decode("ascii", "replace") or "another process"
            os.close(descriptor)
            return None, holder
        if _still_there(descriptor, lock):
            return descriptor, ""
        os.close(descriptor)  # its last holder removed it between our opening and locking it


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
