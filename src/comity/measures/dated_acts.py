"""Acts and signals that a text dates to one day, told sentence by sentence: what a timeline counts. Pure.

A day that is only known from the publication of a text is not counted: the text does not name it.
"""

from __future__ import annotations

from functools import reduce

import polars as pl

from comity.measures.actors import among, is_actor
from comity.measures.frames import PLACE, SPANS, Frames

LISTS = ("parties", "with", "against", "chain")
ACT = ("id", "chain", "earliest", "latest", "basis", *SPANS, *PLACE)


def acts(frames: Frames, one: str, other: str) -> pl.DataFrame:
    """Every claim and signal: whether ``one`` and the ``other`` are in it, whether ``happened``, and ``what`` it is in words."""
    told = frames.claims.with_columns(
        one=_in_claim(one),
        other=_in_claim(other),
        signal=pl.lit(False),
        happened=pl.col("status").is_in(("happened", "ongoing")),
        what=_claim_words(),
    )
    found = [told.select(*ACT, "one", "other", "signal", "happened", "what")]
    for kind, rows in frames.signals.items():
        marked = rows.with_columns(
            one=_in_signal(rows, one),
            other=_in_signal(rows, other),
            signal=pl.lit(True),
            happened=pl.lit(True),
            what=pl.lit(kind.replace("_", " ")),
        )
        found.append(marked.select(found[0].columns))
    return pl.concat(found)


def dated(whole: pl.DataFrame) -> pl.DataFrame:
    """Those acts that their text dates to one day, as ``day``."""
    named = (pl.col("earliest") == pl.col("latest")) & (pl.col("basis") == "text")
    return whole.filter(named.fill_null(False)).with_columns(day="earliest")


def sentences(whole: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """One row a day and sentence that dates an act to it; of copied texts the first alone.

    Columns: ``day``, ``origin``, whether it names ``one`` and the ``other``, whether it holds a ``signal``, and how much its
    text is ``about`` the two: of its sentences with acts, twice the lesser share of those that name the one, and the other; 1 at
    most.
    """
    firsts = articles.sort("published", "article", nulls_last=True).unique("origin", keep="first", maintain_order=True)
    own = whole.join(firsts.select("article"), on="article", how="semi")
    told = own.group_by("article", "sentence_start").agg(pl.col("one", "other").any())
    about = told.group_by("article").agg(
        about=pl.min_horizontal(2 * pl.col("one").mean(), 2 * pl.col("other").mean(), 1.0)
    )
    per = dated(own).group_by("day", "article", "origin", "sentence_start").agg(pl.col("one", "other", "signal").any())
    return per.join(about, on="article").drop("article")


def _in_claim(asked: str) -> pl.Expr:
    return is_actor("actor", asked) | is_actor("recipient", asked) | among("chain", asked)


def _in_signal(rows: pl.DataFrame, asked: str) -> pl.Expr:
    sides = [c.removesuffix("_code") for c in rows.columns if c.endswith("_code") and f"{c[:-5]}_id" in rows.columns]
    in_lists = [among(name, asked) for name in LISTS if name in rows.columns]
    return reduce(lambda a, b: a | b, [*(is_actor(side, asked) for side in sides), *in_lists])


def _claim_words() -> pl.Expr:
    """A claim in the words of a table: actor → recipient: type mode, status."""
    to = (
        pl.when(pl.col("recipient_name").is_not_null()).then(pl.format(" → {}", "recipient_name")).otherwise(pl.lit(""))
    )
    mode = pl.when(pl.col("mode").is_not_null()).then(pl.format(" {}", "mode")).otherwise(pl.lit(""))
    return pl.format("{}{}: {}{}, {}", pl.col("actor_name").fill_null("unknown"), to, "type", mode, "status")
