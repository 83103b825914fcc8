"""``comity evaluate``: the coder measured on a labelled set, with floors."""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from comity.errors import InputError


class PartOption(StrEnum):
    """The parts of a set: the one that counts, and the one that the coder may be improved on."""

    gold = "gold"
    dev = "dev"


def evaluate(
    folder: Annotated[Path | None, typer.Argument(help="A folder with a labelled set (default: comity's own).")] = None,
    part: Annotated[PartOption, typer.Option(help="The part of the set that is measured.")] = PartOption.gold,
    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="As tables in Markdown.")] = False,
    table: Annotated[bool, typer.Option("--table", help="As one short table in Markdown: the README's.")] = False,
    errors: Annotated[Path | None, typer.Option(help="Write what is missed, spurious or wrong, as JSON Lines.")] = None,
    pin: Annotated[bool, typer.Option("--pin", help="Raise the floors to what was measured; none is lowered.")] = False,
    processes: Annotated[int | None, typer.Option(min=1, help="Default: COMITY_PROCESSES, else the cores.")] = None,
) -> None:
    """Measure the coder on a labelled set; exit status 1 where a figure is below its pinned floor."""
    from comity import coder
    from comity.evaluation import floors, gold, report, scoring
    from comity.evaluation.differences import differences

    found = gold.load(folder or gold.SHIPPED, part.value)
    floors.load(found)  # refused before anything is coded
    judged = scoring.judge(found, lambda articles: coder.code_many(articles, processes))
    told = report.report(found, judged, coder.version())
    if json:
        print(json_format.dumps(report.as_json(told), ensure_ascii=False))
    else:
        written = report.as_table if table else report.as_markdown if markdown else report.as_text
        print("\n".join(written(told)))
    if errors:
        _write(errors, differences(judged))
    if pin:
        risen = floors.pin(found, told.measured)
        print(f"comity: {len(risen)} floors raised in {found.folder / floors.FILE}", file=sys.stderr)
    if told.below:
        for below in told.below:
            print(f"comity: {below}", file=sys.stderr)
        raise typer.Exit(1)


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    try:
        path.write_text("".join(json_format.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    except OSError as error:
        raise InputError(error.strerror or "cannot be written", place=str(path), remedy="name another file") from error
