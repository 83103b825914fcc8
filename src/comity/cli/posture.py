"""``comity posture``: how two actors act towards each other over time, per article covered."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, RecordFile, show
from comity.cli.claims import day

if TYPE_CHECKING:
    from comity.measures.answer import Answer

Plot = Annotated[Path | None, typer.Option(help="Draw a picture: FILE.svg, or FILE.png with the extra plots.")]


class Every(StrEnum):
    """How long a period is."""

    week = "week"
    month = "month"


def posture(
    record: RecordFile,
    one: Annotated[str, typer.Argument(help="An actor by code, name or id, like RUS.", metavar="A")],
    other: Annotated[str, typer.Argument(help="The other actor.", metavar="B")],
    by: Annotated[Every, typer.Option(help="The length of a period.")] = Every.month,
    since: Annotated[str | None, typer.Option(help="First day of publication, like 2023-10-07.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day of publication.")] = None,
    scores: Annotated[Path | None, typer.Option(help="Your own table of intensities (YAML).")] = None,
    plot: Plot = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 1,
) -> None:
    """Tell how two actors act towards each other, in both directions, by week or month, and where that shifts."""
    import comity
    from comity.measures.posture import Window

    opened = comity.ask(record)
    window = Window(by.value, _day(since), _day(until))
    answer = opened.posture(one, other, window, scores)
    if plot is not None:
        from comity.exports import plots

        plots.write(plots.posture(answer), plot)
        print(f"{plot}: drawn", file=sys.stderr)
    output = Output(json, csv, parquet, quotes)
    if not (json or csv or parquet):
        import polars as pl

        print("\n".join(chart(answer)))
        answer = replace(answer, rows=answer.rows.filter(pl.col("clusters") > 0))
    show(answer, opened.reader(), output)


def _day(written: str | None) -> date | None:
    checked = day(written)
    return date.fromisoformat(checked) if checked else None


def chart(answer: Answer) -> Iterator[str]:
    """Both directions as bars, period by period: intensities per 100 articles, and the articles themselves."""
    from comity.cli.bars import NOUGHT, UNKNOWN, rows
    from comity.measures.reports import calendar_of

    by_direction = {key[0]: table.to_dicts() for key, table in answer.rows.group_by("direction", maintain_order=True)}
    starts = calendar_of(sorted(set(answer.rows["start"])), answer.asked["by"])
    series: dict[str, list[float | None]] = {}
    for direction, found in by_direction.items():
        for name in ("cooperation", "conflict"):
            known = {row["start"]: row[f"{name}_intensity_per_100"] for row in found}
            highest = max(known.values(), default=0)
            series[f"{direction} {name} (to {highest:.3g})"] = [known.get(start) for start in starts]
    articles = {row["start"]: float(row["articles"]) for found in by_direction.values() for row in found}
    series[f"articles (to {max(articles.values(), default=0):.0f})"] = [articles.get(start) for start in starts]
    yield from rows(starts, series)
    yield f"a {answer.asked['by']} a sign: intensity per 100 articles; {NOUGHT} none, {UNKNOWN} no article"
