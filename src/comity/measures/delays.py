"""What a group's delays come to: how many responded within the window, the median, the mean, the place of each. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from comity.measures.answer import FEWEST, TOO_FEW, Figure
from comity.measures.survival import (
    Duration,
    kaplan_meier,
    median,
    median_interval,
    restricted_mean,
    restricted_mean_interval,
    wording,
)

UNTOLD = ("not_covered", "before_clock", "time_uncertain")  # of these no delay can be told, not even a censored one


def delay(row: Mapping[str, Any], clock: date, until: date) -> Duration | None:
    """T of a responder's row, or how long after the ``clock`` none was seen; None where nothing can be told of it.

    ``until`` is the end of the window or the last covered day, whichever comes first.
    """
    if row["T"] is not None:
        return Duration(row["T"])
    if row["status"] in UNTOLD or until < clock:
        return None
    return Duration((until - clock).days, seen=False)


def worded(row: Mapping[str, Any], durations: Mapping[str, Duration]) -> str | None:
    """The place of one responder in its group; None where it did not respond or the group is below five."""
    if row["responder"] not in durations or row["T"] is None or len(durations) < FEWEST:
        return None
    return wording(row["T"], list(durations.values()))


def unobserved(rows: list[dict[str, Any]], durations: Mapping[str, Duration]) -> int:
    """How many of a group are censored without a chance to tell silence from what is not covered."""
    return sum(r["status"] == "not_observed" and r["responder"] in durations for r in rows)


def figures(durations: list[Duration], window: int, unseen: int) -> Iterator[Figure]:
    """Of the expected responders of whom something can be told: how many within the window, the median, the mean.

    ``unseen`` of them are censored and may have responded unobserved: that number stands beside.
    """
    n, names = len(durations), ("condemned or criticised within the window", "group median", f"RMST({window})")
    if n < FEWEST:
        yield from (Figure(name, None, n, says=TOO_FEW) for name in names)
        return
    steps = kaplan_meier(durations)
    censored = f"{sum(not d.seen for d in durations)} censored"
    censored += f", {unseen} of them not observed: they may have responded unseen" if unseen else ""
    left = steps[-1] if steps else None
    # Where none or all responded the interval cannot be told.
    low, high = (1 - left.high, 1 - left.low) if left and left.share else (None, None)
    yield Figure(names[0], float(1 - left.share) if left else 0.0, n, low, high, says=censored)
    middle = median(steps)
    says = censored if middle is not None else f"not reached; {censored}"
    low, high = median_interval(steps)
    yield Figure(names[1], middle, n, low, high, unit=" d", says=says)
    told = any(s.day < window for s in steps)  # with none before the window's end there is no spread to tell
    low, high = restricted_mean_interval(steps, window) if told else (None, None)
    yield Figure(names[2], float(restricted_mean(steps, window)), n, low, high, unit=" d")
