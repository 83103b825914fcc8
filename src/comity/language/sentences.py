"""Sentences of a text with exact offsets: what every claim is cited by.

sentencex finds the boundaries inside a paragraph; the rules here mend what it cuts too early (titles, numbered
articles), what it leaves whole (a stage direction before a sentence, a long quotation of several sentences) and what
no parser should be given in one piece. Offsets in code points; no span crosses a paragraph or page furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import sentencex

from comity.language.paragraphs import paragraphs
from comity.values import Span

LONGEST = 1_500  # code points; above this a sentence is sliced at a clause
PORTION = 6_000  # code points of a paragraph that sentencex is given at once
LONG_QUOTATION = 300  # code points; a sentence above this is cut inside its quotations, too

# Short forms that sentencex ends a sentence after. With a name behind them, or with a number behind them.
_TITLES = (
    "mr mrs ms messrs dr prof rev fr hon st ste sen rep gov gen lt col maj capt cmdr adm sgt cpl brig pres amb"
    " supt insp atty rt h.e h.r.h vs v cf viz"
)
_NUMBERED = (
    "no nos art arts para paras sec res p pp vol ch fig op doc rev jan feb mar apr jun jul aug"
    " sep sept oct nov dec c ca approx"
)
_BEFORE_NAME, _BEFORE_NUMBER = frozenset(_TITLES.split()), frozenset(_NUMBERED.split())
_LAST_WORD = re.compile(r"([^\W\d_](?:[^\W\d_]|\.(?=\w)){0,8})\.$")
_INITIAL = re.compile(r"(?:^|[\s(“\"])[A-Z]\.$")
_ENUMERATOR = re.compile(r"^[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]$")
_ASIDE = re.compile(r"[.!?][)\]]\s+(?=[“\"‘(\[]?[A-Z])")
_PAUSE = re.compile(
    r"(?:…|\.{3})[\"”’)]?\s+(?=(?:The|This|That|These|He|She|It|We|I|They|You|But|And|So|If|In|There|Then|Now|What)\b)"
)
_INNER = re.compile(r"[.!?…][\"”’)\]]*\s+(?=[“\"‘(\[]*[A-Z])")
_OPENING = re.compile(r"[.!?…]\s+([“\"‘(\[]\s*)$")
_GLUED = re.compile(r"\.[A-Z]\.")  # inside "U.S."
_DECADE = re.compile(r"‘(?=\d\d)")  # "the ‘30s" opens no quotation
_SPACE = re.compile(r"\s")  # sentencex fails on some rare kinds of white space
_CLAUSE = (re.compile(r"[;:]\s"), re.compile(r"\s[—–-]\s"), re.compile(r",\s"), re.compile(r"\s"))
_STOP = re.compile(r"[.!?][\"”’)\]]{0,3}\s{1,9}")
_WORD = re.compile(r"\w")


def sentences(text: str, noncontent: Sequence[Span] = (), language: str = "en") -> tuple[Span, ...]:
    """The sentences of ``text`` outside ``noncontent``, in order, trimmed of white space.

    Every letter of the content lies in exactly one span. ``language``: ISO 639-1, for its own short forms.
    """
    return tuple(
        span
        for left, right in _content(len(text), noncontent)
        for start, end in paragraphs(text, left, right)
        for span in _of_paragraph(text, start, end, language)
    )


def _content(length: int, noncontent: Sequence[Span]) -> Iterator[Span]:
    left = 0
    for start, end in sorted(noncontent):
        if start > left:
            yield left, start
        left = max(left, end)
    if left < length:
        yield left, length


def _of_paragraph(text: str, start: int, end: int, language: str) -> Iterator[Span]:
    paragraph = _SPACE.sub(" ", text[start:end])
    cuts = _mended(paragraph, _cuts(paragraph, language))
    for left, right in zip([0, *cuts], [*cuts, len(paragraph)], strict=True):
        for first, last in _sliced(paragraph, left, right):
            piece = paragraph[first:last]
            if _WORD.search(piece):
                lead = len(piece) - len(piece.lstrip())
                yield start + first + lead, start + first + len(piece.rstrip())


def _cuts(paragraph: str, language: str) -> list[int]:
    """Where sentencex ends a sentence, the paragraph's own end left out."""
    cuts: list[int] = []
    at = 0
    for start, end in _portions(paragraph):
        for piece in sentencex.segment(language, _DECADE.sub("’", paragraph[start:end])):
            at += len(piece)
            if at < end or _STOP.search(paragraph[max(0, end - 8) : end]):
                cuts.append(at)
    return [cut for cut in cuts if cut < len(paragraph)]


