"""How the work on a text grows with its length, in processor time of one run, so that a slow machine changes nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 4
NOISE = 0.05  # seconds: what is done sooner is too short to compare


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as long ``work`` takes on four times the ``size``: about 4 where it is linear, 16 where it is squared."""
    short, long = (min(seconds(work, n) for _ in range(2)) for n in (size, TIMES * size))
    return long / max(short, NOISE)


def seconds(work: Callable[[int], object], size: int) -> float:
    """The processor time that ``work`` takes."""
    began = time.process_time()
    work(size)
    return time.process_time() - began
