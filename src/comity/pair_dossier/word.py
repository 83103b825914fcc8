"""A dossier as a Word document: the same sections, quotations numbered below their table. The same dossier, the same bytes.

Numbers are links within the document, to bookmarks named by the anchors of contents.py.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from comity.pair_dossier.contents import Count, Dossier, Line, Linked, Measured, Part, Quotation, Source, Table, Words
from comity.pair_dossier.visible import visible
from comity.pair_dossier.words import COUNTED, INTRODUCTION, METHOD, NOTHING

NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)  # a file tells nothing of when it was made
SMALL = Pt(8)


def word(dossier: Dossier) -> bytes:
    """The whole file."""
    made = docx.Document()
    _properties(made, " and ".join(dossier.names))
    made.add_heading(visible(" and ".join(dossier.names)), 0)
    _set(made.add_paragraph("Covered: "), (*dossier.covered, Linked(".")))
    made.add_paragraph(INTRODUCTION)
    for part in dossier.parts:
        _part(made, part)
    if dossier.counts:
        made.add_heading("What is counted", 1)
        made.add_paragraph(COUNTED)
        for count in dossier.counts:
            _count(made, count)
        for quotation in dossier.more:
            _quotation(made, "", quotation)
    made.add_heading("Method", 1)
    for paragraph in METHOD:
        made.add_paragraph(paragraph)
    _bullets(made, ((Linked(version),) for version in dossier.versions))
    made.add_heading("Texts", 1)
    for outlet, sources in dossier.sources:
        made.add_heading(visible(outlet), 2)
        for source in sources:
            _source(made, source)
    return _same_bytes(made)


def _part(made: Document, part: Part) -> None:
    made.add_heading(part.title, 1)
    made.add_paragraph(part.says)
    for table in part.tables:
        _set(made.add_heading("", 2), table.caption)
        if table.source:
            made.add_paragraph(visible(f"From the table {table.source}"))
        if table.lines:
            _table(made, table)
        else:
            made.add_paragraph(NOTHING)
        _bullets(made, map(_figure, table.figures))
        _bullets(made, table.remarks)
        for line in table.lines:
            for quotation in line.quotations:
                _quotation(made, f"line {line.number}: ", quotation)


def _figure(figure: Measured) -> Words:
    says = (Linked(": "), *figure.says) if any(part.text for part in figure.says) else ()
    return (*figure.name, Linked(": "), figure.value, Linked(" (n = "), figure.n, Linked(")"), *says)


def _table(made: Document, table: Table) -> None:
    heads = ("#", *table.heads, "quotations")
    grid = made.add_table(rows=1 + len(table.lines), cols=len(heads), style="Light List")
    rows = [tuple((Linked(head),) for head in heads), *map(_row, table.lines)]
    # One walk over the cells: asking a table for each cell by its place costs the square of their number.
    for cell, words in zip(grid._cells, (words for row in rows for words in row), strict=True):
        _set(cell.paragraphs[0], words, SMALL)


def _row(line: Line) -> tuple[Words, ...]:
    marks = [Linked(str(q.number), f"q{q.number}") for q in line.quotations]
    apart = tuple(part for n, mark in enumerate(marks) for part in ((Linked(", "),) * bool(n) + (mark,)))
    return ((Linked(str(line.number)),), *((c.words,) for c in line.cells), apart)


def _quotation(made: Document, of: str, q: Quotation) -> None:
    paragraph = made.add_paragraph(visible(f"[{q.number}] {of}“{q.words}” "))
    _bookmark(paragraph, f"q{q.number}", q.number)
    paragraph.paragraph_format.left_indent = Cm(1)
    where = Linked(f"text {q.text}, {q.span[0]}–{q.span[1]}", f"t{q.text}")
    _set(paragraph, (Linked(f"{q.role}: {q.origin}; "), where), SMALL)


def _count(made: Document, count: Count) -> None:
    """A list of what a figure counts: links to quotations and texts, one thing ended by a semicolon."""
    paragraph = made.add_paragraph(visible(f"[{count.anchor}] {count.of}. "))
    _bookmark(paragraph, count.anchor, 1_000_000 + count.number)
    for says, things in (("Counted: ", count.things), ("Looked for among: ", count.among)):
        parts = [part for mentions in things for part in _thing(mentions)]
        _set(paragraph, (Linked(says), *parts[:-1], Linked(". ")) if parts else (), SMALL)


def _thing(mentions: tuple[str, ...]) -> Iterable[Linked]:
    for n, anchor in enumerate(mentions):
        yield from (Linked(" "),) * bool(n)
        yield Linked(f"text {anchor[1:]}" if anchor[0] == "t" else anchor[1:], anchor)
    yield Linked("; ")


def _source(made: Document, s: Source) -> None:
    opening = f": “{s.opening}” ({s.span[0]}–{s.span[1]})" if s.opening else ""
    words = f"{s.number}. {s.title}; {s.published}; sha256:{s.digest[:16]}; {s.address}{opening}"
    paragraph = made.add_paragraph(visible(words), style="List Bullet")
    _bookmark(paragraph, f"t{s.number}", 2_000_000 + s.number)


def _bullets(made: Document, lines: Iterable[Words]) -> None:
    for words in lines:
        _set(made.add_paragraph(style="List Bullet"), words)


def _set(paragraph: Paragraph, words: Words, size: Length | None = None) -> None:
    """The words added to a paragraph, those that lead somewhere as links."""
    for part in words:
        run = paragraph.add_run(visible(part.text))
        run.font.size = size
        if part.leads_to:
            _link(run, part.leads_to)


def _link(run: Run, anchor: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    run.font.underline = True
    run._r.addprevious(link)
    link.append(run._r)


def _bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """A place to lead to at the start of a paragraph; ``number`` is its own in the document."""
    for tag, known in (
        ("w:bookmarkStart", {"w:id": str(number), "w:name": name}),
        ("w:bookmarkEnd", {"w:id": str(number)}),
    ):
        mark = OxmlElement(tag)
        for key, value in known.items():
            mark.set(qn(key), value)
        paragraph._p.append(mark)


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
