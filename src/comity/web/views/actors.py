"""Actors: who is in the record, and one of them amid its partners; the table first, the picture beside it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from markupsafe import Markup

from comity.exports.networks import SHOWN, ego
from comity.web import links
from comity.web.page import Page
from comity.web.showing import Asked

Limit = Annotated[int, Query(ge=1, le=500)]


def actors(at: Asked, limit: Limit = 50) -> Page:
    """The actors of the record by how many articles tell of an act of theirs or towards them."""
    answer = at.remembered(("actors", limit), lambda: at.record.actors(limit))
    return Page("Actors", answer, "actors.html.jinja", {"limit": limit})


def actor(at: Asked, name: str, limit: Limit = 50) -> Page:
    """With whom an actor deals, what it does and what is done to it, cooperation and conflict apart."""
    answer = at.remembered(("partners", name, limit), lambda: at.record.partners(name, limit))
    rows = answer.rows.to_dicts()
    drawn = ego(name, rows, {row["partner"]: links.actor(row["partner"]) for row in rows})
    context = {"actor": name, "limit": limit, "picture": Markup(drawn), "pictured": SHOWN}  # drawn here, escaped there
    return Page(f"{name} and its partners", answer, "actor.html.jinja", context)
