"""Condemnation and silence: actors by triggers, and one trigger with everything said of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import polars as pl
from fastapi import Query
from starlette.requests import Request

from comity.measures.answer import Answer
from comity.measures.response_matrix import PER_PAGE, Wanted
from comity.web.page import Page
from comity.web.showing import Asked
from comity.web.waiting import NOT_YET, Shown, awaited

CELLS = {  # the word of a cell, a sign told apart by its shape, and what it says
    "made": ("●", "made", "a condemnation with word, perpetrator and act, unqualified"),
    "partial": ("◐", "partial", "a condemnation that leaves some of that out"),
    "withheld": ("✕", "withheld", "somebody says that it did not condemn"),
    "silent": ("○", "silent", "nothing seen, and it would have been: its own channel or enough outlets were covered"),
    "not_observed": ("?", "not observed", "nothing seen, and it might have been missed: no silence"),
    "not_covered": ("–", "not covered", "no outlet that carries its words was covered"),
    "party": ("=", "party", "it is a side of the act, and not expected to respond"),
    "other": ("◇", "", "something else was said: the word tells what"),
}
Unit = Literal["days", "hours"]


def matrix(
    request: Request,
    at: Asked,
    only: Annotated[str | None, Query(alias="class", max_length=60)] = None,
    sort: Annotated[str, Query(max_length=80)] = "actor",
    unit: Unit = "days",
    by: Annotated[Literal["", "bloc"], Query()] = "",
    outlets: Annotated[int | None, Query(ge=1, le=1000)] = None,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    limit: Annotated[int, Query(ge=1, le=40)] = PER_PAGE,
) -> Page:
    """Every actor's response to the triggers that most outlets tell, a cell each; no cell is blank."""
    wanted = Wanted(only or None, page, limit, sort)

    def beside(answer: Answer) -> dict[str, Any]:
        if answer.measure == NOT_YET:
            return {}
        columns = answer.series["triggers"].to_dicts()
        return {
            "columns": columns,
            "groups": _groups(answer.rows, by),
            "figures_of": {f.name.partition(":")[0]: f for f in answer.figures},
            "cells": CELLS,
            "unit": unit,
            "delay": lambda days: _delay(days, unit),
            "kept": {"class": only, "sort": sort, "unit": unit, "by": by, "outlets": outlets, "limit": limit},
            "number": page,
            "more": any("more triggers" in note for note in answer.notes) and len(columns) == limit,
        }

    shown = Shown("Condemnation and silence", "matrix.html.jinja", beside, quoted=False)
    question = ("response_matrix", wanted, outlets)
    return awaited(request, at, question, lambda: at.record.response_matrix(wanted, outlets=outlets), shown)


def trigger(request: Request, at: Asked, trigger: str, unit: Unit = "days") -> Page:
    """One act and the responses to it: quotations, delays, the group's median, ranks, who is censored."""

    def beside(answer: Answer) -> dict[str, Any]:
        if answer.measure == NOT_YET:
            return {}
        act = answer.series["trigger"].row(0, named=True)
        compared = answer.series["comparison"].head(50).to_dicts()
        return {"act": act, "compared": compared, "cells": CELLS, "delay": lambda days: _delay(days, unit)}

    shown = Shown("Responses to one act", "trigger.html.jinja", beside)
    return awaited(request, at, ("responses", trigger), lambda: at.record.responses(trigger), shown)


def _groups(rows: pl.DataFrame, by: str) -> list[dict[str, Any]]:
    """The rows of each table: all, or by group those that belonged to it on the day of a trigger, then the rest."""
    lines: dict[str, dict[str, Any]] = {}
    for row in rows.iter_rows(named=True):
        line = lines.setdefault(row["responder"], {"actor": row["responder"], "cells": {}, "blocs": set()})
        line["cells"][row["trigger"]] = row
        line["blocs"].update(row["blocs"])
    if by != "bloc":
        return [{"name": "all actors", "lines": list(lines.values())}]
    names = list(dict.fromkeys(name for blocs in rows["blocs"] for name in blocs))
    found = [{"name": n, "lines": [x for x in lines.values() if n in x["blocs"]]} for n in sorted(names)]
    rest = [x for x in lines.values() if not x["blocs"]]
    return [*found, {"name": "in none of these groups", "lines": rest}] if rest else found


def _delay(days: int | None, unit: Unit) -> str:
    """A delay in words. It is known to the day: in hours it is between two bounds."""
    if days is None:
        return ""
    return f"{days} d" if unit == "days" else f"{max(0, days - 1) * 24}–{(days + 1) * 24} h"
