"""``comity read``: articles into a record."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.errors import without_password

if TYPE_CHECKING:
    from comity.reading import Report


class KindOption(StrEnum):
    """Of what kind the texts are that do not say so themselves."""

    news = "news"
    statement = "statement"


def read(
    articles: Annotated[
        list[str],
        typer.Argument(
            help="Files (.txt .md .html .jsonl .pdf .rss .atom .warc .zip .tar .gz), folders, addresses, or - ."
        ),
    ],
    into: Annotated[
        str,
        typer.Option(
            help="The record, a file or postgresql://…: made where there is none, added to where there is one."
        ),
    ],
    published: Annotated[str | None, typer.Option(help="Date of texts that have none, like 2024-02-05.")] = None,
    kind: Annotated[KindOption, typer.Option(help="Kind of texts that do not say theirs.")] = KindOption.news,
    outlet: Annotated[str | None, typer.Option(help="Outlet of texts that do not name theirs.")] = None,
    follow: Annotated[
        bool, typer.Option("--follow", help="Read the addresses in feeds and lists that are given as files, too.")
    ] = False,
    most: Annotated[int, typer.Option(min=1, help="At most so many addresses of one list or feed.")] = 1_000,
    report: Annotated[Path | None, typer.Option(help="Write what each input gave, what was left out, and why.")] = None,
    processes: Annotated[int | None, typer.Option(min=1, help="Processes to code with (default: the cores).")] = None,
) -> None:
    """Read articles into a record. Reading one twice adds nothing; a reading cut short goes on where it stopped."""
    import comity
    from comity.cli.progress import reading_progress
    from comity.exports.display import visible
    from comity.sources import ReadingOptions

    options = ReadingOptions(published=published, kind=kind.value, outlet=outlet, follow=follow, most_addresses=most)
    with reading_progress(articles) as watch:
        done = comity.open(into).read(articles, options, processes=processes, watch=watch)
    for line in summary(done, into):
        print(line)
    for told in done.withdrawn:
        print(visible(f"comity: {told}"), file=sys.stderr)
    for error in done.errors:
        print(f"comity: {error}", file=sys.stderr)
    if report is not None:
        write_report(done, report)
    if done.errors:
        raise typer.Exit(1)


def write_report(report: Report, path: Path) -> None:
    """The report as a JSON file, whole or not at all."""
    import json

    from comity.exports.files import write_whole

    text = json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n"
    write_whole(path, lambda stream: stream.write(text.encode("utf-8", "replace")))


def summary(report: Report, place: str) -> list[str]:
    """What was read, in words, and what the user should know about it."""
    lines = [
        f"{without_password(place)}: {report.read} articles read, {report.sentences} sentences, {report.claims} claims"
    ]
    if report.known:
        lines.append(f"{report.known} articles were there already; nothing was added for them")
    if report.withdrawn:
        lines.append(f"{len(report.withdrawn)} articles were withdrawn from this record and are not read again")
    if report.undated:
        lines.append(f"{report.undated} articles have no date; give it with --published, and they are read again")
    for language, count in sorted(report.not_coded.items()):
        lines.append(f"{count} articles ({language}) are stored, but nothing in them is coded")
    if report.account and report.account.left_out:
        lines.append(f"{report.account.left_out} things that are no articles were left out; --report tells which")
    for url, count in sorted(report.capped.items()):
        lines.append(f"{url}: {count} changed texts were not kept, for its first versions are enough")
    if report.errors:
        lines.append(f"{len(report.errors)} inputs could not be read as they should; see the messages")
    return lines
