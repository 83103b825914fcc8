"""Numbered steps from an older schema to today's, each run once, inside the transaction that opens the record."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, text

from comity.record.derived import work_out_anew
from comity.record.names import learn_all
from comity.record.rows import dump
from comity.record.schema import SCHEMA_VERSION, about, actors, claims, cluster_claims, seals, verdicts, withdrawn
from comity.record.seals import seal_everything

Step = Callable[[Connection], None]


# What schema 1 called the precision of a place, where today's closed list has another word.
_PRECISION = dict.fromkeys(("city", "camp", "crossing", "base", "site", "island", "strait"), "place") | dict.fromkeys(
    ("region", "province", "sea"), "region"
)


def _places_with_points(connection: Connection) -> None:
    """Schema 2: the region, GeoNames id and point of a claim's place as columns, and its precision in today's words.

    Region and what schema 1 did not look up stay unknown: reading the articles again fills them.
    """
    for column in ("place TEXT", "region TEXT", "geonameid INTEGER", "lat FLOAT", "lon FLOAT"):
        connection.execute(text(f"ALTER TABLE claims ADD COLUMN {column}"))
    for column in ("country", "geonameid"):
        connection.execute(text(f"CREATE INDEX ix_claims_{column} ON claims ({column})"))
    rows = connection.execute(text("SELECT article, number, value FROM claims WHERE value LIKE '%\"place\":{%'"))
    found = [_with_point(*row) for row in rows]
    changed = "UPDATE claims SET place = :place, geonameid = :geonameid, lat = :lat, lon = :lon, value = :value"
    if found:
        connection.execute(text(f"{changed} WHERE article = :article AND number = :number"), found)


def _with_point(article: str, number: int, value: str) -> dict[str, Any]:
    claim = json.loads(value)
    place = claim["place"]
    place["precision"] = _PRECISION.get(place["precision"], place["precision"])
    point = {key: place[key] for key in ("geonameid", "lat", "lon")}
    return {"article": article, "number": number, "value": dump(claim), "place": place["text"], **point}


def _verdicts(connection: Connection) -> None:
    """Schema 3: a list of verdicts on assurances, empty."""
    verdicts.create(connection)


def _seals_and_names(connection: Connection) -> None:
    """Schema 4: a list of withdrawn articles, empty, seals of what is there, and the names by which it is asked for."""
    for name in ("claims_recipient", "claims_actor_id", "claims_recipient_id"):
        next(index for index in claims.indexes if index.name == name).create(connection)
    actors.create(connection)
    learn_all(connection)
    withdrawn.create(connection)
    seals.create(connection)
    seal_everything(connection)


def _families(connection: Connection) -> None:
    """Schema 5: copies and clusters that are kept as articles come and go, worked out anew by today's rules."""
    connection.execute(text("DROP TABLE cluster_claims"))
    cluster_claims.create(connection)
    connection.execute(about.delete().where(about.c.key == "worked_out"))
    work_out_anew(connection)


# STEPS[n] leads from schema n to n + 1.
STEPS: Mapping[int, Step] = {1: _places_with_points, 2: _verdicts, 3: _seals_and_names, 4: _families}


def migrate(connection: Connection, version: int, steps: Mapping[int, Step] = STEPS, to: int = SCHEMA_VERSION) -> None:
    """Runs every step from ``version`` up to ``to`` in order and writes down the number reached."""
    for number in range(version, to):
        steps[number](connection)
        connection.execute(about.update().where(about.c.key == "schema").values(value=str(number + 1)))
