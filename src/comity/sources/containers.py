"""Archives of articles: zip, tar and gzip, read member by member. Nothing is ever written, whatever names they hold.

Every member is read under the cap of a single file and the ratio of ``inflating``; an archive inside an archive is not
opened. A member that is cut or damaged is told at its place; where the next can be found, the reading goes on.
"""

from __future__ import annotations

import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from comity.errors import InputError
from comity.sources.draft import MEGABYTE
from comity.sources.inflating import RATIO, SLACK, cut
from comity.sources.showing import shown

MOST_MEMBERS = 100_000
LARGEST_DIRECTORY = 32 * MEGABYTE  # of a zip: it is held in memory
LONGEST_NAME = 65_536  # bytes of a name that has a tar block of its own
BLOCK = 512
# What zipfile raises over a list of members that is no such list: found by fuzzing.
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    OSError,
    RuntimeError,
    EOFError,
    LookupError,
    OverflowError,
)
_END = struct.Struct("<4s4H2LH")  # a zip's end of central directory


class Bytes(Protocol):
    """Whatever gives bytes in their order."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: ``place`` is safe to print."""

    place: str
    name: str
    body: bytes


def read_zip(stream: BinaryIO, place: str, most: int) -> Iterator[Member | InputError]:
    """The members of a zip in their order. ``stream`` must be able to seek."""
    try:
        size = _directory_checked(stream, place)
        with zipfile.ZipFile(stream) as archive:
            given = 0
            for number, info in enumerate(archive.infolist()):
                if info.is_dir():
                    continue
                where = f"{place}: {shown(info.filename)}"
                try:
                    _countable(number, where)
                    body = _zip_member(archive, info, where, most)
                    given += len(body)
                    if given > RATIO * size + SLACK:  # members that lie over one another
                        raise _bomb(where)
                    yield Member(where, info.filename, body)
                except InputError as error:
                    yield error
                    if error.status in ("bomb", "capped"):
                        return
    except _UNREADABLE as error:
        yield InputError(
            f"no whole zip: its list of members cannot be read ({shown(str(error))})",
            place=place,
            remedy="fetch or copy it again",
            status="truncated",
        )
    except InputError as error:
        yield error


def read_tar(stream: Bytes, place: str, most: int) -> Iterator[Member | InputError]:
    """The regular files of a tar, which ``stream`` may unpack on the way; links and devices are passed over."""
    name, number = "", 0
    try:
        while (info := _tar_header(stream, place)) is not None:
            number += 1
            where = f"{place}: {shown(name or info.name)}"
            _countable(number, where)
            if info.type in (tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE):
                name = _long_name(info, _tar_body(stream, info.size, where, LONGEST_NAME))
            elif info.isreg() and info.size <= most:
                body = _tar_body(stream, info.size, where, most)
                yield Member(where, name or info.name, body)
                name = ""
            else:
                if info.isreg():
                    yield _too_large(where, most)
                _tar_passed(stream, info.size if info.type not in _WITHOUT_BODY else 0, where)
                name = name if info.type == tarfile.XGLTYPE else ""
    except InputError as error:
        yield error


_WITHOUT_BODY = frozenset({tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, b"3", b"4"})


def _directory_checked(stream: BinaryIO, place: str) -> int:
    """The archive's size; InputError where its list of members is too long to hold."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 65_557))
    tail = stream.read(65_557)
    at = tail.rfind(b"PK\x05\x06")
    if 0 <= at <= len(tail) - _END.size:
        length = _END.unpack_from(tail, at)[5]
        if length > LARGEST_DIRECTORY:
            raise InputError("a zip of too many members", place=place, remedy="unpack it yourself", status="too large")
    return size


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, where: str, most: int) -> bytes:
    """Whole and compared with its CRC-32, by zipfile; read to the cap, whatever size the archive gives for it."""
    if info.flag_bits & 1:
        raise InputError("locked with a password", place=where, remedy="unpack it yourself")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise InputError("packed in a way that is not read", place=where, remedy="pack it as a common zip")
    if info.file_size > most:
        raise _too_large(where, most)
    try:
        with archive.open(info) as member:
            body = member.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, ValueError, struct.error, LookupError, OverflowError) as error:
        problem = f"damaged: {shown(str(error))}"
        raise InputError(problem, place=where, remedy="fetch or copy it again", status="damaged") from error
    except (EOFError, OSError) as error:
        raise cut(where) from error
    except (NotImplementedError, RuntimeError) as error:
        raise InputError("packed in a way that is not read", place=where, remedy="pack it as a common zip") from error
    if len(body) > most:
        raise _too_large(where, most)
    if len(body) > RATIO * info.compress_size + SLACK:
        raise _bomb(where)
    return body


def _tar_header(stream: Bytes, place: str) -> tarfile.TarInfo | None:
    block = stream.read(BLOCK)
    if not block or not block.strip(b"\0"):
        return None
    if len(block) < BLOCK:
        raise cut(place)
    try:
        info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError) as error:
        problem = f"no tar header where one should be ({error})"
        raise InputError(problem, place=place, remedy="fetch or copy it again", status="damaged") from error
    if info.size < 0:
        raise InputError("a member of negative size", place=place, remedy="fetch it again", status="damaged")
    return info


def _tar_body(stream: Bytes, size: int, where: str, most: int) -> bytes:
    if size > most:
        raise _too_large(where, most)
    body = stream.read(size)
    if len(body) < size:
        raise cut(where)
    _tar_passed(stream, size, where, read=size)
    return body


def _tar_passed(stream: Bytes, size: int, where: str, read: int = 0) -> None:
    """Reads on to the end of a member's last block. A missing end of the padding alone loses nothing."""
    padding = -size % BLOCK
    left = size - read
    while left:
        piece = stream.read(min(left, MEGABYTE))
        if not piece:
            raise cut(where)
        left -= len(piece)
    stream.read(padding)


def _long_name(info: tarfile.TarInfo, body: bytes) -> str:
    """The name that stands before a member with a long one: GNU's, or POSIX's ``path`` among its records."""
    if info.type == tarfile.GNUTYPE_LONGNAME:
        return body.rstrip(b"\0").decode("utf-8", "replace")
    for record in body.split(b"\n"):
        key, _, value = record.partition(b" ")[2].partition(b"=")
        if key == b"path":
            return value.decode("utf-8", "replace")
    return ""


def _countable(number: int, where: str) -> None:
    if number >= MOST_MEMBERS:
        raise InputError(
            f"more than {MOST_MEMBERS} members",
            place=where,
            remedy="split the archive; the rest was not read",
            status="capped",
        )


def _too_large(where: str, most: int) -> InputError:
    return InputError(
        f"more than {most / MEGABYTE:g} MB", place=where, remedy="read it by itself, in parts", status="too large"
    )


def _bomb(where: str) -> InputError:
    return InputError(
        f"unpacks to more than {RATIO} times its size",
        place=where,
        remedy="is it an archive bomb? unpack it yourself if you trust it",
        status="bomb",
    )
