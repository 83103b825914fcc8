"""``comity dossier``: everything that a record tells of two actors, in one document."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.answers import RecordFile
from comity.cli.timeline import Side


def dossier(
    record: RecordFile,
    a: Side,
    b: Side,
    out: Annotated[Path, typer.Option(help="The document: .html (one file, no network), .md or .docx.")],
) -> None:
    """Write all measures of two actors into one document in which every number leads to its sentences."""
    import comity
    from comity.pair_dossier.formats import write

    made = comity.open(record).dossier(a, b)
    write(made, out)
    quotations = sum(len(line.quotations) for p in made.parts for t in p.tables for line in t.lines)
    quoted = sum(bool(s.pieces) for _, sources in made.sources for s in sources)
    print(f"{out}: {len(made.parts)} sections, {quotations} quotations from {quoted} texts", file=sys.stderr)
