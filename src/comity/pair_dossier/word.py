"""A dossier as a Word document: the same sections, quotations numbered below their table. The same dossier, the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.shared import Cm, Pt

from comity.pair_dossier.contents import Dossier, Part, Quotation, Table
from comity.pair_dossier.visible import visible
from comity.pair_dossier.words import INTRODUCTION, METHOD, NOTHING

NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # a file tells nothing of when it was made
SMALL = Pt(8)


def word(dossier: Dossier) -> bytes:
    """The whole file."""
    made = docx.Document()
    _properties(made, " and ".join(dossier.names))
    made.add_heading(visible(" and ".join(dossier.names)), 0)
    made.add_paragraph(visible(f"Covered: {dossier.covered}."))
    made.add_paragraph(INTRODUCTION)
    for part in dossier.parts:
        _part(made, part)
    made.add_heading("Method", 1)
    for paragraph in METHOD:
        made.add_paragraph(paragraph)
    _bullets(made, dossier.versions)
    made.add_heading("Texts", 1)
    for outlet, sources in dossier.sources:
        made.add_heading(visible(outlet), 2)
        _bullets(made, (f"{s.number}. {s.title}; {s.published}; sha256:{s.digest[:16]}; {s.address}" for s in sources))
    return _same_bytes(made)


def _part(made: Document, part: Part) -> None:
    made.add_heading(part.title, 1)
    made.add_paragraph(part.says)
    for table in part.tables:
        made.add_heading(visible(table.caption), 2)
        if table.lines:
            _table(made, table)
        else:
            made.add_paragraph(NOTHING)
        _bullets(made, (f"{f.name}: {f.value} (n = {f.n}){': ' * bool(f.says)}{f.says}" for f in table.figures))
        _bullets(made, table.remarks)
        for line in table.lines:
            for quotation in line.quotations:
                _quotation(made, line.number, quotation)


def _table(made: Document, table: Table) -> None:
    heads = ("#", *table.heads, "quotations")
    grid = made.add_table(rows=1 + len(table.lines), cols=len(heads), style="Light List")
    rows = [
        (str(line.number), *(c.text for c in line.cells), ", ".join(str(q.number) for q in line.quotations))
        for line in table.lines
    ]
    # One walk over the cells: asking a table for each cell by its place costs the square of their number.
    for cell, text in zip(grid._cells, (text for row in (heads, *rows) for text in row), strict=True):
        run = cell.paragraphs[0].add_run(visible(text))
        run.font.size = SMALL


def _quotation(made: Document, line: int, q: Quotation) -> None:
    paragraph = made.add_paragraph(visible(f"[{q.number}] line {line}: “{q.words}” "))
    paragraph.paragraph_format.left_indent = Cm(1)
    where = paragraph.add_run(visible(f"{q.role}: {q.origin}; text {q.text}, {q.span[0]}–{q.span[1]}"))
    where.font.size = SMALL


def _bullets(made: Document, lines: Iterable[str]) -> None:
    for line in lines:
        made.add_paragraph(visible(line), style="List Bullet")


def _properties(made: Document, title: str) -> None:
    known = made.core_properties
    known.author, known.title, known.comments, known.language = "comity", visible(title), "", "en"
    known.created = known.modified = NO_TIME


def _same_bytes(made: Document) -> bytes:
    """The file packed again without the time of packing."""
    packed, plain = io.BytesIO(), io.BytesIO()
    made.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            target.writestr(zipfile.ZipInfo(name, NO_TIME.timetuple()[:6]), source.read(name), zipfile.ZIP_DEFLATED)
    return plain.getvalue()
