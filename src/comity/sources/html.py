"""Saved web pages (.html): metadata by ``page``, the body by trafilatura, and a plain reading where that gives none.

A page that is very large, very full or nested very deep goes to the plain reading at once. The limits count bytes,
elements and depth, not seconds: the same page gives the same text on every machine.
"""

from __future__ import annotations

import logging
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from comity.errors import InputError
from comity.sources.draft import Draft
from comity.sources.encoding import normalised
from comity.sources.page import Page, page
from comity.sources.plainpage import plain_page

LARGEST = 1_500_000  # code points of markup that trafilatura is given: about two seconds
MOST_ELEMENTS = 20_000
DEEPEST = 200  # trafilatura gives up a little beyond
SHORTEST = 200  # code points of body below which the plain reading is compared
TITLE_WITHIN = 4  # paragraphs of a body among which its title is looked for
NOTHING = Page(None, None, None, None)

_log = logging.getLogger(__name__)
_ELEMENT = re.compile(r"<[a-zA-Z]")
# XML allows no control characters; libxml2 would end the text at one.
_CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f]")
_DECLARATION = re.compile(r"\s{0,99}<\?xml[^<>]{0,300}\?>")


def read_html(markup: str, place: str) -> Draft:
    """The draft of a page: its title, a blank line, its body. Raises InputError where the page holds no words."""
    markup = _DECLARATION.sub("", _CONTROLS.sub(" ", markup), count=1)
    tree = _tree(markup)
    found = page(tree) if tree is not None else NOTHING
    body = _body(markup, tree, place)
    if not body:
        raise InputError("the page holds no words", place=place, remedy="save the page again, or its words as .txt")
    title = normalised(found.title) if found.title else None
    return Draft(
        text=_with_title(title, body), title=title, published=found.published, outlet=found.outlet, url=found.url
    )


def _with_title(title: str | None, body: str) -> str:
    first = [paragraph.strip().casefold() for paragraph in body.split("\n\n", TITLE_WITHIN)[:TITLE_WITHIN]]
    if not title or title.casefold() in first:
        return body
    return f"{title}\n\n{body}"


def _tree(markup: str) -> HtmlElement | None:
    parser = HTMLParser(
        encoding="utf-8", no_network=True, recover=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _body(markup: str, tree: HtmlElement | None, place: str) -> str:
    reason = _too_much(markup, tree)
    article = None if reason else _article(markup)
    if reason or not article:
        _log.info("%s: read as plain text (%s)", place, reason or "no article body was found")
        return normalised(plain_page(markup))
    if len(article) < SHORTEST:
        whole = normalised(plain_page(markup))
        return whole if len(whole) > 3 * len(article) and article[:40] in whole else article
    return article


def _too_much(markup: str, tree: HtmlElement | None) -> str | None:
    if len(markup) > LARGEST:
        return "a very large page"
    if tree is None or len(_ELEMENT.findall(markup)) > MOST_ELEMENTS:
        return "a page with very many elements"
    return "a page nested very deep" if _depth(tree) > DEEPEST else None


def _depth(tree: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _article(markup: str) -> str | None:
    from trafilatura import extract  # slow to import, and only pages need it

    text = extract(markup, output_format="txt", include_comments=False, include_tables=True, deduplicate=False)
    if not text:
        return None
    return "\n\n".join(line.strip() for line in normalised(text).split("\n") if line.strip())
