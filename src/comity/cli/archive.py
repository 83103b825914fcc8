"""``comity archive``: articles by the million, coded into a folder of Parquet."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.read import KindOption

archive = typer.Typer(
    name="archive",
    help="Articles by the million in a folder of Parquet: code them on one machine or many, fold them, verify them.",
    no_args_is_help=True,
    add_completion=False,
)
ArchiveFolder = Annotated[Path, typer.Argument(metavar="ARCHIVE", help="A folder made by: comity archive code.")]


class Engine(StrEnum):
    """Who codes."""

    processes = "processes"
    ray = "ray"


@archive.command()
def code(
    articles: Annotated[list[str], typer.Argument(help="Files and folders, as for: comity read.")],
    out: Annotated[
        Path, typer.Option(help="The archive: a folder, made where there is none, added to where there is.")
    ],
    engine: Annotated[Engine, typer.Option(help="Processes of this machine, or Ray.")] = Engine.processes,
    address: Annotated[str | None, typer.Option(help="A Ray that runs, like 10.0.0.5:6379.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="So many code at a time (default: the cores).")] = None,
    published: Annotated[str | None, typer.Option(help="Date of texts that have none, like 2024-02-05.")] = None,
    kind: Annotated[KindOption, typer.Option(help="Kind of texts that do not say theirs.")] = KindOption.news,
    outlet: Annotated[str | None, typer.Option(help="Outlet of texts that do not name theirs.")] = None,
    later: Annotated[bool, typer.Option("--later", help="Do not fold: more is to be coded first.")] = False,
) -> None:
    """Code articles into an archive. What it holds is not coded again; a run cut short goes on where it stopped."""
    import comity
    from comity.archive.filling import Work
    from comity.sources import ReadingOptions

    if address and engine is not Engine.ray:
        raise typer.BadParameter("an address is one of Ray: add --engine ray", param_hint="--address")
    options = ReadingOptions(published=published, kind=kind.value, outlet=outlet)
    opened = comity.open_archive(out)
    done = opened.code(articles, options, Work(engine.value, workers, address))
    print(f"{out}: {done.coded} articles coded into {done.parts} parts, {done.claims} claims")
    if done.known:
        print(f"{done.known} articles were there already, or came twice; nothing was added for them")
    if done.left_out:
        print(f"{done.left_out} things that are no articles were left out")
    if not later:
        _fold(out)
    if done.bad:
        print(f"{done.bad} could not be read or coded as they should: {out / 'bad.jsonl'} tells where and why")
        raise typer.Exit(1)


@archive.command()
def fold(folder: ArchiveFolder) -> None:
    """Lay out by day what was coded since, and work out copies and events anew."""
    if not _fold(folder):
        print(f"{folder}: nothing waits to be folded")


def _fold(folder: Path) -> bool:
    import comity

    done = comity.open_archive(folder).fold_parts()
    if done is None:
        return False
    print(
        f"{folder}: {done.articles} articles folded, {done.copies} of their texts are copies or have one; "
        f"{done.claims} claims of {done.clusters} events"
    )
    return True


@archive.command()
def verify(folder: ArchiveFolder) -> None:
    """Hash every text again and read every span again; exit status 1 where anything does not stand."""
    import comity
    from comity.exports.display import visible

    found = comity.open_archive(folder).check()
    for fault in found.faults:
        print(visible(f"{fault.place}: {fault.problem}"))
    print(f"{folder}: {found.texts} texts and {found.values} coded values read again, {len(found.faults)} faults")
    if found.faults:
        raise typer.Exit(1)
