"""What a measure answered, as a table to read, JSON, CSV or Parquet. Every command of a measure prints through here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.exports.display import visible
from comity.exports.wording import basis_lines, cell, figure_line, origin

if TYPE_CHECKING:
    import polars as pl

    from comity.measures.answer import Answer
    from comity.record.queries import Reader

RecordFile = Annotated[
    str, typer.Argument(help="A record made by: comity read; measures may be asked of an archive, too.")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object: rows, evidence, figures, coverage.")]
Csv = Annotated[bool, typer.Option("--csv", help="The rows as CSV, safe to open in a spreadsheet.")]
Parquet = Annotated[Path | None, typer.Option("--parquet", help="Write the rows to a Parquet file.")]
Between = Annotated[tuple[str, str], typer.Option(help="Two actors by code or name, like: RUS Hamas.", metavar="A B")]
Quotes = Annotated[int, typer.Option("--quotes", min=0, help="At most so many quotations a row.")]


WIDTH = 160  # of a table that goes to a file or a pipe
WORD = 24  # characters of a word that are kept together


@dataclass(frozen=True, slots=True)
class Output:
    """How the user wants the answer."""

    json: bool = False
    csv: bool = False
    parquet: Path | None = None
    quotes: int = 3


def show(answer: Answer, reader: Reader | None, output: Output) -> None:
    """Prints or writes the answer; its evidence with the words read from the record, where it is asked of one."""
    from comity.asking.quoting import quoted
    from comity.exports import answers

    if output.parquet is not None:
        answers.write_parquet(answer, output.parquet)
        print(f"{output.parquet}: {answer.rows.height} rows", file=sys.stderr)
    elif output.csv:
        answers.write_csv(answer, sys.stdout)
    elif output.json:
        answers.write_json(answer, quoted(answer, reader), sys.stdout)
    else:
        print_answer(answer, quoted(answer, reader), output.quotes)


def print_answer(answer: Answer, evidence: pl.DataFrame, quotes: int = 3) -> None:
    """A table of the rows, the quotations they rest on by the row's number, the figures, and what all rests on."""
    if answer.rows.is_empty():
        print("nothing in this record answers that")
    else:
        _print_table(answer.rows, answer.shown)
    for line in (*_quotations(answer.rows, evidence, quotes), *map(figure_line, answer.figures), *answer.notes):
        print(visible(line))
    for name, shown in answer.beside.items():
        if not answer.series[name].is_empty():
            print(f"\nbeside it, from the texts: {name.replace('_', ' ')}")
            _print_table(answer.series[name], shown)
            for line in _quotations(answer.series[name], evidence, quotes):
                print(visible(line))
    for line in basis_lines(answer.basis):
        print(visible(line))


def _print_table(rows: pl.DataFrame, shown: tuple[str, ...]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("#", justify="right")
    cells = {name: [visible(cell(x)) for x in rows[name].to_list()] for name in shown}
    for name, column in cells.items():
        words = [word for text in column for word in text.split()]
        widest = max(map(len, words), default=0)  # a word is broken only where nothing else helps
        table.add_column(name.replace("_", " "), overflow="fold", min_width=min(widest, WORD))
    for number, row in enumerate(zip(*cells.values(), strict=True), 1):
        table.add_row(str(number), *row)
    wide = None if sys.stdout.isatty() else WIDTH
    Console(markup=False, highlight=False, emoji=False, width=wide).print(table)


def _quotations(rows: pl.DataFrame, evidence: pl.DataFrame, quotes: int) -> Iterator[str]:
    numbers = {row: n for n, row in enumerate(rows["id"], 1)} if "id" in rows.columns else {}
    seen: dict[str, int] = {}
    for row in sorted(evidence.iter_rows(named=True), key=lambda found: numbers.get(found["row"], 0)):
        seen[row["row"]] = seen.get(row["row"], 0) + 1
        if row["row"] in numbers and seen[row["row"]] <= quotes:
            yield f"[{numbers[row['row']]}] {row['role']}: “{' '.join(row['quotation'].split())}” ({origin(row)})"
    left = sum(max(0, count - quotes) for row, count in seen.items() if row in numbers)
    if left:
        yield f"{left} more quotations: --quotes N, or --json for all"
