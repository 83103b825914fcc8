"""JSON Lines (.jsonl): one article a line, with the field names of the published contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Protocol

from comity.errors import InputError
from comity.sources.draft import MEGABYTE, Draft
from comity.sources.encoding import normalised


class Lines(Protocol):
    """Whatever gives bytes line by line."""

    def readline(self, limit: int, /) -> bytes: ...


_FIELDS = ("title", "published", "outlet", "url", "kind")


def read_jsonl(stream: Lines, place: str, max_bytes: int) -> Iterator[tuple[str, Draft | InputError]]:
    """Each line's place ("file:line") with its draft or with what is wrong. Blank lines are passed over.

    A line longer than ``max_bytes`` is an error and is never held in memory whole.
    """
    for number, line in _lines(stream, max_bytes):
        where = f"{place}:{number}"
        if line is None:
            yield where, too_large(where, max_bytes)
            continue
        try:
            yield where, _draft(line, where)
        except InputError as error:
            yield where, error


def too_large(place: str, max_bytes: int) -> InputError:
    return InputError(
        f"more than {max_bytes / MEGABYTE:g} MB",
        place=place,
        remedy="split it, or raise the limit of bytes a text may have",
    )


def _lines(stream: Lines, max_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if len(line) > max_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(MEGABYTE)
            yield number, None
        elif line.strip():
            yield number, line


def _draft(line: bytes, where: str) -> Draft:
    record = _record(line, where)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError(
            'the record has no "text"', place=where, remedy='give the article\'s words in the field "text"'
        )
    fields: dict[str, Any] = {}
    for name in _FIELDS:
        value = record.get(name)
        if value is not None and not isinstance(value, str):
            raise InputError(
                f'"{name}" is no string', place=where, remedy="write it in quotation marks, or leave it out"
            )
        fields[name] = normalised(value).strip() or None if value else None
    key = record.get("id")
    if key is not None and (isinstance(key, bool) or not isinstance(key, str | int)):
        raise InputError('"id" is no string', place=where, remedy="write it in quotation marks, or leave it out")
    return Draft(text=normalised(text), id=None if key in (None, "") else normalised(str(key)), **fields)


def _record(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"no valid JSON ({_reason(error)})", place=where, remedy="mend the line; the other lines were read"
        ) from error
    if not isinstance(record, dict):
        raise InputError("no JSON object", place=where, remedy='write {"text": …} on one line for each article')
    return record


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"invalid UTF-8 at byte {error.start} of the line"
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[:1].lower()}{error.msg[1:]}, column {error.colno}"
    return "nested too deep" if isinstance(error, RecursionError) else "a number out of range"
