"""“No time to read?”: the day in few lines, an article in five to eight, and any text pasted in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import FastAPI, Form, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from comity.asking.briefs import brief_of
from comity.asking.frames import frames
from comity.asking.quoting import quoted
from comity.measures.answer import Answer
from comity.reading import code_text
from comity.sources import ReadingOptions
from comity.web.days import day
from comity.web.page import Page
from comity.web.rendering import render
from comity.web.showing import Asked, on_every_page

RECENT = 12
MOST_CHARACTERS = 400_000
Until = Annotated[str | None, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$")]


def morning(at: Asked, until: Until = None, days: Annotated[int, Query(ge=1, le=31)] = 7) -> Page:
    """What the articles of a day or a week tell, copies counted once, and the articles to read first."""
    answer = at.record.morning(day(until), days)
    found = frames(at.reader).articles.sort("published", "article", descending=[True, False], nulls_last=True)
    upto = answer.asked["until"]
    recent = found.filter(found["published"] <= upto) if upto else found
    context = {"recent": recent.head(RECENT).to_dicts(), "until": upto, "days": days}
    return Page("No time to read?", answer, "morning.html.jinja", context)


def brief(at: Asked, key: str) -> Page:
    """One article in five to eight lines, each beside its words in the text."""
    article = at.reader.article(key)
    answer = at.record.brief(key)
    context = {"article": article, "key": key, "marks": _marks(answer), "standing": at.record.standing(key)}
    return Page(article.title or article.id, answer, "brief.html.jinja", context)


def add_pasting(app: FastAPI) -> None:
    """A text that is pasted or dropped: its brief at once, and nothing of it is kept."""
    app.add_api_route("/paste", pasted, methods=["POST"], include_in_schema=False)


def pasted(
    request: Request,
    at: Asked,
    text: Annotated[str, Form(max_length=MOST_CHARACTERS)] = "",
    published: Annotated[str, Form(pattern=r"^(\d{4}-\d{2}-\d{2})?$")] = "",
) -> Response:
    """The brief of a text that is not in the record."""
    article, coded = code_text(text, ReadingOptions(published=published or None))
    answer = brief_of(article, coded, "pasted", at.covered())
    context = {
        "title": article.title or "A text that was pasted",
        "told": answer,
        "quotations": quoted(answer, AtHand(article.text)),
        "article": article,
        "marks": _marks(answer),
    }
    return HTMLResponse(render("pasted.html.jinja", {**on_every_page(request, at), **context}))


@dataclass(frozen=True, slots=True)
class AtHand:
    """The one text that was given."""

    only: str

    def text(self, digest: str) -> str:
        """It, whatever is asked."""
        return self.only


def _marks(answer: Answer) -> list[tuple[int, int, str]]:
    return [(start, end, row) for row, start, end in answer.evidence.select("row", "start", "end").iter_rows()]
