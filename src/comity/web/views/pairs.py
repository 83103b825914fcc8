"""Pairs: all of a record, and the page of one pair with its tabs: chart, table, lanes, places, timeline, sources, method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import polars as pl
from fastapi import Depends, FastAPI, Query
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from comity.asking.pairs import Between
from comity.exports import lanes as drawn_lanes
from comity.exports import maps, plots
from comity.measures.answer import Answer
from comity.measures.posture import Window
from comity.web.days import day
from comity.web.page import Page
from comity.web.showing import Asked
from comity.web.waiting import NOT_YET, Shown, awaited

TABS = (
    ("", "Chart"),
    ("table", "Table"),
    ("lanes", "Lanes"),
    ("places", "Places"),
    ("timeline", "Timeline"),
    ("outlets", "Sources"),
    ("method", "Method"),
)
DOCUMENTS = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
Day = Annotated[str | None, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]
Name = Annotated[str | None, Query(max_length=200)]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors and the days between which they are shown, as an address says it."""

    one: str
    other: str
    since: date | None
    until: date | None
    by: Literal["week", "month"]

    @property
    def window(self) -> Window:
        """The days of a series."""
        return Window(self.by, self.since, self.until)


def pair(one: str, other: str, since: Day = None, until: Day = None, by: Literal["week", "month"] = "month") -> Pair:
    """The pair of an address. :class:`InputError` where a day of it is none."""
    return Pair(one, other, day(since), day(until), by)


Given = Annotated[Pair, Depends(pair)]


def pairs(request: Request, at: Asked, of: Name = None, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Page:
    """The pairs that claims tell of, the most told first, with cooperation, conflict, first and last day."""
    actor = of or None
    shown = Shown("Pairs", "pairs.html.jinja", lambda a: {"of": of or "", "number": page, "more": bool(a.notes)})
    return awaited(request, at, ("pairs", actor, page), lambda: at.record.pairs(actor, page), shown)


def chart(request: Request, at: Asked, asked: Given) -> Page:
    """What each of the two does towards the other by week or month, per article, with the shifts and their check."""
    return _posture(request, at, asked, "posture.html.jinja", drawn=True)


def table(request: Request, at: Asked, asked: Given) -> Page:
    """The same as a table: one row a direction and period, with its quotations."""
    return _posture(request, at, asked, "posture_table.html.jinja", drawn=False)


def method(request: Request, at: Asked, asked: Given) -> Page:
    """How the series is made, which tables of rules it uses, and what is left out."""
    return _posture(request, at, asked, "pair_method.html.jinja", drawn=False)


def lanes(request: Request, at: Asked, asked: Given) -> Page:
    """Contacts, stated limits, assurances, designations and votes of the two over time."""
    between = Between(asked.since, asked.until, at.facts)
    return _tab(
        request, at, asked, "lanes", "pair_lanes.html.jinja",
        lambda: at.record.pair_lanes(asked.one, asked.other, between), drawn_lanes.lanes,
    )  # fmt: skip


def places(
    request: Request, at: Asked, asked: Given, show: Annotated[Literal["part", "world"], Query()] = "part"
) -> Page:
    """Where the acts between the two were told to be."""
    return _tab(
        request, at, asked, "places", "pair_places.html.jinja",
        lambda: at.record.acts_by_place(asked.one, asked.other), lambda a: maps.place_map(a, show == "world"),
    )  # fmt: skip


def timeline(request: Request, at: Asked, asked: Given) -> Page:
    """The days that matter between the two, a cited line for each."""
    return _tab(
        request, at, asked, "timeline", "pair_tab.html.jinja", lambda: at.record.timeline(asked.one, asked.other)
    )


def outlets(request: Request, at: Asked, asked: Given) -> Page:
    """Which outlets tell of the two, and how often."""
    return _tab(
        request, at, asked, "outlets", "pair_outlets.html.jinja", lambda: at.record.pair_outlets(asked.one, asked.other)
    )


VIEWS: tuple[tuple[str, Callable[..., Page]], ...] = (
    ("table", table),
    ("lanes", lanes),
    ("places", places),
    ("timeline", timeline),
    ("outlets", outlets),
    ("method", method),
)


def _posture(request: Request, at: Asked, asked: Pair, template: str, drawn: bool) -> Page:
    def beside(answer: Answer) -> dict[str, Any]:
        if answer.measure == NOT_YET:
            return _frame(request, asked)
        told = answer.rows.filter(pl.col("clusters") > 0)
        picture = Markup(plots.posture(answer)) if drawn and answer.rows.height else None
        shifts = answer.series["shifts"].to_dicts()
        return {**_frame(request, asked), "picture": picture, "shifts": shifts, "told": told.to_dicts()}

    shown = Shown(f"{asked.one} and {asked.other}", template, beside, quoted=not drawn)
    question = ("posture", asked)
    return awaited(request, at, question, lambda: at.record.posture(asked.one, asked.other, asked.window), shown)


def _tab(
    request: Request, at: Asked, asked: Pair, tab: str, template: str, make: Callable[[], Answer],
    draw: Callable[[Answer], str] | None = None,
) -> Page:  # fmt: skip
    def beside(answer: Answer) -> dict[str, Any]:
        if answer.measure == NOT_YET:
            return _frame(request, asked)
        picture = Markup(draw(answer)) if draw is not None and answer.rows.height else None
        return {**_frame(request, asked), "picture": picture}

    shown = Shown(f"{asked.one} and {asked.other}", template, beside)
    return awaited(request, at, (tab, asked, at.facts), make, shown)


def _frame(request: Request, asked: Pair) -> dict[str, Any]:
    """What every tab of a pair has: the two, the tabs, the days."""
    kept = {"since": asked.since, "until": asked.until, "by": asked.by if asked.by != "month" else None}
    return {"pair": asked, "tabs": TABS, "kept": kept}


def add_dossiers(app: FastAPI) -> None:
    """The dossier of a pair as a document to keep."""

    def document(at: Asked, one: str, other: str, kind: Literal["html", "md", "docx"]) -> Response:
        from comity.pair_dossier.formats import rendered

        made = at.remembered(("dossier", one, other), lambda: at.record.dossier(one, other))
        headers = {"Content-Disposition": f'attachment; filename="dossier.{kind}"'}
        return Response(rendered(made, Path(f"dossier.{kind}")), media_type=DOCUMENTS[kind], headers=headers)

    app.add_api_route(
        "/pair/{one}/{other}/dossier.{kind}",
        document,
        methods=["GET"],
        response_class=Response,
        include_in_schema=False,
    )
