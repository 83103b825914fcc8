"""Sources: what the record covers, by outlet, country, language and day."""

from __future__ import annotations

from comity.web.page import Page
from comity.web.showing import Asked


def sources(at: Asked) -> Page:
    """Outlets with their articles, copies, undated texts, first and last day."""
    return Page("Sources", at.record.coverage(), "sources.html.jinja")
