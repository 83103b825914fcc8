"""``comity designations``: by forum, whether an entity is listed on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, show
from comity.cli.claims import day


def designations(
    of: Annotated[str, typer.Option(help="Who: a name, a code or an id, like: Hamas.", metavar="ENTITY")],
    on: Annotated[str, typer.Option(help="The day, like 2024-02-05.", metavar="DAY")],
    record: Annotated[str | None, typer.Argument(metavar="[FILE]", help="A record, for claims in its texts.")] = None,
    lists: Annotated[Path | None, typer.Option(help="A YAML file of your own rows, beside the package's.")] = None,
    facts: Annotated[Path | None, typer.Option(help="A folder made by: comity import.", metavar="FACTS")] = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 3,
) -> None:
    """Tell by forum whether an entity is listed on a day, by which instrument, with which effect in law."""
    import comity
    from comity.asking.forums import designations
    from comity.asking.frames import frames, unread

    asked = date.fromisoformat(day(on) or on)
    reader = comity.ask(record).reader() if record else None
    answer = designations(frames(reader) if reader else unread(), of, asked, lists=lists, facts=facts)
    show(answer, reader, Output(json, csv, parquet, quotes))
