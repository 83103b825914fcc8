"""Disputed events: one event that some assert and others deny. Both sides' claims beside each other, counted as neither.

Claims are of one event when actor, recipient and type are equal, modes do not differ and their days meet. A claim that
tells no first day speaks of the week before its report; one without any day, or of over a month, joins no event. What
is said is said often: of words (a request, support, …) a report that there were none denies only those of the same mode.
An event is disputed where somebody asserts what somebody else denies, neither of them doing both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import polars as pl

from comity.measures.actors import is_actor
from comity.measures.answer import FEWEST, TOO_FEW, Answer, Figure, basis, evidence
from comity.measures.counted import Things
from comity.measures.days import Days
from comity.measures.events import DONE, NOT_DONE
from comity.measures.frames import Frames

APART = 2  # days, as for claims of one event
RECENT = timedelta(days=7)
WIDEST = timedelta(days=31)
WORDS = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
COLUMNS = (
    *("id", "cluster", "article", "start", "origin", "outlet", "published", "chain"),
    *("actor_name", "recipient_name", "type", "mode", "status", "earliest", "latest", "stated_latest"),
)
Row = dict[str, Any]


@dataclass(slots=True)
class Dispute:
    """The claims of one event on both sides. Invariant: every claim's days meet those of the first."""

    claims: list[Row] = field(default_factory=list)

    def side(self, statuses: tuple[str, ...]) -> list[Row]:
        return [claim for claim in self.claims if claim["status"] in statuses]

    @property
    def disputed(self) -> bool:
        """Whether one asserts what another denies."""
        asserting, denying = ({_teller(c) for c in self.side(s)} for s in (DONE, NOT_DONE))
        return bool(asserting - denying and denying - asserting)

    def told_by(self, claim: Row) -> bool:
        """Whether ``claim`` tells of this event, by the first that does."""
        first = self.claims[0]
        one, other = first["mode"], claim["mode"]
        if claim["type"] in WORDS and "negated" in (first["status"], claim["status"]):
            same = one is not None and one == other
        else:
            same = one is None or other is None or one == other
        return same and _days(first).may_meet(_days(claim), APART)

    @property
    def id(self) -> str:
        return str(self.claims[0]["id"])


def disputes(frames: Frames, one: str, other: str) -> Answer:
    """The events between two actors, in either direction, that some assert and others deny: one row an event."""
    between = (is_actor("actor", one) & is_actor("recipient", other)) | (
        is_actor("actor", other) & is_actor("recipient", one)
    )
    claims = frames.claims.filter(between)
    whole = list(events(claims))
    found = [event for event in whole if event.disputed]
    said = {
        (c["article"], c["id"]): (d.id, "asserted" if c["status"] in DONE else "denied")
        for d in found
        for c in d.claims
    }
    keyed = claims.with_columns(
        pl.Series(
            "row", [said.get(key, (None, None))[0] for key in claims.select("article", "id").iter_rows()], pl.String
        ),
        pl.Series(
            "role", [said.get(key, (None, None))[1] for key in claims.select("article", "id").iter_rows()], pl.String
        ),
    ).filter(pl.col("row").is_not_null())
    share = len(found) / len(whole) if len(whole) >= FEWEST else None
    return Answer(
        measure="disputes",
        asked={"between": (one, other)},
        rows=pl.DataFrame([_row(d) for d in found], schema=ROWS),
        basis=basis(frames),
        evidence=evidence(keyed, "row", pl.col("role")),
        figures=(
            Figure(
                "share of the pair's events that are disputed",
                share,
                len(whole),
                says="" if share is not None else TOO_FEW,
                counts=_told(found),
                among=_told(whole),
            ),
        ),
        notes=("a disputed event is counted neither as happened nor as not happened",) if found else (),
        shown=tuple(name for name in ROWS if name != "id"),
    )


def _told(found: list[Dispute]) -> Things:
    return tuple(tuple((c["article"], c["id"]) for c in event.claims) for event in found)


def disputed_clusters(claims: pl.DataFrame) -> dict[str, str]:
    """The clusters with a claim in a disputed event, and that event's id: what other measures count as neither."""
    alike = ("actor_name", "recipient_name", "type")
    both = pl.col("status").is_in(DONE).any() & pl.col("status").is_in(NOT_DONE).any()
    doubted = claims.filter(pl.col("status").is_in([*DONE, *NOT_DONE])).group_by(alike).agg(both=both).filter("both")
    found = events(claims.join(doubted, on=alike, how="semi", maintain_order="left"))
    return {c["cluster"] or c["id"]: event.id for event in found if event.disputed for c in event.claims}


def events(claims: pl.DataFrame) -> Iterator[Dispute]:
    """Asserting and denying claims by the event that they tell of. A statement is none, nor what names but one side."""
    told = claims.filter(
        pl.col("status").is_in([*DONE, *NOT_DONE]),
        pl.col("type") != "STATEMENT",
        pl.col("actor_name", "recipient_name").is_not_null(),
    ).select(*COLUMNS)
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for claim in told.iter_rows(named=True):
        days = _days(claim)
        if days.earliest and days.latest and days.latest - days.earliest <= WIDEST:
            groups[claim["actor_name"], claim["recipient_name"], claim["type"]].append(claim)
    for group in groups.values():
        found: list[Dispute] = []
        near: list[
            Dispute
        ] = []  # those that a later claim can still tell of, for claims come in the order of their days
        for claim in sorted(group, key=_order):
            days = _days(claim)
            near = [d for d in near if _days(d.claims[0]).may_meet(days, APART + RECENT.days)]
            home = next((d for d in near if d.told_by(claim)), None)
            if home is None:
                found.append(Dispute([claim]))
                near.append(found[-1])
            else:
                home.claims.append(claim)
        yield from found


ROWS: dict[str, Any] = {
    "id": pl.String,
    **dict.fromkeys(("actor", "type", "recipient"), pl.String),
    **dict.fromkeys(("earliest", "latest"), pl.Date),
    **dict.fromkeys(("asserted_by", "denied_by"), pl.List(pl.String)),
    **dict.fromkeys(("asserting", "denying", "origins"), pl.Int64),
}


def _row(dispute: Dispute) -> Row:
    first = dispute.claims[0]
    asserting, denying = dispute.side(DONE), dispute.side(NOT_DONE)
    return {
        "id": dispute.id,
        "actor": first["actor_name"],
        "type": first["type"],
        "recipient": first["recipient_name"],
        "earliest": min((c["earliest"] for c in dispute.claims if c["earliest"]), default=None),
        "latest": max((c["latest"] for c in dispute.claims if c["latest"]), default=None),
        "asserted_by": sorted({_teller(c) for c in asserting}),
        "denied_by": sorted({_teller(c) for c in denying}),
        "asserting": len(asserting),
        "denying": len(denying),
        "origins": len({c["origin"] for c in dispute.claims}),
    }


def _teller(claim: Row) -> str:
    """Who tells it: the innermost speaker, or the outlet whose own words it is."""
    chain = claim["chain"]
    return str(chain[-1]) if chain else str(claim["outlet"] or "outlet unknown")


def _days(claim: Row) -> Days:
    """The days of the act; where none are told, those of the statement or of publication end them."""
    latest = claim["latest"] or (None if claim["earliest"] else claim["stated_latest"] or claim["published"])
    return Days(claim["earliest"] or (latest - RECENT if latest else None), latest)


def _order(claim: Row) -> tuple[Any, ...]:
    days = _days(claim)
    day = days.earliest if claim["earliest"] else days.latest
    return (day is None, day.toordinal() if day else 0, claim["article"], claim["start"])
