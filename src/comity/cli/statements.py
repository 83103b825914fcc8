"""``comity redlines``, ``opinion``, ``alerts``, ``roles``: what is said, and by whom."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, RecordFile, show


def redlines(
    record: RecordFile,
    by: Annotated[str, typer.Option(help="Who states the limits: a code, a name or an id.")],
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 3,
) -> None:
    """List the limits that an actor has stated, how often, what changed, and who says that a condition was met."""
    import comity

    opened = comity.ask(record)
    show(opened.redlines(by), opened.reader(), Output(json, csv, parquet, quotes))


def opinion(
    record: RecordFile,
    population: Annotated[str, typer.Option(help="Whose view: the code of a state, or words.")],
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 1,
) -> None:
    """List claims about a public's view: on what evidence, with what figure, and what of a poll they disclose."""
    import comity

    opened = comity.ask(record)
    show(opened.opinion(population), opened.reader(), Output(json, csv, parquet, quotes))


def alerts(
    record: RecordFile,
    place: Annotated[str | None, typer.Option(help="A word of the place, like Gaza, or a code, like PSE.")] = None,
    every: Annotated[bool, typer.Option("--every", help="Appeals, aid and denials too.")] = False,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 1,
) -> None:
    """List humanitarian warnings as issued: issuer, act, place, figures, phase. None is ever upgraded."""
    import comity

    opened = comity.ask(record)
    show(opened.alerts(place, every), opened.reader(), Output(json, csv, parquet, quotes))


def roles(
    record: RecordFile, json: Json = False, csv: Csv = False, parquet: Parquet = None, quotes: Quotes = 1
) -> None:
    """List titles given to people that do not hold on the day of the text."""
    import comity

    opened = comity.ask(record)
    show(opened.roles(), opened.reader(), Output(json, csv, parquet, quotes))
