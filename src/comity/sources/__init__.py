"""Reading files, folders and standard input into articles. Whatever cannot be read is told, never raised."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from comity.errors import InputError
from comity.sources.draft import Draft, ReadingOptions
from comity.sources.encoding import decoded, normalised
from comity.sources.folder import SUFFIXES, form_by_content, form_of, walk
from comity.sources.furniture import noncontent
from comity.sources.html import read_html
from comity.sources.jsonl import Lines, read_jsonl, too_large
from comity.sources.markdown import read_markdown
from comity.sources.publication import is_future, iso
from comity.sources.text import read_text
from comity.values import Article, Span

__all__ = ["ReadingOptions", "articles", "noncontent", "normalised"]

STANDARD_INPUT = "-"
Read = Article | InputError


def articles(inputs: Iterable[str | Path] | BinaryIO, options: ReadingOptions | None = None) -> Iterator[Read]:
    """Every article of the files and folders named, or of an open stream, in order; "-" is standard input.

    What cannot be read comes as an InputError value at its place, with file and line, and the reading goes on. An
    article that is read with a reservation (a date in the future, wrong bytes) comes with an InputError before it.
    """
    options = options or ReadingOptions()
    if hasattr(inputs, "read"):
        yield from _stream(cast(BinaryIO, inputs), "standard input", options)
        return
    for name in inputs:
        if str(name) == STANDARD_INPUT:
            yield from _stream(sys.stdin.buffer, "standard input", options)
        else:
            yield from _path(Path(name), options)


def _path(path: Path, options: ReadingOptions) -> Iterator[Read]:
    if not path.is_dir():
        yield from _file(path, options)
        return
    found = False
    for inner in walk(path):
        found = True
        yield from _file(inner, options)
    if not found:
        yield InputError(
            "the folder holds no articles",
            place=str(path),
            remedy=f"put files with one of these endings into it: {' '.join(SUFFIXES)}",
        )


def _file(path: Path, options: ReadingOptions) -> Iterator[Read]:
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, str(path), options, form_of(path.name))
    except OSError as error:
        reason = error.strerror or "cannot be read"
        yield InputError(reason[:1].lower() + reason[1:], place=str(path), remedy="check the name and the permission")


def _stream(stream: BinaryIO, place: str, options: ReadingOptions, form: str | None = None) -> Iterator[Read]:
    if form == "jsonl":
        yield from _records(stream, place, options)
        return
    raw = stream.read(options.max_bytes + 1)
    form = form or form_by_content(raw)
    if form == "jsonl":
        yield from _records(_Joined(raw, stream), place, options)
    elif len(raw) > options.max_bytes:
        yield too_large(place, options.max_bytes)
    else:
        yield from _page(raw, place, form, options)


class _Joined:
    """A stream whose first bytes were read to see what it holds."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readline(self, limit: int, /) -> bytes:
        if not self._head:
            return self._rest.readline(limit)
        end = self._head.find(b"\n", 0, limit) + 1
        line, self._head = self._head[: end or limit], self._head[end or limit :]
        if not line.endswith(b"\n") and len(line) < limit:
            line += self._rest.readline(limit - len(line))
        return line


def _records(stream: Lines, place: str, options: ReadingOptions) -> Iterator[Read]:
    empty = True
    for where, draft in read_jsonl(stream, place, options.max_bytes):
        empty = False
        if isinstance(draft, InputError):
            yield draft
        else:
            yield from _finished(draft, where, options)
    if empty:
        yield InputError("the file is empty", place=place, remedy="write one article a line, as a JSON object")


def _page(raw: bytes, place: str, form: str, options: ReadingOptions) -> Iterator[Read]:
    try:
        read = decoded(raw, place, options.encoding, markup=form == "html")
        if read.problem:
            yield read.problem
        if form == "html":
            draft = read_html(read.text, place)
        else:
            draft = read_markdown(read.text) if form == "markdown" else read_text(read.text)
    except InputError as error:
        yield error
        return
    yield from _finished(draft, place, options)


def _finished(draft: Draft, place: str, options: ReadingOptions) -> Iterator[Read]:
    """The article of a draft, with what is wrong about it before it."""
    if not any(character.isalnum() for character in draft.text):
        yield InputError("holds no text", place=place, remedy="leave it out, or save the article again")
        return
    published, problem = _published(draft.published or options.published, place, options)
    if problem:
        yield problem
    kind = draft.kind if draft.kind in ("news", "statement") else options.kind
    if draft.kind and draft.kind != kind:
        yield InputError(
            f"unknown kind {draft.kind[:40]!r}, read as {kind}", place=place, remedy="write news or statement"
        )
    outlet = draft.outlet or options.outlet
    yield Article(
        id=draft.id or _identity(draft, outlet, published),
        text=draft.text,
        title=draft.title,
        published=published,
        outlet=outlet,
        url=draft.url,
        kind="statement" if kind == "statement" else "news",
        noncontent=_merged(draft.header, noncontent(draft.text)),
        path=place,
    )


def _published(written: str | None, place: str, options: ReadingOptions) -> tuple[str | None, InputError | None]:
    if not written:
        return None, None
    remedy = "the article is read without a date; write it like 2023-10-18 or 2023-10-18T12:00+03:00"
    published = iso(written)
    if published is None:
        return None, InputError(f"a publication date that cannot be read: {written[:60]!r}", place=place, remedy=remedy)
    if is_future(published, options.now):
        return None, InputError(f"a publication date in the future: {published}", place=place, remedy=remedy)
    return published, None


def _identity(draft: Draft, outlet: str | None, published: str | None) -> str:
    """16 hexadecimal digits of the SHA-256 of the text and what is said of it: the same article has the same id."""
    parts = (draft.text, draft.title, outlet, published, draft.url)
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8")).hexdigest()[:16]


def _merged(*groups: tuple[Span, ...]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(span for group in groups for span in group):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
