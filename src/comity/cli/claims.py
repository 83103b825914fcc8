"""``comity claims``: the claims of a record, as lines to read or as a table."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.errors import InputError, without_password

if TYPE_CHECKING:
    from comity.record.answers import Filter, Recorded
    from comity.record.distance import Near
    from comity.record.queries import Reader
    from comity.record.withdrawals import Withdrawal


def claims(
    record: Annotated[str, typer.Argument(help="A record made by: comity read.")],
    actor: Annotated[str | None, typer.Option(help="Who did it: a code (RUS) or an id (RUS.GOV.MFA).")] = None,
    recipient: Annotated[str | None, typer.Option(help="To whom: a code or an id.")] = None,
    type: Annotated[str | None, typer.Option(help="Event type, like ACCUSE, or STATEMENT.")] = None,
    status: Annotated[str | None, typer.Option(help="happened, ongoing, negated, denied, future, …")] = None,
    source: Annotated[
        str | None, typer.Option(help="According to whom: a code or an id in the chain, or an outlet.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="First day of the act, like 2023-10-07.")] = None,
    until: Annotated[str | None, typer.Option(help="Last day of the act.")] = None,
    place: Annotated[
        str | None, typer.Option("--in", help="Where: a country's code (UKR), a region (UKR/Kharkiv), a GeoNames id.")
    ] = None,
    near: Annotated[str | None, typer.Option(help="Where: around this latitude,longitude, like 48.5,35.0.")] = None,
    within: Annotated[float, typer.Option(min=0, help="How far from there, in kilometres.")] = 100,
    limit: Annotated[int | None, typer.Option(min=0, help="At most so many (default: all).")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines on standard output.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="CSV on standard output, safe to open in a spreadsheet.")] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="With --csv: leave text that looks like a formula as it is.")
    ] = False,
    parquet: Annotated[Path | None, typer.Option(help="Write a Parquet file.")] = None,
    geojson: Annotated[Path | None, typer.Option(help="Write a GeoJSON file; - for standard output.")] = None,
    unlocated: Annotated[
        bool, typer.Option("--unlocated", help="With --geojson: also claims without a point, with no geometry.")
    ] = False,
    withdrawn: Annotated[
        bool, typer.Option("--withdrawn", help="List the articles taken out by comity forget instead.")
    ] = False,
) -> None:
    """List claims: who did or said what to whom, when, where, according to whom."""
    from comity.record.answers import Filter
    from comity.record.queries import Reader

    if withdrawn:
        _write_withdrawn(Reader(record).withdrawals(), json=json, csv=csv, raw=raw)
        return
    asked = Filter(actor, recipient, type, status, day(since), day(until), source, place, circle(near, within))
    reader = Reader(record)
    found = reader.claims(asked, limit)
    if geojson is not None:
        _write_geojson(reader, found, geojson, unlocated=unlocated)
    else:
        _write(reader, found, json=json, csv=csv, raw=raw, parquet=parquet)
    _tell_untimed(reader, asked)
    _tell_unplaced(reader, asked)
    _tell_withdrawn(reader, parquet or geojson)


def circle(point: str | None, km: float) -> Near | None:
    """A circle around a point written as latitude,longitude, or an :class:`InputError` that says how to write one."""
    from comity.record.distance import Near

    if point is None:
        return None
    try:
        lat, lon = map(float, point.split(","))
    except ValueError as error:
        raise InputError(f"no such point: {point}", remedy="give latitude,longitude, like 48.5,35.0") from error
    return Near(lat, lon, km)


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
    from comity.exports import claims as exports
    from comity.exports.display import claim_lines

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


def _write_withdrawn(found: Sequence[Withdrawal], *, json: bool, csv: bool, raw: bool) -> None:
    from comity.exports import withdrawals
    from comity.exports.display import visible

    if json:
        withdrawals.write_json(found, sys.stdout)
    elif csv:
        withdrawals.write_csv(found, sys.stdout, raw=raw)
    else:
        for w in found:
            print(visible(f"article {w.id} (key {w.key}) was withdrawn on {w.at}: {w.why}"))


def _tell_withdrawn(reader: Reader, export: Path | None) -> None:
    """What was withdrawn goes with every export: beside a file as a file, else as a word on standard error."""
    from comity.exports.withdrawals import write_beside

    found = reader.withdrawals()
    if export is not None and str(export) != "-":
        beside = write_beside(found, export)
        where = str(beside) if beside else ""
    else:
        where = f"comity claims {without_password(reader.place)} --withdrawn"
    if found:
        print(f"{len(found)} articles were withdrawn and are not among these: {where}", file=sys.stderr)


def _write_geojson(reader: Reader, found: Iterable[Recorded], path: Path, *, unlocated: bool) -> None:
    from comity.exports.geojson import write_geojson, write_geojson_file

    texts, withdrawn = lru_cache(maxsize=64)(reader.text), reader.withdrawals()
    if str(path) == "-":
        located, without = write_geojson(found, texts, sys.stdout, unlocated=unlocated, withdrawn=withdrawn)
    else:
        located, without = write_geojson_file(found, texts, path, unlocated=unlocated, withdrawn=withdrawn)
        print(f"{path}: {located + (without if unlocated else 0)} claims", file=sys.stderr)
    if without:
        print(f"{without} claims have no point and are {'' if unlocated else 'not '}in the file", file=sys.stderr)


def _tell_unplaced(reader: Reader, asked: Filter) -> None:
    if (asked.place or asked.near) and (count := reader.unplaced(asked)):
        lacking = "point" if asked.near else "country"
        print(f"{count} more claims name a place of no known {lacking} and are not among these", file=sys.stderr)


def _tell_untimed(reader: Reader, asked: Filter) -> None:
    if (asked.since or asked.until) and (count := reader.untimed(asked)):
        print(f"{count} more claims have no known time and are not among those of given days", file=sys.stderr)
