"""``comity review``: what reviewers judged of claims, how far they agree, and what they agree on as a labelled set."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.answers import Csv, Json, Output, Parquet, Quotes, RecordFile, show

if TYPE_CHECKING:
    from comity.record.judgements import Judgement


def review(
    record: RecordFile,
    claim: Annotated[str | None, typer.Option(help="Tell every judgement on this claim, by its id.")] = None,
    export: Annotated[
        Path | None, typer.Option(help="Write what reviewers agree on as a labelled set: a folder for comity evaluate.")
    ] = None,
    json: Json = False,
    csv: Csv = False,
    parquet: Parquet = None,
    quotes: Quotes = 1,
) -> None:
    """Compare what two or more reviewers judged, with alpha by field; or export what they agree on."""
    import comity
    from comity.exports.display import visible

    opened = comity.open(record)
    if claim is not None:
        found = opened.judgements([opened.reader().claim(claim).claim.id])
        for given in found:
            print(visible(line(given)))
        if not found:
            print("nothing has been judged of this claim")
    elif export is not None:
        done = opened.export_gold(export)
        print(
            f"{export}: {done.texts} texts, {done.sentences} sentences, {done.claims} claims, {done.rejected} rejected"
        )
        if done.left_out:
            print(
                f"{done.left_out} judged claims are left out: their sentence is disputed or not judged to its end",
                file=sys.stderr,
            )
    else:
        show(opened.comparison(), opened.reader(), Output(json, csv, parquet, quotes))


def line(given: Judgement) -> str:
    """One row of the list: number, when, who, what, note."""
    from comity.asking.review_comparison import in_words

    what = f"takes back {given.undoes}" if given.undoes is not None else in_words(given)
    note = f": {given.note}" if given.note else ""
    return f"{given.number}  {given.at}  {given.claim}  {'settled as ' if given.settles else ''}{what}, by {given.name}{note}"
