"""Claims of a record as an answer: rows, each with its own sentence as evidence, for whoever shows or exports a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from comity.measures.answer import Answer, Basis
from comity.measures.frames import EVIDENCE, Schema
from comity.values import Actor

if TYPE_CHECKING:
    from comity.record.answers import Recorded

SHOWN = ("actor", "recipient", "type", "mode", "status", "earliest", "latest", "chain", "outlet", "published")
ROWS: Schema = {
    **dict.fromkeys(("id", "actor", "recipient", "type", "mode", "status", "earliest", "latest"), pl.String),
    "chain": pl.List(pl.String),
    **dict.fromkeys(("place", "outlet", "published", "article", "event"), pl.String),
    "confidence": pl.Float64,
}


def listed(found: Iterable[Recorded], asked: dict[str, Any], basis: Basis) -> Answer:
    """The claims as rows, in their order: each with its sentence as its evidence."""
    recorded = list(found)
    return Answer(
        measure="claims",
        asked=asked,
        rows=pl.DataFrame([_row(r) for r in recorded], schema=dict(ROWS)),
        basis=basis,
        evidence=pl.DataFrame([_evidence(r) for r in recorded], schema=dict(EVIDENCE)),
        shown=SHOWN,
    )


def _row(recorded: Recorded) -> dict[str, Any]:
    claim, where = recorded.claim, recorded.provenance
    return {
        "id": claim.id,
        "actor": _name(claim.actor),
        "recipient": _name(claim.recipient),
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status,
        "earliest": claim.time.earliest,
        "latest": claim.time.latest,
        "chain": [_name(actor) for actor in claim.chain],
        "place": claim.place.text if claim.place else None,
        "outlet": where.outlet,
        "published": where.published,
        "article": where.key,
        "event": recorded.cluster,
        "confidence": claim.confidence,
    }


def _evidence(recorded: Recorded) -> dict[str, Any]:
    claim, where = recorded.claim, recorded.provenance
    return {
        "row": claim.id,
        "role": claim.status,
        "source": claim.id,
        "says": " > ".join(str(_name(actor)) for actor in claim.chain) or None,
        "medium": None,
        "start": claim.trigger.span[0],
        "end": claim.trigger.span[1],
        "sentence_start": claim.sentence[0],
        "sentence_end": claim.sentence[1],
        "article": where.key,
        "text": where.text,
        "origin": where.text,
        "outlet": where.outlet,
        "published": date.fromisoformat(where.published[:10]) if where.published else None,
    }


def _name(actor: Actor | None) -> str | None:
    return (actor.code or actor.text) if actor else None
