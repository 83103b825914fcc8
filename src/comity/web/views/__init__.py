"""One module a view: from an address with its filters to a :class:`comity.web.page.Page`."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI

from comity.web.page import Page
from comity.web.views import actors, article, brief, claims, search, sources

View = Callable[..., Page]

ALL: tuple[tuple[str, View], ...] = (
    ("/", brief.morning),
    ("/brief/{key}", brief.brief),
    ("/actors", actors.actors),
    ("/actor/{name}", actors.actor),
    ("/search", search.search),
    ("/sources", sources.sources),
    ("/sources/families", sources.families),
    ("/sources/changed", sources.changed),
    ("/claims", claims.claims),
    ("/claim/{claim_id}", claims.claim),
    ("/article/{key}", article.article),
)
# What adds routes that change something.
CHANGES: tuple[Callable[[FastAPI], None], ...] = (brief.add_pasting, sources.add_verifying)
