"""The ledger of assurances as a table: rows, which columns to show, the rate with its interval, and notes. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import polars as pl

from comity.measures.answer import FEWEST, TOO_FEW, Figure
from comity.measures.conduct import Relation
from comity.measures.counted import Things, Told, all_from, count, joined, said
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
        "articles": len(line.articles),
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
    every = _listed(gradeable)
    consistent, inconsistent, both = (_listed(x for x in gradeable if x.status in of) for of in SIDES)
    beside = said("; {} with both, as neither", count(both, every))
    yield from _rate("assurances with consistent conduct only", (consistent, inconsistent), every, beside)
    good, bad = ({e.cluster: e.claims for line in gradeable for e in line.conduct.of(r)} for r in GRADED)
    only = (tuple(good[c] for c in good if c not in bad), tuple(bad[c] for c in bad if c not in good))
    yield from _rate("events consistent with an assurance", only, every)
    for channel in CHANNELS:
        through = _listed(line for line in lines if line.entry.channel == channel)
        name = f"known through: {CHANNEL_NAMES[channel]}"
        yield Figure(name, len(through), len(lines), counts=through, among=_listed(lines))


def _listed(lines: Iterable[Line]) -> Things:
    return tuple(mentions for line in lines for mentions in line.mentions)


SIDES = (CONSISTENT, INCONSISTENT, frozenset({"mixed", "fulfilled_in_part"}))
GRADED: tuple[Relation, Relation] = ("consistent", "inconsistent")


def _rate(name: str, sides: tuple[Things, Things], among: Things, beside: str = "") -> Iterable[Figure]:
    """A share with its interval and what may be said of it; below so few, only that they are too few."""
    consistent, inconsistent = (count(side, among) for side in sides)
    both, n = sum(sides, ()), len(sides[0]) + len(sides[1])
    found = rate(*map(len, sides))
    counts = joined((said("{} consistent, {} inconsistent", consistent, inconsistent), beside), "")
    if found is None or n < FEWEST:
        yield Figure(name, None, n, says=joined((TOO_FEW, counts), "; "), counts=both, among=among)
        return
    likely = all_from(f"{found.wording}, {_probability(found.above_half)}", both)
    says = joined((likely, counts), "; ")
    yield Figure(name, found.mean, n, found.low, found.high, says=says, counts=both, among=among)


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


def notes(lines: Sequence[Line], unplaced: Things) -> Iterable[str]:
    """``unplaced`` are the claims of inconsistency in articles that tell none of the lines."""
    statuses = {str(line.status): line for line in lines}
    if statuses:
        yield _counts("status by rule", lines, lambda line: line.status)
    if "no_conduct_observed" in statuses:
        yield (
            "no_conduct_observed: in the articles of the window none was found that the table relates to the assurance; "
            "that is no breach"
        )
    graded = [event for line in lines for relation in GRADED for event in line.conduct.of(relation)]
    if graded:
        every, by_report, quoted = (
            tuple(e.claims for e in graded if of(e))
            for of in (lambda _: True, lambda e: not e.day_told, lambda e: e.only_quoted)
        )
        yield said(
            "events counted as consistent or inconsistent: {}; {} of them by the day of the first "
            "report, no day being told; {} told by quoted sources only",
            *(count(some, every) for some in (every, by_report, quoted)),
        )
    cases = tuple(event.claims for line in lines for event in line.conduct.of("no_rule"))
    if cases:
        words = "events that the table has no row for, cases for the analyst: {} (cases_without_rule in --json)"
        yield said(words, count(cases))
    judged = [line for line in lines if line.judged]
    if judged:
        yield _counts("verdicts of analysts", judged, lambda line: line.judged.verdict if line.judged else None)
    if unplaced:
        yield said(
            "claims of inconsistency in articles that tell none of these assurances: {} "
            "(inconsistency_claimed_elsewhere in --json)",
            count(unplaced),
        )


def _counts(title: str, lines: Iterable[Line], of: Callable[[Line], str | None]) -> Told:
    """How many lines there are of each kind, by name."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(str(of(line)), []).append(line)
    kinds = [said(f"{kind} {{}}", count(_listed(groups[kind]))) for kind in sorted(groups)]
    return joined((title, joined(kinds)), ": ")
