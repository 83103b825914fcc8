"""Claims as a table: one row a claim, one column a fact, the same in CSV, Parquet and Polars. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from comity.values import Actor, Claim

if TYPE_CHECKING:
    import polars

    from comity.record.answers import Recorded

Cells = dict[str, Any]

_SIDE = {"code": str, "id": str, "sector": str, "role": str, "text": str, "start": int, "end": int}
_TEXT = ("text_sha256", "title", "published", "outlet", "url", "kind", "language", "coder", "coder_version")

COLUMNS: dict[str, type] = {
    "id": str,
    **{f"actor_{name}": kind for name, kind in _SIDE.items()},
    **{f"recipient_{name}": kind for name, kind in _SIDE.items()},
    **{"type": str, "mode": str, "contexts": str, "quad": int, "status": str, "chain": str, "chain_depth": int},
    **dict.fromkeys(("time_earliest", "time_latest", "time_precision", "time_basis"), str),
    **dict.fromkeys(("stated_earliest", "stated_latest", "place", "country", "region"), str),
    **{"geonameid": int, "place_precision": str, "lat": float, "lon": float, "trigger": str},
    **dict.fromkeys(("trigger_start", "trigger_end", "sentence_start", "sentence_end"), int),
    **{"confidence": float, "cluster": str, "article": str},
    **dict.fromkeys(_TEXT, str),
    "vocabulary": str,
}


def claim_cells(recorded: Recorded) -> Cells:
    """The row of one claim: what the claim says, then where it was read."""
    claim, where = recorded.claim, recorded.provenance
    return {
        "id": claim.id,
        **_actor_cells("actor", claim.actor),
        **_actor_cells("recipient", claim.recipient),
        "type": claim.type,
        "mode": claim.mode,
        "contexts": ";".join(claim.contexts),
        "quad": claim.quad,
        "status": claim.status,
        "chain": " > ".join(actor.id or actor.code or actor.text for actor in claim.chain),
        "chain_depth": len(claim.chain),
        **_time_cells(claim),
        **_place_cells(claim),
        "trigger": claim.trigger.text,
        "trigger_start": claim.trigger.span[0],
        "trigger_end": claim.trigger.span[1],
        "sentence_start": claim.sentence[0],
        "sentence_end": claim.sentence[1],
        "confidence": claim.confidence,
        "cluster": recorded.cluster,
        "article": where.article,
        "text_sha256": where.text,
        "title": where.title,
        "published": where.published,
        "outlet": where.outlet,
        "url": where.url,
        "kind": where.kind,
        "language": where.language,
        "coder": where.coder,
        "coder_version": where.coder_version,
        "vocabulary": where.vocabulary,
    }


def claim_frame(recorded: Iterable[Recorded]) -> polars.DataFrame:
    """The table of these claims; an empty one has all its columns, too."""
    import polars as pl

    return pl.DataFrame([tuple(claim_cells(r).values()) for r in recorded], schema=COLUMNS, orient="row")


def _actor_cells(side: str, actor: Actor | None) -> Cells:
    start, end = actor.span if actor and actor.span else (None, None)
    return {
        f"{side}_code": actor.code if actor else None,
        f"{side}_id": actor.id if actor else None,
        f"{side}_sector": actor.sector if actor else None,
        f"{side}_role": actor.role if actor else None,
        f"{side}_text": actor.text if actor else None,
        f"{side}_start": start,
        f"{side}_end": end,
    }


def _time_cells(claim: Claim) -> Cells:
    stated = claim.stated
    return {
        "time_earliest": claim.time.earliest,
        "time_latest": claim.time.latest,
        "time_precision": claim.time.precision,
        "time_basis": claim.time.basis,
        "stated_earliest": stated.earliest if stated else None,
        "stated_latest": stated.latest if stated else None,
    }


def _place_cells(claim: Claim) -> Cells:
    place = claim.place
    return {
        "place": place.text if place else None,
        "country": place.country if place else None,
        "region": place.region if place else None,
        "geonameid": place.geonameid if place else None,
        "place_precision": place.precision if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }
