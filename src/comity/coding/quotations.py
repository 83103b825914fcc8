"""Quotations that run over the bounds of a sentence: whose they are, and the contents that they complete.

A parse sees one sentence; quotation marks do not keep to it. Here the attributions of a whole article are joined with
its quotations: a content that stands inside a quotation grows to the whole of it, and a quotation that follows with no
speaker of its own goes on from the one before. What stands in such a continuation has its speaker as the outer link of
its chain.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from comity.values import Actor, Attribution, Claim, Evidence, Span

MARKS = re.compile(r"[“”„«»\"]|''")
OPENING, CLOSING = "“„«", "”»"
CLOSED = ("”", "»", '"', "''")
SHORT = 8  # code points; fewer are words quoted in passing, not speech
UTTERING = frozenset({"said", "claimed", "denied", "warned", "assured", "demanded", "agreed", "believed"})
BETWEEN = 160  # code points; a speaker's tag between two halves of a quotation is no longer than that
SENTENCE_END = re.compile(r"(?:[a-z]{4}|\W)[.!?]\s+\S")  # and no title such as "Mr."
FILLER = re.compile(r"[\s,;:.…—–-]*\Z")

Chained = TypeVar("Chained", Attribution, Claim, Evidence)


@lru_cache(maxsize=8)
def quotations(text: str) -> tuple[Span, ...]:
    """The quoted stretches of a text with their marks, in order; one left open ends with its paragraph."""
    found: list[Span] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        found.extend(_of_paragraph(text, paragraph.start(), paragraph.end()))
    return tuple(found)


def _of_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for m in MARKS.finditer(text, start, end):
        mark = m.group()
        if opened is None and mark not in CLOSING:
            opened = m.start()
        elif opened is not None and mark not in OPENING:
            found.append((opened, m.end()))
            opened = None
    if opened is not None and end - opened > SHORT:
        found.append((opened, end))
    return found


def beside(text: str, cue: Span, sentence: Span) -> Span | None:
    """The quotation that a speaker's tag adjoins: in its sentence, behind its colon, or right before it."""
    marks = [q for q in quotations(text) if q[1] - q[0] > SHORT and not q[0] <= cue[0] < q[1]]
    own = [q for q in marks if _overlap(q, sentence)]
    if own:
        return max(own, key=lambda q: _overlap(q, sentence))
    after = next((q for q in marks if q[0] >= sentence[1]), None)
    if (
        after is not None
        and text[sentence[0] : after[0]].rstrip().endswith(":")
        and FILLER.match(text, sentence[1], after[0])
    ):
        return after
    before = next((q for q in reversed(marks) if q[1] <= sentence[0]), None)
    if before is None or cue[1] - sentence[0] > BETWEEN or text[before[1] : sentence[0]].strip(" \t"):
        return None
    return before


