"""The ledger of assurances: each with the conduct that bears on it, for and against, a status by rule, and the rate.

Three layers stand apart: what somebody claims (inconsistency), what a rule codes (status), what an analyst judged (verdict).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from comity.measures import ledger_table
from comity.measures.actors import is_actor, same_actor
from comity.measures.answer import Answer, basis
from comity.measures.conduct import ConductTable
from comity.measures.counted import Number, Things, count, texts, things
from comity.measures.days import Days
from comity.measures.disputes import disputed_clusters
from comity.measures.events import conduct_of
from comity.measures.frames import Frames
from comity.measures.grading import Record, conduct, status, superseded
from comity.measures.ledger_evidence import cases, cited, claimed_elsewhere
from comity.measures.ledger_line import Judged, Line
from comity.measures.promises import Entry, Row, Words, entries


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose assurances are asked for, and to whom: code, name or id; None asks for all."""

    by: str | None = None
    to: str | None = None


def assurances(
    frames: Frames,
    sides: Sides,
    table: ConductTable,
    words: Words | None = None,
    verdicts: Mapping[str, Judged] | None = None,
) -> Answer:
    """One row an assurance, retellings folded. ``verdicts`` are the standing ones, by the id of a telling."""
    lines = ledger(frames, sides, table, words or {}, verdicts or {})
    claims = frames.signals["inconsistencies"]
    of_those = claims.filter(is_actor("conduct_of", sides.by)) if sides.by is not None else claims
    elsewhere = claimed_elsewhere(of_those, lines)
    rows = ledger_table.table(lines)
    return Answer(
        measure="assurances",
        asked={"by": sides.by, "to": sides.to},
        rows=rows,
        basis=basis(frames, {table.name: table.version}),
        evidence=cited(frames, lines),
        figures=tuple(ledger_table.figures(lines)),
        notes=tuple(ledger_table.notes(lines, things(elsewhere.with_row_index("row")))),
        shown=ledger_table.shown(rows),
        series={"inconsistency_claimed_elsewhere": elsewhere, "cases_without_rule": cases(lines)},
        cells={(line.entry.id, "articles"): _window(line, frames) for line in lines},
    )


def _window(line: Line, frames: Frames) -> Number:
    """The articles of the window; of a window that is not known, none of all."""
    return count(line.articles, texts(frames.articles))


def ledger(
    frames: Frames, sides: Sides, table: ConductTable, words: Words, verdicts: Mapping[str, Judged]
) -> list[Line]:
    """The lines of the ledger in the order of the days on which assurances were made."""
    found = promised_by(frames, sides.by)
    listed = [e for e in entries(frames, found, table, words) if _is_to(e, sides.to)]
    record = _record(frames, listed)
    replaced = superseded(listed)
    critics = _by_article(frames.signals["inconsistencies"])
    dated = frames.articles.filter(pl.col("published").is_not_null()).sort("published", "article")
    lines = []
    for entry in listed:
        seen = conduct(entry, record, table)
        claimants = [c for m in entry.mentions for c in critics.get((m.row["article"], entry.promisor), ())]
        lines.append(
            Line(
                entry,
                seen,
                status(entry, seen, superseded=entry.id in replaced),
                _judged(entry, verdicts),
                tuple(claimants),
                _published_in(dated, seen.window),
                len({record.disputed[event.cluster] for event in seen.disputed}),
            )
        )
    return lines


def promised_by(frames: Frames, asked: str | None) -> pl.DataFrame:
    """The tellings of assurances whose promisor is the actor asked for, or any that is told."""
    found = frames.signals["assurances"].filter(pl.col("promisor_name").is_not_null())
    return found if asked is None else found.filter(is_actor("promisor", asked))


def _judged(entry: Entry, verdicts: Mapping[str, Judged]) -> Judged | None:
    """The latest of the verdicts that stand on any telling of the assurance."""
    found = [verdicts[m.id] for m in entry.mentions if m.id in verdicts]
    return max(found, key=lambda judged: judged.number, default=None)


def _is_to(entry: Entry, asked: str | None) -> bool:
    """Whether the beneficiary is the actor asked for or, where none is told, the one whom the promised act is about."""
    if asked is None:
        return True
    rows = [m.row for m in entry.mentions]
    told = {r[f"beneficiary_{n}"] for r in rows for n in ("name", "code", "id")} - {None}
    return any(same_actor(name, asked) for name in told or entry.toward)


def _record(frames: Frames, listed: Sequence[Entry]) -> Record:
    actors = {e.first.row["promisor_code"] for e in listed}
    actors |= {m.condition[0] for e in listed for m in e.mentions if m.condition}
    events = conduct_of(frames.claims, [a for a in actors if a])
    last = basis(frames).last
    return Record(events, disputed_clusters(frames.claims), last)


def _by_article(inconsistencies: pl.DataFrame) -> dict[tuple[str, str | None], list[Row]]:
    found: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    for row in inconsistencies.iter_rows(named=True):
        found[row["article"], row["conduct_of_name"]].append(row)
    return found


def _published_in(dated: pl.DataFrame, window: Days) -> Things:
    """The dated articles that were published in the window."""
    if window.earliest is None:
        return ()
    return texts(dated.filter(pl.col("published").is_between(window.earliest, window.latest or date.max)))
