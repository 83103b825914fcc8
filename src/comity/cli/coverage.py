"""``comity coverage``: what a record covers."""

from __future__ import annotations

from comity.cli.answers import Csv, Json, Output, Parquet, RecordFile, show


def coverage(record: RecordFile, json: Json = False, csv: Csv = False, parquet: Parquet = None) -> None:
    """Tell what a record covers: articles by outlet and language, copies, undated ones, days without any."""
    import comity

    opened = comity.ask(record)
    show(opened.coverage(), opened.reader(), Output(json, csv, parquet))
