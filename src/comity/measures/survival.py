"""How long until it happens, when some were seen only for a time: Kaplan–Meier, exact. Pure.

Shares are fractions, so that the median (the first time at which S ≤ 1/2) is decided exactly; only the interval is real.
Source: Kaplan and Meier 1958; the log-log interval after Kalbfleisch and Prentice; docs/measures.md, Responses.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

Z = 1.959963984540054  # of a 95 % interval
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole days until the event, or until it was last known not to have come (``seen`` false: censored)."""

    days: int
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """The share that still waits from ``day`` on, with its 95 % interval."""

    day: int
    at_risk: int
    events: int
    share: Fraction
    low: float
    high: float


def kaplan_meier(durations: Iterable[Duration]) -> tuple[Step, ...]:
    """One step a day with an event; a censored duration is at risk on its own day."""
    lasting = list(durations)
    steps: list[Step] = []
    share, spread = Fraction(1), Fraction(0)
    for day in sorted({d.days for d in lasting if d.seen}):
        at_risk = sum(d.days >= day for d in lasting)
        events = sum(d.seen and d.days == day for d in lasting)
        share *= Fraction(at_risk - events, at_risk)
        if events < at_risk:
            spread += Fraction(events, at_risk * (at_risk - events))
        steps.append(Step(day, at_risk, events, share, *_interval(share, spread)))
    return tuple(steps)


def _interval(share: Fraction, spread: Fraction) -> tuple[float, float]:
    """Log-log, by Greenwood's variance; where nobody waits any more it cannot be told and is the share itself."""
    if not 0 < share < 1:
        return float(share), float(share)
    log = math.log(share)
    half = Z * math.sqrt(spread) / abs(log)
    return float(share) ** math.exp(half), float(share) ** math.exp(-half)


def share_at(steps: Sequence[Step], day: int) -> Fraction:
    """The share that still waits after ``day``."""
    return next((s.share for s in reversed(steps) if s.day <= day), Fraction(1))


def median(steps: Sequence[Step]) -> int | None:
    """The first day on which at most half still wait; None where that was not reached."""
    return next((s.day for s in steps if s.share <= HALF), None)


def median_interval(steps: Sequence[Step]) -> tuple[int | None, int | None]:
    """The days on which the interval's bounds reach one half; None where a bound does not."""
    low = next((s.day for s in steps if s.low <= 0.5), None)
    return low, next((s.day for s in steps if s.high <= 0.5), None)


def restricted_mean(steps: Sequence[Step], until: int) -> Fraction:
    """Mean days waited within ``until`` days (RMST): the area under S."""
    area, day, share = Fraction(0), 0, Fraction(1)
    for step in steps:
        if step.day >= until:
            break
        area += share * (step.day - day)
        day, share = step.day, step.share
    return area + share * (until - day)


def restricted_mean_interval(steps: Sequence[Step], until: int) -> tuple[float, float]:
    """95 % interval of the restricted mean, by Greenwood's variance of the area that is left after each step."""
    whole = restricted_mean(steps, until)
    spread = Fraction(0)
    for step in steps:
        if step.day < until and step.events < step.at_risk:
            left = whole - restricted_mean(steps, step.day)
            spread += left**2 * Fraction(step.events, step.at_risk * (step.at_risk - step.events))
    half = Z * math.sqrt(spread)
    return max(0.0, float(whole) - half), min(float(until), float(whole) + half)


def rank(days: int, durations: Iterable[Duration]) -> tuple[int, int]:
    """The place of one response among those seen, and how many were; equal days share the first place of theirs."""
    seen = [d.days for d in durations if d.seen]
    return 1 + sum(d < days for d in seen), len(seen)


def wording(days: int, durations: Sequence[Duration]) -> str:
    """Like "T = 6 d; group median 1 d; rank 9 of 10; 2 censored": figures alone, no judgement."""
    middle = median(kaplan_meier(durations))
    place, of = rank(days, durations)
    told = "not reached" if middle is None else f"{middle} d"
    censored = sum(not d.seen for d in durations)
    return f"T = {days} d; group median {told}; rank {place} of {of}; {censored} censored"
