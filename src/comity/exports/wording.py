"""Cells, figures, origins and coverage of an answer in words, the same wherever it is shown. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.measures.answer import Basis, Figure


def cell(value: Any) -> str:
    """A value as a person reads it; unknown stays visible as a dash."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.4g}"
    return ", ".join(map(cell, value)) if isinstance(value, list) else str(value)


def origin(row: Mapping[str, Any]) -> str:
    """Outlet and day of a piece of evidence, according to whom, and the id to open it by."""
    place = f"{row['outlet'] or 'outlet unknown'}, {row['published'] or 'undated'}"
    according = f"; according to {row['says']}" if row["says"] else ""
    retold = f"; retelling {row['medium']}" if row["medium"] else ""
    return f"{place}{according}{retold}; {row['source']}"


def value_of(figure: Figure) -> str:
    """The value with its unit and interval; a dash where there is none."""
    value = cell(figure.value) + figure.unit if figure.value is not None else "–"
    bounded = figure.low is not None or figure.high is not None
    return value + (f" [{cell(figure.low)}, {cell(figure.high)}]" if bounded else "")


def figure_line(figure: Figure) -> str:
    """One aggregate with n and interval; without a value, the words that say why."""
    says = f": {figure.says}" if figure.says else ""
    return f"{figure.name}: {value_of(figure)} (n = {figure.n}){says}"


def covered(basis: Basis) -> str:
    """What was covered, in one line."""
    missing = f", {basis.missing_days} days without an article"
    window = f"{basis.first} to {basis.last}{missing}" if basis.first else "no dated article"
    copies = basis.articles - basis.origins
    return f"{basis.articles} articles of {basis.outlets} outlets ({copies} copies, {basis.undated} undated), {window}"


def basis_lines(basis: Basis) -> Iterator[str]:
    """Coverage, coder and tables: what every aggregate must carry."""
    yield f"covered: {covered(basis)}"
    for v in basis.versions:
        yield f"coder: {v.coder} {v.version}, vocabulary {v.vocabulary[:19]}"
    for name, version in basis.rules.items():
        yield f"table: {name} {version}"
