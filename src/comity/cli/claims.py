"""``comity claims``: the claims of a record, as lines to read or as a table."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.errors import InputError

if TYPE_CHECKING:
    from comity.record.answers import Filter, Recorded
    from comity.record.queries import Reader


def claims(
    record: Annotated[Path, typer.Argument(help="A record made by: comity read.")],
    actor: Annotated[str | None, typer.Option(help="Who did it: a code (RUS) or an id (RUS.GOV.MFA).")] = None,
    recipient: Annotated[str | None, typer.Option(help="To whom: a code or an id.")] = None,
    type: Annotated[str | None, typer.Option(help="Event type, like ACCUSE, or STATEMENT.")] = None,
    status: Annotated[str | None, typer.Option(help="happened, ongoing, negated, denied, future, …")] = None,
    source: Annotated[
        str | None, typer.Option(help="According to whom: a code or an id in the chain, or an outlet.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="First day of the act, like 2023-10-07.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day of the act.")] = None,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many (default: all).")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines on standard output.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="CSV on standard output, safe to open in a spreadsheet.")] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="With --csv: leave text that looks like a formula as it is.")
    ] = False,
    parquet: Annotated[Path | None, typer.Option(help="Write a Parquet file.")] = None,
) -> None:
    """List claims: who did or said what to whom, when, according to whom."""
    from comity.record.answers import Filter
    from comity.record.queries import Reader

    asked = Filter(actor, recipient, type, status, day(since), day(until), source)
    reader = Reader(str(record))
    _write(reader, reader.claims(asked, limit), json=json, csv=csv, raw=raw, parquet=parquet)
    _tell_untimed(reader, asked)


def day(written: str | None) -> str | None:
    """A day of the calendar as given, or an :class:`InputError` that says how to write one."""
    if written is not None:
        try:
            date.fromisoformat(written)
        except ValueError as error:
            raise InputError(f"no such day: {written}", remedy="write it like 2023-10-07") from error
    return written


def _write(
    reader: Reader, found: Iterable[Recorded], *, json: bool, csv: bool, raw: bool, parquet: Path | None
) -> None:
    from comity.cli.display import claim_lines
    from comity.exports import claims as exports

    if parquet is not None:
        print(f"{parquet}: {exports.write_parquet(found, parquet)} claims", file=sys.stderr)
    elif json:
        exports.write_json(found, sys.stdout)
    elif csv:
        exports.write_csv(found, sys.stdout, raw=raw)
    else:
        text = lru_cache(maxsize=64)(reader.text)
        for recorded in found:
            print("\n".join(claim_lines(recorded, text(recorded.provenance.text))))


def _tell_untimed(reader: Reader, asked: Filter) -> None:
    if (asked.since or asked.until) and (count := reader.untimed(asked)):
        print(f"{count} more claims have no known time and are not among those of given days", file=sys.stderr)
