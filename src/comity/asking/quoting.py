"""The words that an answer's evidence rests on, read from the texts of the record: at most 25, with their span."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

import polars as pl

from comity.digests.quotation import quotation
from comity.measures.answer import Answer

QUOTED = {"quotation": pl.String, "quotation_start": pl.Int64, "quotation_end": pl.Int64}


class Texts(Protocol):
    """Whatever gives a text by its hash: a record's reader, or one text at hand."""

    def text(self, digest: str) -> str:
        """The text with this SHA-256."""


@runtime_checkable
class TextsAtOnce(Protocol):
    """Whatever gives many texts at once more quickly than one after the other."""

    def texts(self, digests: Iterable[str]) -> dict[str, str]:
        """These texts by their SHA-256."""


def quoted(answer: Answer, reader: Texts | None) -> pl.DataFrame:
    """``answer.evidence`` with ``quotation, quotation_start, quotation_end``: the text at that span is the quotation.

    An answer that is asked of no record has no evidence in texts, and none is read.
    """
    if reader is None:
        return pl.DataFrame(schema={**answer.evidence.schema, **QUOTED})
    return with_words(answer.evidence, reader)


def with_words(evidence: pl.DataFrame, reader: Texts) -> pl.DataFrame:
    """The same of a frame of evidence."""
    wanted = evidence["text"].unique()
    texts = reader.texts(wanted) if isinstance(reader, TextsAtOnce) else {name: reader.text(name) for name in wanted}
    found = []
    for row in evidence.iter_rows(named=True):
        words = quotation(texts[row["text"]], (row["sentence_start"], row["sentence_end"]), (row["start"], row["end"]))
        found.append((words.text, *words.span))
    return evidence.hstack(pl.DataFrame(found, schema=QUOTED, orient="row"))
