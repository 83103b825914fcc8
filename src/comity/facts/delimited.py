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

LARGEST = 400_000_000  # characters when unpacked: the largest published file has a third of it
LONGEST = 1_000_000  # characters of a line


def rows(path: Path, wanted: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line and fields of each row. :class:`InputError` where it cannot be opened, is too large, or lacks a column.

    The published files hold single bytes that are no UTF-8, in descriptions: they are read as the mark of the unreadable.
    """
    try:
        with _opened(path) as file:
            text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
            reader = csv.DictReader(_lines(text, path))
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


def _lines(text: io.TextIOWrapper, path: Path) -> Iterator[str]:
    """The lines of a file; an error where one, or all together, are larger than any such data set has."""
    left = LARGEST
    while line := text.readline(LONGEST):
        left -= len(line)
        if left < 0 or len(line) == LONGEST:
            raise InputError(
                f"is larger than {LARGEST} characters, or a line of it than {LONGEST}", place=str(path), remedy=REMEDY
            )
        yield line
