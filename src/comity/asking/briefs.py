"""Questions of a reader without time: an article in a few cited lines, and what the articles of a day tell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from comity.record import Record

if TYPE_CHECKING:
    from comity.measures.answer import Answer, Basis
    from comity.measures.neighbours import Standing
    from comity.values import Article, Coded


class Briefs(Record):
    """An article or a day in few lines, as methods of a record."""

    def brief(self, article: str) -> Answer:
        """The digest of the article with this key: a row a line, with the words it stands on as its evidence."""
        from comity.asking.frames import frames
        from comity.measures.answer import basis

        reader = self.reader()
        return brief_of(reader.article(article), reader.coded(article), article, basis(frames(reader)))

    def standing(self, article: str) -> Standing:
        """Whom an article is mostly about, its copies, and its neighbours in time (:mod:`comity.measures.neighbours`)."""
        from comity.asking.frames import frames
        from comity.measures.neighbours import standing

        return standing(frames(self.reader()), article)

    def morning(self, until: date | None = None, days: int = 1, limit: int = 12) -> Answer:
        """What the articles of some days tell, by tellings of their own (:mod:`comity.measures.morning`)."""
        from comity.asking.frames import frames
        from comity.measures.morning import morning

        return morning(frames(self.reader()), until, days, limit)


def brief_of(article: Article, coded: Coded, key: str, basis: Basis) -> Answer:
    """The digest of any article as an answer, whether a record holds it or not."""
    import polars as pl

    from comity.digests import digest
    from comity.measures.answer import Answer
    from comity.measures.frames import EVIDENCE
    from comity.record.identity import text_hash

    where = {
        "article": key,
        "text": text_hash(article.text),
        "outlet": article.outlet,
        "published": _day(article.published),
    }
    rows: list[dict[str, Any]] = []
    found: list[dict[str, Any]] = []
    for number, line in enumerate(digest(article, coded), 1):
        told = {"kind": line.kind, "what": line.what, "when": line.when, "according": line.according}
        rows.append({"id": f"line-{number}", **told, "record": line.record, "quotation": line.quotation.text})
        start, end = line.quotation.span
        spans = {"start": start, "end": end, "sentence_start": start, "sentence_end": end}
        says = " > ".join(actor.code or actor.text for actor in line.chain) or None
        role = {"row": f"line-{number}", "role": line.kind, "source": line.record, "says": says, "medium": None}
        found.append({**role, **spans, **where, "origin": where["text"]})
    schema = dict.fromkeys(("id", "kind", "what", "when", "according", "record", "quotation"), pl.String)
    return Answer(
        measure="brief",
        asked={"article": key},
        rows=pl.DataFrame(rows, schema=schema),
        basis=basis,
        evidence=pl.DataFrame(found, schema=dict(EVIDENCE)),
        shown=("what", "when", "according"),
    )


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None
