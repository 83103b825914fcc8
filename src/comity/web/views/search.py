"""Search: the articles whose text holds all the words, each with a passage in which they are marked."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query

from comity.record.passages import passage
from comity.web.page import Page
from comity.web.showing import Asked


def search(
    at: Asked,
    words: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=500)] = 20,
) -> Page:
    """The articles whose text holds all the words, best first."""
    answer = at.record.search(words, limit)
    hits = [_shown(at, row, words.split(), n) for n, row in enumerate(answer.evidence.iter_rows(named=True))]
    count = int(answer.figures[0].n)
    context = {"words": words, "hits": hits, "count": count, "limit": limit, "titles": answer.rows["title"].to_list()}
    return Page("Search", answer, "search.html.jinja", context)


def _shown(at: Asked, row: dict[str, Any], words: list[str], number: int) -> dict[str, Any]:
    """A passage, and every place in it where one of the words stands."""
    whole = at.reader.text(row["text"])[row["sentence_start"] : row["sentence_end"]]
    spans = passage(whole, words).words
    return {**row, "passage": whole, "spans": [(*span, f"word-{number}-{n}") for n, span in enumerate(spans)]}
