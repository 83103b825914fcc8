"""What passed between two actors as lanes over time: contacts, stated limits, assurances, designations, votes. Pure.

Each lane has the rows of a measure of its own, with their evidence; nothing is worked out here but where they stand in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from comity.measures.actors import is_actor, same_actor
from comity.measures.answer import Answer, basis, evidence
from comity.measures.frames import EVIDENCE, Frames

CONTACTS, LIMITS, ASSURANCES, DESIGNATIONS, VOTES = LANES = (
    "contacts",
    "stated limits",
    "assurances",
    "designations",
    "votes",
)
SHOWN = ("lane", "earliest", "latest", "what", "status")
ROWS = {
    "id": pl.String,
    "lane": pl.String,
    "what": pl.String,
    "earliest": pl.Date,
    "latest": pl.Date,
    "status": pl.String,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers that lanes are made of, and the days between which they are shown; null is open."""

    contacts: Answer
    limits: Sequence[Answer]
    assurances: Sequence[Answer]
    votes: Answer | None  # None where the two are no states
    since: date | None = None
    until: date | None = None


def pair_lanes(frames: Frames, pair: tuple[str, str], asked: Asked) -> Answer:
    """One row an entry of a lane, by lane and day. Entries without a day stand in the table and in no picture."""
    listed, their_evidence = _designations(frames, pair)
    rows = [
        *(_contact(r) for r in asked.contacts.rows.iter_rows(named=True)),
        *(_limit(r) for a in asked.limits for r in a.rows.iter_rows(named=True) if _between(r, pair)),
        *(_assurance(r) for a in asked.assurances for r in a.rows.iter_rows(named=True)),
        *listed,
        *(_votes(asked.votes, pair) if asked.votes is not None else ()),
    ]
    order = {lane: n for n, lane in enumerate(LANES)}
    shown = sorted((r for r in rows if _inside(r, asked)), key=lambda r: (order[r["lane"]], r["earliest"] or date.max))
    table = pl.DataFrame(shown, schema=ROWS).unique("id", keep="first", maintain_order=True)
    answers = (
        (CONTACTS, [asked.contacts]),
        (LIMITS, asked.limits),
        (ASSURANCES, asked.assurances),
    )
    told = [
        a.evidence.with_columns(row=pl.concat_str(pl.lit(f"{lane}/"), "row")) for lane, group in answers for a in group
    ]
    found = pl.concat([their_evidence, *told]).filter(pl.col("row").is_in(table["id"].implode()))
    rules = {name: version for a in _all(asked) for name, version in a.basis.rules.items()}
    return Answer(
        measure="pair_lanes",
        asked={"between": pair, "since": asked.since, "until": asked.until},
        rows=table,
        basis=basis(frames, rules),
        evidence=found,
        notes=tuple(_notes(asked)),
        shown=SHOWN,
    )


def _all(asked: Asked) -> list[Answer]:
    return [asked.contacts, *asked.limits, *asked.assurances, *([asked.votes] if asked.votes is not None else [])]


def _row(lane: str, name: object, what: str, days: tuple[Any, Any], status: object) -> dict[str, Any]:
    values = (f"{lane}/{name}", lane, what, *days, None if status is None else str(status))
    return dict(zip(ROWS, values, strict=True))


def _contact(row: dict[str, Any]) -> dict[str, Any]:
    return _row(CONTACTS, row["id"], f"{row['mode']}, {row['level']}", (row["earliest"], row["latest"]), row["status"])


def _between(row: dict[str, Any], pair: tuple[str, str]) -> bool:
    """A limit towards the other, or towards nobody that is told."""
    return row["toward"] is None or any(same_actor(row["toward"], side) for side in pair)


def _limit(row: dict[str, Any]) -> dict[str, Any]:
    toward = f" → {row['toward']}" if row["toward"] else ""
    status = f"told {row['mentions']} times" if row["mentions"] > 1 else "told once"
    what = f"{row['by']}{toward}: {row['sense']}, {row['about'] or 'condition not told'}"
    return _row(LIMITS, row["id"], what, (row["first"], row["last"]), status)


def _assurance(row: dict[str, Any]) -> dict[str, Any]:
    what = f"{row['promisor']} → {row['beneficiary'] or 'not told to whom'}: {row['kind']}"
    return _row(ASSURANCES, row["id"], what, (row["made_earliest"], row["made_latest"]), row["status"])


def _designations(frames: Frames, pair: tuple[str, str]) -> tuple[list[dict[str, Any]], pl.DataFrame]:
    """Listings that the texts tell by one of the two, or of one of them."""
    signals = frames.signals["designations"]
    sides = pl.any_horizontal(is_actor(side, asked) for side in ("authority", "designee") for asked in pair)
    told = signals.filter(sides).with_columns(row=pl.concat_str(pl.lit(f"{DESIGNATIONS}/"), "id"))
    rows = []
    for r in told.iter_rows(named=True):
        what = f"{r['authority_name'] or 'authority not told'}: {r['designee_name'] or 'not told whom'}"
        rows.append(_row(DESIGNATIONS, r["id"], what, (r["earliest"], r["latest"]), r["status"]))
    found = evidence(told, "row", pl.col("status")) if told.height else pl.DataFrame(schema=EVIDENCE)
    return rows, found


def _votes(answer: Answer, pair: tuple[str, str]) -> list[dict[str, Any]]:
    """Roll calls in which both states voted, each on its day."""
    calls = answer.series["calls"]
    one, other = answer.asked["states"]
    rows = []
    for r in calls.filter(pl.col(one).is_not_null() & pl.col(other).is_not_null()).iter_rows(named=True):
        what = f"{r['resolution'] or r['title'] or r['call']}: {one} {r[one]}, {other} {r[other]}"
        rows.append(
            _row(
                VOTES, r["call"], what, (r["day"], r["day"]), "the same vote" if r[one] == r[other] else "not the same"
            )
        )
    return rows


def _inside(row: dict[str, Any], asked: Asked) -> bool:
    """Whether an entry may lie in the window; one without any day does where no window is asked for."""
    first, last = row["earliest"] or row["latest"], row["latest"] or row["earliest"]
    if first is None:
        return asked.since is None and asked.until is None
    return (asked.until is None or first <= asked.until) and (asked.since is None or last >= asked.since)


def _notes(asked: Asked) -> list[str]:
    notes = [] if asked.votes is None else [n for n in asked.votes.notes if n.startswith("no such votes")]
    if asked.votes is None:
        notes.append("votes are asked of states alone")
    return notes
