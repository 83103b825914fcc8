"""From a draft to an article: what the page says, what its list, feed or server says, and what the user says, in order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from comity.errors import InputError
from comity.sources.draft import Draft, ReadingOptions
from comity.sources.furniture import noncontent
from comity.sources.publication import is_future, iso
from comity.values import Article, Span

Read = Article | InputError


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from, and what is known of them besides: it fills what they do not say."""

    place: str  # for messages
    url: str | None = None
    published: str | None = None  # as a feed or a list writes it
    outlet: str | None = None
    charset: str | None = None
    inside: bool = False  # a member of an archive
    follow: bool = False  # the addresses of a list or feed are to be read
    depth: int = 0  # lists above this one


def finished(draft: Draft, origin: Origin, options: ReadingOptions) -> Iterator[Read]:
    """The article of a draft, with what is wrong about it before it."""
    place = origin.place
    if not any(character.isalnum() for character in draft.text):
        yield InputError("holds no text", place=place, remedy="leave it out, or save the article again")
        return
    published, problem = _published(draft.published or origin.published or options.published, place, options)
    if problem:
        yield problem
    kind = draft.kind if draft.kind in ("news", "statement") else options.kind
    if draft.kind and draft.kind != kind:
        yield InputError(
            f"unknown kind {draft.kind[:40]!r}, read as {kind}", place=place, remedy="write news or statement"
        )
    outlet, url = draft.outlet or origin.outlet or options.outlet, _url(draft.url, origin.url)
    yield Article(
        id=draft.id or _identity(draft, outlet, published, url),
        text=draft.text,
        title=draft.title,
        published=published,
        outlet=outlet,
        url=url,
        kind="statement" if kind == "statement" else "news",
        noncontent=_merged(draft.header, noncontent(draft.text)),
        path=place,
    )


def _url(own: str | None, asked: str | None) -> str | None:
    """A page's own address where it is one of the host that gave the page: no page speaks for another's address."""
    if own is None or asked is None:
        return own or asked
    try:
        return own if _host(own) == _host(asked) and _host(own) else asked
    except ValueError:
        return asked


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


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


def _identity(draft: Draft, outlet: str | None, published: str | None, url: str | None) -> str:
    """16 hexadecimal digits of the SHA-256 of the text and what is said of it: the same article has the same id."""
    parts = (draft.text, draft.title, outlet, published, url)
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8")).hexdigest()[:16]


def _merged(*groups: tuple[Span, ...]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(span for group in groups for span in group):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
