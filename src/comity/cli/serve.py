"""``comity serve``: the workspace over one record, in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from comity.cli.answers import RecordFile


def serve(
    record: RecordFile,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8600,
    host: Annotated[
        str, typer.Option(help="Address to listen on; other than this machine's needs a login.")
    ] = "127.0.0.1",
    password_file: Annotated[
        Path | None, typer.Option(help="File whose first line is the password that readers log in with.")
    ] = None,
    user_header: Annotated[
        str | None, typer.Option(help="Header in which your proxy tells who is logged in; it must set it itself.")
    ] = None,
    name: Annotated[list[str] | None, typer.Option(help="A further host name to answer to (repeatable).")] = None,
) -> None:
    """Serve the workspace over a record and print its address; stop with Ctrl-C."""
    from comity.web.serving import serve as served
    from comity.web.settings import Settings

    settings = Settings(
        host=host, port=port, password=_password(password_file), user_header=user_header, names=tuple(name or ())
    )
    served(record, settings, lambda address: print(address, flush=True))


def _password(file: Path | None) -> str | None:
    from comity.errors import InputError

    if file is None:
        return None
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(error.strerror or str(error), place=str(file), remedy="name a file you can read") from error
    if not lines or len(lines[0].strip()) < 12:
        raise InputError("holds no password", place=str(file), remedy="write one of 12 signs or more in its first line")
    return lines[0].strip()
