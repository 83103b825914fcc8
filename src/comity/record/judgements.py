"""What reviewers judged of claims: an append-only list. A judgement is undone by a further row, and nothing is changed.

A row keeps the claim as it was judged, so that it still says what was judged where a later coder codes otherwise. Where the
article is taken out of the record, the claim and what was edited of it go with it, and the row stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, cast, get_args

from sqlalchemy import Connection, func, insert, null, select, update

from comity.errors import RecordError
from comity.record import rows
from comity.record.answers import Recorded
from comity.record.opening import open_for_reading, open_for_writing, transaction
from comity.record.schema import judgements, texts
from comity.record.seals import seal_row
from comity.record.storage_errors import storage_guard
from comity.values import Claim

Kind = Literal["accept", "reject", "edit", "skip", "note", "flag", "undo"]
KINDS: tuple[str, ...] = get_args(Kind)
DECISIONS = ("accept", "reject", "edit")
PAGE = 500  # claims asked for at once


@dataclass(frozen=True, slots=True)
class Given:
    """What a reviewer says of a claim. ``seen``: the number of the last judgement on it that was known then; None: not told."""

    judgement: Kind
    name: str
    slots: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""
    settles: bool = False
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One row of the list. ``value`` is the claim as it was judged; None where its article was taken out of the record."""

    number: int
    claim: str
    article: str
    text: str | None
    value: Claim | None
    judgement: Kind
    slots: Mapping[str, Any]  # of an edit
    settles: bool
    note: str
    name: str  # who judged
    at: str  # ISO date-time with zone: when it was given
    undoes: int | None = None
    meanwhile: tuple[Judgement, ...] = ()  # by others since ``Given.seen``: all are kept

    @property
    def decides(self) -> bool:
        return self.judgement in DECISIONS


def read(place: str, claims: Iterable[str] | None = None, *, whole: bool = True) -> tuple[Judgement, ...]:
    """All rows in the order in which they were given, or those on some claims; without ``value`` where not ``whole``."""
    engine = open_for_reading(place)
    with storage_guard(place), engine.connect() as connection:
        if claims is None:
            return tuple(_read(connection, whole=whole))
        wanted = sorted(set(claims))
        pages = (wanted[k : k + PAGE] for k in range(0, len(wanted), PAGE))
        found = [row for page in pages for row in _read(connection, page, whole=whole)]
        return tuple(sorted(found, key=lambda row: row.number))


def newest(place: str) -> int:
    """The number of the last row; 0 where there is none."""
    engine = open_for_reading(place)
    with storage_guard(place), engine.connect() as connection:
        return _newest(connection)


def standing(given: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The rows that were not taken back, without those that take back, in their order."""
    listed = list(given)
    undone = {row.undoes for row in listed}
    return tuple(row for row in listed if row.judgement != "undo" and row.number not in undone)


def add(place: str, subject: Recorded, given: Given) -> Judgement:
    """Appends a judgement on a claim, or the row that takes back the reviewer's last one on it.

    Raises :class:`RecordError` where nothing of the reviewer's stands. The writer's lock is held meanwhile, so that reviewers
    take turns: what others judged since ``given.seen`` stays beside it, and is answered with it.
    """
    with transaction(open_for_writing(place), place) as connection:
        row = _row(connection, place, subject, given)
        connection.execute(insert(judgements).values(**row))
        seal_row(connection, "judgement", row["number"])
        found = list(_read(connection, [row["claim"]]))
    since = [j for j in found if given.seen is not None and given.seen < j.number < row["number"]]
    return _judgement(row, tuple(j for j in since if j.name != given.name and j.judgement not in ("note", "flag")))


def take_out(connection: Connection, text: str) -> None:
    """Takes a text that leaves the record out of the judgements on its claims: the claims, and what was edited of them."""
    j = judgements.c
    gone = connection.execute(select(j.number).where(j.text == text)).scalars().all()
    connection.execute(update(judgements).where(j.text == text).values(text=None, value=None, slots=None))
    for number in gone:
        seal_row(connection, "judgement", number)


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """What does not stand among the judgements, as place and problem: of a text that is not there, on words that are not."""
    held: dict[str, str] = {}
    earlier: dict[int, Judgement] = {}
    for row in _read(connection):
        place = f"judgement {row.number} of claim {row.claim}"
        if row.judgement not in KINDS or (row.judgement == "undo") != (row.undoes is not None):
            yield place, f"{row.judgement!r} is no judgement"
        undone = earlier.get(row.undoes) if row.undoes is not None else row
        if undone is None or (undone.claim, undone.name) != (row.claim, row.name):
            yield place, f"undoes {row.undoes}, which is no earlier judgement of this reviewer on this claim"
        earlier[row.number] = row
        if (row.text is None) != (row.value is None):
            yield place, "keeps a claim without its text, or a text without its claim"
        elif row.text is not None and row.value is not None:
            yield from ((place, problem) for problem in _words_faults(connection, row.text, row.value, held))


def _words_faults(connection: Connection, text: str, claim: Claim, held: dict[str, str]) -> Iterator[str]:
    if text not in held:
        held[text] = connection.execute(select(texts.c.text).where(texts.c.hash == text)).scalar() or ""
    if not held[text]:
        yield f"the record holds no text {text}"
    elif held[text][slice(*claim.trigger.span)] != claim.trigger.text:
        yield f"orphaned: {claim.trigger.text!r} does not stand at {list(claim.trigger.span)}"


def _row(connection: Connection, place: str, subject: Recorded, given: Given) -> dict[str, Any]:
    claim, where = subject.claim, subject.provenance
    return {
        "number": _newest(connection) + 1,
        "claim": claim.id,
        "article": where.key,
        "text": where.text,
        "value": rows.claim_row(claim, where.key, 0)["value"],
        "judgement": given.judgement,
        "slots": rows.dump(dict(given.slots)) if given.judgement == "edit" else None,
        "settles": int(given.settles),
        "note": given.note,
        "name": given.name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "undoes": _undone(connection, place, claim.id, given.name) if given.judgement == "undo" else None,
    }


def _undone(connection: Connection, place: str, claim: str, name: str) -> int:
    own = [row for row in standing(_read(connection, [claim])) if row.name == name]
    if not own:
        problem = f"nothing that {name} judged of claim {claim} stands"
        raise RecordError(problem, place=place, remedy="its history: comity review RECORD --claim CLAIM")
    return own[-1].number


def _newest(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(judgements.c.number), 0))).scalar_one())


def _read(connection: Connection, claims: list[str] | None = None, *, whole: bool = True) -> Iterator[Judgement]:
    value = judgements.c.value if whole else null().label("value")
    columns = (column for column in judgements.c if column is not judgements.c.value)
    query = select(*columns, value).order_by(judgements.c.number)
    if claims is not None:
        query = query.where(judgements.c.claim.in_(claims))
    for row in connection.execute(query).mappings():
        yield _judgement(dict(row))


def _judgement(row: dict[str, Any], meanwhile: tuple[Judgement, ...] = ()) -> Judgement:
    plain = {n: row[n] for n in ("number", "claim", "article", "text", "note", "name", "at", "undoes")}
    return Judgement(
        **plain,
        value=rows.read_claim(row["value"]) if row["value"] is not None else None,
        judgement=cast(Kind, row["judgement"]),
        slots=json.loads(row["slots"]) if row["slots"] is not None else {},
        settles=bool(row["settles"]),
        meanwhile=meanwhile,
    )
