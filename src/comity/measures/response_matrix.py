"""All responses at once: actors by triggers, one word a cell. Pure.

A cell says what :mod:`comity.measures.responses` says of one actor and one trigger, for every actor of the rows, expected or
not: what is left blank nowhere cannot be taken for silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import polars as pl

from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.delays import figures, unobserved
from comity.measures.frames import EVIDENCE, Frames
from comity.measures.reactions import reactions
from comity.measures.responders import NOBODY, Case, alike, case_of, voices
from comity.measures.response_rules import Responders, TriggerRule
from comity.measures.responses import role, told
from comity.measures.triggers import TRIGGERS, find

PER_PAGE = 12
SHOWN = ("trigger", "responder", "cell", "status", "expected", "degree", "T", "by", "wording")
CELLS: dict[str, pl.DataType | type[pl.DataType]] = {
    "id": pl.String,
    "trigger": pl.String,
    "responder": pl.String,
    "cell": pl.String,  # made, partial, withheld, silent, not_observed, not_covered, party, other: the status says which
    "status": pl.String,
    "expected": pl.String,
    "degree": pl.String,
    "T": pl.Int64,
    "by": pl.Date,
    "origins": pl.Int64,
    "silent": pl.Float64,
    "wording": pl.String,
    "blocs": pl.List(pl.String),  # groups that the responder belonged to on the day of the clock
}
CALLED = {
    "withheld": "withheld",
    "observed_silence": "silent",
    "not_observed": "not_observed",
    "not_covered": "not_covered",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which triggers stand in the columns: those that most outlets tell, ``per_page`` at a time, of one class or of all.

    ``sort`` orders the actors: by code, or by the median of their delays; a trigger's id there orders them by that column.
    """

    only: str | None = None
    page: int = 1
    per_page: int = PER_PAGE
    sort: str = "actor"


def response_matrix(
    frames: Frames,
    rule: TriggerRule,
    declared: tuple[Responders, Mapping[str, Responders]],
    tables: dict[str, str],
    wanted: Wanted,
) -> Answer:
    """One row a cell, by actor and trigger. ``declared``: who is expected to respond, and the groups by name.

    The series ``triggers`` has the columns in order of the clock; a figure tells the median delay of each.
    """
    expected, blocs = declared
    found = find(frames, rule).triggers
    of_class = found if wanted.only is None else found.filter(pl.col("class") == wanted.only)
    ranked = of_class.sort(
        "outlets", "origins", "mentions", "clock_start", "id", descending=[True, True, True, False, False]
    )
    columns = ranked.slice((wanted.page - 1) * wanted.per_page, wanted.per_page).sort("clock_start", "id")
    cases = list(_cases(frames, rule, found, columns))
    actors = sorted({r["responder"] for case in cases for r in told(case, expected)[0]} - {NOBODY})
    measured = [(case, *told(case, expected, actors)) for case in cases]
    cells = [_cell(case, row, blocs) for case, rows, _ in measured for row in rows]
    rows = _ordered(pl.DataFrame(cells, schema=CELLS), columns["id"].to_list(), wanted.sort)
    seen = [c.seen.with_columns(row=pl.format("{}/{}", "trigger", pl.col("by").fill_null(NOBODY))) for c in cases]
    left = of_class.height - columns.height
    return Answer(
        measure="response_matrix",
        asked={"class": wanted.only, "page": wanted.page, "triggers": columns["id"].to_list(), "sort": wanted.sort},
        rows=rows,
        basis=basis(frames, tables),
        evidence=evidence(pl.concat(seen), "row", role()) if seen else pl.DataFrame(schema=EVIDENCE),
        figures=tuple(f for case, lines, lasted in measured for f in _middle(case, lines, lasted)),
        notes=(rule.describe(), *((f"{left} more triggers, told by fewer outlets",) if left > 0 else ())),
        shown=SHOWN,
        series={"triggers": columns.select(*TRIGGERS)},
    )


def _cases(frames: Frames, rule: TriggerRule, found: pl.DataFrame, columns: pl.DataFrame) -> Iterator[Case]:
    """A case for each of ``columns``; what is alike for a class is worked out once."""
    if columns.is_empty():
        return
    said, heard = reactions(frames, rule), voices(frames, rule)
    kinds = {
        name: alike(frames, rule, found.filter(pl.col("class") == name), said, heard)
        for name in columns["class"].unique(maintain_order=True)
    }
    for trigger in columns.iter_rows(named=True):
        yield case_of(kinds[trigger["class"]], trigger)


def _cell(case: Case, row: Mapping[str, Any], blocs: Mapping[str, Responders]) -> dict[str, Any]:
    day = case.clock
    of = [name for name, bloc in blocs.items() if row["responder"] in bloc.expected(case.trigger["class"], day)]
    party = row["responder"] in case.parties
    kept = {name: row.get(name) for name in CELLS if name in row}
    cell = "party" if party and row["status"] in CALLED else cell_of(row["status"], row["degree"])
    return {**kept, "expected": "party" if party else row["expected"]} | {
        "trigger": case.trigger["id"],
        "cell": cell,
        "blocs": of,
    }


def cell_of(status: str | None, degree: str | None) -> str:
    """What a status is called in a cell; a condemnation that is less than full is partial."""
    if status == "condemned":
        return "made" if degree == "full" else "partial"
    return CALLED.get(status or "", "other")


def _ordered(rows: pl.DataFrame, columns: Sequence[str], sort: str) -> pl.DataFrame:
    place = {name: n for n, name in enumerate(columns)}
    delays: dict[str, list[int]] = {}
    for responder, trigger, days in rows.select("responder", "trigger", "T").iter_rows():
        if days is not None and (sort == "delay" or trigger == sort):
            delays.setdefault(responder, []).append(days)
    late = [median(delays[r]) if r in delays else None for r in rows["responder"]]
    ordered = rows.with_columns(
        _late=pl.Series(late, dtype=pl.Float64),
        _place=pl.col("trigger").replace_strict(place, default=0, return_dtype=pl.Int64),
        _nobody=pl.col("responder") == NOBODY,
    )
    return ordered.sort("_nobody", "_late", "responder", "_place", nulls_last=True).select(*CELLS)


def _middle(case: Case, rows: list[dict[str, Any]], durations: Mapping[str, Any]) -> Iterator[Figure]:
    """The group median of one trigger, named by it."""
    window = case.alike.rule.window.days
    asked = [r for r in rows if r["responder"] in durations]
    for figure in figures(list(durations.values()), window, unobserved(asked, durations)):
        if figure.name == "group median":
            yield replace(figure, name=f"{case.trigger['id']}: group median")
