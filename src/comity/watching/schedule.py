"""When to ask again: the interval a user writes, and the pause after failures. Pure; seconds throughout."""

from __future__ import annotations

import re

from comity.errors import InputError

SHORTEST = 60.0  # no feed is asked more often than once a minute
LONGEST_PAUSE = 86_400.0
FIRST_PAUSE = 300.0
_WRITTEN = re.compile(r"(\d{1,6})\s?(s|m|h|d)")
_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}


def interval(written: str) -> float:
    """Seconds of ``15m``, ``2h``, ``1d``; an InputError for anything else, or for less than a minute."""
    match = _WRITTEN.fullmatch(written.strip().lower())
    seconds = int(match.group(1)) * _UNITS[match.group(2)] if match else 0.0
    if seconds < SHORTEST:
        raise InputError(f"no interval of a minute or more: {written!r}", remedy="write it like 15m, 2h or 1d")
    return float(seconds)


def pause(failures: int) -> float:
    """How long a feed is left alone after so many failures in a row: doubled each time, a day at most."""
    return min(FIRST_PAUSE * 2.0 ** min(failures - 1, 20), LONGEST_PAUSE) if failures else 0.0
