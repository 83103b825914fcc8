"""Triggers: acts that others may be expected to respond to, chosen by one rule applied to all sides, never by hand. Pure.

A trigger is an event cluster of a class of the rule, told by enough outlets and origins soon after its first report. Clusters
of one actor, class and recipient that lie within days of each other are one trigger, and so is one that names no coded
recipient where only one such trigger lies near: reports of one act say less or more of whom it hit. The clock of
responses starts at the latest bound of the act as its first report gives it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import reduce
from typing import Any

import polars as pl

from comity.errors import RecordError
from comity.measures.answer import Answer, basis, evidence
from comity.measures.frames import Frames, Schema
from comity.measures.response_rules import Act, TriggerClass, TriggerRule

TRIGGERS: Schema = {
    "id": pl.String,
    "class": pl.String,
    "actor": pl.String,
    "recipient": pl.String,
    "type": pl.String,
    "mode": pl.String,
    "first_report": pl.Date,
    "clock_start": pl.Date,
    "dated": pl.Boolean,  # whether the first report says from when on the act can be; else the clock starts by publication
    "outlets": pl.Int64,  # that told it within the hours of the rule
    "origins": pl.Int64,
    "mentions": pl.Int64,  # all, whenever
    "clusters": pl.List(pl.String),
    "asserted": pl.Int64,  # mentions in the text's own words
    "attributed": pl.Int64,
    "comparison": pl.Int64,  # other triggers of the class
}
SHOWN = (
    "id",
    "class",
    "actor",
    "recipient",
    "type",
    "mode",
    "first_report",
    "clock_start",
    "dated",
    "outlets",
    "comparison",
)


@dataclass(frozen=True, slots=True)
class Found:
    """The triggers (columns TRIGGERS), by the clock, and the claims that tell them, with a column ``row`` for the trigger."""

    triggers: pl.DataFrame
    told: pl.DataFrame


def triggers(
    frames: Frames, rule: TriggerRule, tables: dict[str, str], only: str | None = None, choose: bool = False
) -> Answer:
    """Every trigger of the rule; ``only`` those of one class. With ``choose`` it is told how responses are asked for."""
    found = find(frames, rule)
    rows = found.triggers if only is None else found.triggers.filter(pl.col("class") == only)
    listed = f"classes: {', '.join(c.name for c in rule.classes)}; the comparison set of a trigger is all others of its class"
    how = ("choose a trigger by its id or the beginning of it: comity responses RECORD --trigger ID",) if choose else ()
    return Answer(
        measure="triggers",
        asked={"class": only, "outlets": rule.outlets},
        rows=rows,
        basis=basis(frames, tables),
        evidence=evidence(found.told.sort("published", "article", "start"), "row", "report"),
        notes=(rule.describe(), listed, *how),
        shown=SHOWN,
    )


def find(frames: Frames, rule: TriggerRule) -> Found:
    """The triggers of ``rule`` in these frames."""
    told = _folded(_candidates(frames.claims, rule), rule.apart)
    whole = _rows(told, rule)
    chosen = whole.filter((pl.col("outlets") >= rule.outlets) & (pl.col("origins") >= rule.origins))
    chosen = chosen.with_columns(comparison=pl.len().over("class").cast(pl.Int64) - 1)
    ordered = chosen.sort("clock_start", "class", "actor", "recipient", "id").select(*TRIGGERS)
    return Found(ordered, told.join(ordered.select(row="id"), on="row", how="semi", maintain_order="left"))


def chosen(found: pl.DataFrame, asked: str) -> dict[str, Any]:
    """The trigger with this id or beginning of an id; :class:`RecordError` where none or several have it."""
    begun = found.filter(pl.col("id").str.starts_with(asked))
    exact = begun.filter(pl.col("id") == asked)
    match = begun if exact.is_empty() else exact
    if match.height != 1:
        how_many = f"{match.height} triggers begin" if match.height else "no trigger of this rule begins"
        raise RecordError(f"{how_many} with {asked!r}", remedy="ids stand in: comity triggers")
    return match.row(0, named=True)


def of_class(rule: TriggerRule, name: str) -> pl.Expr:
    """Whether a claim is an act of that class."""
    return _belongs(next(c for c in rule.classes if c.name == name))


def is_act(acts: tuple[Act, ...]) -> pl.Expr:
    """Whether a claim is of one of these types and modes."""
    return reduce(lambda one, other: one | other, map(_is_act, acts), pl.lit(False))


def _is_act(act: Act) -> pl.Expr:
    of_type = pl.col("type") == act.type
    if not act.modes:
        return of_type
    without = pl.col("mode").is_null() if None in act.modes else pl.lit(False)
    named = pl.col("mode").is_in([m for m in act.modes if m is not None]).fill_null(False)
    return of_type & (named | without)


def _belongs(of: TriggerClass) -> pl.Expr:
    acts = is_act(of.acts) if of.acts else pl.lit(True)
    return acts & pl.col("quad").is_in(of.quads).fill_null(False) if of.quads else acts


def _candidates(claims: pl.DataFrame, rule: TriggerRule) -> pl.DataFrame:
    """Claims of a class by a coded actor toward another, on a known day of publication; ``day`` bounds the act above."""
    named = reduce(
        lambda rest, c: pl.when(_belongs(c)).then(pl.lit(c.name)).otherwise(rest), reversed(rule.classes), _NONE
    )
    return (
        claims.with_columns(
            named.alias("class"),
            day=pl.min_horizontal(pl.coalesce("latest", "published"), "published"),
            cluster=pl.coalesce("cluster", "id"),
        )
        .filter(
            pl.col("class").is_not_null()
            & pl.col("status").is_in(rule.statuses)
            & pl.col("actor_code").is_not_null()
            & pl.col("published").is_not_null()
            & (pl.col("actor_code") != pl.col("recipient_code")).fill_null(True)
        )
        .sort("published", "day", "article", "start", "id")
        .with_columns(pl.col("class").first().over("cluster"))
    )


_NONE: pl.Expr = pl.lit(None, pl.String)


@dataclass(slots=True)
class _Event:
    """Clusters that are told as one; ``day`` is that of the first."""

    clusters: list[str]
    recipient: str | None
    day: date
    more: list[_Event] = field(default_factory=list)


def _folded(claims: pl.DataFrame, apart: timedelta) -> pl.DataFrame:
    """The claims with ``row``: the first cluster of the trigger each belongs to."""
    homes: dict[tuple[str, str], str] = {}
    for (of_class, _), group in claims.group_by("class", "actor_code", maintain_order=True):
        for event in _events(group, apart):
            homes |= {(str(of_class), cluster): event.clusters[0] for cluster in event.clusters}
    rows = [homes[key] for key in claims.select("class", "cluster").iter_rows()]
    return claims.with_columns(row=pl.Series(rows, dtype=pl.String))


def _events(group: pl.DataFrame, apart: timedelta) -> Iterator[_Event]:
    """What one actor did of one class; a cluster without coded recipient joins what alone lies near, else its like."""
    firsts = group.group_by("cluster", maintain_order=True).agg(
        pl.col("recipient_code").drop_nulls().first(), pl.col("day").first()
    )
    toward: dict[str | None, list[_Event]] = defaultdict(list)  # each list by day
    for cluster, recipient, day in firsts.sort("day", maintain_order=True).iter_rows():
        events = toward[recipient]
        home = events[bisect_left(events, day - apart, key=_day) :]
        if home:
            home[0].clusters.append(cluster)
        else:
            events.append(_Event([cluster], recipient, day))
    unknown = toward.pop(None, [])
    known = sorted((e for events in toward.values() for e in events), key=_day)
    for event in unknown:
        near = known[bisect_left(known, event.day - apart, key=_day) : bisect_right(known, event.day + apart, key=_day)]
        if len(near) == 1:
            near[0].more.append(event)
        else:
            yield event
    for event in known:
        event.clusters += [c for e in event.more for c in e.clusters]
        yield event


def _day(event: _Event) -> date:
    return event.day


def _rows(told: pl.DataFrame, rule: TriggerRule) -> pl.DataFrame:
    """One row a trigger, with all of TRIGGERS but the last; candidates stand in the order of their publication."""
    soon = pl.col("published") <= pl.col("published").first() + rule.report
    attributed = (pl.col("chain").list.len() > 0).sum().cast(pl.Int64)
    columns = {
        "class": pl.col("class").first(),
        "actor": pl.col("actor_code").first(),
        "recipient": pl.col("recipient_code").drop_nulls().first(),
        "type": pl.col("type").first(),
        "mode": pl.col("mode").drop_nulls().first(),
        "first_report": pl.col("published").first(),
        "clock_start": pl.col("day").first(),
        "dated": pl.col("earliest").first().is_not_null(),
        "outlets": pl.col("outlet").fill_null("unknown").filter(soon).n_unique(),
        "origins": pl.col("origin").filter(soon).n_unique(),
        "mentions": pl.len(),
        "clusters": pl.col("cluster").unique(maintain_order=True),
        "asserted": pl.len().cast(pl.Int64) - attributed,
        "attributed": attributed,
    }
    found = told.group_by(id="row", maintain_order=True).agg(**columns)
    return found.select(pl.col(name).cast(TRIGGERS[name]) for name in ("id", *columns))
