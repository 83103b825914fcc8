"""Titles that do not hold on the day of their text, by the record's dated offices (docs/measures.md, Roles). Pure."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from comity.measures.answer import Answer, basis, evidence
from comity.measures.frames import Frames

SHOWN = ("person", "title", "flag", "published", "outlet", "as_of", "mentions", "origins")
SAID = ["person", "title", "flag", "published"]  # what makes two mentions one row


def roles(frames: Frames, texts: Mapping[str, str]) -> Answer:
    """One row a person, title, flag and day of publication, with how often and in how many texts it stands. ``texts`` by hash."""
    place = pl.concat_str("article", pl.col("start"), separator=":")
    found = frames.roles.with_columns(id=place, chain=pl.lit([], pl.List(pl.String))).sort(
        "published", "article", "start"
    )
    rows = found.group_by(SAID, maintain_order=True).agg(
        pl.col("id", "outlet", "as_of").first(), mentions=pl.len(), origins=pl.col("origin").n_unique()
    )
    named = rows.select("id", *SAID).rename({"id": "row"})
    told = _in_sentences(found, frames, texts).join(
        named, on=SAID, how="inner", nulls_equal=True, maintain_order="left"
    )
    return Answer(
        measure="roles",
        asked={},
        rows=rows.select("id", *SHOWN),
        basis=basis(frames),
        evidence=evidence(told, "row", pl.col("flag")),
        notes=(
            "a title is compared with the office on the day of its text; texts on the past may use the title of then",
        ),
        shown=SHOWN,
    )


def _in_sentences(found: pl.DataFrame, frames: Frames, texts: Mapping[str, str]) -> pl.DataFrame:
    """Each title with its sentence where something was coded in it; else with its paragraph."""
    bounds = ["article", "sentence_start", "sentence_end"]
    known = pl.concat([frames.claims.select(bounds), *(f.select(bounds) for f in frames.signals.values())]).unique()
    inside = (pl.col("sentence_start") <= pl.col("start")) & (pl.col("end") <= pl.col("sentence_end"))
    around = found.select("id", "article", "start", "end").join(known, on="article").filter(inside)
    nearest = around.sort("sentence_start").group_by("id").agg(pl.col("sentence_start", "sentence_end").last())
    joined = found.join(nearest, on="id", how="left", maintain_order="left")
    spans = [_paragraph(texts.get(row["text"], ""), row["start"], row["end"]) for row in found.iter_rows(named=True)]
    return joined.with_columns(
        pl.col("sentence_start").fill_null(pl.Series([start for start, _ in spans], dtype=pl.Int64)),
        pl.col("sentence_end").fill_null(pl.Series([end for _, end in spans], dtype=pl.Int64)),
    )


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The line of the text that holds a span; the span itself where there is no text."""
    if len(text) < end:
        return start, end
    after = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if after < 0 else after
