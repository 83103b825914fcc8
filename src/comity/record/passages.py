"""Where in a text the words stand that somebody looks for: the passage that holds most of them. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from comity.values import Span

REACH = 240  # characters of a passage
LOOKED_AT = 5000  # places of words in one text; a passage is chosen among these


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a text, and in it the words that were looked for, each as a span of the text."""

    span: Span
    words: tuple[Span, ...]


def passage(text: str, words: Sequence[str]) -> Passage:
    """The first passage with most of the words, cut at words; the beginning of the text where none is found as written."""
    found = _places(text, words) or _places(_bare(text), [_bare(w) for w in words])
    if not found:
        return Passage(_cut(text, 0, min(REACH, len(text))), ())
    best = max(range(len(found)), key=lambda n: (len({w for w, *_ in _near(found, n)}), -n))
    near = _near(found, best)
    start, end = near[0][1], near[-1][2]
    around = max(0, REACH - (end - start)) // 2
    span = _cut(text, max(0, start - around), min(len(text), end + around))
    return Passage(span, tuple((s, e) for _, s, e in near))


Place = tuple[int, int, int]  # the number of the word, and its span


def _places(text: str, words: Sequence[str]) -> list[Place]:
    """Where the words stand, in order; case makes no difference."""
    found: list[Place] = []
    for number, word in enumerate(words):
        pieces = [re.escape(piece) for piece in re.findall(r"\w+", word)]
        if pieces:
            pattern = re.compile(r"(?<!\w)" + r"\W{1,9}".join(pieces) + r"(?!\w)", re.IGNORECASE)
            at = (m.span() for m, _ in zip(pattern.finditer(text), range(LOOKED_AT), strict=False))
            found.extend((number, start, end) for start, end in at)
    return [next(same) for _, same in groupby(sorted(found, key=lambda p: p[1:]), key=lambda p: p[1])]


def _near(found: Sequence[Place], first: int) -> list[Place]:
    """The places from the first that lie within one passage."""
    start = found[first][1]
    near: list[Place] = []
    for place in found[first:]:
        if near and place[2] - start > REACH:
            break
        near.append(place)
    return near


def _bare(text: str) -> str:
    """The text without accents, as long as before."""
    return "".join(unicodedata.normalize("NFD", c)[0] for c in text)


def _cut(text: str, start: int, end: int) -> Span:
    """The span made smaller until it neither begins nor ends within a word; not where that would be all of it."""
    first = start
    if start > 0 and text[start - 1].isalnum():
        first += len(re.match(r"\w*\W*", text[start:end])[0])  # type: ignore[index]
    last = end
    if end < len(text) and text[end].isalnum():
        last -= len(re.search(r"\W*\w*$", text[start:end])[0])  # type: ignore[index]
    return (first, last) if first < last else (start, end)
