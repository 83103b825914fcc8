"""Texts by their words, as an answer: a row an article, with the passage that holds most of the words as its evidence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from comity.record import Record

if TYPE_CHECKING:
    from comity.measures.answer import Answer
    from comity.record.answers import Hit

BEST = 20


class Searches(Record):
    """Looking for words, as a method of a record."""

    def search(self, words: str, limit: int = BEST) -> Answer:
        """The articles whose text holds all the words, best first, at most ``limit``; a figure tells how many do."""
        import polars as pl

        from comity.asking.frames import frames
        from comity.measures.answer import Answer, Figure, basis
        from comity.measures.frames import EVIDENCE

        reader = self.reader()
        found = list(reader.hits(words, limit))
        count = reader.count_hits(words)
        schema = dict.fromkeys(("id", "title", "outlet", "published", "url", "article"), pl.String)
        return Answer(
            measure="search",
            asked={"words": words, "limit": limit},
            rows=pl.DataFrame([_row(hit) for hit in found], schema=schema),
            basis=basis(frames(reader)),
            evidence=pl.DataFrame([_evidence(hit) for hit in found], schema=dict(EVIDENCE)),
            figures=(Figure("articles that hold all the words", float(count), count),),
            shown=("title", "outlet", "published"),
        )


def _row(hit: Hit) -> dict[str, Any]:
    where = {"title": hit.title, "outlet": hit.outlet, "published": hit.published, "url": hit.url}
    return {"id": hit.key, **where, "article": hit.key}


def _evidence(hit: Hit) -> dict[str, Any]:
    start, end = hit.words[0] if hit.words else hit.span
    return {
        "row": hit.key,
        "role": "holds the words",
        "source": hit.article,
        "says": None,
        "medium": None,
        "start": start,
        "end": end,
        "sentence_start": hit.span[0],
        "sentence_end": hit.span[1],
        "article": hit.key,
        "text": hit.text,
        "origin": hit.text,
        "outlet": hit.outlet,
        "published": date.fromisoformat(hit.published[:10]) if hit.published else None,
    }
