"""Rows of a CSV file, plain or gzipped, each with the line it ends on."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

from comity.errors import InputError
from comity.facts.imported import REMEDY

LARGEST = 400_000_000  # bytes when unpacked: the largest published file has a sixth of it


def rows(path: Path, wanted: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and fields of each row. :class:`InputError` where it cannot be opened, is too large, or lacks a column.

    The published files hold single bytes that are no UTF-8, in descriptions: they are read as the mark of the unreadable.
    """
    try:
        with _opened(path) as file:
            text = io.TextIOWrapper(_Capped(file, path), encoding="utf-8-sig", errors="replace", newline="")
            reader = csv.DictReader(text)
            missing = wanted - set(reader.fieldnames or ())
            if missing:
                raise InputError(f"lacks the columns {sorted(missing)}", place=str(path), remedy=REMEDY)
            for row in reader:
                yield reader.line_num, {k: (v or "").strip() for k, v in row.items() if isinstance(k, str)}
    except (OSError, EOFError, csv.Error) as error:
        raise InputError(str(error), place=str(path), remedy=REMEDY) from error


def whole_number(written: str) -> int | None:
    """ "3587.0" and "3587" alike; None where it is no whole number."""
    try:
        value = float(written)
    except ValueError:
        return None
    return int(value) if value.is_integer() else None


def iso_day(written: str) -> date | None:
    """A day written like 1991-09-17; None where it is none."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return None


def _opened(path: Path) -> BinaryIO:
    return cast(BinaryIO, gzip.open(path)) if path.suffix == ".gz" else path.open("rb")


class _Capped(io.RawIOBase):
    """A stream that ends with an error where a file unpacks to more than ``LARGEST`` bytes."""

    def __init__(self, stream: BinaryIO, path: Path) -> None:
        self._stream, self._path, self._left = stream, path, LARGEST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        read = self._stream.read(len(buffer))
        self._left -= len(read)
        if self._left < 0:
            raise InputError(f"is larger than {LARGEST} bytes", place=str(self._path), remedy="split it")
        buffer[: len(read)] = read
        return len(read)
