"""Whose report a sentence retells: the medium of an interview or first report, and one origin for all retellings. Pure.

A claim that several outlets take from one interview is known once. The origin of all its retellings is the text of the
medium itself where the record holds it, else the first that retells it. A sentence that names no medium stays as it is.
"""

from __future__ import annotations

import polars as pl

from comity.measures.frames import Schema

MEDIA: Schema = {  # what a text takes from a medium: the span of the content, and which medium
    "article": pl.String,
    "content_start": pl.Int64,
    "content_end": pl.Int64,
    "medium": pl.String,
}


def with_origins(found: pl.DataFrame, media: pl.DataFrame, alike: tuple[str, ...]) -> pl.DataFrame:
    """``found`` with its ``medium`` filled, and ``origin`` changed where it retells.

    ``alike`` names the columns that are equal in retellings of one claim, ``media`` has the columns MEDIA. An outlet that
    is the medium itself retells nothing.
    """
    if media.is_empty():
        return found
    content = pl.concat_str([_text(found, name) for name in alike], separator="|", ignore_nulls=True)
    marked = _marked(found.with_row_index("_row"), media).with_columns(_content=content)
    marked = marked.sort("published", "article", "_row", nulls_last=True)
    own = marked.filter(pl.col("medium").is_null()).select("_content", _outlet("outlet"), _own="origin")
    own = own.drop_nulls().unique(("_content", "_outlet"), keep="first", maintain_order=True)
    named = marked.with_columns(_outlet("medium")).join(
        own, on=("_content", "_outlet"), how="left", maintain_order="left"
    )
    first = pl.col("origin").first().over("_content", "_outlet")
    retold = pl.when(pl.col("medium").is_not_null()).then(pl.coalesce("_own", first)).otherwise("origin")
    return named.with_columns(origin=retold).sort("_row").select(found.columns)


def _marked(found: pl.DataFrame, media: pl.DataFrame) -> pl.DataFrame:
    """``found`` with the medium of the innermost content that it stands in."""
    bare = found.drop("medium")
    inside = (pl.col("start") >= pl.col("content_start")) & (pl.col("start") < pl.col("content_end"))
    another = (pl.col("outlet").str.to_lowercase() != pl.col("medium").str.to_lowercase()).fill_null(True)
    covered = (
        bare.join(media, on="article", how="inner", maintain_order="left")
        .filter(inside & another)
        .sort(pl.col("content_end") - pl.col("content_start"), maintain_order=True)
        .unique("_row", keep="first", maintain_order=True)
    )
    return bare.join(covered.select("_row", "medium"), on="_row", how="left", maintain_order="left")


def _text(found: pl.DataFrame, name: str) -> pl.Expr:
    return pl.col(name).list.join(" > ") if isinstance(found.schema[name], pl.List) else pl.col(name)


def _outlet(column: str) -> pl.Expr:
    return pl.col(column).str.to_lowercase().alias("_outlet")
