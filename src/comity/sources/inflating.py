"""Unpacking gzip and deflate as a stream, under caps of its own. Invariant: no more than a block is ever held unpacked.

What was packed may be cut, damaged or a bomb. Each is an InputError with its status, raised where the stream reaches it:
what came before was whole and was given.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import BinaryIO

from comity.errors import InputError
from comity.sources.draft import MEGABYTE

RATIO = 200  # unpacked to packed bytes; text packs to a tenth at best, pages of one template to a fiftieth
SLACK = MEGABYTE  # unpacked bytes that any packed size may give: short runs pack well
BLOCK = 65_536
GZIP_MAGIC = b"\x1f\x8b"
_MEMBER = b"\x1f\x8b\x08"


class Inflated:
    """The unpacked bytes of a gzip stream of one member or several, read like a file.

    zlib compares the trailer's CRC-32 and length with what it gave; bytes after the last member are refused unless zero.
    """

    def __init__(self, packed: BinaryIO, place: str, window: int = 31) -> None:
        self._packed, self._place, self._window = packed, place, window
        self._input = b""
        self._ready = bytearray()
        self._taken = self._given = 0
        self._member: zlib._Decompress | None = None
        self._ended = False

    def read(self, size: int) -> bytes:
        """At most ``size`` bytes; fewer only at the end."""
        while len(self._ready) < size and self._more():
            pass
        return self._take(size)

    def readline(self, limit: int, /) -> bytes:
        """One line with its end, or ``limit`` bytes of it."""
        searched = 0
        while (end := self._ready.find(b"\n", searched, limit)) < 0 and len(self._ready) < limit:
            searched = len(self._ready)
            if not self._more():
                break
        return self._take(end + 1 if end >= 0 else limit)

    def settle(self) -> None:
        """Where all that is unpacked was taken: reads the member's trailer, or the next block; faults are raised now."""
        while not self._ready and self._member is not None and self._more():
            pass

    def recover(self) -> bool:
        """After damage: goes on with the next member, whose beginning is looked for; whether there is one."""
        self._ready.clear()
        self._member, self._ended = None, False
        while True:
            start = self._input.find(_MEMBER)
            if start >= 0:
                self._input = self._input[start:]
                return True
            kept = self._input[-2:]
            fresh = self._packed.read(BLOCK)
            if not fresh:
                self._ended, self._input = True, b""
                return False
            self._taken += len(fresh)
            self._input = kept + fresh

    def _take(self, size: int) -> bytes:
        taken = bytes(self._ready[:size])
        del self._ready[:size]
        return taken

    def _more(self) -> bool:
        """Unpacks another block; False at the end. Raises InputError where the stream is cut, damaged or a bomb."""
        if self._ended:
            return False
        if not self._input:
            self._input = self._packed.read(BLOCK)
            self._taken += len(self._input)
        if not self._input:
            return self._at_end()
        if self._member is None and not self._begin():
            return not self._ended
        self._unpack()
        return True

    def _begin(self) -> bool:
        """Opens the next member; zero bytes between members and after the last are padding."""
        if self._given:
            self._input = self._input.lstrip(b"\0")
        if not self._input:
            return False
        self._member = zlib.decompressobj(self._window)
        return True

    def _unpack(self) -> None:
        member = self._member
        assert member is not None
        try:
            block = member.decompress(self._input, BLOCK)
        except zlib.error as error:
            self._input = self._input[1:]  # so that recover() does not find the same beginning again
            self._ended = True
            raise self._damage(str(error)) from error
        self._input = member.unconsumed_tail or member.unused_data
        self._given += len(block)
        self._ready += block
        if self._given > RATIO * self._taken + SLACK:
            self._ended = True
            raise InputError(
                f"unpacks to more than {RATIO} times its size: stopped after {self._given / MEGABYTE:.0f} MB",
                place=self._place,
                remedy="is it an archive bomb? unpack it yourself if you trust it",
                status="bomb",
            )
        if member.eof:
            self._member = None

    def _at_end(self) -> bool:
        if self._member is None or self._member.eof:
            self._ended = True
            return False
        block = self._member.decompress(b"", BLOCK)
        self._given += len(block)
        self._ready += block
        if block:
            return True
        self._ended = True
        raise cut(self._place)

    def _damage(self, reason: str) -> InputError:
        return InputError(
            f"damaged: {_plain(reason)}",
            place=self._place,
            remedy="fetch or copy it again; what stands before the damage was read",
            status="damaged",
        )


def cut(place: str) -> InputError:
    """What is told of an input that ends before its end."""
    return InputError(
        "ends before its end",
        place=place,
        remedy="fetch or copy it again; what stands before the cut was read",
        status="truncated",
    )


def inflated(raw: bytes, place: str, window: int, most: int) -> bytes:
    """The whole of a packed body, at most ``most`` bytes of it. Raises InputError where it is cut, damaged or too large."""
    stream = Inflated(BytesIO(raw), place, window)
    body = stream.read(most + 1)
    if len(body) > most:
        raise InputError(
            f"more than {most / MEGABYTE:g} MB unpacked", place=place, remedy="read its parts", status="too large"
        )
    return body


def _plain(reason: str) -> str:
    """zlib's "Error -3 while decompressing data: incorrect header check" without its number."""
    return reason.rpartition(": ")[2]
