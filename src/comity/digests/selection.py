"""Which claims and signals of an article its digest shows: the weightiest, from different sentences, in order of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from comity.digests.lines import DigestLine, claim_line, signal_line
from comity.values import Article, Coded, Signals

FEWEST, MOST = 5, 8
SIGNAL_WEIGHT = {
    "inconsistencies": 6.0,
    "assurances": 5.5,
    "condemnations": 5.0,
    "red_lines": 5.0,
    "humanitarian": 4.5,
    "alignments": 4.5,
    "designations": 4.5,
    "contacts": 4.0,
    "opinions": 3.5,
}
QUAD_WEIGHT = {1: 2.5, 2: 3.0, 3: 3.0, 4: 3.5, None: 1.0}
PER_KIND = 2


def digest(article: Article, coded: Coded, most: int = MOST) -> tuple[DigestLine, ...]:
    """At most ``most`` lines (five to eight where the article holds as many), in order of the text.

    One line a sentence and two of a kind come first; only where that leaves fewer than five are more of them taken.
    """
    ranked = sorted(_candidates(article, coded), key=lambda c: (-c[0], c[1].sentence, c[1].record))
    chosen: list[DigestLine] = []
    kinds: Counter[str] = Counter()
    for _, line in ranked:
        if len(chosen) < most and kinds[line.kind] < PER_KIND and all(c.sentence != line.sentence for c in chosen):
            chosen.append(line)
            kinds[line.kind] += 1
    for _, line in ranked:
        if len(chosen) < FEWEST and line.what not in {c.what for c in chosen}:
            chosen.append(line)
    return tuple(sorted(chosen, key=lambda c: (c.quotation.span, c.record)))


def _candidates(article: Article, coded: Coded) -> Iterator[tuple[float, DigestLine]]:
    length = max(1, len(article.text))
    for kind in Signals.__dataclass_fields__:
        for signal in getattr(coded.signals, kind):
            line = signal_line(article, kind, signal)
            yield SIGNAL_WEIGHT[kind] + _known(line) - line.sentence[0] / length, line
    for claim in coded.claims:
        line = claim_line(article, claim)
        yield QUAD_WEIGHT[claim.quad] + _known(line) + claim.confidence - line.sentence[0] / length, line


def _known(line: DigestLine) -> float:
    """A line says more where both sides are known by code."""
    return 0.75 * any(a.code for a in line.who) + 0.75 * any(a.code for a in line.whom)
