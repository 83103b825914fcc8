"""HTTP responses as archives keep them: status, header fields, and the body as it was before transfer. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from comity.errors import InputError
from comity.sources.inflating import GZIP_MAGIC, cut, inflated

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,200}\r?\n")
_CHARSET = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.I)
WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib's names for the containers


@dataclass(frozen=True, slots=True)
class Message:
    """``kind`` is the media type without its parameters, in lower case; ``body`` is unpacked."""

    status: int
    kind: str
    charset: str | None
    body: bytes


def message(raw: bytes, place: str, most: int) -> Message:
    """The response in ``raw``; InputError where it is none, or its body is cut, damaged, or more than ``most`` bytes."""
    head, separator, body = raw.partition(b"\r\n\r\n")
    if not separator:
        head, separator, body = raw.partition(b"\n\n")
    match = _STATUS.match(head)
    if not match or not separator:
        raise InputError("holds no HTTP response", place=place, remedy="leave the record out", status="damaged")
    fields = header_fields(head)
    return Message(
        status=int(match.group(1)),
        kind=media_type(fields.get("content-type", "")),
        charset=charset(fields.get("content-type", "")),
        body=_unpacked(body, fields, place, most),
    )


def header_fields(head: bytes) -> dict[str, str]:
    """Names in lower case with their first value; the first line, without a colon, is passed over."""
    found: dict[str, str] = {}
    for line in head.split(b"\n")[:500]:
        name, colon, value = line.partition(b":")
        if colon:
            found.setdefault(name.strip().lower().decode("latin-1"), value.strip().decode("latin-1"))
    return found


def media_type(written: str) -> str:
    """``text/html`` of ``Text/HTML; charset=utf-8``; empty where none is given."""
    return written.partition(";")[0].strip().lower()


def charset(written: str) -> str | None:
    """The charset parameter of a Content-Type."""
    match = _CHARSET.search(written)
    return match.group(1) if match else None


def unpacked(body: bytes, encoding: str, place: str, most: int) -> bytes:
    """A body without its Content-Encoding; InputError for an encoding that is not read."""
    for name in reversed([part.strip().lower() for part in encoding.split(",")][:3]):
        if name in ("", "identity"):
            continue
        if name not in WINDOWS:
            raise InputError(f"packed as {name[:20]!r}, which is not read", place=place, remedy="save it unpacked")
        body = inflated(body, place, WINDOWS[name], most)
    return body


def _unpacked(body: bytes, fields: Mapping[str, str], place: str, most: int) -> bytes:
    encoding = fields.get("content-encoding", "")
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _joined(body, place)
    elif (written := fields.get("content-length", "")).isdecimal() and len(written) < 16 and int(written) > len(body):
        raise cut(place)
    # Some archivers keep the body unpacked, and the fields that tell how it came.
    if "gzip" in encoding and not body.startswith(GZIP_MAGIC):
        return body
    return unpacked(body, encoding, place, most)


def _joined(body: bytes, place: str) -> bytes:
    """The chunks of a chunked body together; a body that archivers joined already stays as it is."""
    if not _CHUNK.match(body):
        return body
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK.match(body, at):
        size = int(match.group(1), 16)
        if size == 0:
            return b"".join(pieces)
        start = match.end()
        pieces.append(body[start : start + size])
        at = start + size
        if len(body) < at:
            break
        at += 2 if body.startswith(b"\r\n", at) else 1
    raise cut(place)
