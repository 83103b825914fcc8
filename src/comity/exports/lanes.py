"""Lanes over time as SVG: one row of marks a lane; a mark reaches over the days between which its entry lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from comity.exports.drawing import LEFT, RIGHT, WIDTH, Span, across, box, days, line, picture, text
from comity.measures.answer import Answer
from comity.measures.days import Days, interval
from comity.measures.pair_lanes import LANES

TALL, TOP, ROW, STACK = 64, 40, 8, 4  # of a lane, above the first, of a mark, marks above each other


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark: its days, and what it says."""

    first: date
    last: date
    open: bool  # of its days one bound alone is known
    says: str


def lanes(answer: Answer) -> str:
    """The picture of an answer of :mod:`comity.measures.pair_lanes`; entries without a day are not in it, and counted."""
    entries = {lane: list(_entries(answer, lane)) for lane in LANES}
    ends = [d for found in entries.values() for e in found for d in (e.first, e.last)]
    span = (min(ends) - timedelta(2), max(ends) + timedelta(2)) if ends else (date.min, date.min + timedelta(1))
    one, other = answer.asked["between"]
    body = [text(8, 20, f"{one} and {other}, by day of the entry", size=14, weight="bold")]
    for number, (lane, found) in enumerate(entries.items()):
        body += _lane(lane, found, TOP + number * TALL, span)
    bottom = TOP + len(entries) * TALL
    body += days(bottom, span) if ends else ()
    undated = answer.rows.filter(answer.rows["earliest"].is_null() & answer.rows["latest"].is_null()).height
    notes = ["a bar: between which days it lies; grey: the texts tell one bound alone"]
    notes += [f"{undated} without a day: in the table alone"] if undated else []
    body += [text(8, bottom + 36 + 16 * k, note, size=11) for k, note in enumerate(notes)]
    says = "; ".join(f"{lane}: {len(found)}" for lane, found in entries.items())
    return picture(f"Lanes of {one} and {other}", bottom + 44 + 16 * len(notes), body, says)


def _entries(answer: Answer, lane: str) -> Iterator[Entry]:
    for row in answer.rows.filter(lane=lane).iter_rows(named=True):
        first, last = row["earliest"] or row["latest"], row["latest"] or row["earliest"]
        if first is not None and last is not None:
            days_told = Days(row["earliest"], row["latest"])
            says = f"{interval(days_told)}: {row['what']} ({row['status']})"
            yield Entry(min(first, last), max(first, last), None in days_told, says)


def _lane(name: str, found: list[Entry], top: float, span: Span) -> Iterator[str]:
    yield text(8, top + 10, f"{name} ({len(found)})", size=11)
    for number, entry in enumerate(found):
        x, to = across(entry.first, span), across(entry.last, span)
        y = top + 17 + (number % STACK) * (ROW + 2)
        yield box(x - 2, y, max(to - x, 0) + 4, ROW, "plain" if entry.open else "up", says=entry.says)
    yield line(LEFT, top + TALL - 3, WIDTH - RIGHT, top + TALL - 3)
