"""The ledger of assurances as a table: rows, which columns to show, the rate with its interval, and notes. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import polars as pl

from comity.measures.answer import FEWEST, TOO_FEW, Figure
from comity.measures.conduct import Relation
from comity.measures.days import interval
from comity.measures.grading import CONSISTENT, INCONSISTENT
from comity.measures.ledger_line import Line
from comity.measures.promises import CHANNELS, Row
from comity.measures.rates import rate


def table(lines: Sequence[Line]) -> pl.DataFrame:
    """One row a line, with every column even where there is no line."""
    return pl.DataFrame([_row(line) for line in lines], schema=ROWS)


ROWS: dict[str, Any] = {
    **dict.fromkeys(("id", "made", "promisor", "beneficiary", "kind"), pl.String),
    "specificity": pl.Int64,
    **dict.fromkeys(("domains", "toward"), pl.List(pl.String)),
    **dict.fromkeys(("condition", "due", "status"), pl.String),
    **dict.fromkeys(("for", "against", "disputed", "neutral", "no_rule"), pl.Int64),
    **dict.fromkeys(("day_not_told", "only_quoted"), pl.Int64),  # of the events counted as consistent or not
    "articles": pl.Int64,
    "channel": pl.String,
    **dict.fromkeys(("mentions", "origins"), pl.Int64),
    "claimed_by": pl.List(pl.String),  # who claims inconsistency
    **dict.fromkeys(("verdict", "verdict_by", "verdict_on", "verdict_because", "made_from"), pl.String),
    **dict.fromkeys(("made_earliest", "made_latest", "due_earliest", "due_latest"), pl.Date),
}
SHOWN = (
    *("id", "made", "promisor", "beneficiary", "kind", "specificity", "domains", "condition", "due", "status"),
    *("for", "against", "disputed", "articles", "channel", "mentions", "claimed_by", "verdict"),
)
WHERE_ANY = ("condition", "due", "disputed", "claimed_by", "verdict")  # left out where no row has any
NOTHING: tuple[Any, ...] = (None, 0, "none", [])


def shown(rows: pl.DataFrame) -> tuple[str, ...]:
    told = {name for name in WHERE_ANY if any(value not in NOTHING for value in rows[name].to_list())}
    told |= {"promisor"} if rows["promisor"].n_unique() > 1 else set()
    return tuple(name for name in SHOWN if name not in (*WHERE_ANY, "promisor") or name in told)


def _row(line: Line) -> Row:
    entry, seen, judged = line.entry, line.conduct, line.judged
    graded = (*seen.of("consistent"), *seen.of("inconsistent"))
    return {
        "id": entry.id,
        "made": interval(entry.made),
        "due": interval(entry.due),
        "toward": entry.toward,
        "made_earliest": entry.made.earliest,
        "made_latest": entry.made.latest,
        "made_from": entry.first.made_from,
        "promisor": entry.promisor,
        "beneficiary": entry.beneficiary,
        "kind": entry.kind,
        "domains": entry.domains,
        "specificity": entry.specificity,
        "condition": seen.condition,
        "due_earliest": entry.due.earliest,
        "due_latest": entry.due.latest,
        "status": line.status,
        "for": len(seen.of("consistent")),
        "against": len(seen.of("inconsistent")),
        "neutral": len(seen.of("neutral")),
        "no_rule": len(seen.of("no_rule")),
        "disputed": line.disputes,
        "day_not_told": sum(not event.day_told for event in graded),
        "only_quoted": sum(event.only_quoted for event in graded),
        "articles": line.articles,
        "channel": entry.channel,
        "mentions": len(entry.mentions),
        "origins": len({m.row["origin"] for m in entry.mentions}),
        "claimed_by": sorted({c["claimant_name"] or _outlet(c) for c in line.claimants}),
        "verdict": judged.verdict if judged else None,
        "verdict_by": judged.name if judged else None,
        "verdict_on": judged.on if judged else None,
        "verdict_because": judged.because if judged else None,
    }


def _outlet(row: Row) -> str:
    return str(row["outlet"] or "outlet unknown")


def figures(lines: Sequence[Line]) -> Iterable[Figure]:
    """The rate over assurances and over events, and through whom the assurances are known: always all of them."""
    gradeable = [line for line in lines if line.status not in ("not_gradeable", "superseded")]
    counted = Counter(line.status for line in gradeable)
    consistent, inconsistent = (sum(counted[s] for s in of) for of in (CONSISTENT, INCONSISTENT))
    both = counted["mixed"] + counted["fulfilled_in_part"]
    yield from _rate(
        "assurances with consistent conduct only", consistent, inconsistent, f"; {both} with both, as neither"
    )
    good, bad = ({e.cluster for line in gradeable for e in line.conduct.of(r)} for r in GRADED)
    yield from _rate("events consistent with an assurance", len(good - bad), len(bad - good))
    through = Counter(line.entry.channel for line in lines)
    for channel in CHANNELS:
        yield Figure(f"known through: {CHANNEL_NAMES[channel]}", through[channel], len(lines))


GRADED: tuple[Relation, Relation] = ("consistent", "inconsistent")


def _rate(name: str, consistent: int, inconsistent: int, beside: str = "") -> Iterable[Figure]:
    """A share with its interval and what may be said of it; below so few, only that they are too few."""
    found, n = rate(consistent, inconsistent), consistent + inconsistent
    counts = f"{consistent} consistent, {inconsistent} inconsistent{beside}"
    if found is None or n < FEWEST:
        yield Figure(name, None, n, says=f"{TOO_FEW}; {counts}")
        return
    says = f"{found.wording}, {_probability(found.above_half)}; {counts}"
    yield Figure(name, found.mean, n, found.low, found.high, says=says)


def _probability(above_half: float) -> str:
    """P(θ > ½) to four digits; what is not certain is never printed as 1 or 0."""
    if above_half > CERTAIN:
        return f"P(more than half) > {CERTAIN}"
    return (
        f"P(more than half) = {above_half:.4f}"
        if above_half >= 1 - CERTAIN
        else f"P(more than half) < {1 - CERTAIN:.4f}"
    )


CERTAIN = 0.9999
CHANNEL_NAMES = {
    "own": "the promisor's own channel",
    "beneficiary": "the beneficiary",
    "critic": "critics",
    "third party": "third parties",
    "report": "reports in an outlet's own words",
}


def notes(lines: Sequence[Line], unplaced: int) -> Iterable[str]:
    statuses = Counter(str(line.status) for line in lines)
    if statuses:
        yield f"status by rule: {_counts(statuses)}"
    if statuses["no_conduct_observed"]:
        yield (
            "no_conduct_observed: in the articles of the window none was found that the table relates to the assurance; "
            "that is no breach"
        )
    graded = [event for line in lines for relation in GRADED for event in line.conduct.of(relation)]
    if graded:
        by_report, quoted = sum(not e.day_told for e in graded), sum(e.only_quoted for e in graded)
        yield (
            f"events counted as consistent or inconsistent: {len(graded)}; {by_report} of them by the day of the first "
            f"report, no day being told; {quoted} told by quoted sources only"
        )
    cases = sum(len(line.conduct.of("no_rule")) for line in lines)
    if cases:
        yield f"events that the table has no row for, cases for the analyst: {cases} (cases_without_rule in --json)"
    judged = Counter(line.judged.verdict for line in lines if line.judged)
    if judged:
        yield f"verdicts of analysts: {_counts(judged)}"
    if unplaced:
        yield (
            f"claims of inconsistency in articles that tell none of these assurances: {unplaced} "
            "(inconsistency_claimed_elsewhere in --json)"
        )


def _counts(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {n}" for name, n in sorted(counted.items()))
