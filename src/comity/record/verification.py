"""Whether a record still says what its texts say: every text hashed again, every span read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Table, select, text

from comity.contract import SIGNALS, read_value
from comity.errors import ComityError, InputError
from comity.record import rows, verdicts
from comity.record.identity import text_hash
from comity.record.opening import open_for_reading, storage_guard
from comity.record.schema import articles, attributions, claims, codings, roles, signals, texts
from comity.values import Attribution, Claim, Evidence, RoleFlag


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing in a record that does not stand: where, and what is wrong with it."""

    place: str
    problem: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How much was read again, and every fault found."""

    texts: int
    values: int
    faults: tuple[Fault, ...]


def verify(place: str) -> Verification:
    """Reads the whole record again; :class:`RecordError` where it cannot be opened at all."""
    engine: Engine = open_for_reading(place)
    faults: list[Fault] = []
    with storage_guard(place), engine.connect() as connection:
        faults.extend(_storage_faults(connection))
        hashes = connection.execute(select(texts.c.hash).order_by(texts.c.hash)).scalars().all()
        count = 0
        for digest in hashes:
            content = str(connection.execute(select(texts.c.text).where(texts.c.hash == digest)).scalar_one())
            faults.extend(_text_faults(digest, content))
            for article in connection.execute(select(articles).where(articles.c.text == digest)).mappings():
                for owner, value, found in _values(connection, article["key"]):
                    count += 1
                    where = f"article {article['id']}, {owner}"
                    faults.extend(Fault(where, problem) for problem in (*found, *span_problems(value, content)))
                faults.extend(_range_faults(connection, article, content))
        faults.extend(Fault(where, problem) for where, problem in verdicts.faults(connection))
        return Verification(len(hashes), count, tuple(faults))


def span_problems(value: Any, content: str) -> Iterator[str]:
    """Every mention in a value that does not stand in ``content`` where it says, and every span outside of it."""
    if value is None:
        return
    span, words = getattr(value, "span", None), getattr(value, "text", None)
    if span is not None and words is not None and content[span[0] : span[1]] != words:
        yield f"orphaned: {words!r} does not stand at {list(span)}"
    if isinstance(value, Evidence):
        yield from _outside_sentence(value)
    for part in _parts(value):
        if _is_span(part):
            yield from _outside(part, len(content))
        else:
            yield from span_problems(part, content)


def _parts(value: Any) -> Iterable[Any]:
    if is_dataclass(value):
        return [getattr(value, f.name) for f in fields(value)]
    return value if isinstance(value, tuple) else ()


def _is_span(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(type(x) is int for x in value)


def _outside(span: tuple[int, int], length: int) -> Iterator[str]:
    if not 0 <= span[0] <= span[1] <= length:
        yield f"span {list(span)} lies outside the text of {length} characters"


def _outside_sentence(signal: Evidence) -> Iterator[str]:
    start, end = signal.sentence
    for span in signal.spans:
        if not start <= span[0] <= span[1] <= end:
            yield f"evidence {list(span)} lies outside its sentence {list(signal.sentence)}"


def _text_faults(digest: str, content: str) -> Iterator[Fault]:
    try:
        found = text_hash(content)
    except InputError as error:
        found = error.problem
    if found != digest:
        yield Fault(f"text {digest}", f"has been changed: its hash is now {found}")


def _range_faults(connection: Connection, article: Any, content: str) -> Iterator[Fault]:
    coding = connection.execute(select(codings).where(codings.c.article == article["key"])).mappings().first()
    lists = {"noncontent": article["noncontent"]}
    if coding is None:
        yield Fault(f"article {article['id']}", "has not been coded")
    else:
        lists |= {"sentences": coding["sentences"], "coded noncontent": coding["noncontent"]}
    for name, stored in lists.items():
        for problem in span_problems(rows.read_spans(stored), content):
            yield Fault(f"article {article['id']}, {name}", problem)


def _values(connection: Connection, key: str) -> Iterator[tuple[str, Any, list[str]]]:
    """Every coded value of one article, with its name and with what is wrong between it and its columns."""
    for row in _rows_of(connection, claims, key):
        yield _read(f"claim {row['id']}", row, Claim, lambda v, r: rows.claim_row(v, key, r["number"]))
    for row in _rows_of(connection, attributions, key):
        name = f"attribution {row['id']}"
        yield _read(name, row, Attribution, lambda v, r: rows.attribution_row(v, key, r["number"]))
    for row in _rows_of(connection, signals, key):
        name = f"{row['kind']} {row['id']}"
        kind = SIGNALS[row["kind"]]
        yield _read(name, row, kind, lambda v, r: rows.signal_row(v, r["kind"], key, r["number"]))
    for row in _rows_of(connection, roles, key):
        yield _read(f"role {row['number']}", row, RoleFlag, lambda v, r: rows.role_row(v, key, r["number"]))


def _read(name: str, row: dict[str, Any], kind: type, columns: Any) -> tuple[str, Any, list[str]]:
    try:
        value: Any = read_value(kind, json.loads(row["value"]))
    except (ComityError, ValueError) as error:
        return name, None, [f"cannot be read: {error}"]
    differing = [key for key, content in columns(value, row).items() if row[key] != content]
    return name, value, [f"column {key} does not say what the value says" for key in differing]


def _rows_of(connection: Connection, table: Table, key: str) -> Iterator[dict[str, Any]]:
    query = select(table).where(table.c.article == key).order_by(*table.primary_key.columns)
    return (dict(row) for row in connection.execute(query).mappings())


def _storage_faults(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    for message in connection.execute(text("PRAGMA integrity_check")).scalars():
        if message != "ok":
            yield Fault("file", message)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(f"table {row[0]}", f"row {row[1]} refers to a row of {row[2]} that is not there")
