"""``comity code`` and ``comity relate``: the contract, JSON Lines in and out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from comity.errors import InputError

Files = Annotated[list[str] | None, typer.Argument(help="JSONL files; without any, or with -, standard input.")]
Processes = Annotated[int | None, typer.Option(min=1, help="Default: COMITY_PROCESSES, else the cores.")]


def code(files: Files = None, processes: Processes = None) -> None:
    """Code articles: who said and did what to whom, with every span (docs/contract.md)."""
    from comity.streams import code_lines

    _answer(code_lines, files, processes)


def relate(files: Files = None, processes: Processes = None) -> None:
    """Tell what a marked source says or does to a marked target (docs/contract.md)."""
    from comity.streams import relate_lines

    _answer(relate_lines, files, processes)


def _answer(
    answers: Callable[[Iterable[bytes], int | None], Iterator[dict[str, Any]]],
    files: list[str] | None,
    processes: int | None,
) -> None:
    wrong = 0
    for answer in answers(_lines(files or ["-"]), processes):
        wrong += "error" in answer
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    if wrong:
        raise typer.Exit(1)


def _lines(files: list[str]) -> Iterator[bytes]:
    for name in files:
        if name == "-":
            yield from sys.stdin.buffer
            continue
        try:
            with Path(name).open("rb") as stream:
                yield from stream
        except OSError as error:
            raise InputError(error.strerror or "cannot be read", place=name, remedy="check the name") from error
