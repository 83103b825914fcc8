"""Bytes to text: which encoding, which bytes are wrong, and the one normalisation every text goes through."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from comity.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP, Word or EPUB file",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
    b"{\\rtf": "an RTF file",
}
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.I
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_NEWLINES = re.compile("\r\n?|[\x85\u2028\u2029]")
_BROKEN = re.compile("[\x00\ud800-\udfff]")
HEAD = 4_096  # bytes in which a page must name its encoding
SUGGESTED = 20_000  # bytes looked at for a suggestion


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    problem: InputError | None = None  # the text was read all the same, with U+FFFD for the wrong bytes


def normalised(text: str) -> str:
    """Line ends as ``\\n``, no byte-order mark, U+FFFD for NUL and lone surrogates; every other code point as it is."""
    return _BROKEN.sub("\ufffd", _NEWLINES.sub("\n", text.removeprefix("\ufeff")))


def decoded(raw: bytes, place: str, encoding: str | None = None, markup: bool = False) -> Decoded:
    """The normalised text of ``raw``. Raises InputError for an empty or binary file and for bytes in no known encoding.

    A byte-order mark is followed first, then what a page says of itself (``markup``), then UTF-8, then ``encoding``.
    An encoding is never guessed: a wrong guess would change the words that are cited.
    """
    if not raw.strip():
        raise InputError("the file is empty", place=place, remedy="leave it out, or save the article again")
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _lenient(raw[len(mark) :], name, place)
    _refuse_binary(raw, place)
    declared = _declared(raw) if markup else None
    try:
        return Decoded(normalised(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        if declared and declared != "utf-8":
            return _lenient(raw, declared, place)
        if encoding:
            return _lenient(raw, encoding, place)
        if declared:
            return _lenient(raw, "utf-8", place)
        raise _invalid(raw, error, place) from error


def _declared(raw: bytes) -> str | None:
    match = _CHARSET.search(raw[:HEAD])
    if not match:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii", "replace"))
    except LookupError:
        return None
    if not getattr(name, "_is_text_encoding", True):
        return None
    return "cp1252" if name.name in {"iso8859-1", "ascii"} else name.name  # as browsers read them


def _lenient(raw: bytes, encoding: str, place: str) -> Decoded:
    try:
        return Decoded(normalised(raw.decode(encoding)))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = InputError(
            f"bytes that are not {encoding}, the first at byte {error.start}; read with U+FFFD in their place",
            place=f"{place}:{line}",
            remedy="save the file again as UTF-8",
        )
        return Decoded(normalised(raw.decode(encoding, "replace")), problem)
    except LookupError as error:
        raise InputError(
            f"no encoding is called {encoding!r}", place=place, remedy="name one such as windows-1251"
        ) from error


def _refuse_binary(raw: bytes, place: str) -> None:
    kind = next((name for magic, name in _MAGIC.items() if raw.startswith(magic)), None)
    head = raw[:65_536]
    controls = len(head) - len(head.translate(None, _CONTROL))
    if kind or controls > len(head) / 50 + 1:
        raise InputError(
            f"the file is binary ({kind or 'control bytes'}), not a text",
            place=place,
            remedy="save the article as .txt, .md or .html",
        )


def _invalid(raw: bytes, error: UnicodeDecodeError, place: str) -> InputError:
    line = raw.count(b"\n", 0, error.start) + 1
    likely = _suggestion(raw)
    hint = f"; it may be {likely}: say so with the encoding option" if likely else ""
    return InputError(
        f"invalid UTF-8 at byte {error.start}", place=f"{place}:{line}", remedy=f"save the file as UTF-8{hint}"
    )


def _suggestion(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SUGGESTED]).best()
    return best.encoding.replace("cp125", "windows-125") if best and best.encoding != "utf_8" else None
