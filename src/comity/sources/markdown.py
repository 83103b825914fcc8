"""Markdown (.md): front matter read, markup taken away, for the words are what is cited."""

from __future__ import annotations

import re

from comity.sources.draft import Draft
from comity.sources.header import with_header

_FRONT = re.compile(r"---[ \t]*\n((?:(?!---)[^\n]*\n){0,200})---[ \t]*(?:\n|$)")
_PAIR = re.compile(r"([A-Za-z_-]{1,40})[ \t]*:[ \t]*(.{1,1000})")
_NAMES = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "url": "url",
    "link": "url",
    "kind": "kind",
    "id": "id",
}
# Each pattern stops at a line's end and at its own marks, so that it runs in linear time.
_MARKUP = (
    (re.compile(r"<!--[^<>]{0,2000}-->"), ""),
    (re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"^[ \t]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]*\S{1,2000}[^\n]*$", re.M), ""),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(\S[^\n]*)$", re.M), r"\n\1\n"),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]?){3,40}$", re.M), ""),
    (re.compile(r"^[ \t]{0,3}(?:=|-){3,200}[ \t]*$", re.M), ""),
    (re.compile(r"^[ \t]{0,3}(?:>[ \t]?){1,5}", re.M), ""),
    (re.compile(r"^[ \t]{0,3}[*+-][ \t]+", re.M), "- "),
    (re.compile(r"^[ \t]{0,3}(?:```|~~~)[^\n]*$", re.M), ""),
    (re.compile(r"\*\*([^*\n]{1,2000})\*\*"), r"\1"),
    (re.compile(r"(?<![\w*])\*([^*\n\s][^*\n]{0,2000})\*(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)__([^_\n]{1,2000})__(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)_([^_\n]{1,2000})_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
_BLANK_LINES = re.compile(r"\n{3,}")


def read_markdown(text: str) -> Draft:
    """The draft of a Markdown text: front matter, then header lines, then the plain words."""
    known: dict[str, str] = {}
    front = _FRONT.match(text)
    if front:
        known = _front_matter(front.group(1))
        text = text[front.end() :]
    return with_header(
        Draft(
            text=plain(text),
            title=known.get("title"),
            published=known.get("published"),
            outlet=known.get("outlet"),
            url=known.get("url"),
            kind=known.get("kind"),
            id=known.get("id"),
        )
    )


def plain(text: str) -> str:
    """Markdown without its marks; words, lines and paragraphs stay in their order."""
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n", lines).strip("\n")


def _front_matter(block: str) -> dict[str, str]:
    """Its plain ``key: value`` lines. Nested values are not looked at, and no YAML is built from an unknown file."""
    found: dict[str, str] = {}
    for line in block.splitlines():
        match = _PAIR.fullmatch(line.rstrip())
        name = _NAMES.get(match.group(1).lower()) if match else None
        if match and name:
            value = match.group(2).strip().strip("\"'").strip()
            if value:
                found.setdefault(name, value)
    return found
