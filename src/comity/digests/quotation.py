"""The words of a sentence that a line stands on: at most 25, around the evidence, cut at word boundaries."""

from __future__ import annotations

import re

from comity.values import Quoted, Span

MOST = 25  # words; docs/measures.md, Digest
WORD = re.compile(r"\S+")


def quotation(text: str, sentence: Span, evidence: Span, most: int = MOST) -> Quoted:
    """The whole sentence where it is short enough, else the window of ``most`` words that holds the evidence.

    The window prefers to begin at the start of the sentence; ``text[span]`` is always exactly the quotation.
    """
    words = [(sentence[0] + m.start(), sentence[0] + m.end()) for m in WORD.finditer(text[sentence[0] : sentence[1]])]
    if not words:
        return Quoted(text[evidence[0] : evidence[1]], evidence)
    first = next((k for k, (_, end) in enumerate(words) if end > evidence[0]), 0)
    last = max((k for k, (start, _) in enumerate(words) if start < evidence[1]), default=first)
    begin = 0
    if last >= most:
        begin = max(0, min(first, last - most + 1) if last - first < most else first)
        begin = max(0, min(begin, first - 2)) if last - max(0, first - 2) < most else begin
    end = min(len(words), begin + most) - 1
    span = (words[begin][0], words[end][1])
    return Quoted(text[span[0] : span[1]], span)
