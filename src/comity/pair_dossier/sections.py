"""The sections of a dossier, in order: what each asks of the record. A measure that the record does not offer is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import polars as pl

from comity.asking import Asking
from comity.measures.actors import same_actor
from comity.measures.answer import Answer
from comity.measures.counted import by_rule, count, said, things

Asked = Iterable[tuple[str, Answer]]  # caption and answer of each table
TRIGGERS = 6  # the triggers of the matrix of responses
DESIGNEES = 3


@dataclass(frozen=True, slots=True)
class Section:
    """``needs`` names the methods of a record that it asks; ``says`` tells the reader what stands there."""

    anchor: str
    title: str
    says: str
    needs: tuple[str, ...]
    ask: Callable[[Any, str, str], Asked]


def sections(record: Asking) -> tuple[Section, ...]:
    """Those sections whose measures the record offers."""
    return tuple(s for s in SECTIONS if all(hasattr(record, name) for name in s.needs))


def _both_ways(ask: Callable[[str, str], Answer], one: str, other: str) -> Asked:
    for a, b in dict.fromkeys(((one, other), (other, one))):
        yield f"{a} to {b}", ask(a, b)


def _assurances(record: Any, one: str, other: str) -> Asked:
    """Both directions, then what each assured where the text does not tell to whom."""
    yield from _both_ways(record.assurances, one, other)
    for actor in dict.fromkeys((one, other)):
        answer = record.assurances(actor)
        untold = answer.rows.filter(pl.col("beneficiary").is_null())
        if untold.height:
            kept = answer.evidence.filter(pl.col("row").is_in(untold["id"].implode()))
            yield f"{actor}, to whom is not told", replace(answer, rows=untold, evidence=kept, figures=(), notes=())


def _each(ask: Callable[[str], Answer], one: str, other: str) -> Asked:
    for actor in dict.fromkeys((one, other)):
        yield actor, ask(actor)


def _responses(record: Any, one: str, other: str) -> Asked:
    """How the two responded to the acts in which they are sides, and to the most told ones."""
    found = record.triggers()
    sides = [
        any(same_actor(x, asked) for x in (row["actor"], row["recipient"]) for asked in (one, other))
        for row in found.rows.iter_rows(named=True)
    ]
    chosen = found.rows.with_columns(side=pl.Series(sides, dtype=pl.Boolean))
    chosen = chosen.sort("side", "outlets", "first_report", descending=[True, True, False], maintain_order=True)
    answers: dict[str, Answer] = {}
    for row in chosen.head(TRIGGERS).sort("first_report", "id").iter_rows(named=True):
        answer = record.responses(row["id"])
        act = (
            f"{row['actor'] or 'unknown'} → {row['recipient'] or 'unknown'}: {row['type']}, told {row['first_report']}"
        )
        answers[row["id"]] = _of_two(answer, act, (one, other))
    if answers:
        reports = found.evidence.filter(pl.col("row").is_in(list(answers))).with_columns(id="source")
        yield said(f"{one} and {other} to {{}} triggers", count(things(reports))), _joined([*answers.values()])


def _of_two(answer: Answer, act: str, pair: tuple[str, str]) -> Answer:
    """The rows of the two in one matrix."""
    told = [any(same_actor(r, asked) for asked in pair) for r in answer.rows["responder"]]
    rows = answer.rows.filter(pl.Series(told, dtype=pl.Boolean)).with_columns(trigger=pl.lit(act))
    kept = answer.evidence.filter(pl.col("row").is_in(rows["id"].implode()))
    return replace(answer, rows=rows, evidence=kept)


def _joined(answers: list[Answer]) -> Answer:
    first = answers[0]
    notes = tuple(note for note in first.notes if all(note in a.notes for a in answers))
    return replace(
        first,
        rows=pl.concat(a.rows for a in answers),
        evidence=pl.concat(a.evidence for a in answers),
        figures=(),
        notes=notes,
        shown=("trigger", *first.shown),
        cells={cell: number for a in answers for cell, number in a.cells.items()},
    )


def _designations(record: Any, one: str, other: str) -> Asked:
    """Where those stand listed of whose listing the texts tell most, on the last day covered."""
    from comity.asking.frames import frames

    read = frames(record.reader())
    told = read.signals["designations"].drop_nulls("designee_code")["designee_code"].value_counts(sort=False)
    day = read.articles["published"].max()
    for name in told.sort("count", "designee_code", descending=[True, False]).head(DESIGNEES)["designee_code"]:
        if isinstance(day, date):
            answer = record.designations(name, day)
            known = answer.rows.filter(pl.col("state") != "unknown")
            left = by_rule(f"{answer.rows.height - known.height} other forums: unknown", "designations")
            yield f"{name}, on {day}", replace(answer, rows=known, notes=(*answer.notes, left))


def _shifts(record: Any, one: str, other: str) -> Asked:
    yield "by month", record.posture(one, other)


SECTIONS = (
    Section(
        "brief",
        "In brief",
        "The events between the two that most texts tell, as coded from claims: who did what to whom, with which status.",
        ("between",),
        lambda record, a, b: [("the most told events", record.between(a, b))],
    ),
    Section(
        "timeline",
        "Timeline",
        "The days that matter between the two, weighed by the sentences that date an act to them, with one line for each.",
        ("timeline",),
        lambda record, a, b: [("days", record.timeline(a, b))],
    ),
    Section(
        "assurances",
        "Assurances and conduct",
        "Each assurance of one to the other, through whom it is known, and the conduct that bears on it by a published table.",
        ("assurances",),
        _assurances,
    ),
    Section(
        "disputes",
        "Disputed events",
        "Events that some assert and others deny: both sides beside each other, counted as neither.",
        ("disputes",),
        lambda record, a, b: [("asserted and denied", record.disputes((a, b)))],
    ),
    Section(
        "responses",
        "Responses",
        "How the two responded to acts that one rule makes triggers for all sides. Not observed is not silence.",
        ("triggers", "responses"),
        _responses,
    ),
    Section(
        "contacts",
        "Contacts",
        "Meetings, calls, visits and talks of the two, by level and status.",
        ("contacts",),
        lambda record, a, b: [("contacts", record.contacts((a, b)))],
    ),
    Section(
        "shifts",
        "Posture and its shifts",
        "Acts of each towards the other, per article covered, and the days at which their rate changed.",
        ("posture",),
        _shifts,
    ),
    Section(
        "designations",
        "Designations",
        "Those of whose listing the texts tell most, by forum; and beside it what the texts claim.",
        ("designations",),
        _designations,
    ),
    Section(
        "alignment",
        "Alignment in forums",
        "Votes of the two where roll calls are imported; and beside it the sidings that the texts tell.",
        ("alignment",),
        lambda record, a, b: [("votes", record.alignment((a, b)))],
    ),
    Section(
        "redlines",
        "Stated limits",
        "Limits that each of the two has stated, restated or modified.",
        ("redlines",),
        lambda record, a, b: _each(record.redlines, a, b),
    ),
    Section(
        "alerts",
        "Humanitarian notices",
        "Warnings as issued in the texts of this record: issuer, act, place, figures, phase.",
        ("alerts",),
        lambda record, a, b: [("as issued", record.alerts())],
    ),
    Section(
        "opinion",
        "Public opinion",
        "Claims about the view of each public, with what they disclose of their evidence.",
        ("opinion",),
        lambda record, a, b: _each(record.opinion, a, b),
    ),
    Section(
        "coverage",
        "Sources",
        "What this record covers. What is not covered cannot be told from what did not happen.",
        ("coverage",),
        lambda record, a, b: [("articles by outlet and language", record.coverage())],
    ),
)
