"""The first lines of a plain text: a marker, the headline, and lines that tell outlet, date, author and address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.sources.draft import Draft
from comity.values import Span

LONGEST_HEADLINE = 200  # code points
FIELDS = 12  # lines a header may have

_MARKER = re.compile(r"demonstration text\b.{0,120}", re.I)
_FIELD = re.compile(
    r"(outlet|source|publication|publisher|published|published on|published at|date|updated|last updated|author|by"
    r"|url|link|address|kind|title|headline|section|dateline)\s?:\s?(.{1,500})",
    re.I,
)
_BYLINE = re.compile(r"By [A-Z].{1,100}")
_NAMES = {
    "outlet": "outlet",
    "source": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
    "published": "published",
    "published on": "published",
    "published at": "published",
    "date": "published",
    "url": "url",
    "link": "url",
    "address": "url",
    "kind": "kind",
    "title": "title",
    "headline": "title",
}
_LINE = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    span: Span


def with_header(draft: Draft) -> Draft:
    """The draft with what its first lines say; what it knew before (front matter) stands."""
    lines = _first_lines(draft.text)
    spans: list[Span] = []
    at = 0
    while at < len(lines) and (not lines[at].text or _MARKER.fullmatch(lines[at].text)):
        if lines[at].text:
            spans.append(lines[at].span)
        at += 1
    title, found = None, _fields(lines, at)
    if not found and _is_headline(lines, at):
        title = lines[at].text
        found = _fields(lines, at + 1)
    spans += [line.span for line, _, _ in found]
    known: dict[str, str] = {}
    for _, name, value in found:
        known.setdefault(name, value)
    return Draft(
        text=draft.text,
        title=draft.title or known.get("title") or title,
        published=draft.published or known.get("published"),
        outlet=draft.outlet or known.get("outlet"),
        url=draft.url or known.get("url"),
        kind=draft.kind or known.get("kind"),
        id=draft.id,
        header=(*draft.header, *spans),
    )


def _first_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    while at < len(text) and len(lines) < 2 * FIELDS:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        body = text[at:end]
        lead = len(body) - len(body.lstrip())
        stripped = body.strip()
        lines.append(_Line(stripped, (at + lead, at + lead + len(stripped))))
        at = end + 1
    return lines


def _is_headline(lines: list[_Line], at: int) -> bool:
    """A short first line with a blank line or a header line after it."""
    if at >= len(lines) or not 0 < len(lines[at].text) <= LONGEST_HEADLINE or at + 1 >= len(lines):
        return False
    after = lines[at + 1].text
    return not after or bool(_FIELD.fullmatch(after) or _BYLINE.fullmatch(after))


def _fields(lines: list[_Line], at: int) -> list[tuple[_Line, str, str]]:
    """Header lines from here on: (line, field, value). Blank lines may stand between, any other line ends them."""
    found: list[tuple[_Line, str, str]] = []
    for line in lines[at : at + FIELDS]:
        match = _FIELD.fullmatch(line.text)
        if match:
            found.append((line, _NAMES.get(match.group(1).lower(), ""), match.group(2).strip()))
        elif _BYLINE.fullmatch(line.text) and not line.text.endswith((".", "?", "!", "”", '"')):
            found.append((line, "", line.text))
        elif line.text:
            break
    return found
