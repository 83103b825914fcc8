"""What a measure answers: rows, the evidence of each, figures with n and interval, and what all of it rests on. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import polars as pl

from comity.measures.counted import Number, Things
from comity.measures.covered import covered, extent
from comity.measures.frames import EVIDENCE, Frames, Version

FEWEST = 5  # below so many, an aggregate is not summarised: docs/measures.md
TOO_FEW = "too few to summarise"


@dataclass(frozen=True, slots=True)
class Figure:
    """One aggregate: ``value`` with its interval from ``n`` things; null where there are too few, and ``says`` tells so.

    ``counts`` are the things it is worked out from, ``among`` those of which it is a share or finds none.
    """

    name: str
    value: float | None
    n: int
    low: float | None = None
    high: float | None = None
    unit: str = ""
    says: str = ""
    counts: Things = field(default=(), compare=False)
    among: Things = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Basis:
    """What was covered: without it no figure can be read. Days are of publication."""

    articles: int
    origins: int  # articles with copies folded
    outlets: int
    undated: int
    first: date | None
    last: date | None
    missing_days: int  # days between first and last without an article
    versions: tuple[Version, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)  # tables of rules that were used, and their digests


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of one measure. ``rows`` has a column ``id`` that ``evidence.row`` refers to.

    ``shown`` names the columns for a person to read, in order; ``series`` holds further tables by name. ``beside`` names
    those of them that are read beside the rows and never merged with them, each with its columns; evidence may be theirs.
    ``cells`` are the numbers, by row and column, that count something else than the evidence of their row; ``from_table``
    names a table of facts or rules that all rows and figures are of, and no text.
    """

    measure: str
    asked: Mapping[str, Any]
    rows: pl.DataFrame
    basis: Basis
    evidence: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=EVIDENCE))
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    series: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cells: Mapping[tuple[str, str], Number] = field(default_factory=dict)
    from_table: str = ""

    def noting(self, measure: str, notes: tuple[str, ...]) -> Answer:
        """The same answer under another name, with these notes."""
        return replace(self, measure=measure, notes=notes)

    def part(self, first: int, count: int) -> Answer:
        """``count`` rows from the one numbered ``first``, with their evidence."""
        rows = self.rows.slice(first, count)
        held = self.evidence.filter(pl.col("row").is_in(rows["id"].implode()))
        return replace(self, rows=rows, evidence=held)


def basis(frames: Frames, rules: Mapping[str, str] | None = None) -> Basis:
    """What the articles of ``frames`` cover."""
    what = extent(covered(frames))
    span = (what.last - what.first).days + 1 if what.first and what.last else 0
    return Basis(
        articles=what.articles,
        origins=what.origins,
        outlets=what.outlets,
        undated=what.undated,
        first=what.first,
        last=what.last,
        missing_days=span - what.days,
        versions=frames.versions,
        rules=rules or {},
    )


def evidence(found: pl.DataFrame, row: str | pl.Expr, role: str | pl.Expr) -> pl.DataFrame:
    """The rows of claims or signals in ``found`` as evidence: ``row`` names the column with the answer's row."""
    says = pl.when(pl.col("chain").list.len() > 0).then(pl.col("chain").list.join(" > "))
    of = pl.col(row) if isinstance(row, str) else row
    as_what = pl.lit(role) if isinstance(role, str) else role
    medium = pl.col("medium") if "medium" in found.columns else pl.lit(None, pl.String)
    named = found.with_columns(row=of, role=as_what, source=pl.col("id"), says=says, medium=medium)
    return named.select(pl.col(name).cast(kind) for name, kind in EVIDENCE.items())