def _portions(paragraph: str) -> Iterator[Span]:
    """A paragraph in portions that sentencex is quick with (its time grows with the square of unpaired quotes)."""
    left = 0
    while len(paragraph) - left > PORTION:
        window = paragraph[left : left + PORTION]
        stops = [match.end() for match in _STOP.finditer(window)]
        cut = stops[-1] if stops else window.rfind(" ") + 1
        yield left, left + (cut or PORTION)
        left += cut or PORTION
    yield left, len(paragraph)


def _mended(paragraph: str, cuts: list[int]) -> list[int]:
    """The cuts without those that part what belongs together, and with those that were missed."""
    found, kept = {_before_opening(paragraph, cut) for cut in cuts}, [0]
    added = _missed(paragraph, cuts)
    word = _WORD.search(paragraph)
    for cut in sorted(found | added):
        if word and word.start() < kept[-1]:
            word = _WORD.search(paragraph, kept[-1])
        if not word or word.start() >= cut:
            continue  # no word yet: marks go with the sentence after them
        before = paragraph[max(kept[-1], cut - 30) : cut].strip()
        glued = cut in found and bool(_GLUED.match(paragraph, cut - 1))
        if not glued and not _belongs_together(before, paragraph[cut : cut + 40].lstrip(), cut in added):
            kept.append(cut)
    if not _WORD.search(paragraph, kept[-1]):
        kept.pop()
    return kept[1:]


def _before_opening(paragraph: str, cut: int) -> int:
    """The cut before an opening mark that was left with the sentence before it."""
    match = _OPENING.search(paragraph[max(0, cut - 8) : cut])
    return cut - len(match.group(1)) if match else cut


def _missed(paragraph: str, cuts: list[int]) -> set[int]:
    """Places after an aside or a pause, and inside a long quotation, where a sentence ends as well."""
    edges = [0, *cuts, len(paragraph)]
    added = {match.end() for pattern in (_ASIDE, _PAUSE) for match in pattern.finditer(paragraph)}
    for left, right in pairwise(edges):
        if right - left > LONG_QUOTATION:
            added.update(match.end() for match in _INNER.finditer(paragraph, left, right))
    return added - set(cuts)


def _belongs_together(before: str, after: str, added: bool) -> bool:
    if _ENUMERATOR.match(before):
        return True
    if after[:1].islower() and before.endswith((".", "!", "?")):
        return True
    tail = before[-14:]
    match = _LAST_WORD.search(tail)
    word = match.group(1).lower() if match else ""
    if word in _BEFORE_NUMBER and after[:1].isdigit():
        return True
    if word in _BEFORE_NAME and after[:1].isalnum() and not _is_answer(before):
        return True
    return added and bool(match) and (bool(_INITIAL.search(tail)) or "." in word)


def _is_answer(before: str) -> bool:
    """A lone short word with its stop ("No.") is a sentence of its own."""
    return " " not in before


def _sliced(paragraph: str, left: int, right: int) -> Iterator[Span]:
    while right - left > LONGEST:
        cut = _clause_end(paragraph, left)
        yield left, cut
        left = cut
    yield left, right


def _clause_end(paragraph: str, left: int) -> int:
    """The last good place to cut within the limit: a semicolon or colon before a dash, a comma, a space."""
    for pattern in _CLAUSE:
        places = [match.end() for match in pattern.finditer(paragraph, left + LONGEST // 3, left + LONGEST)]
        if places:
            return places[-1]
    return left + LONGEST
