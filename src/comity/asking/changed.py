"""Pages that changed between two visits, as an answer: a row a change of one sentence or several."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import polars as pl

from comity.measures.answer import Answer, Basis
from comity.measures.frames import Schema
from comity.record.corrections import corrections
from comity.record.versions import Version, changed_addresses, versions

ROWS: Schema = {
    **dict.fromkeys(("id", "url"), pl.String),
    "version": pl.Int64,
    **dict.fromkeys(("seen", "published", "title"), pl.String),
    **dict.fromkeys(("before", "after"), pl.List(pl.String)),
}
SHOWN = ("url", "version", "seen", "before", "after")


def corrected(place: str, basis: Basis) -> Answer:
    """What changed from each version of a page to the next; ``before`` and ``after`` are its sentences in the two."""
    rows = [row for url, _ in changed_addresses(place) for row in _changes(url, versions(place, url))]
    return Answer("corrected", {}, pl.DataFrame(rows, schema=dict(ROWS)), basis, shown=SHOWN)


def _changes(url: str, held: list[Version]) -> Iterator[dict[str, Any]]:
    for number, (old, new) in enumerate(pairwise(held), start=2):
        told = {"url": url, "version": number, "seen": new.seen, "published": new.published, "title": new.title}
        for part, change in enumerate(corrections(old.sentences, new.sentences), start=1):
            row = {"id": f"{url} {number}.{part}", "before": list(change.before), "after": list(change.after)}
            yield {**told, **row}
