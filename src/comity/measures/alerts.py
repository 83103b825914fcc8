"""Humanitarian warnings as they were issued: by whom, what act, where, with what figures and phase. Pure.

Never upgraded: a warning stays a warning, however often it is told and whatever is classified later. A phase stands only
where the signal has one, which is where IPC, CH or FEWS NET is named.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import polars as pl

from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.counted import count, said, things
from comity.measures.folding import folded
from comity.measures.frames import Frames

WARNINGS = ("classified", "projected", "risk_of", "warned_of", "reported", "access_constraint")
NEAR = 600  # characters: so far a place named in one notice is still that of the next
AGAIN = timedelta(days=7)  # a notice told again within so many days of the telling before is the same notice
SHOWN = ("published", "issuer", "act", "place", "place_from", "figures", "phase", "mentions", "origins")
ROWS = {
    "id": pl.String,
    "published": pl.Date,
    **dict.fromkeys(("issuer", "act", "place", "place_from", "country", "figures"), pl.String),
    **dict.fromkeys(("phase", "mentions", "origins"), pl.Int64),
}


def alerts(frames: Frames, place: str | None = None, every: bool = False) -> Answer:
    """One row a notice, by first day of publication; restatements are mentions of it.

    ``place`` is a word of the place or its country's code; ``every`` adds appeals, aid and denials to the warnings. A notice
    that names no place has that of a notice shortly before it, told as such, where its article's notices name one country.
    """
    notices = _placed(frames.signals["humanitarian"])
    chosen = notices.filter(pl.lit(every) | pl.col("act").is_in(WARNINGS))
    there = chosen if place is None else chosen.filter(_at(place))
    rows, told = _folded(there)
    nowhere = chosen.with_row_index("number").filter(pl.col("where").is_null() & pl.lit(place is not None))
    return Answer(
        measure="alerts",
        asked={"place": place, "every": every},
        rows=rows,
        basis=basis(frames),
        evidence=evidence(told, "row", pl.col("role")),
        figures=(Figure("notices", rows.height, rows.height, counts=things(told)),),
        notes=(said("{} more notices name no place, and none stands shortly before", count(things(nowhere, "number"))),)
        if nowhere.height
        else (),
        shown=SHOWN,
    )


def _placed(notices: pl.DataFrame) -> pl.DataFrame:
    """The notices with ``where``, ``country`` and ``place_from``: the sentence, or the notice before it in its article.

    Only where that is NEAR and the article's notices name one country alone: a long text speaks of many things.
    """
    countries = pl.col("place_country").drop_nulls().n_unique().over("article")
    ordered = notices.sort("article", "start").with_columns(alone=countries == 1)
    here = pl.col("place").is_not_null()
    named = pl.when(here).then(pl.struct(name="place", code="place_country", at="end"))
    carried = ordered.with_columns(last=named.forward_fill().over("article"))
    last = pl.col("last").struct
    near = pl.col("alone") & (pl.col("start") - last.field("at") <= NEAR)
    return carried.with_columns(
        where=pl.when(here | near).then(last.field("name")),
        country=pl.when(here | near).then(last.field("code")),
        place_from=pl.when(here).then(pl.lit("sentence")).when(near).then(pl.lit("before")),
    )


def _at(place: str) -> pl.Expr:
    """Whether a notice is of this place: a word of its name, or the code of its country."""
    asked = place.lower()
    named = pl.col("where").str.to_lowercase()
    words = named.str.extract_all(r"\w+").list.contains(asked)
    return (words | (named == asked) | (pl.col("country").str.to_lowercase() == asked)).fill_null(False)


def _folded(notices: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows, and every notice with its row; its role there is its own act."""
    found: list[list[dict[str, Any]]] = []
    numbered = notices.with_row_index("number").iter_rows(named=True)
    for notice in sorted(numbered, key=lambda n: (n["published"] or date.max, n["id"])):
        home = next((told for told in reversed(found) if _again(told, notice)), None)
        if home is None:
            found.append([notice])
        else:
            home.append(notice)
    ids, placed = folded(notices, [[(n["number"], n["act"]) for n in told] for told in found])
    rows = [{"id": name, **_row(told)} for name, told in zip(ids, found, strict=True)]
    return pl.DataFrame(rows, schema=ROWS), placed


def _again(told: list[dict[str, Any]], notice: dict[str, Any]) -> bool:
    """Whether a notice restates another: act, issuer, country and phase are one, and figures do not differ.

    Within one text a notice whose issuer is not named restates one whose issuer is.
    """
    last = told[-1]
    same_text = last["origin"] == notice["origin"]
    issuers = {*(n["issuer_name"] for n in told), notice["issuer_name"]} - ({None} if same_text else set())
    if len(issuers) > 1 or any(last[name] != notice[name] for name in ("act", "country", "phase")):
        return False
    if notice["country"] is None and last["where"] != notice["where"]:
        return False
    figures = {_figures(n) for n in (*told, notice)} - {""}
    if last["published"] is None or notice["published"] is None:
        return bool(same_text and len(figures) <= 1)
    return bool(notice["published"] - last["published"] <= AGAIN and len(figures) <= 1)


def _row(told: list[dict[str, Any]]) -> dict[str, Any]:
    first = told[0]
    return {
        "published": first["published"],
        "issuer": next((n["issuer_name"] for n in told if n["issuer_name"]), None),
        "act": first["act"],
        "place": first["where"],
        "place_from": first["place_from"],
        "country": first["country"],
        "figures": next((f for n in told if (f := _figures(n))), None),
        "phase": first["phase"],
        "mentions": len(told),
        "origins": len({n["origin"] for n in told}),
    }


def _figures(notice: dict[str, Any]) -> str:
    """The figures of a notice as told: "677000 people; 22 percent of population"."""
    return "; ".join(_told(figure) for figure in notice["figures"] or ())


def _told(figure: dict[str, Any]) -> str:
    value = figure["value"]
    number = f"{value:,.0f}" if value == int(value) else f"{value:,g}"
    unit = f" {figure['unit']}" if figure["unit"] else ""
    of = f" {'of ' if unit else ''}{figure['of']}" if figure["of"] else ""
    return number + unit + of
