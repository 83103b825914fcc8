"""Who condemned an act, when, after how long: the matrix of responses to one trigger. Pure.

Each expected responder has a row whether anything was seen of it or not; withheld, silent, not observed and not covered are
told apart (:mod:`comity.measures.silence`). T runs from the clock's start to the latest bound of the first condemnation or
criticism; those who had none are censored at the end of the window or of what is covered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl

from comity.measures.answer import FEWEST, Answer, basis, evidence
from comity.measures.counted import Number, all_from, by_rule, count, said, things
from comity.measures.delays import delay, figures, unobserved, worded
from comity.measures.frames import Frames
from comity.measures.past_responses import counts
from comity.measures.reactions import FACTS, linked, reactions
from comity.measures.responders import COVERAGE, CRITICAL, NOBODY, ROWS, Case, case_of, row_of
from comity.measures.response_rules import Responders, TriggerRule
from comity.measures.survival import Duration
from comity.measures.triggers import chosen, find

SHOWN = ("responder", "expected", "status", "degree", *FACTS, "by", "T", "withheld", "delay_claimed", "silent")


def responses(frames: Frames, rule: TriggerRule, declared: Responders, tables: dict[str, str], asked: str) -> Answer:
    """The matrix for the trigger whose id begins with ``asked``; the series ``comparison`` has all others of its class."""
    whole = find(frames, rule)
    found = whole.triggers
    trigger = chosen(found, asked)
    alike = found.filter(pl.col("class") == trigger["class"])
    answers = linked(frames, rule, reactions(frames, rule), alike)
    case = case_of(frames, rule, trigger, answers, alike)
    expected = _expected(case, declared)
    rows = [row_of(case, code, how) for code, how in _responders(case, expected)]
    last = frames.articles["published"].max()
    until = min(case.end, last) if isinstance(last, date) else case.clock
    # The clock of an act without a day starts too late: its T are at least so long, and none is summarised.
    timed = [r for r in rows if r["responder"] in expected and trigger["dated"]]
    durations = {r["responder"]: d for r in timed if (d := delay(r, case.clock, until))}
    rows = [{**r, "wording": worded(r, durations)} for r in rows]
    named = case.seen.with_columns(row=pl.format("{}/{}", "trigger", pl.col("by").fill_null(NOBODY)))
    return Answer(
        measure="responses",
        asked={"trigger": trigger["id"], "window_days": rule.window // timedelta(days=1)},
        rows=pl.DataFrame(rows, schema=ROWS),
        basis=basis(frames, tables),
        evidence=evidence(named, "row", _role()),
        figures=tuple(figures(list(durations.values()), rule.window // timedelta(days=1), unobserved(rows, durations))),
        notes=tuple(_notes(case, rows, durations, whole.told)),
        shown=SHOWN,
        cells={cell: number for row in rows for cell, number in _cells(case, row, whole.told)},
        series={"comparison": _comparison(alike.filter(pl.col("id") != trigger["id"]), answers)},
    )


def _cells(case: Case, row: dict[str, Any], told: pl.DataFrame) -> Iterator[tuple[tuple[str, str], Number]]:
    """What was withheld, or looked for after the reports of the act; a probability rests on the acts of its class."""
    reports = things(told.filter(pl.col("row") == case.trigger["id"]))
    own = case.seen.filter(pl.col("by").eq_missing(pl.lit(row["responder"], pl.String)))
    withheld = things(own.filter(pl.col("kind") == "withheld"), "origin")
    yield (row["id"], "withheld"), count(withheld, reports)
    if row.get("silent") is not None:
        of_class = things(told.filter(pl.col("class") == case.trigger["class"]))
        yield (row["id"], "silent"), Number("", of_class, reports)


def _expected(case: Case, declared: Responders) -> dict[str, str]:
    """Who is expected to respond, and by what; a party to the act is not."""
    expected = dict.fromkeys(declared.expected(case.trigger["class"], case.clock), "declared")
    for code in case.past.often():
        expected.setdefault(code, "past rate")
    return {code: how for code, how in expected.items() if code not in case.parties}


def _responders(case: Case, expected: Mapping[str, str]) -> Iterator[tuple[str | None, str]]:
    """The expected ones, then all others that were seen, those by code, then those without one."""
    yield from expected.items()
    reacted = case.seen.filter(pl.col("kind") != "spoke")["by"]
    for code in sorted(set(reacted.drop_nulls()) - set(expected)):
        yield code, "party" if code in case.parties else "no"
    if case.seen["by"].null_count():
        yield None, "no"


def _role() -> pl.Expr:
    """What a quotation shows: the kind of reaction, and why it does not count where it does not."""
    return pl.concat_str(
        pl.col("kind"),
        pl.when(pl.col("link") == "recipient").then(pl.lit(" (the recipient)")).otherwise(pl.lit("")),
        pl.when(pl.col("early")).then(pl.lit(" (before the clock's start)")).otherwise(pl.lit("")),
        pl.when(pl.col("uncertain")).then(pl.lit(" (perhaps before the clock's start)")).otherwise(pl.lit("")),
        pl.when(pl.col("delay_claimed").is_not_null()).then(pl.lit(", delay claimed")).otherwise(pl.lit("")),
    )


def _notes(
    case: Case, rows: list[dict[str, Any]], durations: Mapping[str, Duration], told: pl.DataFrame
) -> Iterator[str]:
    t = case.trigger
    others = told.filter((pl.col("class") == t["class"]) & (pl.col("row") != t["id"]))
    yield said(
        f"trigger {t['id']}: {t['actor']} → {t['recipient'] or 'recipient unknown'}, {t['class']} ({t['type']}); first report"
        f" {t['first_report']}, clock from {case.clock}, window to {case.end}; comparison set: {{}} others",
        count(things(others), things(told)),
    )
    if not t["dated"]:
        yield (
            "the first report does not say when the act was: the clock starts on its day of publication at the latest, "
            "T is at least so long, and no delay is summarised"
        )
    yield case.rule.describe()
    yield "T: days from the clock's start to the latest bound of the first condemnation or criticism of the actor or the act"
    yield "a condemnation of the actor is told with every trigger in whose window it lies: it need not name the act"
    first, last = case.frames.articles["published"].min(), case.frames.articles["published"].max()
    if isinstance(first, date) and first > case.clock:
        yield f"covered from {first} only: what was said between {case.clock} and then is known from later texts alone"
    if isinstance(last, date) and last < case.end:
        yield f"covered until {last} only: censored there, before the window ends"
    if any(r["status"] == "observed_silence" for r in rows):
        yield f"observed_silence: no statement on it found in the covered sources between {case.clock} and {case.end}"
    left = [
        r["responder"] for r in rows if r["expected"] in ("declared", "past rate") and r["responder"] not in durations
    ]
    if left and t["dated"]:
        yield f"expected, of whom nothing can be told in time, and in no figure: {', '.join(left)}"
    if any(r["status"] in COVERAGE and r["silent"] is None for r in rows if "silent" in r):
        yield by_rule(
            f"P(silent | none seen) stays unknown where fewer than {FEWEST} earlier triggers or responses tell of it"
        )
    seen = things(case.seen, "by")
    yield from (all_from(f"{r['responder']}: {r['wording']}", seen, things(told)) for r in rows if r["wording"])


def _comparison(others: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """The other triggers of the class with how many actors condemned or criticised, and after how many days the first."""
    counted = answers.filter(counts() & pl.col("kind").is_in(CRITICAL) & pl.col("by").is_not_null())
    told = counted.group_by(id="trigger").agg(responders=pl.col("by").n_unique(), first_after=pl.col("after").min())
    kept = others.select("id", "actor", "recipient", "clock_start", "outlets")
    return kept.join(told, on="id", how="left", maintain_order="left").with_columns(pl.col("responders").fill_null(0))
