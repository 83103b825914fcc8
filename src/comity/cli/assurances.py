"""``comity assurances``: the ledger of assurances, and the conduct that bears on each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, RecordFile, show


def assurances(
    record: RecordFile,
    by: Annotated[str, typer.Option("--by", help="Whose assurances, by code or name, like: RUS.", metavar="A")],
    to: Annotated[str | None, typer.Option("--to", help="To whom; without it, to anybody.", metavar="B")] = None,
    rules: Annotated[Path | None, typer.Option("--rules", help="A relation table of your own (YAML).")] = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 3,
) -> None:
    """List assurances with the conduct that bears on each, a status by rule, who claims inconsistency, and verdicts."""
    import comity

    opened = comity.ask(record)
    show(opened.assurances(by, to, rules=rules), opened.reader(), Output(json, csv, parquet, quotes))
