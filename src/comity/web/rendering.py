"""Templates to HTML: everything that comes from a record is escaped; marks are made here, after escaping."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import polars as pl
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from comity.exports.wording import cell, covered, figure_line, origin
from comity.pair_dossier.visible import visible
from comity.web import links

SCHEMES = ("http://", "https://")


@cache
def environment() -> Environment:
    """The engine with the words and addresses that every template uses."""
    made = Environment(
        loader=PackageLoader("comity.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    made.filters.update(cell=cell, address=address, direction=direction, one_line=one_line)
    made.globals.update(
        covered=covered, figure_line=figure_line, origin=origin, links=links, by_row=by_row, marked=marked
    )
    return made


def render(template: str, context: Mapping[str, Any]) -> str:
    """A whole page."""
    return environment().get_template(template).render(**context)


def by_row(evidence: pl.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """The quotations of each row of an answer, by the row's id."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in evidence.iter_rows(named=True):
        found.setdefault(row["row"], []).append(row)
    return found


def address(url: object) -> str | None:
    """An address that a link may lead to: http and https alone."""
    written = str(url or "")
    return written if written.lower().startswith(SCHEMES) else None


def one_line(words: object) -> str:
    """Words with every run of spaces and line ends as one space."""
    return " ".join(str(words).split())


def direction(words: object) -> str:
    """``rtl`` or ``ltr`` by the first letter that has a direction: what a quotation's ``dir`` says."""
    for letter in str(words):
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> Markup:
    """The text with each span marked, and an anchor of its name where it begins; spans may overlap.

    A mark has the names of its spans as classes, numbers cut off, and in ``data-of``. The text is escaped piece by piece, so
    that no mark can come from it.
    """
    known = sorted((start, end, name) for start, end, name in spans if 0 <= start < end <= len(text))
    edges = sorted({0, len(text), *(edge for start, end, _ in known for edge in (start, end))})
    pieces: list[Markup] = []
    for start, end in itertools.pairwise(edges):
        pieces += [Markup('<span id="{}" class="anchor"></span>').format(name) for s, _, name in known if s == start]
        over = [name for s, e, name in known if s <= start and end <= e]
        pieces.append(_piece(visible(text[start:end]), over))
    return Markup("").join(pieces)


def _piece(words: str, over: list[str]) -> Markup:
    if not over:
        return Markup.escape(words)
    kinds = " ".join(dict.fromkeys(name.rstrip("0123456789-") for name in over))
    return Markup('<mark class="{0}" data-of="{1}">{2}</mark>').format(kinds, " ".join(over), words)
