"""``comity alignment``: how states vote, by pair, and whom texts report to side with whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, show
from comity.cli.claims import day

if TYPE_CHECKING:
    from comity.asking import Asking

States = Annotated[
    list[str],
    typer.Argument(metavar="[FILE] A B [C …]", help="A record, where there is one, and states by code or name."),
]


def alignment(
    states: States,
    forum: Annotated[str, typer.Option(help="UNGA (roll calls) or UNSC (vetoes).")] = "UNGA",
    votes: Annotated[Path | None, typer.Option(help="A folder made by: comity import.", metavar="FACTS")] = None,
    since: Annotated[str | None, typer.Option(help="First day, like 1991-01-01.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day.")] = None,
    topic: Annotated[str | None, typer.Option(help="Only calls with these words in title or description.")] = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 3,
) -> None:
    """Tell how far states agree in the votes of a forum; sidings that texts report stand beside, unmerged."""
    from comity.asking.forums import Voting, alignment
    from comity.asking.frames import frames, unread

    record, named = split_off_record(states)
    first, last = (date.fromisoformat(d) if d else None for d in (day(since), day(until)))
    reader = record.reader() if record else None
    voting = Voting(forum.upper(), votes, first, last, topic)
    answer = alignment(frames(reader) if reader else unread(), tuple(named), voting)
    show(answer, reader, Output(json, csv, parquet, quotes))


def split_off_record(given: list[str]) -> tuple[Asking | None, list[str]]:
    """The record or archive that the first word names, if it is a file or a folder, and the other words."""
    if given and ("://" in given[0] or Path(given[0]).exists() or Path(given[0]).suffix == ".comity"):
        import comity

        return comity.ask(given[0]), given[1:]
    return None, given
