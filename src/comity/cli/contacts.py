"""``comity contacts``: meetings, calls, visits and talks of two actors."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from comity.cli.answers import Between, Csv, Json, Output, Parquet, Quotes, RecordFile, show


class Level(StrEnum):
    """Of the highest who met."""

    head = "head"
    minister = "minister"
    deputy = "deputy"
    other = "other"


class Status(StrEnum):
    """What became of a contact, as told."""

    happened = "happened"
    planned = "planned"
    cancelled = "cancelled"
    refused = "refused"
    proposed = "proposed"


def contacts(
    record: RecordFile,
    between: Between,
    level: Annotated[Level | None, typer.Option(help="Only contacts of this level, the highest that is told.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only contacts of this status.")] = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 3,
) -> None:
    """List the contacts of two actors by level and status, and whether they are regular by the coded definition."""
    import comity

    opened = comity.ask(record)
    answer = opened.contacts(between, level.value if level else None, status.value if status else None)
    show(answer, opened.reader(), Output(json, csv, parquet, quotes))
