"""RSS (0.9 to 2.0) and Atom feeds, from bytes alone: what each entry says, and where its article stands.

feedparser was weighed and left: it takes a string that looks like an address for one and fetches it, and rests on a package
that is published as source alone, which the locks do not admit.
Sources: RSS 2.0 (rssboard.org), RDF Site Summary 1.0, RFC 4287 (Atom).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

from comity.errors import InputError
from comity.sources.encoding import normalised
from comity.sources.plainpage import plain_page
from comity.sources.trees import children, first, name, tree, words

MOST_ENTRIES = 10_000
_CONTENT = ("encoded", "content", "description", "summary")  # the fullest first


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; ``published`` as the feed writes it, None where it does not say: an ``updated`` is no publication."""

    title: str | None
    url: str | None
    published: str | None
    text: str
    changed: str | None = None  # Atom's ``updated``, as the feed writes it


@dataclass(frozen=True, slots=True)
class Feed:
    title: str | None
    entries: tuple[Entry, ...]


def read_feed(raw: bytes, place: str, base: str | None = None) -> Feed:
    """The feed in ``raw``; relative addresses are completed from ``base``. InputError where it is no feed."""
    root = tree(raw, place)
    if name(root) not in ("rss", "feed", "rdf"):
        raise InputError("no RSS or Atom feed", place=place, remedy="give the feed's own address or file")
    channel = next(children(root, "channel"), root)
    items = [*children(channel, "item", "entry"), *(children(root, "item") if channel is not root else ())]
    return Feed(_line(first(channel, "title")), tuple(_entry(item, base) for item in items[:MOST_ENTRIES]))


def _entry(item: etree._Element, base: str | None) -> Entry:
    body = next((text for kind in _CONTENT for child in children(item, kind) if (text := _markup(child))), "")
    return Entry(
        title=_line(plain_page(first(item, "title"))),
        url=_address(item, base),
        published=_line(first(item, "pubdate", "published", "issued", "date")),
        text=normalised(plain_page(body)),
        changed=_line(first(item, "updated")),
    )


def _markup(element: etree._Element) -> str:
    """HTML inside an element: escaped as text, or as elements of their own (Atom's ``xhtml``)."""
    if len(element):
        return "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return words(element)


def _address(item: etree._Element, base: str | None) -> str | None:
    """The article's: Atom's alternate link, RSS's link, else a permanent id."""
    for link in children(item, "link"):
        if (href := link.get("href")) and link.get("rel", "alternate") == "alternate":
            return _complete(href, base)
    if written := first(item, "link"):
        return _complete(written, base)
    for guid in children(item, "guid"):
        if guid.get("isPermaLink", "true") == "true" and words(guid).startswith(("http://", "https://")):
            return words(guid)
    return None


def _complete(written: str, base: str | None) -> str | None:
    try:
        address = urljoin(base or "", normalised(written).strip())
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) else None


def _line(written: str) -> str | None:
    return " ".join(normalised(written).split())[:2_000] or None
