"""Page furniture inside a text: prompts, links to other articles, captions, credits, notes on cookies and rights.

What it recognises stands in ``vocabulary/furniture.yaml``. Words are compared whole; patterns see lines of bounded
length only, so that no text can make them slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from comity.values import Span
from comity.vocabulary import rows

LONGEST_LINE = 500  # code points; a longer line is prose
LONGEST_TITLE = 200  # code points of the title beside a label
HEAD = 10  # lines that count as the head of a text
LONGEST_LIST = 12  # titles under one label

_LINE = re.compile(r"[^\n]+")
_OUTER = ' \t\xa0.:?!…»«>‹›→←|•·*-–—"“”()[]'
_BULLETS = " \t\xa0»›→|•·*-–—"
_SENTENCE_END = re.compile(r"[.!][\"”’)]*$")
_PUNCTUATED = re.compile(r"[:\-–—|>»]\s*\S")

Match = Literal["line", "label", "list", "start", "pattern", "inside"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """One row of the vocabulary."""

    id: str
    match: Match
    example: str
    counter: str
    words: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    longest: int = LONGEST_LINE
    where: Literal["head", "tail"] | None = None
    colon: bool = False  # a label only where it stands alone or a colon or the like follows


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    span: Span
    part: frozenset[str]  # head, tail


def noncontent(text: str) -> tuple[Span, ...]:
    """The spans of page furniture in ``text``, in order, not overlapping, trimmed of white space."""
    lines = _lines(text)
    spans: list[Span] = []
    at = 0
    while at < len(lines):
        taken = _taken(lines, at)
        if taken:
            spans += [line.span for line in lines[at : at + taken]]
        else:
            spans += _inside(text, lines[at].span)
        at += taken or 1
    return tuple(spans)


@lru_cache(maxsize=1)
def vocabulary() -> tuple[Furniture, ...]:
    """The rows of ``vocabulary/furniture.yaml``, read once."""
    return tuple(
        Furniture(
            id=row["id"],
            match=row["match"],
            example=row["example"],
            counter=row["counter"],
            words=frozenset(_spelled(str(word), row["match"]) for word in row.get("words", ())),
            pattern=re.compile(row["pattern"], 0 if row.get("case") else re.I) if "pattern" in row else None,
            longest=min(row.get("longest", LONGEST_LINE), LONGEST_LINE),
            where=row.get("where"),
            colon=row.get("colon", False),
        )
        for row in rows("furniture")
    )


@lru_cache(maxsize=1)
def _whole_lines() -> frozenset[str]:
    return frozenset(word for row in vocabulary() if row.match == "line" for word in row.words)


@lru_cache(maxsize=1)
def _labels() -> dict[str, Furniture]:
    return {word: row for row in vocabulary() if row.match in ("label", "list") for word in row.words}


@lru_cache(maxsize=1)
def _starts() -> tuple[tuple[str, int], ...]:
    return tuple((word, row.longest) for row in vocabulary() if row.match == "start" for word in row.words)


@lru_cache(maxsize=1)
def _patterns() -> tuple[Furniture, ...]:
    return tuple(row for row in vocabulary() if row.match == "pattern")


@lru_cache(maxsize=1)
def _inner() -> tuple[re.Pattern[str], ...]:
    return tuple(row.pattern for row in vocabulary() if row.match == "inside" and row.pattern)


def _bare(line: str) -> str:
    return re.sub(r"\s+", " ", line).strip(_OUTER).casefold()


def _spelled(word: str, match: Match) -> str:
    """As lines are compared with it: a beginning keeps its colon or bracket, for they tell it from prose."""
    return word.casefold() if match == "start" else _bare(word)


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank, trimmed."""
    found: list[tuple[str, Span]] = []
    for match in _LINE.finditer(text):
        whole = match.group()
        line = whole.strip()
        if line:
            start = match.start() + len(whole) - len(whole.lstrip())
            found.append((line, (start, start + len(line))))
    tail = len(found) - max(3, len(found) // 3)
    return [
        _Line(line, span, frozenset(("head",) * (i < HEAD) + ("tail",) * (i >= tail)))
        for i, (line, span) in enumerate(found)
    ]


def _taken(lines: list[_Line], at: int) -> int:
    """How many lines from here on are furniture."""
    line = lines[at]
    if len(line.text) > LONGEST_LINE:
        return 0
    bare = _bare(line.text)
    label = _labels().get(bare)
    if label:
        return 1 + _titles(lines, at + 1, LONGEST_LIST if label.match == "list" else 1)
    if bare in _whole_lines() or _labelled(line.text, bare) or _starting(line.text) or _matching(line):
        return 1
    return 0


def _titles(lines: list[_Line], at: int, most: int) -> int:
    """How many lines from here on are titles of other articles."""
    count = 0
    while count < most and at + count < len(lines) and _is_title(lines[at + count].text):
        count += 1
    return count


def _is_title(line: str) -> bool:
    ended = _SENTENCE_END.search(line) and not line.endswith(("U.S.", "U.N."))
    return len(line) <= LONGEST_TITLE and not ended and _bare(line) not in _labels()


def _labelled(line: str, bare: str) -> bool:
    """A label with the title on the same line: "Read more: …", "Next Article The vote"."""
    if not _is_title(line) and ":" not in line[:40]:
        return False
    words = bare.split(" ", 5)
    for count in range(1, len(words)):
        label = " ".join(words[:count])
        row = _labels().get(label.rstrip(":-–—|>»"))
        if row and len(line) <= LONGEST_TITLE:
            rest = line.strip(_OUTER)[len(label) :].lstrip()
            spelled = label[-1] in ":-–—|>»" or bool(_PUNCTUATED.match(rest))
            if spelled or (not row.colon and row.match == "label" and rest[:1].isupper()):
                return True
    return False


def _starting(line: str) -> bool:
    low = line.casefold().lstrip(_BULLETS)
    return any(
        len(line) <= longest and low.startswith(word) and not low[len(word) : len(word) + 1].isalnum()
        for word, longest in _starts()
    )


def _matching(line: _Line) -> bool:
    return any(
        row.pattern is not None
        and len(line.text) <= row.longest
        and (row.where is None or row.where in line.part)
        and row.pattern.fullmatch(line.text) is not None
        for row in _patterns()
    )


def _inside(text: str, span: Span) -> Iterator[Span]:
    for pattern in _inner():
        for match in pattern.finditer(text, *span):
            yield match.span()
