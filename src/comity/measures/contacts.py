"""Contacts of two actors: meetings, calls, visits and talks by level and status, and whether they are regular.

Regular is a coded definition: at least three contacts that happened within twelve months, with no gap of over six
(docs/measures.md). "Meets regularly" in a text is a claim and stands apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import polars as pl

from comity.measures.actors import among
from comity.measures.answer import Answer, Figure, basis, evidence
from comity.measures.counted import count, said, things
from comity.measures.folding import folded
from comity.measures.frames import Frames

APART = timedelta(days=2)  # between two tellings of one contact at most, as for claims of one event
FEWEST, WITHIN, GAP = 3, timedelta(days=366), timedelta(days=183)
KNOWN = timedelta(days=31)  # a day is known if it is known within a month
REACH = timedelta(days=31)  # a telling that bounds its contact on one side speaks of one at most so far from the bound
_HIGHEST = {"head": 0, "minister": 1, "deputy": 2, "other": 3}
SHOWN = ("earliest", "latest", "mode", "level", "status", "mentions", "origins")


def contacts(frames: Frames, one: str, other: str, level: str | None = None, status: str | None = None) -> Answer:
    """One row a contact, by its day, with how often it was told; ``level`` and ``status`` choose among them.

    The series ``claimed_regular`` has the texts that say of the contacts that they are regular.
    """
    told = frames.signals["contacts"].filter(among("parties", one) & among("parties", other))
    rows, placed = _folded(told)
    chosen = rows.filter(
        (pl.col("level") == level if level else pl.lit(True)) & (pl.col("status") == status if status else pl.lit(True))
    )
    claimed = told.filter(pl.col("regular_claimed").is_not_null())
    return Answer(
        measure="contacts",
        asked={"between": (one, other), "level": level, "status": status},
        rows=chosen,
        basis=basis(frames),
        evidence=evidence(placed.filter(pl.col("row").is_in(chosen["id"].to_list())), "row", pl.col("role")),
        figures=(_figure(chosen, placed),),
        notes=tuple(_claims(claimed)),
        shown=SHOWN,
        series={"claimed_regular": claimed.select("id", "regular_claimed", "chain", "article", "outlet", "published")},
    )


def _figure(rows: pl.DataFrame, placed: pl.DataFrame) -> Figure:
    happened = rows.filter(pl.col("status") == "happened")
    known = happened.filter((pl.col("latest") - pl.col("earliest")) <= KNOWN)
    says = "regular" if regular(known["latest"].to_list()) else "not found regular"
    every, dated = (things(placed.filter(pl.col("row").is_in(some["id"].implode()))) for some in (happened, known))
    among_all = every or things(placed)
    words = said(
        f"{says} by the coded definition, from {{}} whose day is known within a month", count(dated, among_all)
    )
    return Figure("contacts that happened", len(every), len(every), says=words, counts=every, among=things(placed))


def _claims(claimed: pl.DataFrame) -> Iterator[str]:
    for row in claimed.iter_rows(named=True):
        said_by = " > ".join([row["outlet"] or "outlet unknown", *row["chain"]])
        yield f"claimed: “{row['regular_claimed']}” ({said_by}, {row['published'] or 'undated'}; {row['id']})"


def regular(days: list[date]) -> bool:
    """Whether some twelve months hold three contacts or more, none over six months after the one before."""
    ordered = sorted(set(days))
    return any(
        ordered[k + FEWEST - 1] - day <= WITHIN
        and all(b - a <= GAP for a, b in zip(ordered[k : k + FEWEST], ordered[k + 1 : k + FEWEST], strict=False))
        for k, day in enumerate(ordered[: len(ordered) - FEWEST + 1])
    )


@dataclass(slots=True)
class _Contact:
    """Tellings of one contact. Invariant: one mode and status; the day lies in what all bounds have in common."""

    mode: str
    status: str
    earliest: date | None
    latest: date | None
    tellings: list[dict[str, Any]] = field(default_factory=list)

    def fits(self, telling: dict[str, Any]) -> bool:
        """Whether the telling may speak of this contact. Of a time that nobody knows nothing fits."""
        theirs, ours = _within(telling["earliest"], telling["latest"]), _within(self.earliest, self.latest)
        if theirs is None or ours is None or (telling["mode"], telling["status"]) != (self.mode, self.status):
            return False
        return theirs[0] <= ours[1] + APART and ours[0] <= theirs[1] + APART

    def join(self, telling: dict[str, Any]) -> None:
        self.earliest = max(filter(None, (self.earliest, telling["earliest"])), default=None)
        self.latest = min(filter(None, (self.latest, telling["latest"])), default=None)
        self.tellings.append(telling)


def _within(earliest: date | None, latest: date | None) -> tuple[date, date] | None:
    """The days a contact may have been on; None where nothing is known."""
    if earliest is None:
        return (latest - REACH, latest) if latest else None
    return earliest, latest or earliest + REACH


def _folded(told: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The contacts by their day, and every telling with its ``row`` and ``role``.

    Tellings with the narrowest bounds come first. One whose day is only bounded joins the last contact before that its
    bounds allow: it is none of its own where it may be a known one. What is merely said to be regular is none either.
    """
    found: list[_Contact] = []
    for telling in sorted(told.with_row_index("place").iter_rows(named=True), key=_narrowest):
        known = [contact for contact in found if contact.fits(telling)]
        if known:
            max(known, key=lambda contact: (contact.latest or date.min, contact.earliest or date.min)).join(telling)
        elif telling["regular_claimed"] is None or _width(telling) <= KNOWN:
            found.append(
                _Contact(telling["mode"], telling["status"], telling["earliest"], telling["latest"], [telling])
            )
    found.sort(key=lambda c: (c.latest or date.max, c.earliest or date.min, c.mode, c.status))
    ids, placed = folded(told, [[(t["place"], _role(t)) for t in contact.tellings] for contact in found])
    rows = [{"id": name, **_row(contact)} for name, contact in zip(ids, found, strict=True)]
    return pl.DataFrame(rows, schema=_ROWS), placed


_ROWS: dict[str, type[pl.DataType]] = {
    "id": pl.String,
    "earliest": pl.Date,
    "latest": pl.Date,
    "mode": pl.String,
    "level": pl.String,
    "status": pl.String,
    "mentions": pl.Int64,
    "origins": pl.Int64,
}


def _row(contact: _Contact) -> dict[str, Any]:
    tellings = contact.tellings
    return {
        "earliest": contact.earliest if _ordered(contact) else contact.latest,
        "latest": contact.latest,
        "mode": contact.mode,
        "level": min((t["level"] for t in tellings), key=lambda level: _HIGHEST.get(level, len(_HIGHEST))),
        "status": contact.status,
        "mentions": len(tellings),
        "origins": len({t["origin"] for t in tellings}),
    }


def _ordered(contact: _Contact) -> bool:
    return contact.earliest is None or contact.latest is None or contact.earliest <= contact.latest


def _role(telling: dict[str, Any]) -> str:
    """A telling whose day is not known within a month may speak of another contact."""
    return "contact" if _width(telling) <= KNOWN else "contact, day only bounded"


def _width(telling: dict[str, Any]) -> timedelta:
    if telling["earliest"] is None or telling["latest"] is None:
        return timedelta.max
    width: timedelta = telling["latest"] - telling["earliest"]
    return width


def _narrowest(telling: dict[str, Any]) -> tuple[timedelta, date, date, str]:
    """Known days first, and among those that are only bounded the earliest bound."""
    return _width(telling), telling["latest"] or date.max, telling["earliest"] or date.max, telling["id"]
