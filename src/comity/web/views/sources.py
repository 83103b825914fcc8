"""Sources: what the record covers, wire families, pages that changed, what was taken out, whether all still reads back."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import Annotated

from fastapi import FastAPI, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from comity.errors import ComityError
from comity.web.desk import Desk, Verified
from comity.web.page import Page
from comity.web.showing import Asked

Limit = Annotated[int, Query(ge=1, le=1000)]


def sources(at: Asked) -> Page:
    """Outlets with their articles, copies, undated texts, first and last day."""
    context = {"verified": at.verified, "withdrawn": at.reader.withdrawals(), "tab": "outlets"}
    return Page("Sources", at.remembered("coverage", at.record.coverage), "sources.html.jinja", context)


def families(at: Asked, limit: Limit = 50) -> Page:
    """Texts that are copies of one another, with who published them."""
    return Page("Wire families", at.record.wire_families(limit), "families.html.jinja", {"tab": "families"})


def changed(at: Asked) -> Page:
    """Pages with more than one text, and what changed from one to the next."""
    return Page("Pages that changed", at.record.corrected(), "changed.html.jinja", {"tab": "changed"})


def add_verifying(app: FastAPI) -> None:
    """Reading every text and span again, at the reader's wish: it goes on while other pages are read."""

    def begin(request: Request, at: Asked) -> Response:
        running = at.verified is not None and at.verified.found is None and at.verified.problem is None
        if not running:
            at.verified = Verified(datetime.now(UTC).isoformat(timespec="seconds"))
            threading.Thread(target=_verify, args=(at, at.verified.began), daemon=True).start()
        return RedirectResponse("/sources", status_code=303)

    app.add_api_route("/sources/verify", begin, methods=["POST"], include_in_schema=False)


def _verify(at: Desk, began: str) -> None:
    try:
        at.verified = Verified(began, at.record.verify())
    except ComityError as error:
        at.verified = Verified(began, problem=str(error))
