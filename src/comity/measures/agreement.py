"""How far two voters agree: the share of equal votes, the share corrected for chance (κ), and the nearness of votes (S).

Each from the votes of calls in which both voted; who is absent has not abstained, and the call is none of the pair's. Pure.

Sources: Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and Psychological Measurement 20 (1960), with
the standard error of Fleiss, Cohen & Everitt, Psychological Bulletin 72 (1969); Signorino & Ritter, "Tau-b or Not Tau-b",
International Studies Quarterly 43 (1999), with yes, abstain, no as 1, 2, 3 and equal weights.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import polars as pl

from comity.measures.intervals import NORMAL_95, wilson

CAST = ("yes", "abstain", "no")  # in the order in which they stand apart


@dataclass(frozen=True, slots=True)
class Share:
    """A value with its 95 % interval; null where it is not defined (κ where both always cast the one vote)."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of ``n`` calls in which both voted, ``agreed`` had equal votes."""

    n: int
    agreed: int
    share: Share
    kappa: Share
    s: Share


def both_voted(votes: pl.DataFrame, one: str, other: str) -> pl.DataFrame:
    """``call, first, second``: the calls in which both cast a vote. ``votes`` has ``call, state, vote``."""
    cast = votes.filter(pl.col("vote").is_in(CAST))
    sides = [cast.filter(pl.col("state") == s).select("call", pl.col("vote").alias(n)) for s, n in _sides(one, other)]
    return sides[0].join(sides[1], on="call", how="inner", maintain_order="left")


def _sides(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one, "first"), (other, "second")


def agreement(pairs: pl.DataFrame) -> Agreement:
    """The three figures of ``first, second``, beside each other. Exchanging the two columns changes none of them."""
    counts = crossed(pairs)
    n = sum(map(sum, counts))
    agreed = sum(counts[k][k] for k in range(len(CAST)))
    return Agreement(n, agreed, share(agreed, n), kappa(counts), nearness(counts))


def crossed(pairs: pl.DataFrame) -> list[list[int]]:
    """How often each vote of the first met each vote of the second: rows and columns in the order of ``CAST``."""
    counted = {(a, b): n for a, b, n in pairs.group_by("first", "second").len().iter_rows()}
    return [[counted.get((a, b), 0) for b in CAST] for a in CAST]


def share(part: int, n: int) -> Share:
    """A share with Wilson's interval."""
    interval = wilson(part, n)
    return Share(part / n, *interval) if interval else Share(None)


def kappa(counts: list[list[int]]) -> Share:
    """Cohen's κ of a square table: agreement beyond what the two voters' own shares of each vote would give by chance."""
    n = sum(map(sum, counts))
    if n == 0:
        return Share(None)
    size = range(len(counts))
    p = [[c / n for c in row] for row in counts]
    first, second = [sum(row) for row in p], [sum(row[k] for row in p) for k in size]
    seen, chance = sum(p[k][k] for k in size), math.fsum(first[k] * second[k] for k in size)
    by_chance = sum(sum(row) * sum(other[k] for other in counts) for k, row in enumerate(counts))
    if by_chance == n * n:
        return Share(None)
    value = (n * sum(counts[k][k] for k in size) - by_chance) / (n * n - by_chance)  # exact where it is 0
    equal = math.fsum(p[k][k] * ((1 - chance) - (second[k] + first[k]) * (1 - seen)) ** 2 for k in size)
    apart = math.fsum(p[i][j] * (second[i] + first[j]) ** 2 for i in size for j in size if i != j) * (1 - seen) ** 2
    variance = (equal + apart - (seen * chance - 2 * chance + seen) ** 2) / (n * (1 - chance) ** 4)
    half = NORMAL_95 * math.sqrt(max(0.0, variance))
    return Share(value, max(-1.0, value - half), min(1.0, value + half))


def nearness(counts: list[list[int]]) -> Share:
    """S = 1 − 2·d/d_max, d the mean distance of votes: 1 where all are equal, −1 where all are opposed."""
    n = sum(map(sum, counts))
    if n == 0:
        return Share(None)
    size, widest = range(len(counts)), len(counts) - 1
    scores = [(1 - 2 * abs(i - j) / widest, counts[i][j]) for i in size for j in size]
    value = math.fsum(score * c for score, c in scores) / n
    variance = math.fsum(c * (score - value) ** 2 for score, c in scores) / (n - 1) if n > 1 else 0.0
    half = NORMAL_95 * math.sqrt(variance / n)
    return Share(value, max(-1.0, value - half), min(1.0, value + half))
