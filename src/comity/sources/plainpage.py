"""The words of a page in reading order, by a scan of its tags: for pages that no parser of articles should be given.

Holds no tree, so that nesting of any depth is read; each pattern stops at the next ``<``, so that its time is linear.
"""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})([^<>]*)>?")
_BLOCK_NAMES = (
    "p div section article main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr blockquote pre br hr body header"
    " figure address center"
)
_LEFT_OUT_NAMES = "script style noscript template svg iframe select button nav footer aside figcaption head textarea"
_BLOCKS, _LEFT_OUT = frozenset(_BLOCK_NAMES.split()), frozenset(_LEFT_OUT_NAMES.split())
# No tag but their own end counts in these.
_RAW_END = {name: re.compile(f"</{name}", re.I) for name in ("script", "style", "textarea", "template", "noscript")}
_SPACES = re.compile(r"(?<![ \t\f\v\xa0])[ \t\f\v\xa0]*\n[\s\xa0]*")
_BLANKS = re.compile(r"[ \t\f\v\xa0]+")


def plain_page(markup: str) -> str:
    """Paragraphs of ``markup`` with a blank line between them; menus, scripts, forms and captions are left out."""
    words: list[str] = []
    at, closed_by, depth = 0, "", 0
    while at < len(markup):
        start = markup.find("<", at)
        start = len(markup) if start < 0 else start
        if not closed_by:
            words.append(_BLANKS.sub(" ", markup[at:start].replace("\n", " ")))
        if start == len(markup):
            break
        if markup.startswith("<!", start) or markup.startswith("<?", start):
            at = _after_comment(markup, start)
            continue
        match = _TAG.match(markup, start)
        if not match:
            words.append("" if closed_by else "<")
            at = start + 1
            continue
        at, name = match.end(), match.group(2).lower()
        if closed_by:
            if name == "body" and closed_by == "head":
                depth = 0
            depth += 0 if name != closed_by else -1 if match.group(1) else 1
            closed_by = closed_by if depth > 0 else ""
        elif name in _LEFT_OUT and not match.group(1) and not match.group(3).endswith("/"):
            if name in _RAW_END:
                end = _RAW_END[name].search(markup, at)
                at = end.start() if end else len(markup)
            closed_by, depth = name, 1
        elif name in _BLOCKS:
            words.append("\n")
    return _SPACES.sub("\n\n", html.unescape("".join(words))).strip()


def _after_comment(markup: str, start: int) -> int:
    ending = "-->" if markup.startswith("<!--", start) else ">"
    end = markup.find(ending, start + 2)
    return len(markup) if end < 0 else end + len(ending)
