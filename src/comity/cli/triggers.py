"""``comity triggers``: acts that others may be expected to respond to, by one rule for all sides."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, RecordFile, show

Rule = Annotated[Path | None, typer.Option("--rule", help="A YAML file of your own in place of the rule of triggers.")]
Outlets = Annotated[
    int | None, typer.Option("--outlets", min=1, help="At least so many outlets in place of the rule's.")
]
Class = Annotated[str | None, typer.Option("--class", help="Triggers of this class of the rule only.")]


def triggers(
    record: RecordFile,
    rule: Rule = None,
    of_class: Class = None,
    outlets: Outlets = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 1,
) -> None:
    """List the triggers that the rule finds, each with its first report and comparison set."""
    import comity

    opened = comity.ask(record)
    answer = opened.triggers(rule, only=of_class, outlets=outlets)
    show(answer, opened.reader(), Output(json, csv, parquet, quotes))
