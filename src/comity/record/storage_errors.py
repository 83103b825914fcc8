"""What a database or the system says where storage fails, as errors that name the place and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from comity.errors import RecordError, StorageError

_STORAGE = (
    "disk is full",
    "readonly database",
    "disk I/O error",
    "unable to open database file",
)
_ROOM = "nothing of this batch was kept; make room or choose a place you can write to"
_SERVER = "nothing of this batch was kept; is the server running, and is the address right? Then do it again"
_DAMAGED = "the file is damaged: bring it back from a backup (comity restore), or see what is left: comity verify"
# PostgreSQL's codes (its manual, appendix A) by their beginning: what is to be done about each.
_FULL = ("53100", "53200", "53000", "58030", "54000")
_FORBIDDEN = ("25006", "42501")
_GONE = ("08", "57P")
_LOGIN = ("28",)


@contextmanager
def storage_guard(place: str) -> Iterator[None]:
    """Turns the database's and the system's messages about storage into errors that say what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _explain(error.orig or error, place) from error
    except sqlite3.Error as error:
        raise _explain(error, place) from error
    except UnicodeDecodeError as error:
        raise RecordError("holds what is no text", place=place, remedy=_DAMAGED) from error
    except OSError as error:
        raise StorageError(error.strerror or str(error), place=place, remedy=_ROOM) from error


def _explain(error: BaseException, place: str) -> RecordError | StorageError:
    message = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    if type(error).__module__.startswith("psycopg"):
        return _explain_server(error, message, place)
    if any(sign in message for sign in _STORAGE):
        return StorageError(message, place=place, remedy=_ROOM)
    if "locked" in message:
        return RecordError("another program is writing to the record", place=place, remedy="wait until it has ended")
    if "malformed" in message or "not a database" in message:
        return RecordError(message, place=place, remedy=_DAMAGED)
    return RecordError(message, place=place, remedy="is it a record of comity, and whole? try: comity verify")


def _explain_server(error: BaseException, message: str, place: str) -> RecordError | StorageError:
    code: str | None = getattr(error, "sqlstate", None)
    if (code is None and "password" in message) or (code or "").startswith(_LOGIN):
        return RecordError(message, place=place, remedy="check user and password; they may stand in ~/.pgpass")
    if (code is None and "does not exist" in message) or code == "3D000":
        return RecordError(message, place=place, remedy="make the database: createdb --encoding UTF8 NAME")
    if (code is None and type(error).__name__ == "OperationalError") or (code or "").startswith(_GONE):
        return StorageError(message, place=place, remedy=_SERVER)
    if code is None:
        return RecordError(message, place=place, remedy="leave it out of what is read")
    if code.startswith(_FULL):
        return StorageError(message, place=place, remedy="nothing of this batch was kept; make room on the server")
    if code.startswith(_FORBIDDEN):
        remedy = "nothing of this batch was kept; ask for the right to write there, or name another database"
        return StorageError(message, place=place, remedy=remedy)
    return RecordError(f"{message} ({code})", place=place, remedy="is it a record of comity? try: comity verify")
