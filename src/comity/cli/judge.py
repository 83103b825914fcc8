"""``comity judge``: an analyst's verdict on an assurance, beside what a rule says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.answers import RecordFile

if TYPE_CHECKING:
    from comity.record.verdicts import Verdict

VERDICTS = "kept, partly, not_kept, open or not_gradeable"


def judge(
    record: RecordFile,
    assurance: Annotated[str, typer.Argument(help="Id of an assurance, or its beginning: see comity assurances.")],
    verdict: Annotated[str | None, typer.Argument(help=f"{VERDICTS}; without it, the history is told.")] = None,
    because: Annotated[str, typer.Option("--because", help="The reason, in your words.")] = "",
    name: Annotated[str, typer.Option("--as", help="Who judges.", metavar="NAME")] = "",
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the verdict that stands; both stay in the list.")
    ] = False,
) -> None:
    """Append a verdict on an assurance to the record, take one back, or tell the history."""
    import comity
    from comity.errors import RecordError
    from comity.exports.display import visible

    opened = comity.open(record)
    if undo and verdict is not None:
        raise RecordError("--undo takes back a verdict and gives none", remedy="leave one of the two out")
    if undo or verdict is not None:
        opened.judge(assurance, verdict, because=because, name=name)
    elif because or name:
        raise RecordError("no verdict is given", remedy=f"give one of: {VERDICTS}; or --undo")
    history = opened.verdicts(assurance)
    for line in map(history_line, history):
        print(visible(line))
    if not history:
        print("no verdict has been given on this assurance")


def history_line(given: Verdict) -> str:
    """One row of the list: when, who, what, why."""
    what = given.verdict or f"takes back {given.undoes}"
    sides = f"{given.subject.promisor or 'unknown'} to {given.subject.beneficiary or 'nobody named'}"
    return f"{given.number}  {given.at}  {given.subject.assurance} ({sides})  {what}, by {given.name}: {given.because}"
