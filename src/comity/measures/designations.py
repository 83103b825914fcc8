"""Who is listed where on a day: by forum, from rows that name their instrument, and from complete lists of one day.

What no row and no complete list tells is unknown; "not listed" is said only against a forum's complete list of that very
day. What texts say of listings stands beside, and decides nothing (docs/measures.md).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import polars as pl

from comity.measures.answer import Answer, basis, evidence
from comity.measures.frames import Frames
from comity.vocabulary.listings import Entity, Forum, Listing, Listings, entity

State = Literal["listed", "listed_in_part", "suspended", "delisted", "not_listed_verified", "unknown"]
SHOWN = ("forum", "state", "part", "since", "instrument", "dated", "source", "effect", "note")
CLAIMS = ("authority", "status", "part", "program", "first", "last", "mentions", "origins")
SAME = ["designee_name", "authority_name", "status", "part", "program"]
SCHEMA = {
    **dict.fromkeys(("id", "forum", "state", "part"), pl.String),
    "since": pl.Date,
    "instrument": pl.String,
    "dated": pl.Date,
    "source": pl.String,
    "as_of": pl.Date,
    **dict.fromkeys(("effect", "effect_source", "note"), pl.String),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of one forum on the day, and by which row or list."""

    state: State
    part: str | None = None
    since: date | None = None
    instrument: str | None = None
    dated: date | None = None
    source: str | None = None
    as_of: date | None = None
    note: str = ""


UNKNOWN = Found("unknown")


def designations(frames: Frames, lists: Listings, un_list: pl.DataFrame, of: Entity, on: date) -> Answer:
    """One row a forum, all forums shown; ``series["claims"]`` holds what the texts say of listings of the entity.

    ``un_list`` are imported entries of the UN consolidated list: ``snapshot, list, reference, kind, name, aliases, listed``.
    """
    rows = [_row(f, designation(f, lists, un_list, of, on)) for f in lists.forums.values()]
    told, their_evidence = _claims(frames, of)
    note = (
        () if of.id or of.code else (f"“{of.names[0]}” is no name of the vocabulary: only this spelling is looked for",)
    )
    return Answer(
        measure="designations",
        asked={"of": of.id or of.names[0], "names": of.names, "on": on},
        rows=pl.DataFrame(rows, schema=SCHEMA).sort(pl.col("state") == "unknown", maintain_order=True),
        basis=basis(frames, lists.versions),
        evidence=their_evidence,
        notes=(
            *note,
            "unknown: no certain row and no complete list of that day; it does not mean that nobody is listed",
        ),
        shown=SHOWN,
        series={"claims": told},
        beside={"claims": CLAIMS},
        from_table="designations",
    )


def designation(forum: Forum, lists: Listings, un_list: pl.DataFrame, of: Entity, on: date) -> Found:
    """The state of an entity in one forum on a day."""
    known = by_rows([r for r in lists.rows if r.forum == forum.code], of, on)
    if known.state == "unknown" and forum.un_list is not None:
        imported = _by_un_list(un_list.filter(pl.col("list") == forum.un_list), of, on)
        known = known if imported.state == "unknown" and not imported.note else imported
    complete = [s for s in lists.snapshots if s.forum == forum.code and s.day == on]
    if known.state == "unknown" and complete:
        return _against(complete[0].names, of, Found(
            "not_listed_verified",
            dated=complete[0].day,
            instrument=f"complete list: {complete[0].instrument.text}",
            source=complete[0].instrument.source,
            as_of=complete[0].day,
        ))  # fmt: skip
    return known


def by_rows(rows: list[Listing], of: Entity, on: date) -> Found:
    """By dated rows alone: the latest row of the whole decides, then the latest of a wing; after as_of, unknown."""
    own = [r for r in rows if r.start <= on and _concerns(r, of)]
    latest = {
        part: max((r for r in own if r.part == part), key=lambda r: r.start, default=None) for part in ("whole", "wing")
    }
    whole, wing = latest["whole"], latest["wing"]
    decides = (
        whole
        if whole is not None and (whole.status != "delisted" or wing is None or wing.start < whole.start)
        else wing
    )
    if decides is None:
        return UNKNOWN
    if on > decides.as_of:
        return Found("unknown", note=f"last known: {decides.status} on {decides.as_of}, by {decides.instrument.text}")
    return _told(decides, of)


def _concerns(row: Listing, of: Entity) -> bool:
    """Whether a row is about the entity: it, the wing it names, or the whole that the entity is a wing of."""
    whole_of_wing = row.part == "whole" and of.parent is not None and row.entity == of.parent
    return _is(row.entity, of) or _is(row.wing, of) or whole_of_wing


