"""What one marked actor says or does to another marked actor: one PLOVER type, always answered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from comity.coding.matching import Match, matches
from comity.coding.participants import slots
from comity.language.sentence import Sentence
from comity.values import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    match: Match
    score: float


def holds(s: Sentence, i: int | None, spans: tuple[Span, ...]) -> float:
    """How well the phrase with head ``i`` is the marked actor: 1 its head is inside, .6 it is inside the phrase."""
    if i is None:
        return 0.0
    heads = s.conjuncts(i)
    if any(_within(s, k, spans) for k in heads):
        return 1.0
    if any(_within(s, k, spans) for k in s.subtree(i) if not s.tokens[k].verbal):
        return 0.6
    return 0.0


def _within(s: Sentence, k: int, spans: tuple[Span, ...]) -> bool:
    t = s.tokens[k]
    return any(a < t.end and t.start < b for a, b in spans)


def candidates(s: Sentence, source: tuple[Span, ...], target: tuple[Span, ...]) -> list[Candidate]:
    """Every matched frame with how well its slots hold the two marked actors, best first."""
    found = []
    path = _path(s, source, target)
    for t in s.tokens:
        for m in matches(s, t.i):
            a, b = slots(s, m)
            score = (
                2 * holds(s, a, source) + 2 * holds(s, b, target)
                if source and target
                else 2 * holds(s, a, source) or 2 * holds(s, b, target)
            )
            if m.frame.reciprocal or not m.frame.noun:
                score = max(score, 1.5 * holds(s, a, target) + 1.5 * holds(s, b, source) if m.frame.reciprocal else 0)
            score += 0.1 * m.frame.weight + (0.6 if t.i in path else 0)
            found.append(Candidate(m, score))
    return sorted(found, key=lambda c: (-c.score, c.match.head))


def evidence(found: list[Candidate], types: tuple[str, ...]) -> NDArray[np.float64]:
    """How strongly the frames speak for each type, as shares that add up to one; flat where none matched."""
    shares = np.full(len(types), 0.2)
    for c in found[:6]:
        k = types.index(c.match.frame.type)
        shares[k] = max(shares[k], 0.3 * np.exp(0.8 * min(c.score, 5.0)))
    total: NDArray[np.float64] = shares / shares.sum()
    return total


def _path(s: Sentence, source: tuple[Span, ...], target: tuple[Span, ...]) -> set[int]:
    """Token indices on the way in the tree from one marked actor to the other."""

    def head(spans: tuple[Span, ...]) -> int | None:
        inside = [t.i for t in s.tokens if _within(s, t.i, spans)]
        return next((i for i in inside if s.tokens[i].head not in inside or s.tokens[i].head == i), None)

    a, b = head(source), head(target)
    if a is None or b is None:
        return {t.i for t in s.tokens}
    up = [a, *(t.i for t in s.ancestors(a))]
    down = [b, *(t.i for t in s.ancestors(b))]
    common = next((i for i in up if i in down), s.root)
    return set(up[: up.index(common) + 1 if common in up else None]) | set(
        down[: down.index(common) + 1 if common in down else None]
    )
