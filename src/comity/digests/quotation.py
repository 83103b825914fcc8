"""The words of a sentence that a line stands on: at most 25, around the evidence, cut where a clause begins."""

from __future__ import annotations

import re

from comity.values import Quoted, Span

MOST = 25  # words; docs/measures.md, Digest
WORD = re.compile(r"\S+")
CLAUSE_ENDS = (",", ";", ":", "—", "–", "-")


def quotation(text: str, sentence: Span, evidence: Span, most: int = MOST) -> Quoted:
    """The whole sentence where it is short enough, else the window of ``most`` words that holds the evidence.

    The window begins with the sentence or with a clause of it, as early as the evidence still fits;
    ``text[span]`` is always exactly the quotation.
    """
    words = [(sentence[0] + m.start(), sentence[0] + m.end()) for m in WORD.finditer(text[sentence[0] : sentence[1]])]
    if not words:
        return Quoted(text[evidence[0] : evidence[1]], evidence)
    first = next((k for k, (_, end) in enumerate(words) if end > evidence[0]), 0)
    last = max((k for k, (start, _) in enumerate(words) if start < evidence[1]), default=first)
    starts = [k for k in range(first + 1) if k == 0 or text[words[k - 1][0] : words[k - 1][1]].endswith(CLAUSE_ENDS)]
    fitting = [k for k in starts if last - k < most]
    # Evidence longer than the window is shown from its own clause on.
    begin = fitting[0] if fitting else max((k for k in starts if first - k < most // 2), default=first)
    end = min(len(words), begin + most) - 1
    span = (words[begin][0], words[end][1])
    return Quoted(text[span[0] : span[1]], span)
