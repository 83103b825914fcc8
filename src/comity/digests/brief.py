"""A brief of a record: what it holds, and the events that most texts tell, copies counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.record.answers import Event
    from comity.record.queries import Reader

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Brief:
    """``counts`` by kind of row, ``signals`` by list of the contract, ``copied`` texts that repeat another."""

    counts: dict[str, int]
    signals: dict[str, int]
    outlets: int
    undated: int
    copied: int
    events: tuple[Event, ...]


def brief(reader: Reader, shown: int = SHOWN) -> Brief:
    """The brief of one record, with its ``shown`` most told events between two named sides."""
    articles = [(a.outlet, a.published) for a in reader.articles()]
    copies = reader.copies()
    between = [e for e in reader.events() if e.actor and e.recipient and e.actor != e.recipient]
    return Brief(
        counts=reader.counts(),
        signals=dict(sorted(Counter(s.kind for s in reader.signals()).items())),
        outlets=len({outlet for outlet, _ in articles if outlet}),
        undated=sum(published is None for _, published in articles),
        copied=len(copies) - len(set(copies.values())),
        events=tuple(sorted(between, key=lambda e: (-e.texts, -e.mentions, e.earliest or "", e.id))[:shown]),
    )


def brief_lines(told: Brief) -> Iterator[str]:
    """The brief in words."""
    c = told.counts
    yield f"{c['articles']} articles of {told.outlets} outlets; {told.copied} copies; {told.undated} without a date"
    yield f"{c['claims']} claims in {c['clusters']} events, {c['attributions']} attributions, {c['signals']} signals"
    if told.signals:
        yield "signals: " + ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in told.signals.items())
    if told.events:
        yield "told by most texts (copies counted once):"
    for e in told.events:
        mode = f" {e.mode}" if e.mode else ""
        act = f"{e.actor} → {e.recipient}  {e.type}{mode}, {e.status}"
        yield f"  {_when(e)}  {act}: {e.texts} {'text' if e.texts == 1 else 'texts'}"


def _when(e: Event) -> str:
    """The interval of an event; of what is only known to lie before its reports, the day up to which."""
    if e.earliest is None:
        return f"up to {e.latest}" if e.latest else "time unknown"
    if e.latest is None:
        return f"from {e.earliest}"
    return e.earliest if e.earliest == e.latest else f"{e.earliest} to {e.latest}"
