"""What was seen of one responder to a trigger, and what it is called where nothing was. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from comity.measures.channels import carriers, coverage, covered_over, own_channels
from comity.measures.frames import Frames
from comity.measures.past_responses import SAID, History, Past, counts, history
from comity.measures.reactions import DEGREES, FACTS, linked
from comity.measures.response_rules import TriggerRule
from comity.measures.silence import label, silent

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


@dataclass(frozen=True, slots=True)
class Voices:
    """By whom actors are heard in a record: outlets of their own, outlets that ever carried them, outlets by window."""

    own: pl.DataFrame
    carriers: pl.DataFrame
    covering: Callable[[date], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Alike:
    """The triggers of one class, the reactions to them, and what tells whether a silence would have been seen."""

    frames: Frames
    rule: TriggerRule
    triggers: pl.DataFrame
    answers: pl.DataFrame
    history: History
    voices: Voices


@dataclass(frozen=True, slots=True)
class Case:
    """One trigger with what was said of it."""

    alike: Alike
    trigger: Mapping[str, Any]
    seen: pl.DataFrame
    past: Past

    @property
    def clock(self) -> date:
        """The day T counts from."""
        day: date = self.trigger["clock_start"]
        return day

    @property
    def end(self) -> date:
        """The last day of the window."""
        return self.clock + self.alike.rule.window

    @property
    def parties(self) -> frozenset[str]:
        """Actor and recipient, as far as they are known."""
        return frozenset(x for x in (self.trigger["actor"], self.trigger["recipient"]) if x)


def voices(frames: Frames, rule: TriggerRule) -> Voices:
    """By whom actors are heard, under the rule's share and window."""
    return Voices(own_channels(frames, rule.channel_share), carriers(frames), coverage(frames.articles, rule.window))


def alike(frames: Frames, rule: TriggerRule, triggers: pl.DataFrame, said: pl.DataFrame, heard: Voices) -> Alike:
    """What is known of ``triggers``, all of one class; ``said`` are all reactions of the record to anything."""
    answers = linked(frames, rule, said, triggers)
    return Alike(frames, rule, triggers, answers, history(triggers, answers, heard.covering), heard)


def case_of(of: Alike, trigger: Mapping[str, Any]) -> Case:
    """The case of one trigger. That nobody who is named withheld something, or was asked for it, says nothing of anybody."""
    silent_kinds = pl.col("kind").is_in(("withheld", "demanded"))
    seen = of.answers.filter((pl.col("trigger") == trigger["id"]) & ~(pl.col("by").is_null() & silent_kinds))
    return Case(of, trigger, seen, Past(of.history, trigger["clock_start"]))


def row_of(case: Case, code: str | None, how: str) -> dict[str, Any]:
    """The values of ROWS for one responder (None: all that nobody can be named for); ``how`` it comes to be expected."""
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


def _silence(case: Case, code: str) -> dict[str, Any]:
    """How nothing seen is to be called."""
    heard, articles = case.alike.voices, case.alike.frames.articles
    channels = heard.own.filter(pl.col("actor") == code)["outlet"]
    over = (case.clock, case.end)
    own = any(covered_over(articles, outlet, over, case.alike.rule.channel_gap) for outlet in channels)
    outlets = heard.covering(case.clock)
    carrying = outlets.intersection(heard.carriers.filter(pl.col("actor") == code)["outlet"])
    rate, carried = case.past.rate(code), case.past.carried(code, outlets)
    return {
        "status": label(own, carried, bool(carrying)),
        "past_rate": rate,
        "carried": carried,
        "silent": None if rate is None or carried is None else silent(rate, carried),
    }
