"""The ledger of assurances: what was assured, the conduct for and against it in the order of its days, rule and verdict apart."""

from __future__ import annotations

from typing import Annotated, Any

import polars as pl
from fastapi import FastAPI, Form, Query
from starlette.requests import Request
from starlette.responses import Response

from comity.measures.answer import Answer
from comity.record.verdicts import NAMES
from comity.web import links
from comity.web.page import Page
from comity.web.rendering import by_row
from comity.web.showing import Asked
from comity.web.views.claims import Word
from comity.web.who import known, on_to, signed

PER_PAGE = 20
Side = Annotated[str, Form(max_length=200)]


def ledger(
    request: Request,
    at: Asked,
    by: Word = None,
    to: Word = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    limit: Annotated[int, Query(ge=1, le=1000)] = PER_PAGE,
    seen: Annotated[int | None, Query(ge=0)] = None,
    on: Annotated[str | None, Query(max_length=64)] = None,
) -> Page:
    """Assurances by whom and to whom, each quoted, with the conduct for and against it, the rule's status and verdicts."""
    given = at.record.verdicts()
    newest = max((v.number for v in given), default=0)
    whole = at.remembered(("ledger", by, to, newest), lambda: at.record.assurances(by or None, to or None))
    answer = whole.part((page - 1) * limit, limit)
    others = [v for v in given if on and seen is not None and v.number > seen and v.subject.assurance == on]
    context = {
        "by": by or "",
        "to": to or "",
        "number": page,
        "more": whole.rows.height > page * limit,
        "total": whole.rows.height,
        "conduct": _by(answer, "conduct"),
        "history": _by(answer, "verdicts"),
        "verdicts": NAMES,
        "newest": newest,
        "name": known(request),
        "meanwhile": len(others) > 1,
    }
    return Page("Assurances", answer, "ledger.html.jinja", context)


def _by(answer: Answer, series: str) -> dict[str, list[dict[str, Any]]]:
    rows = answer.series[series].filter(pl.col("row").is_in(answer.rows["id"].implode()))
    return by_row(rows)


def judge(
    request: Request,
    at: Asked,
    assurance: Annotated[str, Form(max_length=64)],
    verdict: Annotated[str, Form(max_length=16)],
    because: Annotated[str, Form(max_length=4000)] = "",
    name: Annotated[str, Form(max_length=400)] = "",
    by: Side = "",
    to: Side = "",
    page: Annotated[int, Form(ge=1, le=100_000)] = 1,
    seen: Annotated[int, Form(ge=0)] = 0,
) -> Response:
    """Writes a verdict down, or takes back the one that stands."""
    who = signed(request, name)
    given = at.record.judge(assurance, None if verdict == "undo" else verdict, because=because, name=who)
    told = links.ledger(by=by, to=to, page=page if page > 1 else None, seen=seen, on=given.subject.assurance)
    return on_to(request, f"{told}#a-{assurance}", who)


def add_judging(app: FastAPI) -> None:
    """Verdicts of analysts."""
    app.add_api_route("/ledger", judge, methods=["POST"], include_in_schema=False)
