"""``comity watch`` and ``comity watches``: feeds asked in turns, and claims that somebody waits for."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.errors import InputError, RecordError

if TYPE_CHECKING:
    from comity.reading import Report
    from comity.record.answers import Arrival
    from comity.watching.polling import Round
    from comity.watching.rounds import Watch
    from comity.watching.saved import Saved


def watch(
    feeds: Annotated[list[str], typer.Argument(help="OPML outlines (files or addresses) and addresses of feeds.")],
    into: Annotated[str, typer.Option(help="The record: made where there is none, added to where there is one.")],
    every: Annotated[str, typer.Option(help="How often the feeds are asked, like 15m, 2h, 1d.")] = "15m",
    once: Annotated[bool, typer.Option("--once", help="One round, then end: for cron.")] = False,
    state: Annotated[
        Path | None, typer.Option(help="Where it is kept what was read (default: beside the record).")
    ] = None,
    processes: Annotated[int, typer.Option(min=1, help="Processes to code with.")] = 1,
) -> None:
    """Ask feeds in turns and read what is new into a record, until stopped; what matches a saved watch is told."""
    from comity.reading import OpenRecord, coder
    from comity.watching.rounds import Watch, state_path
    from comity.watching.schedule import interval

    seconds = interval(every)
    running = Watch(OpenRecord(into), feeds, coder(processes), state_path(into, state, "watch"))
    saved = state_path(into, state and state.with_suffix(".watches.json"), "watches")
    faults = 0

    def told(found: Round, report: Report) -> None:
        nonlocal faults
        faults += len(report.errors)
        _told(found, report)
        faults += _tell_saved(into, saved)

    if once:
        told(*running.round())
        raise typer.Exit(1 if faults else 0)
    _run(running, seconds, told)


def watches(
    record: Annotated[str, typer.Argument(help="A record made by: comity read, or comity watch.")],
    add: Annotated[str | None, typer.Option(help="Save the filter given beside this under a name.")] = None,
    remove: Annotated[str | None, typer.Option(help="Remove the watch of this name.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Tell now of claims that are new to the saved watches.")
    ] = False,
    actor: Annotated[str | None, typer.Option(help="Who did it: a code or an id.")] = None,
    recipient: Annotated[str | None, typer.Option(help="To whom: a code or an id.")] = None,
    type: Annotated[str | None, typer.Option(help="Event type, like ACCUSE, or STATEMENT.")] = None,
    status: Annotated[str | None, typer.Option(help="happened, ongoing, negated, denied, future, …")] = None,
    source: Annotated[str | None, typer.Option(help="According to whom: a code, an id, or an outlet.")] = None,
    place: Annotated[str | None, typer.Option("--in", help="Where, as in: comity claims.")] = None,
    atom: Annotated[Path | None, typer.Option(help="An Atom feed that is written with the newest claims.")] = None,
    webhook: Annotated[str | None, typer.Option(help="An address that is sent new claims as JSON.")] = None,
    state: Annotated[Path | None, typer.Option(help="Where the watches are kept (default: beside the record).")] = None,
) -> None:
    """List, save or remove the filters whose new claims are told."""
    from comity.watching import saved
    from comity.watching.rounds import state_path

    path = state_path(record, state, "watches")
    known = saved.load(path)
    if add is not None:
        asked = {
            "actor": actor,
            "recipient": recipient,
            "type": type,
            "status": status,
            "source": source,
            "place": place,
        }
        given = {key: value for key, value in asked.items() if value is not None}
        newest = _newest(record)
        atom_path = str(atom.absolute()) if atom else None
        known = saved.added(known, saved.Saved(add, given, atom_path, webhook, told=newest, posted=newest))
        saved.save(path, known)
    if remove is not None:
        known = saved.removed(known, remove)
        saved.save(path, known)
    if check:
        raise typer.Exit(1 if _tell_saved(record, path) else 0)
    for one in known:
        to = "".join(f", {kind} {where}" for kind, where in (("feed", one.atom), ("webhook", one.webhook)) if where)
        print(f"{one.name}: {one.words()}{to}")


def _newest(place: str) -> int:
    """The record's latest batch: a new watch tells only of what comes after it. 0 where there is no record yet."""
    from comity.record.queries import Reader

    try:
        return Reader(place).newest_batch()
    except RecordError:
        return 0


def _run(running: Watch, seconds: float, told: Callable[[Round, Report], None]) -> None:
    """Until SIGINT or SIGTERM; the article that is being read is written first."""
    stopping = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in stopping:
        signal.signal(number, lambda *_: running.stop.set())
    try:
        running.run(seconds, told)
    finally:
        for number, before in stopping.items():
            signal.signal(number, before)
    print("comity: stopped; what was read is kept, and the next run goes on from there", file=sys.stderr)


def _told(found: Round, report: Report) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    resting = f", {found.resting} left alone after failures" if found.resting else ""
    print(
        f"{now}: {found.asked} feeds asked, {found.unchanged} unchanged{resting}; "
        f"{report.read} articles read, {report.claims} claims",
        flush=True,
    )
    for error in report.errors:
        print(f"comity: {error}", file=sys.stderr, flush=True)


def _tell_saved(place: str, path: Path) -> int:
    """Prints the claims that are new to the saved watches; how many webhooks failed."""
    from comity.exports.display import claim_lines, visible
    from comity.record.places import is_url
    from comity.record.queries import Reader
    from comity.watching import saved
    from comity.watching.telling import tell

    known: list[Saved] = saved.load(path)
    if not known or not (is_url(place) or Path(place).is_file()):
        return 0
    reader, faults = Reader(place), 0
    for one in known:
        for item in tell(one, reader, _title):
            if isinstance(item, InputError):
                faults += 1
                print(f"comity: {item}", file=sys.stderr)
            else:
                print(visible(f"[{one.name}]"))
                print("\n".join(claim_lines(item.recorded, reader.text(item.recorded.provenance.text))))
    saved.save(path, known)
    return faults


def _title(arrival: Arrival, _: str) -> str:
    from comity.exports.display import what

    return what(arrival.recorded.claim)
