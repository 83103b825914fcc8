"""A series as rows of bars in the terminal. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

BLOCKS = "▁▂▃▄▅▆▇█"
NOUGHT, UNKNOWN = "_", "·"
WIDEST = 96  # periods in one row


def bars(values: Sequence[float | None], highest: float) -> str:
    """One character a value, the highest a full block; nothing known is a dot, nought an underscore."""
    return "".join(_bar(value, highest) for value in values)


def _bar(value: float | None, highest: float) -> str:
    if value is None:
        return UNKNOWN
    if value <= 0 or highest <= 0:
        return NOUGHT
    return BLOCKS[min(len(BLOCKS) - 1, int(value / highest * len(BLOCKS)))]


def rows(periods: Sequence[date], series: Mapping[str, Sequence[float | None]]) -> Iterator[str]:
    """The series below each other, cut into rows of WIDEST periods; a row of which nothing is known is left out."""
    wide = max(map(len, series), default=0)
    for first in range(0, len(periods), WIDEST):
        part = slice(first, first + WIDEST)
        if all(value is None for values in series.values() for value in values[part]):
            continue
        yield f"{'':{wide}}  {periods[first]} to {periods[min(first + WIDEST, len(periods)) - 1]}"
        for name, values in series.items():
            yield f"{name:{wide}}  {bars(values[part], max((v for v in values if v is not None), default=0))}"
