"""Panels of bars over time as SVG: drawn here, by plain text, so that it needs no library, no font file and no network.

Bars above the line and bars below it share one scale in all panels of a picture, so that panels can be compared. A period
without articles is grey: nothing is known of it, and it is not nought.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 960, 190  # of the picture, of a panel
LEFT, RIGHT, TOP, GAP = 70, 36, 40, 46
UP, DOWN, PLAIN = "#0072B2", "#D55E00", "#8c8c8c"  # told apart by all eyes
MARK, UNKNOWN, INK = "#333333", "#e6e6e6", "#222222"
LINE = 16  # of text


@dataclass(frozen=True, slots=True)
class Bar:
    """One period, end exclusive; ``down`` is a size too."""

    start: date
    end: date
    up: float
    down: float = 0.0


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
    days = [d for p in panels for b in p.bars for d in (b.start, b.end)]
    span = (min(days), max(days)) if days else (date.min, date.min + timedelta(1))
    shared = [_scale(p.bars) for p in panels if not p.own_scale]
    scale = (max((s[0] for s in shared), default=0.0), max((s[1] for s in shared), default=0.0))
    tops = [TOP + k * (HEIGHT + GAP) for k in range(len(panels))]
    bottom = TOP + len(panels) * (HEIGHT + GAP)
    body = [line for p, top in zip(panels, tops, strict=True) for line in _panel(p, top, span, scale)]
    text = [_text(LEFT, bottom + LINE * k, note, size=11) for k, note in enumerate(notes)]
    height = bottom + LINE * len(notes) + 8
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    font = 'font-family="DejaVu Sans, Liberation Sans, Helvetica, Arial, sans-serif"'
    lines = [f'{head} role="img" {font}>', f"<title>{escape(title)}</title>"]
    lines += [f'<rect width="{WIDTH}" height="{height}" fill="white"/>', _text(LEFT, 20, title, size=14, weight="bold")]
    return "\n".join([*lines, *body, *text, "</svg>"]) + "\n"


def _scale(bars: Sequence[Bar]) -> tuple[float, float]:
    return max((b.up for b in bars), default=0.0), max((b.down for b in bars), default=0.0)


def _panel(panel: Panel, top: float, span: tuple[date, date], scale: tuple[float, float]) -> Iterator[str]:
    up, down = _scale(panel.bars) if panel.own_scale else scale
    base = top + 20
    tall = HEIGHT - 20
    unit = tall / ((up + down) or 1.0)
    zero = base + up * unit
    yield _text(LEFT, top + 12, panel.title, size=12)
    for start, end in panel.gaps:
        yield _box(_x(start, span), base, _x(end, span) - _x(start, span), tall, UNKNOWN)
    for bar in panel.bars:
        left, wide = _x(bar.start, span), max((_x(bar.end, span) - _x(bar.start, span)) * 0.86, 0.5)
        if bar.up:
            yield _box(left, zero - bar.up * unit, wide, bar.up * unit, PLAIN if panel.own_scale else UP)
        if bar.down:
            yield _box(left, zero, wide, bar.down * unit, DOWN)
    yield _line(LEFT, zero, WIDTH - RIGHT, zero)
    for size, sign in ((up, -1), (down, 1)):
        if size:
            yield _text(LEFT - 6, zero + sign * size * unit + 4, f"{size:.3g}", size=10, anchor="end")
    yield _text(LEFT - 6, zero + 4, "0", size=10, anchor="end")
    yield from _marks(panel, base, span)
    yield from _days(base + tall, span)


def _marks(panel: Panel, base: float, span: tuple[date, date]) -> Iterator[str]:
    """A dashed line at each day, its interval as a bar with ends, and its label beside it; four heights keep them apart."""
    for number, mark in enumerate(panel.marks):
        x, low, high = (_x(day, span) for day in (mark.on, mark.earliest, mark.latest))
        yield _line(x, base, x, base + HEIGHT - 20, dashed=True)
        at = base + 11 + (number % 4) * 17
        yield _line(low, at + 4, high, at + 4)
        yield from (_line(end, at + 1, end, at + 7) for end in (low, high))
        right = x > WIDTH * 0.6
        yield _text(x + (-5 if right else 5), at, mark.label, size=10, anchor="end" if right else "start")


def _days(y: float, span: tuple[date, date]) -> Iterator[str]:
    """The first day of some months or years, as many as there is room for."""
    first, last = span
    months = max(1, -(-((last - first).days // 30) // 10))
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120) if s >= months), 240)
    for month in range(first.year * 12, last.year * 12 + 12, step):
        day = date(month // 12, month % 12 + 1, 1)
        if first <= day <= last:
            yield _line(_x(day, span), y, _x(day, span), y + 4)
            yield _text(_x(day, span), y + 15, day.strftime("%Y-%m"), size=10, anchor="middle")


def _x(day: date, span: tuple[date, date]) -> float:
    first, last = span
    return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / max((last - first).days, 1)


def _box(x: float, y: float, wide: float, tall: float, fill: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{fill}"/>'


def _line(x: float, y: float, to_x: float, to_y: float, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{MARK}"{dash}/>'


def _text(x: float, y: float, words: str, size: int, anchor: str = "start", weight: str = "normal") -> str:
    how = f'font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" fill="{INK}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {how}>{escape(words)}</text>'
