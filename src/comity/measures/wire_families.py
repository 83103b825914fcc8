"""Wire families: texts that are copies of one another, with who published them. Pure."""

from __future__ import annotations

import polars as pl

from comity.measures.answer import Answer, basis
from comity.measures.frames import Frames

LIMIT = 50
SHOWN = ("title", "articles", "texts", "outlets", "first", "last", "names")


def wire_families(frames: Frames, limit: int = LIMIT) -> Answer:
    """One row a family of copies with two articles or more, the largest first: the title told first, outlets, days.

    ``texts`` counts different wordings: an article that repeats another word for word adds none. ``members`` are the keys of the
    articles in order of publication, undated ones last.
    """
    told = frames.articles.sort("published", "article", nulls_last=True)
    families = (
        told.group_by("origin", maintain_order=True)
        .agg(
            title=pl.col("title").drop_nulls().first(),
            articles=pl.len(),
            texts=pl.col("text").n_unique(),
            outlets=pl.col("outlet").drop_nulls().n_unique(),
            first=pl.col("published").min(),
            last=pl.col("published").max(),
            names=pl.col("outlet").drop_nulls().unique(maintain_order=True),
            members=pl.col("article"),
        )
        .filter(pl.col("articles") > 1)
        .sort("articles", "origin", descending=[True, False])
    )
    left = families.height - limit
    return Answer(
        measure="wire_families",
        asked={"limit": limit},
        rows=families.head(limit).rename({"origin": "id"}),
        basis=basis(frames),
        notes=(f"{left} more families",) if left > 0 else (),
        shown=SHOWN,
    )
