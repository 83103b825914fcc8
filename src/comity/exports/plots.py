"""Answers as pictures: SVG by comity alone, PNG by the extra ``plots``. Colours and words favour nobody."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from comity.errors import InputError
from comity.exports.charts import Bar, Mark, Panel, svg
from comity.exports.files import write_whole
from comity.measures.answer import Answer
from comity.measures.reports import calendar_of, following
from comity.measures.shifts import COVERAGE, SHIFT, UNCHECKED

SHORT = {SHIFT: "a shift", UNCHECKED: "a shift, outlets not held fixed", COVERAGE: "coverage"}
SCALE = 2  # pixels of a PNG for each of the drawing's


def write(drawing: str, path: Path) -> None:
    """An SVG as the file that the name's ending asks for. :class:`InputError` for other endings, or where PNG needs the extra."""
    kind = path.suffix.lower()
    if kind not in (".svg", ".png"):
        raise InputError(
            f"no picture of the kind {kind or 'without an ending'}", place=str(path), remedy="name it .svg or .png"
        )
    content = drawing.encode() if kind == ".svg" else _png(drawing, path)
    write_whole(path, lambda stream: stream.write(content))


def _png(drawing: str, path: Path) -> bytes:
    try:
        import vl_convert
    except ImportError as error:
        raise InputError(
            "PNG needs a package that is not installed",
            place=str(path),
            remedy='pip install "comity[plots]", or name the file .svg, which needs nothing',
        ) from error
    return bytes(vl_convert.svg_to_png(drawing, scale=SCALE))


def posture(answer: Answer) -> str:
    """Intensities in both directions per 100 articles, with the shifts of each, and the articles they are divided by."""
    by = answer.asked["by"]
    covered = {start: row for row in answer.rows.iter_rows(named=True) if (start := row["start"])}
    starts = calendar_of(sorted(covered), by)
    gaps = _joined([(s, following(s, by)) for s in starts if s not in covered])
    panels = []
    for direction in answer.rows["direction"].unique(maintain_order=True):
        rows = answer.rows.filter(pl.col("direction") == direction).to_dicts()
        title = f"{direction}: cooperation (above) and conflict (below), intensity per 100 articles"
        bars = tuple(
            Bar(
                r["start"],
                following(r["start"], by),
                r["cooperation_intensity_per_100"],
                r["conflict_intensity_per_100"],
                _told(r),
            )
            for r in rows
        )
        panels.append(Panel(title, bars, gaps, _marks(answer.series["shifts"], direction)))
    counts = {start: row["articles"] for start, row in sorted(covered.items())}
    articles = tuple(Bar(s, following(s, by), n, says=f"from {s}: {n} articles") for s, n in counts.items())
    panels.append(Panel(f"articles a {by}, copies folded", articles, gaps, own_scale=True))
    return svg(_title(answer), panels, _notes(answer, bool(gaps)))


def _joined(gaps: list[tuple[date, date]]) -> tuple[tuple[date, date], ...]:
    """Gaps that follow each other as one."""
    found: list[tuple[date, date]] = []
    for start, end in gaps:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def _told(row: dict[str, Any]) -> str:
    rates = (f"{kind} {row[f'{kind}_intensity_per_100']:.3g}" for kind in ("cooperation", "conflict"))
    counted = f"{row['clusters']} acts, {row['articles']} articles"
    return f"{row['direction']}, from {row['start']}: {', '.join(rates)} per 100 articles; {counted}"


def _title(answer: Answer) -> str:
    one, other = answer.asked["pair"]
    return f"{one} and {other}, by {answer.asked['by']} of first report"


def _marks(shifts: pl.DataFrame, direction: str) -> tuple[Mark, ...]:
    """The shifts of one direction; those that are changes in coverage are called so."""
    found: list[dict[str, Any]] = shifts.filter(pl.col("direction") == direction).to_dicts()
    return tuple(Mark(r["date"], r["earliest"], r["latest"], _label(r)) for r in found if r["per_article"])


def _label(shift: dict[str, Any]) -> str:
    return f"{shift['series'].replace('_', ' ')}, {shift['date']}: {SHORT[shift['verdict']]}"


def _notes(answer: Answer, gaps: bool) -> list[str]:
    what = answer.basis
    lines = [f"{what.origins} articles of {what.outlets} outlets, {what.first} to {what.last}; each act counted once"]
    lines += (
        ["bar with ends: 95 % interval of the day of a shift"] if answer.series["shifts"]["per_article"].any() else []
    )
    lines += ["grey: no article"] if gaps else []
    lines += [f"coder {v.coder} {v.version}, vocabulary {v.vocabulary[:19]}" for v in what.versions]
    return [*lines, *(f"table {name} {version}" for name, version in what.rules.items())]
