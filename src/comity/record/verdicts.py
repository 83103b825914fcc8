"""What analysts judged of assurances: an append-only list. A verdict is undone by a further row, and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, cast, get_args

from sqlalchemy import Connection, func, insert, select

from comity.errors import RecordError
from comity.record import withdrawals
from comity.record.opening import open_for_reading, open_for_writing, transaction
from comity.record.schema import signals, verdicts
from comity.record.seals import seal_row
from comity.record.storage_errors import storage_guard

Name = Literal["kept", "partly", "not_kept", "open", "not_gradeable"]
NAMES: tuple[str, ...] = get_args(Name)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is judged: an assurance by its id in the ledger, and the signal, promisor and beneficiary it stands for."""

    assurance: str
    signal: str
    promisor: str | None
    beneficiary: str | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One row of the list. ``undoes`` is the number of an earlier row that it takes back; then ``verdict`` is null."""

    number: int
    subject: Subject
    verdict: Name | None
    because: str
    name: str  # who judged
    at: str  # ISO date-time with zone: when it was given
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an analyst says: the verdict, or None to undo the standing one, with reason and name."""

    verdict: Name | None
    because: str
    name: str


def judgement(verdict: str | None, because: str, name: str) -> Judgement:
    """A judgement from what a user gave; :class:`RecordError` where name, reason or verdict is none."""
    if verdict is not None and verdict not in NAMES:
        raise RecordError(f"{verdict!r} is no verdict", remedy=f"give one of: {', '.join(NAMES)}")
    if not name.strip():
        raise RecordError("a verdict needs the name of who gives it", remedy="give it by: --as NAME")
    if not because.strip():
        raise RecordError("a verdict needs its reason", remedy='give it by: --because "…"')
    return Judgement(cast(Name | None, verdict), because.strip(), name.strip())


def read(place: str) -> tuple[Verdict, ...]:
    """All rows, in the order in which they were given."""
    engine = open_for_reading(place)
    with storage_guard(place), engine.connect() as connection:
        return tuple(_read(connection))


def standing(given: Iterable[Verdict]) -> dict[str, Verdict]:
    """The verdict that stands for each assurance: the last that was not taken back."""
    rows = list(given)
    undone = {row.undoes for row in rows}
    return {row.subject.assurance: row for row in rows if row.verdict is not None and row.number not in undone}


def add(place: str, subject: Subject, judged: Judgement) -> Verdict:
    """Appends a verdict, or the row that undoes the standing one; :class:`RecordError` where none stands.

    The writer's lock is held meanwhile, as in reading articles.
    """
    with transaction(open_for_writing(place), place) as connection:
        row = _row(connection, place, subject, judged)
        connection.execute(insert(verdicts).values(**row))
        seal_row(connection, "verdict", row["number"])
        return _verdict(row)


def faults(connection: Connection) -> Iterator[tuple[str, str]]:
    """What does not stand among the verdicts, as place and problem: one of an assurance that is not there, or of no name."""
    known = set(connection.execute(select(signals.c.id).where(signals.c.kind == "assurances")).scalars())
    known |= withdrawals.assurances(connection)
    earlier: dict[int, str] = {}
    for verdict in _read(connection):
        place = f"verdict {verdict.number} of assurance {verdict.subject.assurance}"
        if verdict.subject.signal not in known:
            yield place, f"the record holds no assurance {verdict.subject.signal}: read its article again"
        if verdict.verdict not in (*NAMES, None) or (verdict.verdict is None) != (verdict.undoes is not None):
            yield place, f"{verdict.verdict!r} is no verdict"
        if verdict.undoes is not None and earlier.get(verdict.undoes) != verdict.subject.assurance:
            yield place, f"undoes {verdict.undoes}, which is no earlier verdict of this assurance"
        earlier[verdict.number] = verdict.subject.assurance


def _row(connection: Connection, place: str, subject: Subject, judged: Judgement) -> dict[str, Any]:
    undoes = None
    if judged.verdict is None:
        last = standing(_read(connection)).get(subject.assurance)
        if last is None:
            raise RecordError(
                f"no verdict stands on assurance {subject.assurance}",
                place=place,
                remedy="its history: comity judge FILE ASSURANCE",
            )
        undoes = last.number
    number = connection.execute(select(func.coalesce(func.max(verdicts.c.number), 0))).scalar_one() + 1
    return {
        "number": number,
        "assurance": subject.assurance,
        "signal": subject.signal,
        "promisor": subject.promisor,
        "beneficiary": subject.beneficiary,
        "verdict": judged.verdict,
        "because": judged.because,
        "name": judged.name,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "undoes": undoes,
    }


def _read(connection: Connection) -> Iterator[Verdict]:
    for row in connection.execute(select(verdicts).order_by(verdicts.c.number)).mappings():
        yield _verdict(dict(row))


def _verdict(row: dict[str, Any]) -> Verdict:
    subject = Subject(*(row[name] for name in ("assurance", "signal", "promisor", "beneficiary")))
    return Verdict(subject=subject, **{n: row[n] for n in ("number", "verdict", "because", "name", "at", "undoes")})
