"""Whether a record still says what its texts say: every text hashed again, every span read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Table, select, text

from comity.contract import SIGNALS, read_value
from comity.errors import ComityError, InputError, RecordError
from comity.record import copies as copying
from comity.record import derived, names, origins, rows, seals, sqlite_file, verdicts
from comity.record.identity import coder_id, text_hash
from comity.record.opening import open_for_reading
from comity.record.places import is_url
from comity.record.schema import articles, attributions, claims, coders, codings, roles, signals, text_bands, texts
from comity.record.storage_errors import storage_guard
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


_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, ComityError)


def verify(place: str) -> Verification:
    """Reads the whole record again; :class:`RecordError` where it cannot be opened at all.

    What the database itself says of damage is a fault among the others, and nothing after it can be read.
    """
    engine: Engine = open_for_reading(place)
    seen = _Seen()
    try:
        with storage_guard(place), engine.connect() as connection:
            for where, problem in _faults(connection, seen):
                seen.faults.append(Fault(where, problem))
        if not is_url(place):
            seen.faults.extend(Fault("text search", problem) for problem in sqlite_file.search_problems(place))
    except RecordError as error:
        seen.faults.append(Fault("file", error.problem))
    return Verification(seen.texts, seen.values, tuple(seen.faults))


@dataclass(slots=True)
class _Seen:
    """What was read again so far."""

    texts: int = 0
    values: int = 0
    faults: list[Fault] = field(default_factory=list)


def _faults(connection: Connection, seen: _Seen) -> Iterator[tuple[str, str]]:
    """Every fault as place and problem."""
    yield from _storage_faults(connection)
    for digest in connection.execute(select(texts.c.hash).order_by(texts.c.hash)).scalars().all():
        seen.texts += 1
        yield from _text_and_articles(connection, digest, seen)
    for part in (verdicts.faults, seals.faults, _coder_faults, names.faults, derived.faults):
        if part is derived.faults and seen.faults:
            return  # what is worked out of faulty articles is bound to differ
        try:
            yield from part(connection)
        except _UNREADABLE as error:
            yield f"{part.__module__.rpartition('.')[2]}", f"cannot be read: {error}"


def _text_and_articles(connection: Connection, digest: str, seen: _Seen) -> Iterator[tuple[str, str]]:
    content = str(connection.execute(select(texts.c.text).where(texts.c.hash == digest)).scalar_one())
    yield from _text_faults(digest, content)
    held = connection.execute(select(articles).where(articles.c.text == digest)).mappings().all()
    if not held:
        yield f"text {digest}", "belongs to no article: the article is missing"
    found = False
    for article in held:
        for fault in _article_faults(connection, article, content, seen):
            found = True
            yield fault
        if not found and seals.broken(connection, article["key"]):
            yield f"article {article['id']}", "is not as it was written"
    if held and not found:
        yield from _band_faults(connection, digest, content)


def _article_faults(connection: Connection, article: Any, content: str, seen: _Seen) -> Iterator[tuple[str, str]]:
    try:
        for owner, value, problems in _values(connection, article["key"]):
            seen.values += 1
            for problem in (*problems, *span_problems(value, content)):
                yield f"article {article['id']}, {owner}", problem
        yield from _range_faults(connection, article, content)
    except _UNREADABLE as error:
        yield f"article {article['id']}", f"cannot be read: {error}"


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


def _text_faults(digest: str, content: str) -> Iterator[tuple[str, str]]:
    try:
        found = text_hash(content)
    except InputError as error:
        found = error.problem
    if found != digest:
        yield f"text {digest}", f"has been changed: its hash is now {found}"


def _band_faults(connection: Connection, digest: str, content: str) -> Iterator[tuple[str, str]]:
    stored = set(connection.execute(select(text_bands.c.band).where(text_bands.c.text == digest)).scalars())
    furniture = rows.read_spans(origins.furniture(connection, digest) or "[]")
    if set(copying.bands(copying.content(content, furniture))) != stored:
        yield f"text {digest}", "the bands by which its copies are found are not what it says"


def _coder_faults(connection: Connection) -> Iterator[tuple[str, str]]:
    for row in connection.execute(select(coders)).mappings():
        if coder_id({name: row[name] for name in ("name", "version", "vocabulary")}) != row["id"]:
            yield f"coder {row['id']}", "is not as it was written"


def _range_faults(connection: Connection, article: Any, content: str) -> Iterator[tuple[str, str]]:
    coding = connection.execute(select(codings).where(codings.c.article == article["key"])).mappings().first()
    lists = {"noncontent": article["noncontent"]}
    if coding is None:
        yield f"article {article['id']}", "has not been coded"
    else:
        lists |= {"sentences": coding["sentences"], "coded noncontent": coding["noncontent"]}
    for name, stored in lists.items():
        for problem in span_problems(rows.read_spans(stored), content):
            yield f"article {article['id']}, {name}", problem


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
        differing = [key for key, content in columns(value, row).items() if row[key] != content]
    except _UNREADABLE as error:
        return name, None, [f"cannot be read: {error}"]
    return name, value, [f"column {key} does not say what the value says" for key in differing]


def _rows_of(connection: Connection, table: Table, key: str) -> Iterator[dict[str, Any]]:
    query = select(table).where(table.c.article == key).order_by(*table.primary_key.columns)
    return (dict(row) for row in connection.execute(query).mappings())


def _storage_faults(connection: Connection) -> Iterator[tuple[str, str]]:
    if connection.dialect.name != "sqlite":
        return
    for message in connection.execute(text("PRAGMA integrity_check")).scalars():
        if message != "ok":
            yield "file", str(message)
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"table {row[0]}", f"row {row[1]} refers to a row of {row[2]} that is not there"
