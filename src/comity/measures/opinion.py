"""Claims about what a public thinks: on what evidence, with what figure, and how much of a poll they disclose. Pure.

A claim about a public's view stays a claim: nothing is averaged over polls, and no view is worked out from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from comity.measures.actors import is_actor
from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.conditions import beginning
from comity.measures.counted import by_rule, count, joined, said, things
from comity.measures.disclosure import Items, disclosed, margin, sample
from comity.measures.frames import Frames, Schema

POLLS = ("poll_cited", "poll_named")
EVIDENCE = (*POLLS, "anecdotal", "bare")
SHOWN = (
    "published", "population", "group", "about", "evidence", "share", "sample", "margin", "disclosed", "says",
    "mentions", "origins",
)  # fmt: skip
ADDED: Schema = {"sample": pl.Int64, "margin": pl.Float64, "disclosed": pl.Int64, "items": pl.List(pl.String)}


def opinion(
    frames: Frames,
    population: str,
    texts: Mapping[str, str],
    table: Items,
    rules: Mapping[str, str] | None = None,
) -> Answer:
    """One row a claim, copies folded. ``texts`` are the articles' by hash, in which items of disclosure are looked for.

    ``share`` is in per cent; ``sample`` and ``margin`` (points) are null where the text gives no sample size.
    """
    found = frames.signals["opinions"].filter(is_actor("population", population))
    told = found.with_columns(row=pl.col("id").first().over("origin", "sentence_start", "issue"))
    rows = told.group_by("row", maintain_order=True).agg(
        pl.col("published").min(),
        pl.col("group", "issue", "evidence", "chain", "outlet", "text", "sentence_start", "sentence_end").first(),
        population=pl.col("population_name").first(),
        share=pl.when(_figure("unit").first() == "percent").then(_figure("value").first()),
        mentions=pl.len(),
        origins=pl.col("origin").n_unique(),
    )
    added = [_disclosure(row, texts.get(row["text"], ""), table) for row in rows.iter_rows(named=True)]
    says = pl.when(pl.col("chain").list.len() > 0).then(pl.col("chain").list.join(" > "))
    added_to = rows.hstack(pl.DataFrame(added, schema=dict(ADDED))).with_columns(says=says, about=beginning("issue"))
    shown = added_to.rename({"row": "id"}).sort("published", "id", nulls_last=True)
    return Answer(
        measure="opinion",
        asked={"population": population},
        rows=shown.select("id", *SHOWN, "issue", "items", "outlet"),
        basis=basis(frames, rules),
        evidence=evidence(told, "row", pl.col("evidence")),
        figures=(_by_evidence(told),),
        notes=(by_rule(f"disclosed: of {len(table.patterns)} items, as far as {NAMED}", "disclosure"),),
        shown=SHOWN,
    )


def _figure(name: str) -> pl.Expr:
    return pl.col("figure").struct.field(name)


NAMED = "the text names them near its sentence"


def _by_evidence(told: pl.DataFrame) -> Figure:
    every, first = things(told), pl.col("evidence").first().over("row")
    kinds = [
        said(f"{{}} {kind.replace('_', ' ')}", count(things(told.filter(first == kind)), every)) for kind in EVIDENCE
    ]
    return Figure("claims about this public's view", len(every), len(every), says=joined(kinds), counts=every)


def _disclosure(row: dict[str, Any], text: str, table: Items) -> dict[str, Any]:
    """Of a claim that rests on a poll; a claim without one discloses nothing and has no score."""
    if row["evidence"] not in POLLS:
        return dict.fromkeys(ADDED)
    where = row["sentence_start"], row["sentence_end"]
    found, size = disclosed(table, text, where), sample(table, text, where)
    share = row["share"] / 100 if row["share"] is not None and 0 <= row["share"] <= 100 else 0.5
    points = None if size is None else margin(size, share)
    return {"sample": size, "margin": points, "disclosed": len(found), "items": found}
