"""Which texts of an archive are copies of one another: candidates by one band after the other, then the exact words.

Every text is looked up under each of its bands once, so that the work grows with the texts and never with their pairs; texts
are fetched for candidates alone. The rule is that of a record (:mod:`comity.record.copies`), and so is the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import polars as pl

from comity.record import copies
from comity.record.rows import read_spans

HELD = 50_000  # texts of candidates that are held at a time


def copied(texts: pl.LazyFrame, articles: pl.LazyFrame) -> Mapping[str, str]:
    """For every text with a copy: the smallest hash among its copies. ``texts`` and ``articles`` are those of an archive."""
    groups, contents = copies.Groups(), _Contents(texts, articles)
    copies.join_copies(groups, _candidates(texts, contents), contents.of)
    return groups.heads()


def _candidates(texts: pl.LazyFrame, contents: _Contents) -> Iterator[tuple[str, str]]:
    """The pairs that share a band, band after band; a group that several bands have in common is told once."""
    seen: set[tuple[str, ...]] = set()
    for number in range(copies.BANDS):
        banded = texts.select("text", band=pl.col("bands").list.get(number))
        shared = banded.filter(pl.len().over("band") > 1).collect()
        grouped = shared.sort("band", "text").group_by("band", maintain_order=True).agg("text")
        groups = [group for row in grouped["text"] if (group := tuple(row)) not in seen]
        for start in range(0, len(groups), HELD):
            part = groups[start : start + HELD]
            contents.fetch({name for group in part for name in group})
            yield from (pair for group in part for pair in combinations(group, 2))
        seen.update(groups)


class _Contents:
    """Texts without their furniture, as shingles. Invariant: no more are held than were fetched last."""

    def __init__(self, texts: pl.LazyFrame, articles: pl.LazyFrame) -> None:
        self._texts, self._articles = texts, articles
        self._held: dict[str, str] = {}
        self._shingles: dict[str, copies.Shingles] = {}

    def fetch(self, names: set[str]) -> None:
        """Reads these texts, where they are not held already."""
        missing = pl.Series("text", sorted(names - self._held.keys()), pl.String).implode()
        self._held = {name: text for name, text in self._held.items() if name in names}
        self._shingles = {name: found for name, found in self._shingles.items() if name in names}
        if not names - self._held.keys():
            return
        wanted = pl.col("text").is_in(missing)
        spans = self._articles.filter(wanted).select("text", "article", "noncontent").sort("article")
        first = spans.unique("text", keep="first", maintain_order=True).select("text", "noncontent")
        found = self._texts.filter(wanted).select("text", "content").join(first, on="text").collect()
        self._held |= {text: copies.content(content, read_spans(spans)) for text, content, spans in found.iter_rows()}

    def of(self, name: str) -> copies.Shingles:
        """The shingles of the text with this hash."""
        return self._shingles.get(name) or self._shingles.setdefault(name, copies.shingles(self._held[name]))
