"""``comity verify``: whether a record still says what its texts say."""

from __future__ import annotations

from typing import Annotated

import typer


def verify(record: Annotated[str, typer.Argument(help="A record made by: comity read.")]) -> None:
    """Hash every text again and read every span again; exit status 1 where anything does not stand."""
    from comity.errors import without_password
    from comity.exports.display import visible
    from comity.record import Record

    found = Record(record).verify()
    for fault in found.faults:
        print(visible(f"{fault.place}: {fault.problem}"))
    print(
        f"{without_password(record)}: {found.texts} texts and {found.values} coded values read again, {len(found.faults)} faults"
    )
    if found.faults:
        raise typer.Exit(1)
