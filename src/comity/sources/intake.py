"""Bytes of any form into articles: documents, archives of them, feeds, and lists of addresses.

What cannot be read comes as an InputError at its place, never raised, and the reading goes on. No connection is opened but
for an address that the user gave, and for the addresses in a list or feed that the user gave by address or with ``follow``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from comity.errors import InputError, NoArticleError
from comity.sources import containers, lists
from comity.sources.addresses import is_address
from comity.sources.draft import Draft, ReadingOptions
from comity.sources.encoding import decoded
from comity.sources.feeds import Entry, read_feed
from comity.sources.finishing import Origin, Read, finished
from comity.sources.folder import (
    CONTAINERS,
    SUFFIXES,
    binary_form,
    form_by_content,
    form_of,
    form_of_answer,
    is_article,
    is_list,
    walk,
)
from comity.sources.html import read_html
from comity.sources.inflating import Inflated
from comity.sources.jsonl import Lines, read_jsonl, too_large
from comity.sources.lists import Listed
from comity.sources.markdown import read_markdown
from comity.sources.pdf import read_pdf
from comity.sources.showing import shown
from comity.sources.text import read_text
from comity.sources.warc import Capture, read_warc

if TYPE_CHECKING:
    from comity.sources.fetching import Fetcher

DEEPEST_LIST = 3  # an outline of feeds of pages, a sitemap index of sitemaps of pages
_LISTS: dict[str, Callable[[bytes, str], list[Listed]]] = {
    "outline": lists.read_outline,
    "sitemap": lists.read_sitemap,
}
_TABLES: dict[str, Callable[[str, str], list[Listed]]] = {"table": lists.read_table, "json": lists.read_json_list}


class Intake:
    """Reads one input after the other. Invariant: within one input no address is asked twice."""

    def __init__(self, options: ReadingOptions) -> None:
        self._options = options
        self._fetcher: Fetcher | None = options.fetcher
        self._asked: set[str] = set()
        self._listed = 0  # of them, those that a list or feed named

    def input(self, name: str | Path) -> Iterator[Read]:
        """The articles of a file, a folder or an address."""
        self._asked, self._listed = set(), 0
        if isinstance(name, str) and is_address(name):
            yield from self.page(Listed(name), Origin(shown(name), follow=True))
        else:
            yield from self._path(Path(name))

    def stream(self, stream: BinaryIO, origin: Origin, name: str = "") -> Iterator[Read]:
        """The articles of an open file; ``name`` tells its form, else its first bytes do."""
        form = form_of(name)
        if form == "jsonl":
            yield from self._records(stream, origin)
        elif form == "zip" and stream.seekable():
            yield from self._members(containers.read_zip(stream, origin.place, self._options.max_bytes), origin)
        elif form == "tar":
            yield from self._members(containers.read_tar(stream, origin.place, self._options.max_bytes), origin)
        elif form == "warc":
            yield from self._captures(stream, origin, packed=False)
        elif form == "gzip":
            yield from self._packed(stream, origin, name)
        else:
            yield from self._whole(stream, origin, form)

    def page(self, listed: Listed, origin: Origin) -> Iterator[Read]:
        """What stands at an address; ``origin`` tells which list or feed named it."""
        if listed.url in self._asked:
            yield NoArticleError("an address that was read already", place=shown(listed.url))
            return
        if origin.depth and self._listed >= self._options.most_addresses:
            yield _capped(self._options.most_addresses, listed.url)
            return
        self._asked.add(listed.url)
        self._listed += origin.depth > 0
        try:
            found = self._fetching().fetch(listed.url)
        except InputError as error:
            yield error
            return
        body = found.body or b""
        form = form_of_answer(found.kind, body, urlsplit(found.url).path)
        if form is None:
            yield InputError(f"{shown(found.kind)} holds no words", place=shown(listed.url), remedy="give a page")
            return
        published = listed.published or origin.published
        where = replace(origin, place=shown(listed.url), url=found.url, charset=found.charset, published=published)
        yield from self._content(body, form, where, urlsplit(found.url).path)

    def entry(self, entry: Entry, origin: Origin, number: int) -> Iterator[Read]:
        """The article behind a feed's entry where addresses are followed; else the entry's own words."""
        if origin.follow and entry.url:
            yield from self.page(Listed(entry.url, entry.published), origin)
        else:
            where = replace(origin, place=f"{origin.place}: entry {number}", url=entry.url)
            yield from _entry(entry, where, self._options)

    def _path(self, path: Path) -> Iterator[Read]:
        if not path.is_dir():
            yield from self._file(path)
            return
        found = False
        for inner in walk(path):
            found = True
            if inner.exists() and not inner.is_file():  # opening a pipe that nobody fills waits for ever
                yield InputError(
                    "a pipe, socket or device in a folder is not opened", place=str(inner), remedy="name it"
                )
            else:
                yield from self._file(inner)
        if not found:
            yield InputError(
                "the folder holds no articles",
                place=str(path),
                remedy=f"put files with one of these endings into it: {' '.join(SUFFIXES)}",
            )

    def _file(self, path: Path) -> Iterator[Read]:
        try:
            with path.open("rb") as stream:
                yield from self.stream(stream, Origin(str(path), follow=self._options.follow), path.name)
        except OSError as error:
            reason = error.strerror or "cannot be read"
            remedy = "check the name and the permission"
            yield InputError(reason[:1].lower() + reason[1:], place=str(path), remedy=remedy)

    def _whole(self, stream: BinaryIO, origin: Origin, form: str | None) -> Iterator[Read]:
        most = self._options.max_bytes
        raw = stream.read(most + 1)
        form = form or form_by_content(raw)
        if form == "jsonl":
            yield from self._records(_Joined(raw, stream), origin)
        elif len(raw) > most:
            yield too_large(origin.place, most)
        else:
            yield from self._content(raw, form, origin, "")

    def _content(self, raw: bytes, form: str, origin: Origin, name: str) -> Iterator[Read]:
        """The articles of bytes that are held whole."""
        try:
            if form == "xml":
                form, problem = lists.kind_of_root(raw, origin.place)
                yield from () if problem is None else (problem,)
            if form in CONTAINERS:
                yield from self._container(raw, form, origin, name)
            elif form == "jsonl":
                yield from self._records(BytesIO(raw), origin)
            elif form == "feed":
                yield from self._feed(raw, origin)
            elif form in _LISTS:
                yield from self._list(_LISTS[form](raw, origin.place), origin)
            elif form in _TABLES:
                text = decoded(raw, origin.place, origin.charset or self._options.encoding).text
                yield from self._list(_TABLES[form](text, origin.place), origin)
            else:
                yield from self._document(raw, form, origin)
        except InputError as error:
            yield error
        except UnicodeError:
            yield InputError("holds halves of characters", place=origin.place, remedy="save it again as UTF-8")

    def _document(self, raw: bytes, form: str, origin: Origin) -> Iterator[Read]:
        if form == "pdf":
            yield from finished(read_pdf(raw, origin.place), origin, self._options)
            return
        encoding = origin.charset or self._options.encoding
        read = decoded(raw, origin.place, encoding, markup=form == "html")
        if read.problem:
            yield read.problem
        if form == "html":
            draft = read_html(read.text, origin.place)
        else:
            draft = read_markdown(read.text) if form == "markdown" else read_text(read.text)
        yield from finished(draft, origin, self._options)

    def _container(self, raw: bytes, form: str, origin: Origin, name: str) -> Iterator[Read]:
        if origin.inside:
            raise InputError(
                "an archive inside an archive is not opened", place=origin.place, remedy="unpack the outer one"
            )
        known = {"zip": ".zip", "tar": ".tar", "warc": ".warc"}.get(form) or (
            name if form_of(name) == "gzip" else ".gz"
        )
        yield from self.stream(BytesIO(raw), origin, f"archive{known}" if known.startswith(".") else known)

    def _packed(self, stream: BinaryIO, origin: Origin, name: str) -> Iterator[Read]:
        """What a gzip file holds: a tar, a web archive, lines of JSON, or one document."""
        inner = name.lower().removesuffix(".gz")
        form = "tar" if inner.endswith(".tgz") else form_of(inner)
        most = self._options.max_bytes
        if form == "warc":
            yield from self._captures(stream, origin, packed=True)
            return
        unpacked = Inflated(stream, origin.place)
        if form == "tar":
            yield from self._members(containers.read_tar(unpacked, origin.place, most), origin)
        elif form == "jsonl":
            yield from self._records(unpacked, origin)
        else:
            yield from self._unpacked(unpacked, replace(origin, inside=True), form)

    def _unpacked(self, unpacked: Inflated, origin: Origin, form: str | None) -> Iterator[Read]:
        most = self._options.max_bytes
        try:
            raw = unpacked.read(most + 1)
        except InputError as error:
            yield error
            return
        if len(raw) > most:
            yield too_large(origin.place, most)
            return
        form = form or form_by_content(raw)
        if form == "tar":
            yield from self._members(containers.read_tar(BytesIO(raw), origin.place, most), origin)
        elif form == "warc":
            yield from self._captures(BytesIO(raw), origin, packed=False)
        else:
            yield from self._content(raw, form, origin, "")

    def _members(self, members: Iterable[containers.Member | InputError], origin: Origin) -> Iterator[Read]:
        empty = True
        for member in members:
            empty = False
            if isinstance(member, InputError):
                yield member
                continue
            where = Origin(member.place, inside=True, follow=self._options.follow, outlet=origin.outlet)
            form = form_of(member.name) or binary_form(member.body)
            if is_list(member.name) and not self._options.follow:
                yield NoArticleError("by its name a list of addresses, which --follow reads", place=member.place)
            elif not is_list(member.name) and not is_article(member.name) and form not in CONTAINERS:
                yield NoArticleError("no article by its name", place=member.place)
            else:
                yield from self._content(member.body, form or "text", where, member.name)
        if empty:
            yield InputError("the archive holds nothing", place=origin.place, remedy="is it whole? fetch it again")

    def _captures(self, stream: BinaryIO, origin: Origin, packed: bool) -> Iterator[Read]:
        for capture in read_warc(stream, origin.place, self._options.max_bytes, packed):
            yield from (capture,) if isinstance(capture, InputError) else self._capture(capture)

    def _capture(self, capture: Capture) -> Iterator[Read]:
        path = urlsplit(capture.url).path if capture.url and is_address(capture.url) else ""
        form = form_of_answer(capture.kind, capture.body, path)
        if form is None or path.endswith("/robots.txt"):
            yield NoArticleError("no page", place=capture.place)
            return
        follow = self._options.follow
        where = Origin(capture.place, url=capture.url, charset=capture.charset, inside=True, follow=follow)
        yield from self._content(capture.body, form, where, path)

    def _feed(self, raw: bytes, origin: Origin) -> Iterator[Read]:
        feed = read_feed(raw, origin.place, origin.url)
        below = replace(origin, outlet=origin.outlet or feed.title, depth=origin.depth + 1, url=None)
        for number, entry in enumerate(feed.entries, start=1):
            yield from self.entry(entry, below, number)
        if not feed.entries:
            yield InputError("a feed without entries", place=origin.place, remedy="leave it out")

    def _list(self, listed: list[Listed], origin: Origin) -> Iterator[Read]:
        if not listed:
            yield InputError("a list without addresses", place=origin.place, remedy="leave it out")
        elif not origin.follow:
            yield InputError(
                f"a list of {len(listed)} addresses; none was asked",
                place=origin.place,
                remedy="add --follow to read them",
            )
        elif origin.depth >= DEEPEST_LIST:
            yield InputError(
                "a list in a list in a list", place=origin.place, remedy="give it by itself", status="capped"
            )
        else:
            for entry in listed:
                yield from self.page(entry, Origin(origin.place, follow=True, depth=origin.depth + 1))

    def _records(self, stream: Lines, origin: Origin) -> Iterator[Read]:
        empty = True
        try:
            for where, draft in read_jsonl(stream, origin.place, self._options.max_bytes):
                empty = False
                if isinstance(draft, InputError):
                    yield draft
                else:
                    yield from finished(draft, Origin(where), self._options)
        except InputError as error:  # of the packed stream under the lines
            yield error
            return
        if empty:
            yield InputError(
                "the file is empty", place=origin.place, remedy="write one article a line, as a JSON object"
            )

    def _fetching(self) -> Fetcher:
        from comity.sources.fetching import Fetcher

        if self._fetcher is None:
            self._fetcher = Fetcher()
        return self._fetcher


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


def _entry(entry: Entry, origin: Origin, options: ReadingOptions) -> Iterator[Read]:
    """A feed's own words of an article, without the article."""
    if not entry.text:
        yield NoArticleError("an entry without words of its own", place=origin.place)
        return
    title = entry.title
    text = entry.text if not title or entry.text.startswith(title) else f"{title}\n\n{entry.text}"
    yield from finished(Draft(text=text, title=title, published=entry.published), origin, options)


def _capped(most: int, url: str) -> InputError:
    return InputError(
        f"not asked: {most} addresses of this input were read",
        place=shown(url),
        remedy="raise it with --most, or read the rest in another reading",
        status="capped",
    )
