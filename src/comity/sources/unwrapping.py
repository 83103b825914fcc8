"""Lines of a printed page put together into paragraphs again. Pure."""

from __future__ import annotations

import re
from statistics import median

SHORT = 0.75  # of the usual line: a line that ends a sentence there ends its paragraph
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")


def unwrapped(pages: list[str]) -> str:
    """The pages as paragraphs with a blank line between them; a word broken at a line's end is whole again."""
    lines = [line.strip() for page in pages for line in page.split("\n")]
    usual = median([len(line) for line in lines if line] or [0])
    paragraphs, current = [], ""
    for line in lines:
        if line:
            current = _joined(current, line)
        if current and (not line or (len(line) < SHORT * usual and _ENDS.search(line))):
            paragraphs.append(current)
            current = ""
    return "\n\n".join([*paragraphs, current] if current else paragraphs)


def _joined(before: str, line: str) -> str:
    if not before:
        return line
    if _BROKEN_WORD.search(before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"
