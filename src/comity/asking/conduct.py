"""Questions about word and deed: assurances, verdicts on them, disputed events."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from comity.record import Record

if TYPE_CHECKING:
    import polars as pl

    from comity.measures.answer import Answer
    from comity.measures.ledger_line import Judged
    from comity.measures.promises import Entry, Words
    from comity.record.queries import Reader
    from comity.record.verdicts import Subject, Verdict


class Conduct(Record):
    """What actors assured and did, as methods of a record."""

    def assurances(self, by: str | None = None, to: str | None = None, *, rules: str | Path | None = None) -> Answer:
        """The ledger of assurances (:mod:`comity.measures.assurance_ledger`); ``rules`` is a relation table of your own."""
        from comity.asking.frames import frames
        from comity.measures.assurance_ledger import Sides, assurances, promised_by
        from comity.measures.conduct import conduct_table
        from comity.record.verdicts import standing
        from comity.vocabulary.rules import rules as table

        reader = self.reader()
        given = self.verdicts()
        history = [(v.subject.assurance, _judged(v)) for v in given]
        judged = {key: _judged(v) for key, v in standing(given).items()}
        whole = frames(reader)
        relations = conduct_table(table("conduct", rules))
        words = _words(promised_by(whole, by), reader)
        return assurances(whole, Sides(by, to), relations, words, judged, history)

    def disputes(self, between: tuple[str, str]) -> Answer:
        """Events that some assert and others deny (:mod:`comity.measures.disputes`)."""
        from comity.asking.frames import frames
        from comity.measures.disputes import disputes

        return disputes(frames(self.reader()), *between)

    def judge(self, assurance: str, verdict: str | None, *, because: str, name: str) -> Verdict:
        """Appends a verdict on the assurance with this id, or the beginning of it; None undoes the one that stands.

        :class:`comity.errors.RecordError` where there is no such assurance, reason or name, or nothing to undo.
        """
        from comity.record.verdicts import add, judgement

        judged = judgement(verdict, because, name)
        entry = _entry(self, assurance)
        return add(self.place, _subject(self, entry), judged)

    def verdicts(self, assurance: str | None = None) -> tuple[Verdict, ...]:
        """All verdicts in the order in which they were given, or those on one assurance with all its tellings."""
        from comity.record.verdicts import read

        given = read(self.place)
        if assurance is None:
            return given
        tellings = {m.id for m in _entry(self, assurance).mentions}
        return tuple(v for v in given if v.subject.assurance in tellings)


def _judged(verdict: Verdict) -> Judged:
    """A verdict as the ledger has it."""
    from comity.measures.ledger_line import Judged

    return Judged(verdict.number, verdict.verdict, verdict.name, verdict.at, verdict.because, verdict.undoes)


def _entry(record: Record, beginning: str) -> Entry:
    """The assurance of the ledger with a telling whose id begins so."""
    from comity.asking.frames import frames
    from comity.errors import RecordError
    from comity.measures.conduct import conduct_table
    from comity.measures.promises import entries, told_as
    from comity.vocabulary.rules import rules

    reader = record.reader()
    whole = frames(reader)
    wanted = beginning.lower()
    same_promisors = told_as(whole.signals["assurances"], wanted)
    known = entries(whole, same_promisors, conduct_table(rules("conduct")), _words(same_promisors, reader))
    found = [entry for entry in known if any(m.id.startswith(wanted) for m in entry.mentions)]
    if len(found) == 1 and wanted:
        return found[0]
    problem = f"{len(found)} assurances begin with {beginning!r}" if found else f"holds no assurance {beginning!r}"
    raise RecordError(problem, place=record.place, remedy="ids stand in: comity assurances FILE --by A")


def _subject(record: Record, entry: Entry) -> Subject:
    """What a verdict on the entry refers to: the telling that was judged before, where one stands, else the first."""
    from comity.record.verdicts import Subject, read, standing

    judged = standing(read(record.place))
    latest = max((judged[m.id] for m in entry.mentions if m.id in judged), key=lambda v: v.number, default=None)
    if latest is not None:
        return latest.subject
    row = entry.first.row
    return Subject(entry.id, str(row["id"]), entry.promisor, row["beneficiary_name"])


def _words(found: pl.DataFrame, reader: Reader) -> Words:
    """What is said from each assurance's first word to the end of its sentence: by it, retellings of one are known."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for text, start, end in found.select("text", "start", "sentence_end").iter_rows():
        spans.setdefault(text, []).append((start, end))
    texts = reader.texts(spans)
    return {(text, *span): texts[text][slice(*span)] for text, listed in spans.items() for span in listed}
