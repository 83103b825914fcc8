"""An actor amid its partners as SVG: nodes on a ring, the thickness of a line by the number of events. Pure, no library.

Cooperation and conflict are two lines beside each other, told apart by colour and by dashes, and by words in each title.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

WIDTH, HEIGHT, RING = 760, 620, 225
THICKEST = 14.0
SHOWN = 16
KINDS = (("cooperation", -4, ""), ("conflict", 4, ' stroke-dasharray="7 4"'))


def ego(actor: str, rows: Sequence[Mapping[str, Any]], link: Mapping[str, str]) -> str:
    """The picture of at most 16 partners; ``rows`` are those of :func:`comity.measures.network.partners`.

    ``link`` gives the address of a partner. Colours are classes (``cooperation``, ``conflict``, ``node``) of the page's style.
    """
    chosen = list(rows)[:SHOWN]
    most = max((_count(row, kind) for row in chosen for kind, _, _ in KINDS), default=1) or 1
    body: list[str] = []
    for number, row in enumerate(chosen):
        angle = 2 * math.pi * number / len(chosen) - math.pi / 2
        at = (WIDTH / 2 + RING * math.cos(angle) * 1.28, HEIGHT / 2 + RING * math.sin(angle))
        body += [*_lines(actor, row, at, most), _node(str(row["partner"]), at, link.get(str(row["partner"])))]
    title = f"{actor} and its partners: events told as done, cooperation and conflict apart"
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label={quoteattr(title)} class="ego"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}><title>{escape(title)}</title>'
    return "\n".join([head, *body, _node(actor, (WIDTH / 2, HEIGHT / 2), None), "</svg>"])


def _count(row: Mapping[str, Any], kind: str) -> int:
    return int(row[f"{kind}_there"] + row[f"{kind}_back"])


def _lines(actor: str, row: Mapping[str, Any], at: tuple[float, float], most: int) -> Iterator[str]:
    centre = (WIDTH / 2, HEIGHT / 2)
    length = math.dist(centre, at) or 1.0
    across = ((at[1] - centre[1]) / length, -(at[0] - centre[0]) / length)
    for kind, side, dashes in KINDS:
        count = _count(row, kind)
        if not count:
            continue
        wide = 1.5 + (THICKEST - 1.5) * math.sqrt(count / most)
        shift = side + math.copysign(wide / 2, side)
        (x1, y1), (x2, y2) = ((p[0] + across[0] * shift, p[1] + across[1] * shift) for p in (centre, at))
        says = f"{actor} and {row['partner']}: {count} events of {kind}"
        says += f" ({row[f'{kind}_there']} by {actor}, {row[f'{kind}_back']} by {row['partner']})"
        where = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
        yield f'<line class="{kind}" {where} stroke-width="{wide:.1f}"{dashes}><title>{escape(says)}</title></line>'


def _node(name: str, at: tuple[float, float], address: str | None) -> str:
    half = max(26.0, 5.2 * len(name) + 10)
    box = f'<rect x="{at[0] - half:.1f}" y="{at[1] - 15:.1f}" width="{2 * half:.1f}" height="30" rx="15"/>'
    words = f'<text x="{at[0]:.1f}" y="{at[1] + 5:.1f}" text-anchor="middle">{escape(name)}</text>'
    drawn = f'<g class="node">{box}{words}</g>'
    return f"<a href={quoteattr(address)}>{drawn}</a>" if address else drawn
