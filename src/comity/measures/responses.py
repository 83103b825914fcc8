"""Who condemned an act, when, after how long: the matrix of responses to one trigger. Pure.

Each expected responder has a row whether anything was seen of it or not; withheld, silent, not observed and not covered are
told apart (:mod:`comity.measures.silence`). T runs from the clock's start to the latest bound of the first condemnation or
criticism; those who had none are censored at the end of the window or of what is covered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl

from comity.measures.answer import FEWEST, TOO_FEW, Answer, Figure, basis, evidence
from comity.measures.channels import carriers, covered_over, covering, own_channels
from comity.measures.frames import Frames
from comity.measures.past_responses import SAID, Past, counts, past
from comity.measures.reactions import DEGREES, FACTS, linked, reactions
from comity.measures.response_rules import Responders, TriggerRule
from comity.measures.silence import label, silent
from comity.measures.survival import (
    Duration,
    kaplan_meier,
    median,
    median_interval,
    restricted_mean,
    restricted_mean_interval,
    wording,
)
from comity.measures.triggers import chosen, find

CRITICAL = ("condemned", "criticised")
NOBODY = "not identified"
COVERAGE = ("observed_silence", "not_observed", "not_covered")
ROWS = {
    "id": pl.String,
    "responder": pl.String,
    "expected": pl.String,  # declared, past rate, party to the act, no
    "status": pl.String,
    "degree": pl.String,
    **dict.fromkeys(FACTS, pl.Boolean),
    "since": pl.Date,
    "by": pl.Date,
    "T": pl.Int64,  # days; null where nothing counted was seen
    "origins": pl.Int64,  # texts that tell of a response, copies folded
    "withheld": pl.Int64,  # texts that say it did not condemn
    "demanded": pl.Int64,  # texts that demand it of the actor
    "against_recipient": pl.Int64,
    "delay_claimed": pl.String,
    "past_rate": pl.Float64,  # π
    "carried": pl.Float64,  # D
    "silent": pl.Float64,  # P(silent | none seen)
    "wording": pl.String,
}
SHOWN = ("responder", "expected", "status", "degree", *FACTS, "by", "T", "withheld", "delay_claimed", "silent")


@dataclass(frozen=True, slots=True)
class _Case:
    """One trigger with what was said of it, and what tells whether a silence would have been seen."""

    frames: Frames
    rule: TriggerRule
    trigger: Mapping[str, Any]
    seen: pl.DataFrame
    past: Past
    outlets: frozenset[str]  # covered in the window
    own: pl.DataFrame
    carriers: pl.DataFrame

    @property
    def clock(self) -> date:
        day: date = self.trigger["clock_start"]
        return day

    @property
    def end(self) -> date:
        return self.clock + self.rule.window

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(x for x in (self.trigger["actor"], self.trigger["recipient"]) if x)


def responses(frames: Frames, rule: TriggerRule, declared: Responders, tables: dict[str, str], asked: str) -> Answer:
    """The matrix for the trigger whose id begins with ``asked``; the series ``comparison`` has all others of its class."""
    found = find(frames, rule).triggers
    trigger = chosen(found, asked)
    alike = found.filter(pl.col("class") == trigger["class"])
    answers = linked(frames, rule, reactions(frames, rule), alike)
    case = _case(frames, rule, trigger, answers, alike)
    expected = _expected(case, declared)
    rows = [_row(case, code, how) for code, how in _responders(case, expected)]
    durations = {r["responder"]: d for r in rows if r["responder"] in expected and (d := _duration(case, r))}
    rows = [{**r, "wording": _worded(r, durations)} for r in rows]
    named = case.seen.with_columns(row=pl.format("{}/{}", "trigger", pl.col("by").fill_null(NOBODY)))
    return Answer(
        measure="responses",
        asked={"trigger": trigger["id"], "window_days": rule.window // timedelta(days=1)},
        rows=pl.DataFrame(rows, schema=ROWS),
        basis=basis(frames, tables),
        evidence=evidence(named, "row", _role()),
        figures=tuple(
            _figures(list(durations.values()), rule.window // timedelta(days=1), _unobserved(rows, durations))
        ),
        notes=tuple(_notes(case, rows, durations)),
        shown=SHOWN,
        series={"comparison": _comparison(alike.filter(pl.col("id") != trigger["id"]), answers)},
    )


def _case(
    frames: Frames, rule: TriggerRule, trigger: dict[str, Any], answers: pl.DataFrame, alike: pl.DataFrame
) -> _Case:
    silent_kinds = pl.col("kind").is_in(("withheld", "demanded"))
    seen = answers.filter((pl.col("trigger") == trigger["id"]) & ~(pl.col("by").is_null() & silent_kinds))
    clock = trigger["clock_start"]
    return _Case(
        frames,
        rule,
        trigger,
        seen,
        past(frames.articles, alike, answers, clock, rule.window),
        frozenset(covering(frames.articles, clock, clock + rule.window)),
        own_channels(frames, rule.channel_share),
        carriers(frames),
    )


def _expected(case: _Case, declared: Responders) -> dict[str, str]:
    """Who is expected to respond, and by what; a party to the act is not."""
    expected = dict.fromkeys(declared.expected(case.trigger["class"], case.clock), "declared")
    for code in case.past.often():
        expected.setdefault(code, "past rate")
    return {code: how for code, how in expected.items() if code not in case.parties}


def _responders(case: _Case, expected: Mapping[str, str]) -> Iterator[tuple[str | None, str]]:
    """The expected ones, then all others that were seen, those by code, then those without one."""
    yield from expected.items()
    reacted = case.seen.filter(pl.col("kind") != "spoke")["by"]
    for code in sorted(set(reacted.drop_nulls()) - set(expected)):
        yield code, "party" if code in case.parties else "no"
    if case.seen["by"].null_count():
        yield None, "no"


def _row(case: _Case, code: str | None, how: str) -> dict[str, Any]:
    seen = case.seen.filter(pl.col("by").eq_missing(pl.lit(code, pl.String)))
    said = seen.filter(counts())
    critical = said.filter(pl.col("kind").is_in(CRITICAL))
    telling = critical if critical.height else said
    facts = telling.sort(pl.col("degree").replace_strict(DEGREES, default=9), maintain_order=True)
    first = telling.row(0, named=True) if telling.height else {}
    strongest = facts.row(0, named=True) if telling.height else {}
    status = _status(seen, said)
    return {
        "id": f"{case.trigger['id']}/{code or NOBODY}",
        "responder": code or NOBODY,
        "expected": how,
        **{name: strongest.get(name) for name in ("degree", *FACTS)},
        "since": first.get("since"),
        "by": first.get("until"),
        "T": critical["after"].min() if critical.height else None,
        "origins": said["origin"].n_unique(),
        "withheld": seen.filter(pl.col("kind") == "withheld")["origin"].n_unique(),
        "demanded": seen.filter(pl.col("kind") == "demanded")["origin"].n_unique(),
        "against_recipient": seen.filter(pl.col("link") == "recipient")["origin"].n_unique(),
        "delay_claimed": next(iter(seen["delay_claimed"].drop_nulls()), None),
        "status": status,
    } | (_silence(case, code) if status is None and code else {})


def _status(seen: pl.DataFrame, said: pl.DataFrame) -> str | None:
    """What was seen of a responder, the plainest first; None where nothing of its own words was."""
    for kind in ("condemned", "criticised", "supported", "concern"):
        if kind in said["kind"]:
            return kind
    timely = set(seen.filter(~pl.col("early") & ~pl.col("uncertain"))["kind"])
    if "withheld" in timely:
        return "withheld"
    own_words = seen.filter(pl.col("kind").is_in(SAID))
    if own_words["early"].any():
        return "before_clock"
    if own_words["uncertain"].any():
        return "time_uncertain"
    if own_words.height:
        return "criticised_recipient"
    return "spoke_of_act" if "spoke" in timely else None


def _silence(case: _Case, code: str) -> dict[str, Any]:
    """How nothing seen is to be called."""
    channels = case.own.filter(pl.col("actor") == code)["outlet"]
    over = (case.clock, case.end)
    own = any(covered_over(case.frames.articles, outlet, over, case.rule.channel_gap) for outlet in channels)
    carrying = set(case.carriers.filter(pl.col("actor") == code)["outlet"]) & case.outlets
    rate, carried = case.past.rate(code), case.past.carried(code, set(case.outlets))
    return {
        "status": label(own, carried, bool(carrying)),
        "past_rate": rate,
        "carried": carried,
        "silent": None if rate is None or carried is None else silent(rate, carried),
    }


def _duration(case: _Case, row: Mapping[str, Any]) -> Duration | None:
    """T, or how long the responder was covered without one; None where nothing can be told of it."""
    if row["T"] is not None:
        return Duration(row["T"])
    last = case.frames.articles["published"].max()
    covered = min(case.end, last) if isinstance(last, date) else case.clock
    if row["status"] in ("not_covered", "before_clock", "time_uncertain") or covered < case.clock:
        return None
    return Duration((covered - case.clock).days, seen=False)


def _worded(row: Mapping[str, Any], durations: Mapping[str, Duration]) -> str | None:
    if row["responder"] not in durations or row["T"] is None or len(durations) < FEWEST:
        return None
    return wording(row["T"], list(durations.values()))


def _unobserved(rows: list[dict[str, Any]], durations: Mapping[str, Duration]) -> int:
    return sum(r["status"] == "not_observed" and r["responder"] in durations for r in rows)


def _figures(durations: list[Duration], window: int, unobserved: int) -> Iterator[Figure]:
    """Of the expected responders of whom something can be told: how many within the window, the median, the mean.

    Who is ``unobserved`` is censored and may have responded unseen: their number stands beside.
    """
    n, names = len(durations), ("condemned or criticised within the window", "group median", f"RMST({window})")
    if n < FEWEST:
        yield from (Figure(name, None, n, says=TOO_FEW) for name in names)
        return
    steps = kaplan_meier(durations)
    censored = f"{sum(not d.seen for d in durations)} censored"
    censored += f", {unobserved} of them not observed: they may have responded unseen" if unobserved else ""
    left = steps[-1] if steps else None
    # Where none or all responded the interval cannot be told.
    low, high = (1 - left.high, 1 - left.low) if left and left.share else (None, None)
    yield Figure(names[0], float(1 - left.share) if left else 0.0, n, low, high, says=censored)
    middle = median(steps)
    says = censored if middle is not None else f"not reached; {censored}"
    low, high = median_interval(steps)
    yield Figure(names[1], middle, n, low, high, unit=" d", says=says)
    low, high = restricted_mean_interval(steps, window) if steps else (None, None)
    yield Figure(names[2], float(restricted_mean(steps, window)), n, low, high, unit=" d")


def _role() -> pl.Expr:
    """What a quotation shows: the kind of reaction, and why it does not count where it does not."""
    return pl.concat_str(
        pl.col("kind"),
        pl.when(pl.col("link") == "recipient").then(pl.lit(" (the recipient)")).otherwise(pl.lit("")),
        pl.when(pl.col("early")).then(pl.lit(" (before the clock's start)")).otherwise(pl.lit("")),
        pl.when(pl.col("uncertain")).then(pl.lit(" (perhaps before the clock's start)")).otherwise(pl.lit("")),
        pl.when(pl.col("delay_claimed").is_not_null()).then(pl.lit(", delay claimed")).otherwise(pl.lit("")),
    )


def _notes(case: _Case, rows: list[dict[str, Any]], durations: Mapping[str, Duration]) -> Iterator[str]:
    t = case.trigger
    yield (
        f"trigger {t['id']}: {t['actor']} → {t['recipient'] or 'recipient unknown'}, {t['class']} ({t['type']}); first report"
        f" {t['first_report']}, clock from {case.clock}, window to {case.end}; comparison set: {t['comparison']} others"
    )
    if not t["dated"]:
        yield "the first report does not say when the act was: the clock starts on its day of publication at the latest"
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
    if left:
        yield f"expected, of whom nothing can be told in time, and in no figure: {', '.join(left)}"
    if any(r["status"] in COVERAGE and r["silent"] is None for r in rows if "silent" in r):
        yield f"P(silent | none seen) stays unknown where fewer than {FEWEST} earlier triggers or responses tell of it"
    yield from (f"{r['responder']}: {r['wording']}" for r in rows if r["wording"])


def _comparison(others: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """The other triggers of the class with how many actors condemned or criticised, and after how many days the first."""
    counted = answers.filter(counts() & pl.col("kind").is_in(CRITICAL) & pl.col("by").is_not_null())
    told = counted.group_by(id="trigger").agg(responders=pl.col("by").n_unique(), first_after=pl.col("after").min())
    kept = others.select("id", "actor", "recipient", "clock_start", "outlets")
    return kept.join(told, on="id", how="left", maintain_order="left").with_columns(pl.col("responders").fill_null(0))
