"""Reading files, folders, addresses and standard input into articles. Whatever cannot be read is told, never raised."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from comity.errors import NoArticleError
from comity.sources.accounts import Account
from comity.sources.draft import ReadingOptions
from comity.sources.encoding import normalised
from comity.sources.finishing import Origin, Read
from comity.sources.furniture import noncontent
from comity.sources.intake import Intake

__all__ = ["Account", "ReadingOptions", "articles", "noncontent", "normalised"]

STANDARD_INPUT = "-"


def articles(
    inputs: Iterable[str | Path] | BinaryIO, options: ReadingOptions | None = None, account: Account | None = None
) -> Iterator[Read]:
    """Every article of the files, folders and addresses named, or of an open stream, in order; "-" is standard input.

    What cannot be read comes as an InputError value at its place, with file and line, and the reading goes on. An
    article that is read with a reservation (a date in the future, wrong bytes) comes with an InputError before it.
    ``account`` is told of everything, also of what was left out because it is no article.
    """
    intake, account = Intake(options or ReadingOptions()), account or Account()
    for name, found in _each(intake, inputs):
        given = account.open(name)
        for item in found:
            given.note(item)
            if not isinstance(item, NoArticleError):
                yield item


def _each(intake: Intake, inputs: Iterable[str | Path] | BinaryIO) -> Iterator[tuple[str, Iterator[Read]]]:
    """Each input's name with what it gives."""
    standard = Origin("standard input")
    if hasattr(inputs, "read"):
        yield standard.place, intake.stream(cast(BinaryIO, inputs), standard)
        return
    for name in inputs:
        if str(name) == STANDARD_INPUT:
            yield standard.place, intake.stream(sys.stdin.buffer, standard)
        else:
            yield str(name), intake.input(name)
