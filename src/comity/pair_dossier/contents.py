"""What a dossier says, ready to be set: parts with tables and figures, numbered quotations, the texts they stand in.

Contains no logic. ``text[span[0]:span[1]]`` of the record is exactly the words of a quotation. An anchor names a place of
the document: ``q7`` a quotation, ``c7`` a list of what is counted, ``t7`` a text.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.values import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """One piece of evidence; ``number`` runs through the whole dossier, ``text`` is the number of its text."""

    number: int
    words: str
    span: Span
    digest: str  # SHA-256 of the text
    text: int
    role: str
    origin: str  # outlet, day, according to whom, id


@dataclass(frozen=True, slots=True)
class Linked:
    """A stretch of words. A figure has the anchor it ``leads_to``; a constant of the method names its ``rule``."""

    text: str
    leads_to: str | None = None
    rule: str = ""


Words = tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """``short``: a number or a day, not to be broken."""

    words: Linked
    short: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its cells, and the quotations it rests on."""

    number: int
    cells: tuple[Cell, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """One aggregate in words."""

    name: Words
    value: Linked
    n: Linked
    says: Words


@dataclass(frozen=True, slots=True)
class Table:
    """One answer, or a table beside it. ``source`` names the table of facts that it is of, where it is of no texts."""

    anchor: str
    caption: Words
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    figures: tuple[Measured, ...] = ()
    remarks: tuple[Words, ...] = ()
    source: str = ""

    @property
    def title(self) -> str:
        return "".join(part.text for part in self.caption)


@dataclass(frozen=True, slots=True)
class Part:
    anchor: str
    title: str
    says: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """What a figure counts, thing by thing, and what it was looked for among; each thing by the anchors of its mentions."""

    number: int
    of: str
    things: tuple[tuple[str, ...], ...]
    among: tuple[tuple[str, ...], ...]

    @property
    def anchor(self) -> str:
        return f"c{self.number}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: marked where quotations cover it, with those that begin and those that end there."""

    text: str
    marked: bool
    begins: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One article of the record, quoted by its first words; ``pieces`` is its whole text where more is quoted, else empty."""

    number: int
    digest: str
    title: str
    outlet: str
    published: str
    kind: str
    language: str
    address: str
    opening: str
    span: Span  # of the opening words
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    one: str
    other: str
    names: tuple[str, str]
    covered: Words
    parts: tuple[Part, ...]
    counts: tuple[Count, ...]
    more: tuple[Quotation, ...]  # quotations that only lists of what is counted lead to
    sources: tuple[tuple[str, tuple[Source, ...]], ...]  # by outlet
    codes: tuple[tuple[str, str], ...]  # code and name of the actors that stand in the tables
    versions: tuple[str, ...]
