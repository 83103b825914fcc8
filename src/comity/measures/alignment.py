"""Alignment of states in a forum: roll calls of the General Assembly by pair, vetoes in the Security Council by draft.

Beside them, and never merged with them, the sidings that texts report (docs/measures.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

import polars as pl

from comity.measures.agreement import CAST, Agreement, Share, agreement, both_voted, crossed, share
from comity.measures.answer import FEWEST, TOO_FEW, Answer, Figure, basis
from comity.measures.frames import Frames
from comity.measures.sidings import SHOWN, sidings

ASSEMBLY, COUNCIL = "UNGA", "UNSC"
FORUMS = (ASSEMBLY, COUNCIL)
FIGURES = ("agreement", "kappa", "s")
NOT_IN_DATA = "adopted without a vote: not in these data, which hold recorded votes only"

NO_FACTS = "no such votes are there: import them (comity import) and name their folder (--votes)"
VETOED_ONLY = (
    "these data hold vetoed drafts only: drafts that were adopted, and other votes on those vetoed, are not in them"
)


@dataclass(frozen=True, slots=True)
class Window:
    """Which calls count: days, both included, and words that title or description must hold."""

    since: date | None = None
    until: date | None = None
    topic: str | None = None

    def inside(self, *told: str) -> pl.Expr:
        """Whether a call or draft is inside; ``told`` are the columns in which the topic is looked for."""
        tests = [pl.lit(True)]
        tests += [pl.col("day") >= self.since] if self.since else []
        tests += [pl.col("day") <= self.until] if self.until else []
        if self.topic is not None:
            words = self.topic.lower()
            held = [pl.col(c).str.to_lowercase().str.contains(words, literal=True) for c in told]
            tests.append(pl.any_horizontal(held).fill_null(False))
        return pl.all_horizontal(tests)


@dataclass(frozen=True, slots=True)
class RollCalls:
    """Calls (``call, day, resolution, title, description, without_vote``), votes of the states asked for
    (``call, state, vote``), and the calls of which votes are there at all (``call``)."""

    calls: pl.DataFrame
    votes: pl.DataFrame
    voted: pl.DataFrame
    versions: Mapping[str, str]


def roll_call_alignment(frames: Frames, rolls: RollCalls, states: tuple[str, ...], window: Window) -> Answer:
    """One row a pair: calls with votes, those in which both voted, agreement, κ and S with intervals.

    ``series``: ``calls`` (each call with the votes of the states; null where none is recorded), ``sidings``.
    """
    inside = rolls.calls.filter(window.inside("title", "description"))
    calls = (
        inside.filter(~pl.col("without_vote").fill_null(False))
        .join(rolls.voted, on="call", how="semi")
        .sort("day", "call")
    )
    votes = rolls.votes.join(calls.select("call"), on="call", how="semi")
    found = [(one, other, both_voted(votes, one, other)) for one, other in combinations(states, 2)]
    measured = [(f"{one}–{other}", pairs, agreement(pairs)) for one, other, pairs in found]
    told, their_evidence = sidings(frames, states, window.since, window.until)
    return Answer(
        measure="alignment",
        asked=_asked(ASSEMBLY, states, window),
        rows=pl.DataFrame([_row(n, p, a, calls.height) for n, p, a in measured], infer_schema_length=None),
        basis=basis(frames, rolls.versions),
        evidence=their_evidence,
        figures=(*(f for name, _, a in measured for f in _figures(name, a)), *_without_vote(inside)),
        notes=(
            *_absent(rolls.calls),
            *_window(calls, window),
            *_cast_by(calls, votes, states),
            *_few(calls, measured),
            *_unsaid(inside),
        ),
        shown=("pair", "calls", "both_voted", "agreed", *FIGURES),
        series={"calls": _called(calls, votes, states), "sidings": told},
        beside={"sidings": SHOWN},
        from_table="votes",
    )


def veto_alignment(
    frames: Frames, vetoes: pl.DataFrame, states: tuple[str, ...], window: Window, versions: Mapping[str, str]
) -> Answer:
    """One row a draft that one of the ``states`` vetoed, with all who did; figures count them by state and pair."""
    inside = vetoes.filter(window.inside("topic", "agenda")).sort("day", "id")
    rows = inside.filter(pl.any_horizontal(pl.col("vetoed_by").list.contains(s) for s in states))
    told, their_evidence = sidings(frames, states, window.since, window.until)
    return Answer(
        measure="alignment",
        asked=_asked(COUNCIL, states, window),
        rows=rows,
        basis=basis(frames, versions),
        evidence=their_evidence,
        figures=(
            *(_cast(rows, s, inside.height) for s in states),
            *(_jointly(rows, *pair) for pair in combinations(states, 2)),
        ),
        notes=(*_absent(vetoes), *_window(inside, window), VETOED_ONLY),
        shown=("day", "draft", "vetoed_by", "topic", "agenda"),
        series={"sidings": told},
        beside={"sidings": SHOWN},
        from_table="vetoes",
    )


def _row(name: str, pairs: pl.DataFrame, found: Agreement, calls: int) -> dict[str, Any]:
    enough = found.n >= FEWEST
    row: dict[str, Any] = {"id": name, "pair": name, "calls": calls, "both_voted": found.n, "agreed": found.agreed}
    for title, figure in zip(FIGURES, (found.share, found.kappa, found.s), strict=True):
        told = figure if enough else Share(None)
        row |= {title: told.value, f"{title}_low": told.low, f"{title}_high": told.high}
    counts = crossed(pairs)
    return row | {f"{a}_{b}": counts[i][j] for i, a in enumerate(CAST) for j, b in enumerate(CAST)}


def _figures(name: str, found: Agreement) -> list[Figure]:
    if found.n < FEWEST:
        return [Figure(f"{name}: agreement, κ, S", None, found.n, says=TOO_FEW)]
    titles = {"agreement": found.share, "κ": found.kappa, "S": found.s}
    undefined = "not defined: both always cast the same vote"
    return [
        Figure(f"{name}: {title}", f.value, found.n, f.low, f.high, says=undefined if f.value is None else "")
        for title, f in titles.items()
    ]


def _without_vote(inside: pl.DataFrame) -> list[Figure]:
    known = inside["without_vote"].drop_nulls()
    if known.is_empty():
        return []
    part = share(int(known.sum()), len(known))
    enough = len(known) >= FEWEST
    told = part if enough else Share(None)
    return [
        Figure("adopted without a vote", told.value, len(known), told.low, told.high, says="" if enough else TOO_FEW)
    ]


def _unsaid(inside: pl.DataFrame) -> list[str]:
    unknown = inside["without_vote"].null_count()
    if unknown == inside.height:
        return [NOT_IN_DATA]
    return [f"{unknown} calls do not say whether there was a vote"] if unknown else []


def _cast(rows: pl.DataFrame, state: str, vetoed: int) -> Figure:
    count = int(rows["vetoed_by"].list.contains(state).sum())
    return Figure(f"drafts vetoed by {state}", count, vetoed, says="of all that were vetoed in the window")


def _jointly(rows: pl.DataFrame, one: str, other: str) -> Figure:
    by = rows["vetoed_by"]
    together = int((by.list.contains(one) & by.list.contains(other)).sum())
    either = int((by.list.contains(one) | by.list.contains(other)).sum())
    return Figure(f"vetoed by both {one} and {other}", together, either, says="of the drafts that either vetoed")


def _called(calls: pl.DataFrame, votes: pl.DataFrame, states: tuple[str, ...]) -> pl.DataFrame:
    found = calls.select("call", "day", "resolution", "title")
    for state in dict.fromkeys(states):
        own = votes.filter(pl.col("state") == state).select("call", pl.col("vote").alias(state))
        found = found.join(own, on="call", how="left", maintain_order="left")
    return found


def _absent(given: pl.DataFrame) -> tuple[str, ...]:
    return (NO_FACTS,) if given.is_empty() else ()


def _window(calls: pl.DataFrame, window: Window) -> tuple[str, ...]:
    asked = f"{window.since or 'the first day'} to {window.until or 'the last day'} asked for"
    topic = f", with “{window.topic}” in title or text" if window.topic is not None else ""
    there = f"; {calls.height} recorded, {_days(calls)}" if calls.height else "; nothing recorded"
    return (f"window: {asked}{topic}{there}",)


def _cast_by(calls: pl.DataFrame, votes: pl.DataFrame, states: tuple[str, ...]) -> list[str]:
    """When each state voted, and how often it did not: absent is not abstain, and no member is neither."""
    lines = []
    for state in states:
        cast = votes.filter((pl.col("state") == state) & pl.col("vote").is_in(CAST)).join(calls, on="call", how="left")
        missing = calls.height - cast.height
        between = f"{cast.height} votes, {_days(cast)}" if cast.height else "no vote in these data"
        lines.append(f"{state}: {between}; no vote in {missing} calls, absent or not a member")
    return lines


def _days(dated: pl.DataFrame) -> str:
    days = dated["day"].sort().dt.to_string()
    return f"{days[0]} to {days[-1]}"


def _few(calls: pl.DataFrame, measured: list[tuple[str, pl.DataFrame, Agreement]]) -> list[str]:
    """The calls of a pair that has too few to summarise, one line each."""
    lines = []
    for name, pairs, found in measured:
        if found.n < FEWEST:
            for row in pairs.join(calls, on="call", how="left").iter_rows(named=True):
                what = row["resolution"] or row["title"] or f"roll call {row['call']}"
                lines.append(f"{name}: {row['day']}, {what}: {row['first']}, {row['second']}")
    return lines


def _asked(forum: str, states: tuple[str, ...], window: Window) -> dict[str, Any]:
    return {"states": states, "forum": forum, "since": window.since, "until": window.until, "topic": window.topic}
