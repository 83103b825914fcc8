"""``comity import``: official lists and data of others, from their files into a folder of facts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.claims import day

SHOWN = 20  # refused rows told one by one

Kind = Annotated[str, typer.Argument(help="roll-calls, votes, vetoes, un-list, archigos, reign or wikidata.")]


def import_(
    kind: Kind,
    file: Annotated[Path, typer.Argument(help="The file as published; .csv may be gzipped.")],
    into: Annotated[Path, typer.Option(help="A folder of facts: made where there is none.", metavar="FACTS")],
    as_of: Annotated[str | None, typer.Option(help="The day of an export that does not say its day.")] = None,
) -> None:
    """Import official lists and data: roll calls, votes, vetoes, the UN consolidated list, leaders."""
    from comity.exports.display import visible
    from comity.facts.importing import import_facts

    report = import_facts(kind, file, into, day(as_of))
    print(visible(f"{report.place}: {report.taken} taken, {report.rows} rows there now"))
    for line in report.refused[:SHOWN]:
        print(visible(line), file=sys.stderr)
    if len(report.refused) > SHOWN:
        print(f"{len(report.refused) - SHOWN} more rows were not taken", file=sys.stderr)
    if report.refused:
        raise typer.Exit(1)
