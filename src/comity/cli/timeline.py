"""``comity timeline``: the days that matter between two actors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, RecordFile, show

Side = Annotated[str, typer.Argument(help="An actor by code or name, like RUS.", show_default=False)]


def timeline(
    record: RecordFile,
    a: Side,
    b: Side,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many days (default 15).")] = None,
    reference: Annotated[Path | None, typer.Option(help="A timeline written before (YAML) to compare with.")] = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 1,
) -> None:
    """List the days that matter between two actors, a cited line for each."""
    import comity

    opened = comity.ask(record)
    show(opened.timeline(a, b, limit, reference), opened.reader(), Output(json, csv, parquet, quotes))