def with_quotations(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions of an article in order, their contents grown to the quotations that they are part of."""
    marks = quotations(text)
    grown = [_turn(text, _snapped(a, marks)) for a in attributions]
    taken = [span for a in grown if not _quoted_at(a.cue.span[0], marks) for span in a.content]
    cues = sorted(a.cue.span[0] for a in grown)
    for k, a in sorted(enumerate(grown), key=lambda pair: pair[1].cue.span):
        more = _continuations(text, a, marks, taken, cues)
        if more:
            taken.extend(more)
            grown[k] = replace(a, content=_merged([*a.content, *more]))
    return grown


def continued(items: Sequence[Chained], attributions: Sequence[Attribution], bounds: Sequence[Span]) -> list[Chained]:
    """The items with the speaker of the quotation that they stand in before their own chain.

    Only quotations that come from another sentence add one: ``bounds`` are the sentences of the article, in order.
    """
    starts = [start for start, _ in bounds]
    far = [a for a in attributions if a.source is not None and _crosses(a, starts)]
    return [_under(item, far, starts) for item in items] if far else list(items)


def _crosses(a: Attribution, starts: Sequence[int]) -> bool:
    own = bisect_right(starts, a.cue.span[0])
    return any(bisect_right(starts, s) != own or bisect_right(starts, e - 1) != own for s, e in a.content)


def _under(item: Chained, far: Sequence[Attribution], starts: Sequence[int]) -> Chained:
    place = _place(item)
    own = bisect_right(starts, place)
    for a in far:
        inside = any(s <= place < e for s, e in a.content)
        if inside and bisect_right(starts, a.cue.span[0]) != own and item.chain[: len(a.chain)] != a.chain:
            return replace(item, chain=_without_speaker(a, item))
    return item


def _without_speaker(a: Attribution, item: Attribution | Claim | Evidence) -> tuple[Actor, ...]:
    """The chain of the quotation, then the item's own without the document's speaker, which both begin with."""
    shared = 1 if item.chain and a.chain and item.chain[0] == a.chain[0] else 0
    return a.chain + item.chain[shared:]


def _place(item: Attribution | Claim | Evidence) -> int:
    if isinstance(item, Attribution):
        return item.cue.span[0]
    return item.trigger.span[0] if isinstance(item, Claim) else item.spans[0][0]


def _turn(text: str, a: Attribution) -> Attribution:
    """What a speaker named in capitals before a colon says lasts until the end of the paragraph."""
    start = text.rfind("\n", 0, a.cue.span[0]) + 1
    if a.cue.text != ":" or not text[start : a.cue.span[0]].isupper():
        return a
    end = text.find("\n", a.cue.span[1])
    return replace(a, content=((a.content[0][0], len(text[: end if end >= 0 else len(text)].rstrip())),))


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _snapped(a: Attribution, marks: Sequence[Span]) -> Attribution:
    """Content spans that lie mostly in a quotation become the whole of it; the cue itself must stand outside."""
    content = []
    for span in a.content:
        for q in marks:
            if q[1] - q[0] > SHORT and 2 * _overlap(span, q) > span[1] - span[0] and not q[0] <= a.cue.span[0] < q[1]:
                span = (min(span[0], q[0]), max(span[1], q[1]))
            elif span[0] == q[0] + 1 or span[1] == q[1] - 1:
                span = (min(span[0], q[0]), span[1] + (span[1] == q[1] - 1))
        content.append(span)
    return replace(a, content=_merged(content))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for s, e in sorted(spans):
        if merged and s <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(e, merged[-1][1]))
        else:
            merged.append((s, e))
    return tuple(merged)


def _continuations(
    text: str, a: Attribution, marks: Sequence[Span], taken: Sequence[Span], cues: Sequence[int]
) -> list[Span]:
    """The quotations after the cue that go on from its content and have no speaker of their own."""
    if a.stance not in UTTERING or not _quotes(a, marks):
        return []
    more: list[Span] = []
    at, last = max(a.cue.span[1], a.content[-1][1]), a.content[-1]
    for q in marks[bisect_right(marks, (a.cue.span[1], 0)) :]:
        if any(_overlap(q, t) for t in taken):
            if q[1] <= at:
                continue
            break
        if q[1] - q[0] <= SHORT or not _follows(text, (last[1], at), q, cues):
            break
        more.append(q)
        at, last = q[1], q
    return more


def _quotes(a: Attribution, marks: Sequence[Span]) -> bool:
    length = sum(e - s for s, e in a.content)
    return 2 * sum(_overlap(span, q) for span in a.content for q in marks) > length


def _quoted_at(i: int, marks: Sequence[Span]) -> bool:
    k = bisect_right(marks, (i, i)) - 1
    return k >= 0 and marks[k][0] <= i < marks[k][1]


def _follows(text: str, ends: Span, q: Span, cues: Sequence[int]) -> bool:
    """Whether nothing but the speaker's tag stands between what was said so far and the next quotation.

    ``ends``: where the last quotation ends, and from where on nothing has been read. Over the bound of a paragraph only
    a quotation that was left open goes on.
    """
    said, at = ends
    between = text[at : q[0]] if at <= q[0] else ""
    if len(between) > BETWEEN or any(at <= c < q[0] for c in cues):
        return False
    if "\n" in between:
        return bool(FILLER.match(between)) and not text[:said].endswith(CLOSED)
    return not SENTENCE_END.search(between.strip() + " ") and _no_verb_after(text, q)


def _no_verb_after(text: str, q: Span) -> bool:
    """A quotation that ends with a comma has its own speaker behind it."""
    return not text[: q[1]].rstrip("”\"'»").endswith(",")
