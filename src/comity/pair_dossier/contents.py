"""What a dossier says, ready to be set: parts with tables and figures, numbered quotations, the texts they stand in.

Contains no logic. ``text[span[0]:span[1]]`` of the record is exactly the words of a quotation.
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
class Cell:
    """``counted``: a number, which leads to the quotations of its line. ``short``: a number or a day, not to be broken."""

    text: str
    counted: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its cells, the quotations it rests on, and where its numbers lead (an anchor), if anywhere."""

    number: int
    cells: tuple[Cell, ...]
    quotations: tuple[Quotation, ...]
    leads_to: str | None


@dataclass(frozen=True, slots=True)
class Measured:
    """One aggregate in words; ``leads_to`` as for a line."""

    name: str
    value: str
    n: int
    says: str
    leads_to: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """One answer, or a table beside it. ``more`` quotations were left out."""

    anchor: str
    caption: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    figures: tuple[Measured, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    anchor: str
    title: str
    says: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: marked where quotations cover it, with those that begin and those that end there."""

    text: str
    marked: bool
    begins: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One article of the record; ``pieces`` is its whole text where something in it is quoted, else empty."""

    number: int
    digest: str
    title: str
    outlet: str
    published: str
    kind: str
    language: str
    address: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    one: str
    other: str
    names: tuple[str, str]
    covered: str
    parts: tuple[Part, ...]
    sources: tuple[tuple[str, tuple[Source, ...]], ...]  # by outlet
    codes: tuple[tuple[str, str], ...]  # code and name of the actors that stand in the tables
    versions: tuple[str, ...]
