"""A view whose answer takes its time: the page comes at once and asks again by itself; every other format waits."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl
from starlette.requests import Request

from comity.asking.quoting import quoted
from comity.measures.answer import Answer
from comity.web.desk import Desk
from comity.web.links import FORMATS
from comity.web.page import Page

AGAIN_SECONDS = 2
NOT_YET = "not_ready"  # the measure of an answer that is being worked out


@dataclass(frozen=True, slots=True)
class Shown:
    """How a page shows its answer: title, template, and what the template needs beside the answer."""

    title: str
    template: str
    beside: Callable[[Answer], dict[str, Any]] = field(default=lambda answer: {})
    quoted: bool = True  # whether the page itself shows the quotations; the other formats always do


def awaited(request: Request, at: Desk, question: Hashable, make: Callable[[], Answer], shown: Shown) -> Page:
    """The page of an answer, or one that says that it is being worked out and what it will be."""
    if request.url.path.rpartition(".")[2] in FORMATS:
        return Page(shown.title, at.remembered(question, make))
    answer = at.soon(question, make)
    if answer is None:
        return _not_yet(at, shown)
    told = {}
    if shown.quoted:
        found = at.soon(("quoted", question), lambda: quoted(answer, at.reader))
        if found is None:
            return _not_yet(at, shown)
        told["quotations"] = found
    kept = replace(answer, evidence=answer.evidence.clear())  # the quotations of the page are read once
    return Page(shown.title, kept, shown.template, {**told, **shown.beside(answer)})


def _not_yet(at: Desk, shown: Shown) -> Page:
    empty = Answer(NOT_YET, {}, pl.DataFrame(schema={"id": pl.String}), at.covered())
    return Page(shown.title, empty, "waiting.html.jinja", {"again": AGAIN_SECONDS, **shown.beside(empty)})
