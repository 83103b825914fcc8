"""Paragraphs of a text: the stretches no sentence crosses. Offsets in code points.

A blank line always ends a paragraph. A single line break ends one, too, except where lines were wrapped by hand or
the next line goes on in lower case. Transcripts copied from pages put several spaces where a break was; a turn of
speech after such a gap is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.values import Span

WIDEST_WRAPPED_LINE = 120  # a line longer than this was not wrapped by hand
NARROWEST_WRAPPED_LINE = 45
_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"[^\S\n]{4,}")
_INITIALS = re.compile(r"\b[A-Z]\.$")
_FLAT_ITEM = re.compile(r"(?<=[^\S\n])(?=[-•–][^\S\n]{3})")  # a list that lost its line breaks
_TURN = re.compile(r"(?:Q|[A-Z][A-Z.'’ -]{1,40}:)\s")  # "Q    Is it …", "MR. SMITH:  Yes"
_ITEM = re.compile(r"(?:[-*•–—·▪]|\(?[0-9]{1,3}[.)]|\(?[a-z]\))\s")
_ENDS = re.compile(r"[.!?…:;][\"”’')\]*]*$")


def paragraphs(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraphs between two offsets, in order; together they hold every character but white space."""
    for block in _blocks(text, start, end):
        for left, right in _joined(text, block):
            yield from _split_at_gaps(text, left, right)


def _blocks(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Lines grouped between blank lines."""
    block: list[Span] = []
    last = start
    for match in _LINE.finditer(text, start, end):
        if not match.group().strip():
            continue
        apart = text.count("\n", last, match.start())
        if block and apart > 1 and not (apart == 2 and _torn(text, block[-1], match.start())):
            yield block
            block = []
        block.append(match.span())
        last = match.end()
    if block:
        yield block


def _torn(text: str, line: Span, after: int) -> bool:
    """A page break or a blank line in the middle of a sentence."""
    start, end = line
    begins_low = text[after : after + 8].lstrip()[:1].islower()
    return begins_low and end - start >= NARROWEST_WRAPPED_LINE and not _ENDS.search(text[end - 8 : end].rstrip())


def _joined(text: str, block: list[Span]) -> Iterator[Span]:
    wrapped = _wrapped(text, block)
    left, right = block[0]
    for start, end in block[1:]:
        if _goes_on(text[left:right] if right - left < 400 else text[right - 400 : right], text[start:end], wrapped):
            right = end
        else:
            yield left, right
            left, right = start, end
    yield left, right


def _wrapped(text: str, block: list[Span]) -> bool:
    """Lines of much the same middling length, most of which end in the middle of a sentence."""
    widths = [end - start for start, end in block]
    widest = max(widths)
    if len(block) < 3 or not NARROWEST_WRAPPED_LINE <= widest <= WIDEST_WRAPPED_LINE:
        return False
    if any(width < widest * 0.55 for width in widths[:-1]):
        return False
    open_ends = sum(not _ENDS.search(text[max(start, end - 8) : end].rstrip()) for start, end in block[:-1])
    return open_ends * 2 > len(block) - 1


def _goes_on(before: str, after: str, wrapped: bool) -> bool:
    after = after.lstrip()
    if _ITEM.match(after) or _TURN.match(after):
        return False
    if wrapped:
        return True
    return after[:1].islower() and not _ENDS.search(before[-8:].rstrip())


def _split_at_gaps(text: str, start: int, end: int) -> Iterator[Span]:
    places = [(match.start(), match.end()) for match in _GAP.finditer(text, start, end) if _breaks(text, match, start)]
    places += [match.span() for match in _FLAT_ITEM.finditer(text, start, end)]
    for left, right in sorted(places):
        if left > start:
            yield start, left
            start = right
    yield start, end


def _breaks(text: str, gap: re.Match[str], start: int) -> bool:
    before = text[max(start, gap.start() - 8) : gap.start()]
    if text[gap.end() : gap.end() + 1].islower():
        return False
    ended = _ENDS.search(before) and not before.endswith((":", ";")) and not _INITIALS.search(before)
    return bool(ended) or bool(_TURN.match(text, gap.end()))
