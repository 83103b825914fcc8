"""A share of two kinds of cases with what is not known of it: the Beta posterior under Jeffreys' prior. Pure.

Source of the prior: Brown, Cai & DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science 16 (2001).
The incomplete beta function is computed by its continued fraction (DLMF 8.17.22), quantiles by bisection.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

PRIOR = 0.5
LEVEL = 0.95  # of the interval, and of the certainty that the wording rule asks for
NO_PATTERN = "no clear pattern"
Wording = Literal["more consistent than not", "more inconsistent than not", "no clear pattern"]


@dataclass(frozen=True, slots=True)
class Rate:
    """The share of ``consistent`` among both, as the posterior's mean with its equal-tailed 95 % interval."""

    consistent: int
    inconsistent: int
    mean: float
    low: float
    high: float
    above_half: float  # P(θ > ½)

    @property
    def n(self) -> int:
        return self.consistent + self.inconsistent

    @property
    def wording(self) -> Wording:
        """What may be said of it: never more than the posterior holds for certain."""
        if self.above_half >= LEVEL:
            return "more consistent than not"
        return "more inconsistent than not" if self.above_half <= 1 - LEVEL else "no clear pattern"


def rate(consistent: int, inconsistent: int) -> Rate | None:
    """The posterior Beta(½ + consistent, ½ + inconsistent); None where there is no case at all."""
    if consistent < 0 or inconsistent < 0:
        raise ValueError("a count of cases is not below zero")
    if consistent + inconsistent == 0:
        return None
    a, b = PRIOR + consistent, PRIOR + inconsistent
    tail = (1 - LEVEL) / 2
    return Rate(
        consistent,
        inconsistent,
        mean=a / (a + b),
        low=beta_quantile(tail, a, b),
        high=beta_quantile(1 - tail, a, b),
        above_half=beta_cdf(0.5, b, a),  # the mirror image: P(θ > ½) = P(1 − θ < ½)
    )


def beta_cdf(x: float, a: float, b: float) -> float:
    """P(θ ≤ x) under Beta(a, b), the regularised incomplete beta function; a and b are positive, x within [0, 1]."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # where the fraction converges slowly, its mirror image does not
        return 1 - beta_cdf(1 - x, b, a)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / (a * _fraction(x, a, b))


def beta_quantile(p: float, a: float, b: float) -> float:
    """The x below which Beta(a, b) holds the share ``p``, to the last bits of a double."""
    low, high = 0.0, 1.0
    while (middle := (low + high) / 2) not in (low, high):
        if beta_cdf(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return middle


_TINY = 1e-300  # instead of zero, in Lentz's method
_STEPS = 500  # far above what any count of articles needs: some √max(a, b)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d₁/(1 + d₂/(1 + …)) by the modified Lentz method."""
    value, c, d = 1.0, 1.0, 0.0
    for step in range(1, _STEPS):
        term = _term(step, x, a, b)
        d = 1 / ((1 + term * d) or _TINY)
        c = (1 + term / c) or _TINY
        value *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return value


def _term(step: int, x: float, a: float, b: float) -> float:
    m, odd = divmod(step, 2)
    if odd:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
