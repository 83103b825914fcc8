"""An answer of a measure as JSON, CSV and Parquet: rows with all their columns, and in JSON everything else of it."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import polars as pl

from comity.exports.cells import safe
from comity.exports.files import write_whole
from comity.measures.answer import Answer

FIGURE = ("name", "value", "n", "low", "high", "unit", "says")


def write_json(answer: Answer, evidence: pl.DataFrame, out: TextIO) -> None:
    """One object; days are ISO dates."""
    line = {
        "measure": answer.measure,
        "asked": dict(answer.asked),
        "rows": answer.rows.to_dicts(),
        "evidence": evidence.to_dicts(),
        "figures": [{name: getattr(f, name) for name in FIGURE} for f in answer.figures],
        "notes": list(answer.notes),
        "series": {name: table.to_dicts() for name, table in answer.series.items()},
        "basis": asdict(answer.basis),
    }
    json.dump(line, out, ensure_ascii=False, default=_plain)
    out.write("\n")


def write_csv(answer: Answer, out: TextIO) -> None:
    """The rows with a header; text that a spreadsheet would take for a formula is guarded, a list is joined by ";"."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(answer.rows.columns)
    for row in answer.rows.iter_rows():
        table.writerow([safe(";".join(map(str, x)) if isinstance(x, list) else x) for x in row])


def write_parquet(answer: Answer, path: Path) -> None:
    """The rows, typed; the file is whole or not there."""
    write_whole(path, answer.rows.write_parquet)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
