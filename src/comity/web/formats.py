"""A page's answer in each format of the workspace. Pure: bytes out of an answer and its quotations."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import polars as pl

from comity.exports import answers
from comity.exports.bibliography import entries
from comity.exports.wording import basis_lines, cell, figure_line, origin
from comity.measures.answer import Answer


@dataclass(frozen=True, slots=True)
class Given:
    """What a format writes: the answer, its quotations (:func:`comity.asking.quoting.quoted`), and the articles cited."""

    title: str
    answer: Answer
    quotations: pl.DataFrame
    cited: pl.DataFrame


def _csv(given: Given) -> bytes:
    out = io.StringIO()
    answers.write_csv(given.answer, out)
    return out.getvalue().encode()


def _json(given: Given) -> bytes:
    out = io.StringIO()
    answers.write_json(given.answer, given.quotations, out)
    return out.getvalue().encode()


def _parquet(given: Given) -> bytes:
    out = io.BytesIO()
    given.answer.rows.write_parquet(out)
    return out.getvalue()


def _bib(given: Given) -> bytes:
    return entries(given.cited).encode()


def _markdown(given: Given) -> bytes:
    return ("\n".join(_lines(given)) + "\n").encode()


def _lines(given: Given) -> Iterator[str]:
    answer = given.answer
    yield f"# {_plain(given.title)}\n"
    if answer.shown:
        yield "| " + " | ".join(["#", *(name.replace("_", " ") for name in answer.shown)]) + " |"
        yield "|---" * (len(answer.shown) + 1) + "|"
    for number, row in enumerate(answer.rows.iter_rows(named=True), 1):
        yield "| " + " | ".join([str(number), *(_plain(cell(row[name])) for name in answer.shown)]) + " |"
    numbers = {row: n for n, row in enumerate(answer.rows["id"], 1)} if "id" in answer.rows.columns else {}
    yield ""
    for quoted in given.quotations.iter_rows(named=True):
        words = _plain(" ".join(quoted["quotation"].split()))
        yield f"- [{numbers.get(quoted['row'], '–')}] {_plain(quoted['role'])}: “{words}” ({_plain(origin(quoted))})"
    yield ""
    for line in (*map(figure_line, answer.figures), *answer.notes, *basis_lines(answer.basis)):
        yield f"- {_plain(line)}"


def _plain(words: str) -> str:
    """Words that Markdown takes for words: nothing of a text may become a link, a table or an element."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#!~" else " " if c == "\n" else c for c in words)


MEDIA: dict[str, tuple[str, Callable[[Given], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "json": ("application/json", _json),
    "parquet": ("application/vnd.apache.parquet", _parquet),
    "md": ("text/markdown; charset=utf-8", _markdown),
    "bib": ("application/x-bibtex; charset=utf-8", _bib),
}


def written(suffix: str, given: Given) -> tuple[str, bytes]:
    """Media type and content."""
    media, write = MEDIA[suffix]
    return media, write(given)
