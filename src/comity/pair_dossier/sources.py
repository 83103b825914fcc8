"""The articles of a record as a dossier shows them: each by its first words, and whole where more of it is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import polars as pl

from comity.digests.quotation import quotation
from comity.pair_dossier.contents import Piece, Quotation, Source
from comity.values import Quoted

if TYPE_CHECKING:
    from comity.pair_dossier.linking import Links
    from comity.record.queries import Reader

LINE = re.compile(r"\S.*")


def in_order(articles: pl.DataFrame) -> pl.DataFrame:
    """By outlet, unknown ones last, then by day of publication, undated ones last."""
    return articles.sort("outlet", "published", "article", nulls_last=True)


def sources(articles: pl.DataFrame, reader: Reader, links: Links) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """The articles by outlet, in the order of their numbers."""
    quotations: dict[str, list[Quotation]] = {}
    for key, made in links.quotations:
        quotations.setdefault(key, []).append(made)
    for group in in_order(articles).partition_by("outlet", maintain_order=True):
        found = []
        for row in group.iter_rows(named=True):
            own, text = quotations.get(row["article"], []), reader.text(row["text"])
            pieces = _pieces(text, own) if own else ()
            found.append(_source(links.texts[row["article"]], row, _opening(text), pieces))
        yield found[0].outlet, tuple(found)


def outlet_anchor(outlet: str) -> str:
    """Where the articles of an outlet are listed; the same for the same name."""
    return "outlet-" + re.sub(r"[^a-z0-9]+", "-", outlet.lower()).strip("-")


def _source(number: int, row: dict[str, Any], opening: Quoted, pieces: tuple[Piece, ...]) -> Source:
    return Source(
        number=number,
        digest=row["text"],
        title=row["title"] or "untitled",
        outlet=row["outlet"] or "outlet unknown",
        published=row["stated"] or "undated",
        kind=row["kind"],
        language=row["language"],
        address=row["url"] or "",
        opening=opening.text,
        span=opening.span,
        pieces=pieces,
    )


def _opening(text: str) -> Quoted:
    """The first words of a text: of its first line that has any."""
    line = LINE.search(text)
    return quotation(text, line.span(), (line.start(), line.start() + 1)) if line else Quoted("", (0, 0))


def _pieces(text: str, quotations: list[Quotation]) -> tuple[Piece, ...]:
    """The text cut wherever a quotation begins or ends; joined again the pieces are the text."""
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for q in quotations:
        begins.setdefault(q.span[0], []).append(q.number)
        ends.setdefault(q.span[1], []).append(q.number)
    cuts = sorted({0, len(text), *begins, *ends})
    made, open_ = [], 0
    for start, end in pairwise(cuts):
        open_ += len(begins.get(start, ())) - len(ends.get(start, ()))
        made.append(Piece(text[start:end], open_ > 0, tuple(begins.get(start, ())), tuple(ends.get(end, ()))))
    return tuple(made)