def _is(told: str | None, of: Entity) -> bool:
    """Whether a row's word for an entity, an id or a name, means this one."""
    return told is not None and (told == of.id or _words(told) in {_words(n) for n in of.names})


def _told(row: Listing, of: Entity) -> Found:
    itself = _is(row.entity, of)
    in_part = itself and row.part == "wing" and row.status == "listed"
    part = f"wing: {_name(row.wing)}" if row.part == "wing" else "whole"
    note = "" if itself or row.part == "wing" else f"by the listing of the whole, {_name(row.entity)}"
    instrument = row.instrument
    state: State = "listed_in_part" if in_part else row.status
    return Found(state, part, row.start, instrument.text, instrument.dated, instrument.source, row.as_of, note)


def _name(told: str | None) -> str:
    """A wing or entity as people call it."""
    return entity(told).names[0] if told else ""


def _by_un_list(entries: pl.DataFrame, of: Entity, on: date) -> Found:
    """By imported lists: an entry holds from its day of listing to the day of the list it stands on."""
    asked = {_words(n) for n in of.names}
    named = [
        e for e in entries.iter_rows(named=True) if any(_words(n) in asked for n in (e["name"], *e["aliases"]))
    ]  # fmt: skip
    covering = sorted((e for e in named if e["listed"] <= on <= e["snapshot"]), key=lambda e: e["snapshot"])
    if covering:
        entry = covering[0]
        instrument = f"entry {entry['reference']}, {entry['name']}"
        source = f"UN Security Council Consolidated List of {entry['snapshot']}"
        by_alias = (
            "" if _words(entry["name"]) in asked else "named there by an alias, which may be younger than the entry"
        )
        told = (entry["listed"], instrument, entry["listed"], source, entry["snapshot"], by_alias)
        return Found("listed", "whole", *told)
    of_day = entries.filter(pl.col("snapshot") == on)
    if of_day.is_empty():
        return UNKNOWN
    names = tuple(n for e in of_day.iter_rows(named=True) for n in (e["name"], *e["aliases"]))
    source = f"UN Security Council Consolidated List of {on}"
    absent = Found("not_listed_verified", instrument="complete list of the day", dated=on, source=source, as_of=on)
    return _against(names, of, absent)


def _against(names: tuple[str, ...], of: Entity, absent: Found) -> Found:
    """Not listed, if the entity is known by all its names and no listed name is like one of them; else unknown."""
    if of.id is None and of.code is None:
        return Found("unknown", note="a complete list of the day is there, but not all names of the entity are known")
    asked = [set(_words(n)) for n in of.names if _words(n)]
    like = next((n for n in names if any(a <= set(_words(n)) or set(_words(n)) <= a for a in asked if _words(n))), None)
    return Found("unknown", note=f"the list of the day has a name like it: {like}") if like else absent


def _words(name: str) -> tuple[str, ...]:
    """A name without case, marks over letters, punctuation and article: what spellings of it share."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return tuple(w for w in re.sub(r"['’`]", "", plain).replace("-", " ").split() if w not in ("al", "the", "el"))


def _row(forum: Forum, found: Found) -> dict[str, Any]:
    in_force = found.state in ("listed", "listed_in_part", "suspended")
    told = {
        name: getattr(found, name)
        for name in ("state", "part", "since", "instrument", "dated", "source", "as_of", "note")
    }
    effect = {"effect": forum.effect if in_force else None, "effect_source": forum.source if in_force else None}
    return {"id": forum.code, "forum": forum.name, **told, **effect}


def _claims(frames: Frames, of: Entity) -> tuple[pl.DataFrame, pl.DataFrame]:
    """What texts say of listings: claims alike in all they tell are one row; whose words they are is in the evidence."""
    asked = [w.lower() for w in (of.id, of.code, *of.names) if w]
    sides = [pl.col(f"designee_{name}").str.to_lowercase().is_in(asked) for name in ("name", "code", "id")]
    found = frames.signals["designations"].filter(pl.any_horizontal(sides).fill_null(False))
    told = found.with_columns(row=pl.col("id").first().over(SAME))
    rows = told.group_by("row", maintain_order=True).agg(
        pl.col("designee_name", "authority_name", "status", "part", "program").first(),
        first=pl.col("published").min(),
        last=pl.col("published").max(),
        mentions=pl.len(),
        origins=pl.col("origin").n_unique(),
    )
    named = rows.rename({"row": "id", "designee_name": "designee", "authority_name": "authority"})
    return named, evidence(told, "row", "claim")
