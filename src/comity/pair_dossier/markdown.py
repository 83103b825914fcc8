"""A dossier as Markdown: the same sections, every line with its footnotes. What comes from a record is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.pair_dossier.contents import Dossier, Line, Measured, Part, Quotation, Table
from comity.pair_dossier.visible import visible
from comity.pair_dossier.words import INTRODUCTION, METHOD, NOTHING

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^!&])")


def markdown(dossier: Dossier) -> str:
    """The whole file. Footnotes stand at its end; they are numbered as in the HTML."""
    one, other = dossier.names
    lines = [f"# {_plain(one)} and {_plain(other)}", "", f"Covered: {_plain(dossier.covered)}.", "", INTRODUCTION, ""]
    for part in dossier.parts:
        lines += _part(part)
    lines += ["## Method", "", *(f"{paragraph}\n" for paragraph in METHOD)]
    lines += [*(f"- {_plain(version)}" for version in dossier.versions), ""]
    lines += ["## Texts", "", *_texts(dossier), ""]
    lines += [_footnote(q) for part in dossier.parts for t in part.tables for line in t.lines for q in line.quotations]
    return "\n".join(lines).rstrip() + "\n"


def _part(part: Part) -> Iterator[str]:
    yield from (f"## {part.title}", "", part.says, "")
    for table in part.tables:
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield from (f"**{_plain(table.caption)}**", "")
    if not table.lines:
        yield from (NOTHING, "")
    else:
        yield f"| # | {' | '.join(table.heads)} | quotations |"
        yield "|---" * (len(table.heads) + 2) + "|"
        yield from (f"| {line.number} | {_cells(line)} | {_marks(line)} |" for line in table.lines)
        yield ""
    for figure in table.figures:
        yield f"- {_figure(figure)}"
    yield from (f"- {_plain(remark)}" for remark in table.remarks)
    if table.figures or table.remarks:
        yield ""


def _cells(line: Line) -> str:
    return " | ".join(_plain(c.text) for c in line.cells)


def _marks(line: Line) -> str:
    return " ".join(f"[^{q.number}]" for q in line.quotations) or "–"


def _figure(figure: Measured) -> str:
    says = f": {_plain(figure.says)}" if figure.says else ""
    return f"{_plain(figure.name)}: **{_plain(figure.value)}** (n = {figure.n}){says}"


def _footnote(q: Quotation) -> str:
    words = _plain(" ".join(q.words.split()))
    return f"[^{q.number}]: “{words}” ({_plain(q.role)}: {_plain(q.origin)}; text {q.text}, {q.span[0]}–{q.span[1]})"


def _texts(dossier: Dossier) -> Iterator[str]:
    for outlet, sources in dossier.sources:
        yield from (f"**{_plain(outlet)}**", "")
        for s in sources:
            address = f"; {_plain(s.address)}" if s.address else ""
            yield f"- {s.number}. {_plain(s.title)}; {_plain(s.published)}; sha256:{s.digest[:16]}{address}"
        yield ""


def _plain(text: str) -> str:
    """Text that Markdown reads as nothing but text, on one line."""
    return SPECIAL.sub(r"\\\1", " ".join(visible(text).split()))
