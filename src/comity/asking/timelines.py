"""Questions about what passed between two actors: the events, and the days that matter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from comity.record import Record

if TYPE_CHECKING:
    import polars as pl

    from comity.measures.answer import Answer, Figure
    from comity.measures.frames import Frames
    from comity.measures.timeline_quality import Lines
    from comity.record.queries import Reader


class Timelines(Record):
    """What passed between two actors, as methods of a record."""

    def between(self, one: str, other: str, limit: int | None = None) -> Answer:
        """The events of one towards the other, the most told first (:mod:`comity.measures.between`)."""
        from comity.asking.frames import frames
        from comity.measures.between import LIMIT, between

        return between(frames(self.reader()), one, other, limit or LIMIT)

    def timeline(self, one: str, other: str, limit: int | None = None, reference: str | Path | None = None) -> Answer:
        """The days that matter between two actors, a cited line for each (:mod:`comity.measures.timeline`).

        With ``reference``, a YAML list of rows with ``date`` and ``line``, as many days as it has, and how near the timeline
        comes to it beside the two baselines. :class:`comity.errors.InputError` where it cannot be read.
        """
        from comity.asking.frames import frames
        from comity.measures.timeline import LIMIT, timeline
        from comity.vocabulary.rules import rules

        known = _reference(Path(reference)) if reference is not None else None
        reader, table = self.reader(), rules("timeline")
        read = frames(reader)
        limit = limit or (len(known) if known else LIMIT)
        answer = timeline(read, (one, other), table.content, {table.name: table.version}, limit)
        return answer if known is None else replace(answer, figures=_compared(answer, known, read, reader))


def _compared(answer: Answer, reference: Lines, read: Frames, reader: Reader) -> tuple[Figure, ...]:
    """Date-F1 and aligned ROUGE-1 of this timeline and of both baselines."""
    from comity.measures.answer import Figure
    from comity.measures.timeline_quality import aligned_rouge, by_mentions, by_publication, date_score

    limit = answer.asked["limit"]
    own = answer.evidence.unique("row", keep="first", maintain_order=True)
    told = {
        "this timeline": own.with_columns(day=own["row"].str.to_date()),
        "baseline: mentions of the day": by_mentions(read, limit),
        "baseline: texts published on the day": by_publication(read, limit),
    }
    figures = []
    for name, days in told.items():
        lines = _lines(days, reader)
        dates, words = date_score(lines.keys(), reference.keys()), aligned_rouge(lines, reference)
        says = f"precision {dates.precision:.3f}, recall {dates.recall:.3f}"
        figures.append(Figure(f"Date-F1, {name}", round(dates.f, 3), len(reference), says=says))
        figures.append(Figure(f"aligned ROUGE-1 F, {name}", round(words.f, 3), len(reference)))
    return tuple(sorted(figures, key=lambda f: f.name.startswith("aligned")))


def _lines(days: pl.DataFrame, reader: Reader) -> Lines:
    """The sentence of each day; a day without one has no words."""
    wanted = days.select("day", "text", "sentence_start", "sentence_end")
    return {day: reader.text(text)[start:end] if text else "" for day, text, start, end in wanted.iter_rows()}


def _reference(path: Path) -> Lines:
    from datetime import date

    from comity.errors import InputError
    from comity.vocabulary import load

    try:
        found = {row["date"]: str(row.get("line") or row.get("what")) for row in load(path)}
    except (OSError, TypeError, KeyError, AttributeError) as error:
        raise InputError(
            f"is no timeline: {error}", place=str(path), remedy="give a YAML list of rows with date and line"
        ) from error
    if not found or not all(isinstance(day, date) for day in found):
        raise InputError("has a row whose date is no day", place=str(path), remedy="write dates like 2023-10-07")
    return found
