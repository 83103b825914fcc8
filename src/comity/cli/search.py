"""``comity search``: articles by their words, best first."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from comity.record.answers import Hit


def search(
    record: Annotated[str, typer.Argument(help="A record made by: comity read.")],
    words: Annotated[list[str], typer.Argument(help="Words that the text holds, all of them, in any order.")],
    limit: Annotated[int, typer.Option(min=0, help="The best so many; 0: all.")] = 20,
    every: Annotated[bool, typer.Option("--all", help="All of them, as they are found: --limit 0.")] = False,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines on standard output.")] = False,
) -> None:
    """List the articles whose text holds all the words, best first, each with the passage that holds most of them."""
    from comity.exports import hits as exports
    from comity.record.queries import Reader

    reader, asked = Reader(record), " ".join(words)
    found = reader.hits(asked, None if every else limit or None)
    shown = exports.write_json(found, sys.stdout) if json else _print(found)
    count = reader.count_hits(asked)
    if count > shown:
        print(f"{shown} of {count} articles, the best first; all of them: --all", file=sys.stderr)
    elif not shown:
        print(f"no article holds all of these words: {asked}", file=sys.stderr)


def _print(found: Iterable[Hit]) -> int:
    from comity.exports.display import hit_lines

    shown = 0
    for shown, hit in enumerate(found, start=1):  # noqa: B007
        print("\n".join(hit_lines(hit)))
    return shown
