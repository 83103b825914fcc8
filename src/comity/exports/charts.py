"""Panels of bars over time as SVG: drawn here, by plain text, so that it needs no library, no font file and no network.

Bars above the line and bars below it share one scale in all panels of a picture, so that panels can be compared. A period
without articles is grey: nothing is known of it, and it is not nought.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from comity.exports.drawing import LEFT, RIGHT, WIDTH, Span, across, box, days, line, picture, text

HEIGHT, TOP, GAP = 190, 40, 46  # of a panel, above the first, below each
LINE = 16  # of text


@dataclass(frozen=True, slots=True)
class Bar:
    """One period, end exclusive; ``down`` is a size too."""

    start: date
    end: date
    up: float
    down: float = 0.0
    says: str = ""  # where it is pointed at


@dataclass(frozen=True, slots=True)
class Mark:
    """A day with the interval it is known within, and what is to be said of it."""

    on: date
    earliest: date
    latest: date
    label: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One row of bars. ``own_scale``: its unit is another than that of the panels around it, and its colour too."""

    title: str
    bars: tuple[Bar, ...]
    gaps: tuple[tuple[date, date], ...] = ()
    marks: tuple[Mark, ...] = ()
    own_scale: bool = False


def svg(title: str, panels: Sequence[Panel], notes: Sequence[str] = ()) -> str:
    """The picture. Panels share their days; ``notes`` stand under them."""
    ends = [d for p in panels for b in p.bars for d in (b.start, b.end)]
    span = (min(ends), max(ends)) if ends else (date.min, date.min + timedelta(1))
    shared = [_scale(p.bars) for p in panels if not p.own_scale]
    scale = (max((s[0] for s in shared), default=0.0), max((s[1] for s in shared), default=0.0))
    tops = [TOP + k * (HEIGHT + GAP) for k in range(len(panels))]
    bottom = TOP + len(panels) * (HEIGHT + GAP)
    body = [piece for p, top in zip(panels, tops, strict=True) for piece in _panel(p, top, span, scale)]
    told = [text(LEFT, bottom + LINE * k, note, size=11) for k, note in enumerate(notes)]
    head = text(LEFT, 20, title, size=14, weight="bold")
    says = "; ".join(p.title for p in panels)
    return picture(title, bottom + LINE * len(notes) + 8, [head, *body, *told], says)


def _scale(bars: Sequence[Bar]) -> tuple[float, float]:
    return max((b.up for b in bars), default=0.0), max((b.down for b in bars), default=0.0)


def _panel(panel: Panel, top: float, span: Span, scale: tuple[float, float]) -> Iterator[str]:
    up, down = _scale(panel.bars) if panel.own_scale else scale
    base = top + 20
    tall = HEIGHT - 20
    unit = tall / ((up + down) or 1.0)
    zero = base + up * unit
    yield text(LEFT, top + 12, panel.title, size=12)
    for start, end in panel.gaps:
        yield box(
            across(start, span), base, across(end, span) - across(start, span), tall, "unknown", says="no article"
        )
    for bar in panel.bars:
        left, wide = across(bar.start, span), max((across(bar.end, span) - across(bar.start, span)) * 0.86, 0.5)
        if bar.up:
            yield box(
                left, zero - bar.up * unit, wide, bar.up * unit, "plain" if panel.own_scale else "up", says=bar.says
            )
        if bar.down:
            yield box(left, zero, wide, bar.down * unit, "down", says=bar.says)
    yield line(LEFT, zero, WIDTH - RIGHT, zero)
    for size, sign in ((up, -1), (down, 1)):
        if size:
            yield text(LEFT - 6, zero + sign * size * unit + 4, f"{size:.3g}", size=10, anchor="end")
    yield text(LEFT - 6, zero + 4, "0", size=10, anchor="end")
    yield from _marks(panel, base, span)
    yield from days(base + tall, span)


def _marks(panel: Panel, base: float, span: Span) -> Iterator[str]:
    """A dashed line at each day, its interval as a bar with ends, and its label beside it; four heights keep them apart."""
    for number, mark in enumerate(panel.marks):
        x, low, high = (across(day, span) for day in (mark.on, mark.earliest, mark.latest))
        yield line(x, base, x, base + HEIGHT - 20, dashed=True)
        at = base + 11 + (number % 4) * 17
        yield line(low, at + 4, high, at + 4)
        yield from (line(end, at + 1, end, at + 7) for end in (low, high))
        right = x > WIDTH * 0.6
        yield text(x + (-5 if right else 5), at, mark.label, size=10, anchor="end" if right else "start")
