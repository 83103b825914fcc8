"""Claims as JSON Lines, CSV and Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from comity.contract import claim_json
from comity.exports.cells import safe
from comity.exports.files import write_whole
from comity.record.answers import Recorded
from comity.record.tables import COLUMNS, claim_cells, claim_frame


def claim_line(recorded: Recorded) -> dict[str, Any]:
    """The contract's CLAIM, and beside it where it was read and its cluster."""
    return {**claim_json(recorded.claim), "cluster": recorded.cluster, "provenance": asdict(recorded.provenance)}


def write_json(claims: Iterable[Recorded], out: TextIO) -> None:
    """One JSON object a line."""
    for recorded in claims:
        out.write(json.dumps(claim_line(recorded), ensure_ascii=False) + "\n")


def write_csv(claims: Iterable[Recorded], out: TextIO, *, raw: bool = False) -> None:
    """A table with a header; text that a spreadsheet would take for a formula gets an apostrophe unless ``raw``."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for recorded in claims:
        cells = claim_cells(recorded).values()
        table.writerow(cells if raw else [safe(cell) for cell in cells])


def write_parquet(claims: Iterable[Recorded], path: Path) -> int:
    """A Parquet file with the same columns, whole or not at all; answers how many rows, or a :class:`StorageError`."""
    frame = claim_frame(claims)
    write_whole(path, frame.write_parquet)
    return frame.height
