"""``comity disputes``: events that some assert and others deny."""

from __future__ import annotations

from comity.cli.answers import Between, Csv, Json, Output, Parquet, Quotes, RecordFile, show


def disputes(
    record: RecordFile,
    between: Between,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 3,
) -> None:
    """List events between two actors that some assert and others deny, both sides beside each other."""
    import comity

    opened = comity.ask(record)
    show(opened.disputes(between), opened.reader(), Output(json, csv, parquet, quotes))
