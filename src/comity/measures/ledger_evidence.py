"""What the lines of the ledger rest on: tellings, events for and against, disputed ones, who claims inconsistency. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from comity.measures.answer import evidence
from comity.measures.events import Event
from comity.measures.frames import EVIDENCE, Frames
from comity.measures.grading import Conduct
from comity.measures.ledger_line import Judged, Line

Cited = tuple[str, str, str, str, int]  # article, id of claim or signal, row of the answer, role, rank
_CITED: dict[str, Any] = {**dict.fromkeys(("article", "id", "row", "role"), pl.String), "rank": pl.Int64}
_COLUMNS = ("id", "chain", *(name for name in EVIDENCE if name not in ("row", "role", "source", "says")))


def cited(frames: Frames, lines: Sequence[Line]) -> pl.DataFrame:
    """The evidence of all lines. The first of each role comes first, so that few quotations show all sides."""
    wanted = [c for line in lines for c in (*_tellings(line), *_conduct(line), *_claimants(line))]
    keys = pl.DataFrame(wanted, schema=_CITED, orient="row").unique(
        ("article", "id", "row", "role"), maintain_order=True
    )
    coded = (frames.signals["assurances"], frames.claims, frames.signals["inconsistencies"])
    places = pl.concat([frame.select(_COLUMNS) for frame in coded]).unique(("article", "id"), maintain_order=True)
    found = keys.join(places, on=["article", "id"], how="inner", maintain_order="left").sort(
        "rank", maintain_order=True
    )
    return evidence(found, "row", pl.col("role"))


def _tellings(line: Line) -> Iterable[Cited]:
    for rank, mention in enumerate(line.entry.mentions):
        yield mention.row["article"], mention.row["id"], line.entry.id, "assurance", rank


def _conduct(line: Line) -> Iterable[Cited]:
    for role, events in _roles(line.conduct):
        told = ((claim, event) for event in events for claim in event.claims)
        for rank, ((article, claim), event) in enumerate(told):
            by_report = "" if event.day_told else ", by the day of its report"
            yield article, claim, line.entry.id, role + by_report, rank


def _claimants(line: Line) -> Iterable[Cited]:
    for rank, claim in enumerate(line.claimants):
        yield claim["article"], claim["id"], line.entry.id, "claims inconsistency", rank


def _roles(seen: Conduct) -> Iterable[tuple[str, tuple[Event, ...]]]:
    yield "for", seen.of("consistent")
    yield "against", seen.of("inconsistent")
    yield "disputed", seen.disputed


CASES: dict[str, Any] = {
    **dict.fromkeys(("row", "cluster", "type", "mode"), pl.String),
    "done": pl.Boolean,
    "recipient": pl.String,
    "latest": pl.Date,
    **dict.fromkeys(("article", "claim"), pl.String),
}


def cases(lines: Sequence[Line]) -> pl.DataFrame:
    """The events that the table has no row for, with the line they may bear on: for the analyst."""
    found = [
        (line.entry.id, e.cluster, e.act.type, e.act.mode, e.act.done, e.recipient, e.days.latest, *e.claims[0])
        for line in lines
        for e in line.conduct.of("no_rule")
    ]
    return pl.DataFrame(found, schema=CASES, orient="row")


CONDUCT: dict[str, Any] = {
    **dict.fromkeys(("row", "role", "cluster"), pl.String),
    **dict.fromkeys(("earliest", "latest"), pl.Date),
    "day_told": pl.Boolean,
    "claims": pl.List(pl.String),
}


def conduct_days(lines: Sequence[Line]) -> pl.DataFrame:
    """Every event that bears on a line, for, against or disputed, in the order of its days, with the claims that tell it."""
    found = [
        (line.entry.id, role, e.cluster, e.days.earliest, e.days.latest, e.day_told, [claim for _, claim in e.claims])
        for line in lines
        for role, events in _roles(line.conduct)
        for e in events
    ]
    whole = pl.DataFrame(found, schema=CONDUCT, orient="row")
    return whole.sort(pl.coalesce("earliest", "latest"), nulls_last=True, maintain_order=True)


VERDICTS: dict[str, Any] = {
    "row": pl.String,
    "number": pl.Int64,
    **dict.fromkeys(("verdict", "because", "name", "on"), pl.String),
    "undoes": pl.Int64,
}


def history(lines: Sequence[Line], given: Sequence[tuple[str, Judged]]) -> pl.DataFrame:
    """Every verdict that was given on a line, by the id of one of its tellings, also those that were taken back."""
    owner = {mention.id: line.entry.id for line in lines for mention in line.entry.mentions}
    found = [
        (owner[told], j.number, j.verdict, j.because, j.name, j.on, j.undoes) for told, j in given if told in owner
    ]
    return pl.DataFrame(found, schema=VERDICTS, orient="row")


def claimed_elsewhere(inconsistencies: pl.DataFrame, lines: Sequence[Line]) -> pl.DataFrame:
    """The claims of inconsistency that stand in no article that tells one of the lines."""
    told = [(claim["article"], claim["id"]) for line in lines for claim in line.claimants]
    keys = pl.DataFrame(told, schema={"article": pl.String, "id": pl.String}, orient="row")
    elsewhere = inconsistencies.join(keys, on=["article", "id"], how="anti", maintain_order="left")
    return elsewhere.select("id", "claimant_name", "conduct_of_name", "about", "what", "outlet", "published", "article")
