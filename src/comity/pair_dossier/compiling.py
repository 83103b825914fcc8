"""A dossier made from a record: every section asked, its evidence quoted and numbered, the texts cut at the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import polars as pl

from comity import vocabulary
from comity.asking.frames import frames, read_once
from comity.asking.quoting import quoted
from comity.errors import InputError
from comity.exports.wording import cell, covered, origin, value_of
from comity.measures.answer import Answer, basis
from comity.pair_dossier.contents import Cell, Dossier, Line, Measured, Part, Piece, Quotation, Source, Table
from comity.pair_dossier.sections import Section, sections

if TYPE_CHECKING:
    from comity.asking import Asking
    from comity.record.queries import Reader

MOST = 60  # quotations of one line; what is left out is told
CODE = re.compile(r"\b[A-Z]{3}\b")


def dossier(record: Asking, one: str, other: str) -> Dossier:
    """The dossier of two actors, given by code or name. Raises :class:`comity.errors.RecordError` where there is no record."""
    with read_once():
        reader = record.reader()
        read = frames(reader)
        numbering = _Numbering(reader, {key: n for n, key in enumerate(_in_order(read.articles)["article"], 1)})
        parts = tuple(_part(section, record, numbering, one, other) for section in sections(record))
        rules = {name: version for a in numbering.answers for name, version in a.basis.rules.items()}
        coders = (f"coder {v.coder} {v.version}, vocabulary {v.vocabulary}" for v in read.versions)
        return Dossier(
            one=one,
            other=other,
            names=(_name(one), _name(other)),
            covered=covered(basis(read)),
            parts=parts,
            sources=tuple(_sources(read.articles, numbering)),
            codes=tuple(_codes(parts, one, other)),
            versions=(*coders, *(f"table {name} {version}" for name, version in sorted(rules.items()))),
        )


class _Numbering:
    """Quotations as they are met. Invariant: their numbers run from 1 without a gap, in the order of the document."""

    def __init__(self, reader: Reader, texts: Mapping[str, int]) -> None:
        self.reader, self.texts = reader, texts
        self.quotations: list[tuple[str, Quotation]] = []  # with the key of their article
        self.answers: list[Answer] = []

    def take(self, row: dict[str, Any]) -> Quotation:
        span = (row["quotation_start"], row["quotation_end"])
        number, text = len(self.quotations) + 1, self.texts[row["article"]]
        made = Quotation(number, row["quotation"], span, row["text"], text, row["role"] or "", origin(row))
        self.quotations.append((row["article"], made))
        return made


def _part(section: Section, record: Asking, numbering: _Numbering, one: str, other: str) -> Part:
    tables: list[Table] = []
    try:
        for caption, answer in section.ask(record, one, other):
            numbering.answers.append(answer)
            tables += _tables(f"{section.anchor}-{len(tables) + 1}", caption, answer, numbering)
    except InputError as error:  # a measure that cannot be asked of these two, such as votes of who is no state
        tables.append(Table(f"{section.anchor}-{len(tables) + 1}", "not asked", (), (), remarks=(error.problem,)))
    return Part(section.anchor, section.title, section.says, tuple(tables))


def _tables(anchor: str, caption: str, answer: Answer, numbering: _Numbering) -> Iterator[Table]:
    """The rows of an answer, then what stands beside it."""
    found = quoted(answer, numbering.reader)
    lines, left = _lines(answer.rows, answer.shown, found, numbering)
    remarks = (*answer.notes, *_left_out(left, answer))
    first = next((line.leads_to for line in lines if line.quotations), None)
    told = [f for f in answer.figures if f.n or lines]  # where there is nothing, one sentence says so
    figures = tuple(Measured(f.name, value_of(f), f.n, f.says, first if f.n else None) for f in told)
    yield Table(anchor, caption, _heads(answer.shown), lines, figures, remarks)
    for name, shown in answer.beside.items():
        lines, left = _lines(answer.series[name], shown, found, numbering)
        words = f"beside it, from the texts: {name.replace('_', ' ')}"
        yield Table(f"{anchor}-{name}", words, _heads(shown), lines, remarks=tuple(_left_out(left, answer)))


def _lines(
    rows: pl.DataFrame, shown: tuple[str, ...], found: pl.DataFrame, numbering: _Numbering
) -> tuple[tuple[Line, ...], int]:
    """The lines of a table, and how many quotations were left out of them."""
    made, left = [], 0
    for number, row in enumerate(rows.iter_rows(named=True), 1):
        own = found.filter(row=row["id"]) if "id" in row else found.clear()
        own = own.unique(_ALIKE, keep="first", maintain_order=True)
        taken = tuple(numbering.take(q) for q in own.head(MOST).iter_rows(named=True))
        left += own.height - len(taken)
        leads = f"q{taken[0].number}" if taken else _outlet_anchor(row) if "outlet" in row else None
        made.append(Line(number, tuple(_cell(row[name]) for name in shown), taken, leads))
    return tuple(made), left


_ALIKE = ("article", "role", "quotation_start", "quotation_end")


def _cell(value: Any) -> Cell:
    counted = isinstance(value, int | float) and not isinstance(value, bool)
    return Cell(cell(value), counted, counted or isinstance(value, date))


def _heads(shown: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in shown)


def _left_out(left: int, answer: Answer) -> Iterator[str]:
    if left:
        yield f"{left} more quotations: comity {answer.measure} with --json"


def _in_order(articles: pl.DataFrame) -> pl.DataFrame:
    """By outlet, unknown ones last, then by day of publication, undated ones last."""
    return articles.sort("outlet", "published", "article", nulls_last=True)


def _sources(articles: pl.DataFrame, numbering: _Numbering) -> Iterator[tuple[str, tuple[Source, ...]]]:
    quotations: dict[str, list[Quotation]] = {}
    for key, quotation in numbering.quotations:
        quotations.setdefault(key, []).append(quotation)
    for group in _in_order(articles).partition_by("outlet", maintain_order=True):
        made = []
        for row in group.iter_rows(named=True):
            own = quotations.get(row["article"], [])
            pieces = _pieces(numbering.reader.text(row["text"]), own) if own else ()
            made.append(_source(numbering.texts[row["article"]], row, pieces))
        yield made[0].outlet, tuple(made)


def _source(number: int, row: dict[str, Any], pieces: tuple[Piece, ...]) -> Source:
    return Source(
        number=number,
        digest=row["text"],
        title=row["title"] or "untitled",
        outlet=row["outlet"] or "outlet unknown",
        published=row["stated"] or "undated",
        kind=row["kind"],
        language=row["language"],
        address=row["url"] or "",
        pieces=pieces,
    )


def _outlet_anchor(row: Mapping[str, Any]) -> str:
    """Where the articles of an outlet are listed; the same for the same name."""
    return outlet_anchor(row["outlet"] or "outlet unknown")


def outlet_anchor(outlet: str) -> str:
    return "outlet-" + re.sub(r"[^a-z0-9]+", "-", outlet.lower()).strip("-")


def _pieces(text: str, quotations: list[Quotation]) -> tuple[Piece, ...]:
    """The text cut wherever a quotation begins or ends; joined again the pieces are the text."""
    cuts = sorted({0, len(text), *(at for q in quotations for at in q.span)})
    made = []
    for start, end in pairwise(cuts):
        marked = any(q.span[0] <= start and end <= q.span[1] for q in quotations)
        begins = tuple(q.number for q in quotations if q.span[0] == start)
        ends = tuple(q.number for q in quotations if q.span[1] == end)
        made.append(Piece(text[start:end], marked, begins, ends))
    return tuple(made)


def _codes(parts: tuple[Part, ...], one: str, other: str) -> Iterator[tuple[str, str]]:
    """The codes of states that stand in the tables, with the name of each."""
    cells = " ".join(c.text for p in parts for t in p.tables for line in t.lines for c in line.cells)
    names = {row["code"]: row["name"] for row in vocabulary.rows("states")}
    for code in sorted({one, other, *CODE.findall(cells)} & names.keys()):
        yield code, names[code]


def _name(asked: str) -> str:
    """The name of a state by its code; anybody else as asked for."""
    return next((row["name"] for row in vocabulary.rows("states") if row["code"] == asked.upper()), asked)
