"""Claims as an Atom feed (RFC 4287), for a feed reader: who, what, whom, and the sentence with its address."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from comity.exports.files import write_whole

NAMESPACE = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Notice:
    """One entry; ``at`` is an ISO time with its offset."""

    id: str
    title: str
    words: str
    at: str
    url: str | None


def write_atom(notices: Iterable[Notice], name: str, path: Path) -> None:
    """A feed of the notices in their order, whole or not at all; a :class:`StorageError` where it cannot be written."""
    listed = list(notices)
    feed = etree.Element(_tag("feed"), nsmap={None: NAMESPACE})
    _add(feed, "id", f"urn:comity:watch:{name}")
    _add(feed, "title", f"comity: {name}")
    _add(feed, "updated", max((notice.at for notice in listed), default="1970-01-01T00:00:00+00:00"))
    author = etree.SubElement(feed, _tag("author"))
    _add(author, "name", "comity")
    for notice in listed:
        entry = etree.SubElement(feed, _tag("entry"))
        _add(entry, "id", f"urn:comity:claim:{notice.id}")
        _add(entry, "title", notice.title)
        _add(entry, "updated", notice.at)
        _add(entry, "summary", notice.words)
        if notice.url and notice.url.startswith(("http://", "https://")):
            etree.SubElement(entry, _tag("link"), rel="alternate", href=_clean(notice.url))
    whole = etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)
    write_whole(path, lambda stream: stream.write(whole))


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, _tag(name)).text = _clean(text)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _clean(text: str) -> str:
    """Without what XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)
