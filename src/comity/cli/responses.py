"""``comity responses``: who condemned an act, when, after how long."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, RecordFile, show
from comity.cli.triggers import Outlets, Rule

Trigger = Annotated[str | None, typer.Option("--trigger", help="The trigger's id or the beginning of it.")]
Responders = Annotated[
    Path | None, typer.Option("--responders", help="A YAML file of your own that declares who is expected to respond.")
]


def responses(
    record: RecordFile,
    trigger: Trigger = None,
    rule: Rule = None,
    responders: Responders = None,
    outlets: Outlets = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Every actor's response to the most corroborated triggers.")
    ] = False,
    page: Annotated[int, typer.Option(min=1, help="Of the matrix: which dozen of triggers.")] = 1,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 3,
) -> None:
    """Show the responses to a trigger, or to many with --matrix; with neither, the triggers to choose from."""
    import comity

    opened = comity.ask(record)
    if matrix:
        from comity.measures.response_matrix import Wanted

        answer = opened.response_matrix(Wanted(page=page), rule, responders, outlets)
    elif trigger is None:
        answer = opened.triggers(rule, outlets=outlets, choose=True)
    else:
        answer = opened.responses(trigger, rule, responders, outlets)
    show(answer, opened.reader(), Output(json, csv, parquet, quotes))
