"""Claims as GeoJSON: one feature a claim, its point where its place has one.

Source: RFC 7946. Positions are longitude, latitude in degrees of WGS 84.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from comity.errors import StorageError
from comity.record.answers import Recorded
from comity.record.withdrawals import Withdrawal
from comity.values import Actor, Place

Texts = Callable[[str], str]  # the text of an article by its SHA-256


def feature(recorded: Recorded, texts: Texts) -> dict[str, Any]:
    """One claim: who, what, to whom, with which status, according to whom, where, and the sentence that says so with its span."""
    claim, where = recorded.claim, recorded.provenance
    start, end = claim.sentence
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": _geometry(claim.place),
        "properties": {
            **_actor("actor", claim.actor),
            **_actor("recipient", claim.recipient),
            "type": claim.type,
            "mode": claim.mode,
            "status": claim.status,
            "chain": [actor.id or actor.code or actor.text for actor in claim.chain],
            "time_earliest": claim.time.earliest,
            "time_latest": claim.time.latest,
            **_place(claim.place),
            "quotation": texts(where.text)[start:end],
            "span": [start, end],
            "confidence": claim.confidence,
            "cluster": recorded.cluster,
            "article": where.article,
            "outlet": where.outlet,
            "published": where.published,
            "url": where.url,
        },
    }


def write_geojson(
    claims: Iterable[Recorded],
    texts: Texts,
    out: TextIO,
    *,
    unlocated: bool = False,
    withdrawn: Sequence[Withdrawal] = (),
) -> tuple[int, int]:
    """One FeatureCollection, a feature a line; answers how many claims have a point and how many have none.

    Those without are left out, or written with the geometry null where ``unlocated`` asks for them. Articles that were
    withdrawn are listed in a member "withdrawn" of the collection, if there are any.
    """
    located = without = 0
    out.write('{"type": "FeatureCollection", "features": [')
    for recorded in claims:
        has_point = _geometry(recorded.claim.place) is not None
        if has_point or unlocated:
            out.write(",\n" if located + (without if unlocated else 0) else "\n")
            out.write(json.dumps(feature(recorded, texts), ensure_ascii=False))
        located, without = located + has_point, without + (not has_point)
    out.write("\n]")
    if withdrawn:
        out.write(f',\n"withdrawn": {json.dumps([asdict(w) for w in withdrawn], ensure_ascii=False)}')
    out.write("}\n")
    return located, without


def write_geojson_file(
    claims: Iterable[Recorded],
    texts: Texts,
    path: Path,
    *,
    unlocated: bool = False,
    withdrawn: Sequence[Withdrawal] = (),
) -> tuple[int, int]:
    """The same as a file, whole or not at all; :class:`StorageError` where it cannot be written."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("w", encoding="utf-8") as stream:
            found = write_geojson(claims, texts, stream, unlocated=unlocated, withdrawn=withdrawn)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise StorageError(reason, place=str(path), remedy="make room or choose a place you can write to") from error
    return found


def _geometry(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _actor(side: str, actor: Actor | None) -> dict[str, Any]:
    names = ("code", "id", "sector", "text")
    return {f"{side}_{name}": getattr(actor, name) if actor else None for name in names}


def _place(place: Place | None) -> dict[str, Any]:
    names = {"place": "text", "country": "country", "region": "region", "geonameid": "geonameid"}
    found = {key: getattr(place, name) if place else None for key, name in names.items()}
    return {**found, "place_precision": place.precision if place else None}
