"""WARC and WARC.GZ: the pages of a web archive, each record compared with its own length and digest.

A reader of its own, because a cut archive must be told: good records and bad ones together are all that the file holds.
Source: ISO 28500:2017 (WARC 1.1).
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from comity.errors import InputError, NoArticleError
from comity.sources.draft import MEGABYTE
from comity.sources.http_message import charset, header_fields, media_type, message
from comity.sources.inflating import Inflated, cut
from comity.sources.showing import shown

LONGEST_LINE = 65_536
MOST_LINES = 400  # header lines of a record
CONTENT = frozenset({"response", "resource", "conversion"})
WITHOUT = {  # records that hold no page
    "warcinfo": "a record about the crawl",
    "request": "a record about the crawl",
    "metadata": "a record about the crawl",
    "revisit": "a page that was the same as at an earlier visit",
}
_DIGESTS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "md5": hashlib.md5}


class _Bytes(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def readline(self, limit: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Capture:
    """One page as a crawler met it. Its day is the crawl's, not the publication's, so it is not kept."""

    place: str
    url: str | None
    kind: str  # media type
    charset: str | None
    body: bytes


def read_warc(stream: BinaryIO, place: str, most: int, packed: bool) -> Iterator[Capture | InputError]:
    """Every page of the archive, and what is wrong at its place; ``most`` is the largest record in bytes."""
    reader = _Reader(Inflated(stream, place) if packed else stream, place, most)
    while True:
        try:
            found = reader.next()
        except InputError as error:
            yield error
            if error.status in ("truncated", "bomb") or not reader.recover():
                return
            continue
        if found is None:
            if not reader.number:
                yield InputError("holds no WARC record", place=place, remedy="is it a web archive?", status="damaged")
            return
        yield found


class _Reader:
    """Records in their order. Invariant: the stream stands at the end of a record, or a fault was raised."""

    def __init__(self, stream: _Bytes, place: str, most: int) -> None:
        self._stream, self._archive, self._most = stream, place, most
        self.number = 0
        self._pending = b""  # a first line that was found while looking for the next record

    def next(self) -> Capture | InputError | None:
        """What the next record gives; None at the end."""
        fields = self._header()
        if fields is None:
            return None
        place = self._place(fields)
        length = self._length(fields, place)
        kind = fields.get("warc-type", "").lower()
        if kind not in CONTENT or length > self._most:
            self._pass_over(length, place)
            self._end(place)
            return _without(kind, length, place, self._most)
        block = self._block(length, place)
        self._end(place)
        try:
            _compare(block, fields, place)
            return self._capture(fields, block, place)
        except InputError as error:
            return error  # the record's fault alone: the next begins where it ends

    def recover(self) -> bool:
        """Looks for the next record after damage; whether there is one."""
        if isinstance(self._stream, Inflated):
            return self._stream.recover()
        while line := self._stream.readline(LONGEST_LINE):
            if line.startswith(b"WARC/1."):
                self._pending = line
                return True
        return False

    def _header(self) -> dict[str, str] | None:
        line = self._pending or self._stream.readline(LONGEST_LINE)
        self._pending = b""
        while line in (b"\r\n", b"\n"):
            line = self._stream.readline(LONGEST_LINE)
        if not line:
            return None
        self.number += 1
        place = f"{self._archive}: record {self.number}"
        lines: list[bytes] = []
        if not line.endswith(b"\n") and b"WARC/1.".startswith(line[:7]):
            raise cut(place)
        if not line.startswith(b"WARC/1."):
            raise _damaged("no WARC record begins here", place)
        while (line := self._stream.readline(LONGEST_LINE)) not in (b"\r\n", b"\n"):
            if not line or (not line.endswith(b"\n") and len(line) < LONGEST_LINE):
                raise cut(place)
            lines.append(line)
            if len(lines) > MOST_LINES:
                raise _damaged(f"a header of more than {MOST_LINES} lines", place)
        return header_fields(b"".join(lines))

    def _end(self, place: str) -> None:
        """Passes over the two line ends after a block, and the trailer of a packed member, which tells if it is whole."""
        try:
            for _ in range(2):
                line = self._stream.readline(LONGEST_LINE)
                if line.strip():
                    self._pending = line
                    return
            if isinstance(self._stream, Inflated):
                self._stream.settle()
        except InputError as error:
            raise InputError(error.problem, place=place, remedy=error.remedy, status=error.status) from error

    def _place(self, fields: Mapping[str, str]) -> str:
        address = fields.get("warc-target-uri", "")
        return f"{self._archive}: record {self.number}" + (f" ({shown(address)})" if address else "")

    def _length(self, fields: Mapping[str, str], place: str) -> int:
        written = fields.get("content-length", "")
        if not written.isdecimal() or len(written) > 15:
            raise _damaged("a record without its length", place)
        return int(written)

    def _block(self, length: int, place: str) -> bytes:
        block = self._stream.read(length)
        if len(block) < length:
            raise cut(place)
        return block

    def _pass_over(self, length: int, place: str) -> None:
        while length:
            piece = self._stream.read(min(length, MEGABYTE))
            if not piece:
                raise cut(place)
            length -= len(piece)

    def _capture(self, fields: Mapping[str, str], block: bytes, place: str) -> Capture | InputError:
        address = fields.get("warc-target-uri", "").strip("<>") or None
        if fields.get("warc-truncated"):
            raise cut(place)
        written = fields.get("content-type", "")
        if not media_type(written).startswith("application/http"):
            return Capture(place, address, media_type(written), charset(written), block)
        response = message(block, place, self._most)
        if response.status != 200:
            return NoArticleError(f"the server answered {response.status}", place=place)
        return Capture(place, address, response.kind, response.charset, response.body)


def _compare(block: bytes, fields: Mapping[str, str], place: str) -> None:
    """Raises InputError where the block is not what its digest says; digests that are not known are passed over."""
    name, colon, written = fields.get("warc-block-digest", "").partition(":")
    kind = _DIGESTS.get(name.strip().lower().replace("-", ""))
    if not colon or kind is None:
        return
    digest = kind(block, usedforsecurity=False)
    if written.strip().lower() not in (digest.hexdigest(), base64.b32encode(digest.digest()).decode().lower()):
        raise _damaged("not what its digest says", place)


def _damaged(problem: str, place: str) -> InputError:
    return InputError(problem, place=place, remedy="fetch or copy the archive again", status="damaged")


def _without(kind: str, length: int, place: str, most: int) -> InputError:
    """Why a record is not read."""
    if kind in WITHOUT:
        return NoArticleError(WITHOUT[kind], place=place)
    if kind not in CONTENT:
        return _damaged(f"a record of a type that is not known ({shown(kind)[:40]!r})", place)
    return InputError(
        f"{length / MEGABYTE:.0f} MB, more than {most / MEGABYTE:g} MB",
        place=place,
        remedy="read this page by itself",
        status="too large",
    )
