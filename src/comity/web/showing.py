"""Every view as a page and in every format: one function puts a view at its address and at the same with a suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any

import polars as pl
from fastapi import Depends, FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from comity.asking.frames import frames
from comity.asking.quoting import quoted
from comity.web.desk import Desk, desk
from comity.web.formats import MEDIA, Given, written
from comity.web.page import Page
from comity.web.rendering import render

Asked = Annotated[Desk, Depends(desk)]
SHAPE: dict[str, Any] = {
    "type": "object",
    "required": ["measure", "asked", "rows", "evidence", "figures", "notes", "series", "basis"],
    "properties": {
        "measure": {"type": "string"},
        "asked": {"type": "object"},
        "rows": {"type": "array", "items": {"type": "object"}},
        "evidence": {"type": "array", "items": {"type": "object"}},
        "figures": {"type": "array", "items": {"type": "object"}},
        "notes": {"type": "array", "items": {"type": "string"}},
        "series": {"type": "object"},
        "basis": {"type": "object"},
    },
}


def put(app: FastAPI, path: str, view: Callable[..., Page]) -> None:
    """Serves ``view`` as a page at ``path`` and, with a suffix, as CSV, JSON, Parquet, Markdown and BibTeX."""
    name = path.strip("/").split("/")[0] or "morning"
    named = "/morning" if path == "/" else path  # what has no name of its own to put a suffix to

    def page(request: Request, at: Asked, shown: Page = Depends(view)) -> Response:
        return HTMLResponse(as_html(request, at, shown), status_code=shown.status)

    for suffix in MEDIA:
        endpoint = _formatted(suffix, view)
        app.add_api_route(
            f"{named}.{suffix}", endpoint, name=f"{name}.{suffix}", methods=["GET"], response_class=Response,
            responses={200: {"description": "the answer of this view", "content": _content(suffix)}},
            include_in_schema=suffix == "json", summary=_summary(view),
        )  # fmt: skip
    app.add_api_route(path, page, name=name, methods=["GET"], response_class=HTMLResponse, include_in_schema=False)


def as_html(request: Request, at: Desk, shown: Page) -> str:
    """The whole page of a view, with what every page carries: coverage, formats, navigation."""
    context = {"title": shown.title, "answer": shown.answer, "quotations": quoted(shown.answer, at.reader)}
    return render(shown.template, {**on_every_page(request, at), **context, **shown.context})


def on_every_page(request: Request, at: Desk) -> dict[str, Any]:
    """What the frame of a page needs: coverage, its own address, who reads."""
    return {
        "basis": at.covered(),
        "path": request.url.path,
        "query": request.url.query,
        "asked": request.query_params,
        "reader": getattr(request.state, "reader", ""),
    }


def _formatted(suffix: str, view: Callable[..., Page]) -> Callable[..., Response]:
    def endpoint(at: Asked, shown: Page = Depends(view)) -> Response:
        media, content = written(suffix, given(at, shown))
        name = f"{shown.answer.measure}.{suffix}"
        headers = {} if suffix == "json" else {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type=media, headers=headers)

    return endpoint


def given(at: Desk, shown: Page) -> Given:
    """What a format is written from."""
    quotations = quoted(shown.answer, at.reader)
    cited = frames(at.reader).articles
    rows = shown.answer.rows
    keys = quotations["article"] if quotations.height or "article" not in rows.columns else rows["article"]
    return Given(shown.title, shown.answer, quotations, cited.filter(pl.col("article").is_in(keys.unique().implode())))


def _content(suffix: str) -> dict[str, Any]:
    return {MEDIA[suffix][0].split(";")[0]: {"schema": SHAPE if suffix == "json" else {"type": "string"}}}


def _summary(view: Callable[..., Page]) -> str:
    return next(_sentences(view.__doc__ or ""), "")


def _sentences(words: str) -> Iterator[str]:
    yield from (line.strip() for line in words.split("\n") if line.strip())
