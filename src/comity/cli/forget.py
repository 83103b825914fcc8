"""``comity forget``: an article taken out of a record."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.answers import RecordFile
from comity.errors import without_password


def forget(
    record: RecordFile,
    article: Annotated[str, typer.Option("--article", help="The article's id, as in: comity claims --json.")],
    why: Annotated[str, typer.Option("--why", help="The reason, in your words; it is kept.")],
) -> None:
    """Take an article out with what only it says. That it was there stays, with the reason; it is not read again."""
    import comity
    from comity.exports.display import visible

    found = comity.open(record).forget(article, why)
    print(visible(f"{without_password(record)}: article {found.id} was withdrawn on {found.at}: {found.why}"))
