"""Pieces of a picture as SVG, drawn by plain text: no library, no font file, no network.

Every piece has its colour and a class of the same meaning, so that a page may give it colours of its own. A piece that
``says`` something tells it where it is pointed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape

WIDTH = 960  # of the picture
LEFT, RIGHT = 70, 36
UP, DOWN, PLAIN = "#0072B2", "#D55E00", "#8c8c8c"  # told apart by all eyes
MARK, UNKNOWN, INK, PAPER = "#333333", "#e6e6e6", "#222222", "white"
FILLS = {"up": UP, "down": DOWN, "plain": PLAIN, "unknown": UNKNOWN, "paper": PAPER, "ink": INK}
Span = tuple[date, date]


def picture(title: str, height: float, body: Iterable[str], says: str = "") -> str:
    """The whole picture; ``says`` describes it to who cannot see it."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    font = 'font-family="DejaVu Sans, Liberation Sans, Helvetica, Arial, sans-serif"'
    described = [f"<desc>{escape(says)}</desc>"] if says else []
    ground = f'<rect width="{WIDTH}" height="{height}" class="paper" fill="{PAPER}"/>'
    return "\n".join(
        [f'{head} role="img" {font}>', f"<title>{escape(title)}</title>", *described, ground, *body, "</svg>\n"]
    )


def across(day: date, span: Span) -> float:
    """Where a day stands from the left."""
    first, last = span
    return LEFT + (WIDTH - LEFT - RIGHT) * (day - first).days / max((last - first).days, 1)


def days(y: float, span: Span) -> Iterator[str]:
    """The first day of some months or years, as many as there is room for."""
    first, last = span
    months = max(1, -(-((last - first).days // 30) // 10))
    step = next((s for s in (1, 2, 3, 6, 12, 24, 60, 120) if s >= months), 240)
    for month in range(first.year * 12, last.year * 12 + 12, step):
        day = date(month // 12, month % 12 + 1, 1)
        if first <= day <= last:
            yield line(across(day, span), y, across(day, span), y + 4)
            yield text(across(day, span), y + 15, day.strftime("%Y-%m"), size=10, anchor="middle")


def box(x: float, y: float, wide: float, tall: float, kind: str, *, says: str = "") -> str:
    """A filled rectangle of a kind of FILLS."""
    shape = f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" class="{kind}" fill="{FILLS[kind]}"'
    return f"{shape}><title>{escape(says)}</title></rect>" if says else f"{shape}/>"


def line(x: float, y: float, to_x: float, to_y: float, *, dashed: bool = False) -> str:
    """A thin line."""
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" class="rule" stroke="{MARK}"{dash}/>'


def text(x: float, y: float, words: str, *, size: int, anchor: str = "start", weight: str = "normal") -> str:
    """Words that begin, end or stand in the middle at ``x``."""
    how = f'font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" class="ink" fill="{INK}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {how}>{escape(words)}</text>'
