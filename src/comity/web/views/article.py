"""An article with a place in it marked: where every quotation leads."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from comity.asking.claim_lists import listed
from comity.web.page import Page
from comity.web.showing import Asked


def article(
    at: Asked, key: str, place: Annotated[str, Query(alias="at", pattern=r"^\d{1,9}-\d{1,9}$")] = "0-0"
) -> Page:
    """The whole text of an article, the asked place marked, and the claims read in it."""
    found = at.reader.article(key)
    start, end = map(int, place.split("-"))
    answer = listed(at.reader.claims_of(key), {"article": key}, at.covered())
    context = {"article": found, "key": key, "spans": [(start, end, "at")]}
    return Page(found.title or found.id, answer, "article.html.jinja", context)
