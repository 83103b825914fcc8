"""The words that an answer's evidence rests on, read from the texts of the record: at most 25, with their span."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from comity.digests.quotation import quotation
from comity.measures.answer import Answer

if TYPE_CHECKING:
    from comity.record.queries import Reader

QUOTED = {"quotation": pl.String, "quotation_start": pl.Int64, "quotation_end": pl.Int64}


def quoted(answer: Answer, reader: Reader | None) -> pl.DataFrame:
    """``answer.evidence`` with ``quotation, quotation_start, quotation_end``: the text at that span is the quotation.

    An answer that is asked of no record has no evidence in texts, and none is read.
    """
    if reader is None:
        return pl.DataFrame(schema={**answer.evidence.schema, **QUOTED})
    texts = reader.texts(answer.evidence["text"].unique())
    found = []
    for row in answer.evidence.iter_rows(named=True):
        words = quotation(texts[row["text"]], (row["sentence_start"], row["sentence_end"]), (row["start"], row["end"]))
        found.append((words.text, *words.span))
    return answer.evidence.hstack(pl.DataFrame(found, schema=QUOTED, orient="row"))
