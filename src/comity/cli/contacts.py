"""``comity contacts``: meetings, calls, visits and talks of two actors."""

from __future__ import annotations

from comity.cli.answers import Between, Csv, Json, Output, Parquet, Quotes, RecordFile, show


def contacts(
    record: RecordFile,
    between: Between,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 3,
) -> None:
    """List the contacts of two actors by level and status, and whether they are regular by the coded definition."""
    import comity

    opened = comity.open(record)
    show(opened.contacts(between), opened.reader(), Output(json, csv, parquet, quotes))
