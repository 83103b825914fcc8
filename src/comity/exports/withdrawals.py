"""The list of articles that were withdrawn from a record, which goes with every export of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import TextIO

from comity.exports.cells import safe
from comity.exports.files import write_whole
from comity.record.withdrawals import Withdrawal


def beside(export: Path) -> Path:
    """Where the list lies that goes with a file: claims.parquet.withdrawn.jsonl beside claims.parquet."""
    return export.with_name(f"{export.name}.withdrawn.jsonl")


def write_beside(withdrawn: Sequence[Withdrawal], export: Path) -> Path | None:
    """Writes the list beside an export and answers where; a list of an earlier export goes where there is none now."""
    place = beside(export)
    if not withdrawn:
        place.unlink(missing_ok=True)
        return None
    lines = "".join(json.dumps(asdict(w), ensure_ascii=False) + "\n" for w in withdrawn).encode()
    write_whole(place, lambda stream: stream.write(lines))
    return place


def write_json(withdrawn: Iterable[Withdrawal], out: TextIO) -> None:
    """One JSON object a line: id, key, at, why."""
    for withdrawal in withdrawn:
        out.write(json.dumps(asdict(withdrawal), ensure_ascii=False) + "\n")


def write_csv(withdrawn: Iterable[Withdrawal], out: TextIO, *, raw: bool = False) -> None:
    """A table with a header, safe to open in a spreadsheet unless ``raw``."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow([f.name for f in fields(Withdrawal)])
    for withdrawal in withdrawn:
        cells = asdict(withdrawal).values()
        table.writerow(cells if raw else [safe(cell) for cell in cells])
