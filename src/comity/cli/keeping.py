"""``comity backup``, ``restore`` and ``migrate``: a record kept, brought back, and brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.answers import RecordFile
from comity.errors import without_password


def backup(
    record: RecordFile,
    file: Annotated[Path, typer.Argument(help="The file to be made.")],
) -> None:
    """Copy a record as it stands now into one file, also while it is being written, also from a database."""
    import comity

    comity.open(record).backup(file)
    print(f"{file}: a copy of {without_password(record)}")


def restore(
    file: Annotated[Path, typer.Argument(help="A file made by: comity backup.")],
    record: Annotated[str, typer.Argument(help="Where the record is to lie: a file or an empty database.")],
) -> None:
    """Bring a record back from a backup. Nothing is written over a record that is there."""
    import comity

    comity.open(record).restore(file)
    print(f"{without_password(record)}: brought back from {file}")


def migrate(
    record: RecordFile,
    fold: Annotated[
        bool, typer.Option("--fold", help="Work out copies and clusters anew, where comity verify found them wrong.")
    ] = False,
) -> None:
    """Bring a record of an older comity up to date; the original is kept beside it."""
    import comity
    from comity.record.schema import SCHEMA_VERSION

    version, kept = comity.open(record).migrate()
    place = without_password(record)
    if kept is None:
        print(f"{place}: is of schema {version}, which is today's")
    else:
        print(f"{place}: was of schema {version} and is of {SCHEMA_VERSION} now; the original is kept in {kept}")
    if fold:
        comity.open(record).fold()
        print(f"{place}: copies and clusters were worked out anew")
