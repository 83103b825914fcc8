"""A dossier made from a record: every section asked, its evidence quoted and numbered, every number with what it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from comity import vocabulary
from comity.asking.frames import frames, read_once
from comity.asking.quoting import quoted
from comity.errors import InputError
from comity.exports.wording import cell, covered, value_of
from comity.measures.answer import Answer, Figure, basis
from comity.measures.counted import Number, Things, Told, count, joined, said, texts
from comity.measures.frames import Frames
from comity.pair_dossier.contents import Cell, Dossier, Line, Linked, Measured, Part, Table
from comity.pair_dossier.linking import Links, has_figure
from comity.pair_dossier.sections import Section, sections
from comity.pair_dossier.sources import in_order, sources

if TYPE_CHECKING:
    from comity.asking import Asking

CODE = re.compile(r"\b[A-Z]{3}\b")


def dossier(record: Asking, one: str, other: str) -> Dossier:
    """The dossier of two actors, given by code or name. Raises :class:`comity.errors.RecordError` where there is no record."""
    with read_once():
        reader = record.reader()
        read = frames(reader)
        links = Links(reader, read, {key: n for n, key in enumerate(in_order(read.articles)["article"], 1)})
        whole = links.words(_covered(read), "covered")
        parts = tuple(_part(section, record, links, one, other) for section in sections(record))
        of_lines = len(links.quotations)
        counts = links.counts()
        coders = (f"coder {v.coder} {v.version}, vocabulary {v.vocabulary}" for v in read.versions)
        return Dossier(
            one=one,
            other=other,
            names=(_name(one), _name(other)),
            covered=whole,
            parts=parts,
            counts=counts,
            more=tuple(quotation for _, quotation in links.quotations[of_lines:]),
            sources=tuple(sources(read.articles, reader, links)),
            codes=tuple(_codes(parts, one, other)),
            versions=(*coders, *(f"table {name} {version}" for name, version in sorted(links.tables.items()))),
        )


def _covered(read: Frames) -> Told:
    """What is covered, as :func:`comity.exports.wording.covered` says it, with the articles that each number counts."""
    articles = in_order(read.articles)
    dated = articles.filter(pl.col("published").is_not_null())
    copies = articles.filter(pl.int_range(pl.len()).over("origin") > 0)
    known = articles.filter(pl.col("outlet").is_not_null())
    undated = articles.filter(pl.col("published").is_null())
    what, every = basis(read), texts(articles)
    window = "no dated article"
    if what.first:
        missing = Number(str(what.missing_days), among=texts(dated, "published"))
        window = said(f"{what.first} to {what.last}, {{}} days without an article", missing)
    several = said(
        "{} articles of {} outlets ({} copies, {} undated)",
        *(count(some, every) for some in (every, texts(known, "outlet"), texts(copies), texts(undated))),
    )
    made = joined((several, window))
    if made != covered(what):
        raise ValueError(f"{made!r} is not {covered(what)!r}")
    return made


def _part(section: Section, record: Asking, links: Links, one: str, other: str) -> Part:
    tables: list[Table] = []
    try:
        for caption, answer in section.ask(record, one, other):
            links.knows(answer)
            where = section.title if isinstance(caption, Told) else f"{section.title}, {caption}"
            tables += _tables(f"{section.anchor}-{len(tables) + 1}", (caption, where), answer, links)
    except InputError as error:  # a measure that cannot be asked of these two, such as votes of who is no state
        remark = (Linked(error.problem),)
        tables.append(Table(f"{section.anchor}-{len(tables) + 1}", (Linked("not asked"),), (), (), remarks=(remark,)))
    return Part(section.anchor, section.title, section.says, tuple(tables))


def _tables(anchor: str, named: tuple[str, str], answer: Answer, links: Links) -> Iterator[Table]:
    """The rows of an answer, then what stands beside it. ``named`` are its caption and where it stands."""
    caption, where = named
    found = quoted(answer, links.reader)
    source = links.table(answer)
    lines = _lines(answer, answer.rows, answer.shown, _Cells(found, links, where))
    told = [f for f in answer.figures if f.n or lines]  # where there is nothing, one sentence says so
    yield Table(
        anchor,
        links.words(caption, where),
        _heads(answer.shown),
        lines,
        tuple(_measured(figure, source, links, where) for figure in told),
        tuple((Linked(note),) if source else links.words(note, where) for note in answer.notes),
        source,
    )
    for name, shown in answer.beside.items():
        words = f"beside it, from the texts: {name.replace('_', ' ')}"
        made = _lines(answer, answer.series[name], shown, _Cells(found, links, f"{where}, {words}"), beside=True)
        yield Table(f"{anchor}-{name}", (Linked(words),), _heads(shown), made)


class _Cells:
    """Where the cells of one table lead."""

    def __init__(self, found: pl.DataFrame, links: Links, where: str) -> None:
        self.found, self.links, self.where = found, links, where


def _lines(
    answer: Answer, rows: pl.DataFrame, shown: tuple[str, ...], to: _Cells, beside: bool = False
) -> tuple[Line, ...]:
    """The lines of a table. Those of a table of facts rest on it, and lead to no text."""
    of_facts = bool(answer.from_table) and not beside
    made = []
    for number, row in enumerate(rows.iter_rows(named=True), 1):
        own = to.found.filter(row=row["id"]) if "id" in row else to.found.clear()
        own = own.unique(_ALIKE, keep="first", maintain_order=True)
        taken = tuple(to.links.take(q) for q in own.iter_rows(named=True))
        first = f"q{taken[0].number}" if taken else None
        cells = []
        for name in shown:
            of = answer.cells.get((row.get("id", ""), name))
            cells.append(_cell(row[name], name, None if of_facts else of, (first, of_facts), to))
        made.append(Line(number, tuple(cells), taken))
    return tuple(made)


_ALIKE = ("article", "role", "quotation_start", "quotation_end")


def _cell(value: Any, name: str, of: Number | None, leads: tuple[str | None, bool], to: _Cells) -> Cell:
    """A number leads to what it counts, else to the quotations of its line, else to all that was read."""
    first, of_facts = leads
    text = cell(value)
    counted = isinstance(value, int | float) and not isinstance(value, bool)
    if of_facts or not (counted or has_figure(text)):
        return Cell(Linked(text), counted or isinstance(value, date))
    where = f"{to.where}: {name.replace('_', ' ')}"
    own = of if of is not None else Number(text) if first is None else None
    return Cell(Linked(text, first if own is None else to.links.list(own.counts, own.among, where)), counted)


def _measured(figure: Figure, source: str, links: Links, where: str) -> Measured:
    """A figure; what it is a share of stands in the same list."""
    label = f"{where}: {figure.name}"
    leads = None if source else links.list(figure.counts, figure.among, label)
    same = len(figure.among) == figure.n != len(figure.counts)
    of_n: Things = figure.among if same else figure.counts
    to_n = None if source else links.list(of_n, () if of_n else figure.among, f"{label}, n")
    value = value_of(figure)
    return Measured(
        links.words(figure.name, where),
        Linked(value, leads if has_figure(value) else None),
        Linked(str(figure.n), to_n),
        links.words(figure.says, where),
    )


def _heads(shown: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in shown)


def _codes(parts: tuple[Part, ...], one: str, other: str) -> Iterator[tuple[str, str]]:
    """The codes of states that stand in the tables, with the name of each."""
    cells = " ".join(c.words.text for p in parts for t in p.tables for line in t.lines for c in line.cells)
    names = {row["code"]: row["name"] for row in vocabulary.rows("states")}
    for code in sorted({one, other, *CODE.findall(cells)} & names.keys()):
        yield code, names[code]


def _name(asked: str) -> str:
    """The name of a state by its code; anybody else as asked for."""
    return next((row["name"] for row in vocabulary.rows("states") if row["code"] == asked.upper()), asked)
