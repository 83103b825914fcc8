"""What a saved page says of itself: title, outlet, address, date with time and zone.

Read in this order: JSON-LD (schema.org), OpenGraph, <meta>, <time>. Sources: schema.org/NewsArticle, ogp.me.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from comity.sources.publication import iso

JSON_LD_LIMIT = 300_000  # bytes of one JSON-LD block
NODES = 2_000  # of one JSON-LD block that are looked at

_ARTICLE_TYPES = re.compile(r"(?:\w*Article|\w*Posting|Report|WebPage|\w*NewsRelease)$")
_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date",
)
_BETWEEN = re.compile(r"(?<! ) +[|–—-] +")


@dataclass(frozen=True, slots=True)
class Page:
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None


def page(tree: HtmlElement) -> Page:
    """The page's own metadata; a date that cannot be read for sure is left for the next place that may hold one."""
    linked = _json_ld(tree)
    metas = _metas(tree)
    outlet = _name(linked.get("publisher")) or metas.get("og:site_name") or metas.get("application-name")
    return Page(
        title=_title(tree, linked, metas, outlet),
        outlet=outlet,
        url=metas.get("og:url") or _canonical(tree) or _string(linked.get("url")),
        published=_published(tree, linked, metas),
    )


def _published(tree: HtmlElement, linked: dict[str, Any], metas: dict[str, str]) -> str | None:
    written = [_string(linked.get("datePublished")), *(metas.get(name) for name in _DATE_METAS), *_times(tree)]
    first = next((value for value in written if value and iso(value)), None)
    return first or next((value for value in written if value), None)


def _times(tree: HtmlElement) -> list[str]:
    """The datetime of the first <time> of the article, or of the page; one marked as the publication goes first."""
    found = [element for element in tree.iter("time") if element.get("datetime")]
    marked = [e for e in found if e.get("pubdate") is not None or "datePublished" in (e.get("itemprop") or "")]
    return [str(element.get("datetime")) for element in (marked or found)[:1]]


def _title(tree: HtmlElement, linked: dict[str, Any], metas: dict[str, str], outlet: str | None) -> str | None:
    given = metas.get("og:title") or _string(linked.get("headline"))
    if given:
        return _without_outlet(given, outlet)
    headings = [_text(element) for element in tree.iter("h1")]
    if len([heading for heading in headings if heading]) == 1:
        return next(heading for heading in headings if heading)
    title = next((_text(element) for element in tree.iter("title")), None)
    return _without_outlet(title, outlet) if title else None


def _without_outlet(title: str, outlet: str | None) -> str:
    parts = _BETWEEN.split(title)
    if outlet and len(parts) > 1 and parts[-1].casefold() == outlet.casefold():
        return title[: title.rindex(parts[-1])].rstrip(" |–—-")
    return title


def _canonical(tree: HtmlElement) -> str | None:
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next((_string(link.get("href")) for link in links), None)


def _metas(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _string(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _json_ld(tree: HtmlElement) -> dict[str, Any]:
    """The first node that is an article with a date, else the first article, else nothing."""
    articles = [
        node
        for script in tree.iter("script")
        if "ld+json" in (script.get("type") or "").lower()
        for node in _nodes(script.text or "")
        if _is_article(node)
    ]
    dated = [node for node in articles if node.get("datePublished")]
    return (dated or articles or [{}])[0]


def _nodes(block: str) -> Iterator[dict[str, Any]]:
    if len(block) > JSON_LD_LIMIT:
        return
    try:
        waiting: list[Any] = [json.loads(block)]
    except (ValueError, RecursionError):
        return
    seen = 0
    while waiting and seen < NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node[:NODES])
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for value in (node.get("@graph"), node.get("mainEntity")) if value)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and _ARTICLE_TYPES.match(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _string(value.get("name")) if isinstance(value, dict) else _string(value)


def _string(value: Any) -> str | None:
    return re.sub(r"\s+", " ", value[:2_000]).strip() or None if isinstance(value, str) else None


def _text(element: HtmlElement) -> str | None:
    return _string(" ".join(element.itertext()))
