"""A dossier as Markdown: the same sections, every line with its footnotes. What comes from a record is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.pair_dossier.contents import Count, Dossier, Line, Linked, Measured, Part, Quotation, Table, Words
from comity.pair_dossier.visible import visible
from comity.pair_dossier.words import INTRODUCTION, METHOD, NOTHING

SPACES = re.compile(r"\s+")
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^!&])")


def markdown(dossier: Dossier) -> str:
    """The whole file. Footnotes stand at its end; they are numbered as in the HTML."""
    one, other = dossier.names
    lines = [f"# {_plain(one)} and {_plain(other)}", "", f"Covered: {_words(dossier.covered)}.", "", INTRODUCTION, ""]
    for part in dossier.parts:
        lines += _part(part)
    lines += ["## Method", "", *(f"{paragraph}\n" for paragraph in METHOD)]
    lines += [*(f"- {_plain(version)}" for version in dossier.versions), ""]
    lines += ["## Texts", "", *_texts(dossier), ""]
    lines += [_footnote(q) for part in dossier.parts for t in part.tables for line in t.lines for q in line.quotations]
    lines += [_footnote(q) for q in dossier.more]
    lines += [_count(count) for count in dossier.counts]
    return "\n".join(lines).rstrip() + "\n"


def _part(part: Part) -> Iterator[str]:
    yield from (f"## {part.title}", "", part.says, "")
    for table in part.tables:
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield from (f"**{_words(table.caption)}**", "")
    if table.source:
        yield from (f"From the table {_plain(table.source)}", "")
    if not table.lines:
        yield from (NOTHING, "")
    else:
        yield f"| # | {' | '.join(table.heads)} | quotations |"
        yield "|---" * (len(table.heads) + 2) + "|"
        yield from (f"| {line.number} | {_cells(line)} | {_marks(line)} |" for line in table.lines)
        yield ""
    for figure in table.figures:
        yield f"- {_figure(figure)}"
    yield from (f"- {_words(remark)}" for remark in table.remarks)
    if table.figures or table.remarks:
        yield ""


def _cells(line: Line) -> str:
    return " | ".join(_linked(c.words, of_line=bool(line.quotations)) for c in line.cells)


def _marks(line: Line) -> str:
    return " ".join(f"[^{q.number}]" for q in line.quotations) or "–"


def _figure(figure: Measured) -> str:
    says = _words(figure.says)
    value = _plain(figure.value.text)
    return f"{_words(figure.name)}: **{value}**{_mark(figure.value)} (n = {_linked(figure.n)}){': ' * bool(says)}{says}"


def _words(parts: Words) -> str:
    return SPACES.sub(" ", "".join(_linked(part) for part in parts)).strip()


def _linked(part: Linked, of_line: bool = False) -> str:
    """A stretch of words with the footnote it leads to; the quotations of a line stand at its end."""
    return _inner(part.text) + ("" if of_line and part.leads_to and part.leads_to[0] == "q" else _mark(part))


def _mark(part: Linked) -> str:
    return f"[^{part.leads_to.removeprefix('q')}]" if part.leads_to else ""


def _count(count: Count) -> str:
    """The footnote of a figure: what it counts, by the footnotes or the texts of each thing."""
    counted = f" Counted: {_things(count.things)}." if count.things else ""
    among = f" Looked for among: {_things(count.among)}." if count.among else ""
    return f"[^{count.anchor}]: {_plain(count.of)}.{counted}{among}"


def _things(things: tuple[tuple[str, ...], ...]) -> str:
    return "; ".join(" ".join(f"text {a[1:]}" if a[0] == "t" else f"[^{a[1:]}]" for a in m) for m in things)


def _footnote(q: Quotation) -> str:
    words = _plain(" ".join(q.words.split()))
    return f"[^{q.number}]: “{words}” ({_plain(q.role)}: {_plain(q.origin)}; text {q.text}, {q.span[0]}–{q.span[1]})"


def _texts(dossier: Dossier) -> Iterator[str]:
    for outlet, sources in dossier.sources:
        yield from (f"**{_plain(outlet)}**", "")
        for s in sources:
            address = f"; {_plain(s.address)}" if s.address else ""
            opening = f": “{_plain(s.opening)}” ({s.span[0]}–{s.span[1]})" if s.opening else ""
            yield f"- {s.number}. {_plain(s.title)}; {_plain(s.published)}; sha256:{s.digest[:16]}{address}{opening}"
        yield ""


def _plain(text: str) -> str:
    """Text that Markdown reads as nothing but text, on one line."""
    return " ".join(_inner(text).split())


def _inner(text: str) -> str:
    """The same with the spaces at its ends."""
    return SPECIAL.sub(r"\\\1", SPACES.sub(" ", visible(text)))
