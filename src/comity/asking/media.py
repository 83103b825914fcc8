"""From which media a record's texts retell: what their attributions tell of interviews and reports of others."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

import polars as pl

from comity import vocabulary
from comity.measures.origins import MEDIA

if TYPE_CHECKING:
    from comity.record.queries import Reader


def media(reader: Reader) -> pl.DataFrame:
    """One row a content that is taken from a medium known by name; columns MEDIA, in order of the texts."""
    return media_of(reader.values("attributions").select("article", "value").iter_rows())


def media_of(attributions: Iterable[tuple[str, str]]) -> pl.DataFrame:
    """The same from articles' keys and what is attributed in them, in the contract's JSON."""
    found = []
    for article, value in attributions:
        attribution = json.loads(value)
        name = _medium(attribution)
        found += [(article, *span, name) for span in attribution["content"]["spans"] if name]
    return pl.DataFrame(found, schema=dict(MEDIA), orient="row")


def _medium(attribution: dict[str, Any]) -> str | None:
    """The medium that it was said to, else the medium that says it."""
    actors = (attribution.get("medium"), attribution.get("source"))
    return next((name for a in actors if a and a.get("sector") == "MED" and (name := _names().get(a.get("id")))), None)


@cache
def _names() -> dict[str | None, str]:
    """The name of each medium by its id; what has no id is not told apart from others and is none."""
    return {row["id"]: row["name"] for row in vocabulary.rows("organisations") if row["kind"] == "media"}
