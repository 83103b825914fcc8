"""Coded events as conduct: clusters of claims that tell an act was done or was not, with the days it may have been. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from comity.measures.conduct import Act
from comity.measures.days import Days

DONE = ("happened", "ongoing")
NOT_DONE = ("negated", "denied")
# Sectors that act for a state: the code alone is also that of its people, companies and parties.
ORGANS = frozenset({None, "GOV", "MIL", "LEG", "JUD", "SPY", "COP"})


@dataclass(frozen=True, slots=True)
class Event:
    """One cluster. ``days`` is open at its beginning where no text tells the day: then its end is that of the first report."""

    cluster: str
    actor: str
    sector: str | None
    recipient: str | None
    country: str | None
    act: Act
    days: Days
    only_quoted: bool  # nobody but quoted sources tells it
    claims: tuple[tuple[str, str], ...]  # article and id of each
    sentences: frozenset[tuple[str, int]]  # article and start of the sentence of each

    @property
    def day_told(self) -> bool:
        return self.days.earliest is not None


def conduct_of(claims: pl.DataFrame, actors: Iterable[str]) -> list[Event]:
    """The events whose actor has one of these codes and that are told as done or as not done, in the order of their days."""
    told = claims.filter(
        pl.col("actor_code").is_in(list(actors)),
        pl.col("status").is_in([*DONE, *NOT_DONE]),
        pl.col("latest").is_not_null() | pl.col("earliest").is_not_null(),
    ).with_columns(cluster=pl.col("cluster").fill_null(pl.col("id")))
    grouped = told.group_by("cluster", maintain_order=True).agg(
        pl.col("actor_code", "actor_sector", "recipient_code", "type").first(),
        pl.col("mode", "country").drop_nulls().first(),
        contexts=pl.col("contexts").explode(),
        done=pl.col("status").is_in(DONE).first(),
        earliest=pl.col("earliest").min(),
        latest=pl.col("latest").min(),
        only_quoted=(pl.col("chain").list.len() > 0).all(),
        articles=pl.col("article"),
        ids=pl.col("id"),
        sentences=pl.col("sentence_start"),
    )
    return sorted(map(_event, grouped.iter_rows(named=True)), key=in_time)


def for_the_same(sector: str | None, other: str | None) -> bool:
    """Whether two actors of one code act for the same: both for the state, or both of one sector."""
    return sector == other or (sector in ORGANS and other in ORGANS)


def _event(row: dict[str, Any]) -> Event:
    contexts = frozenset(c for c in row["contexts"] or () if c)
    earliest, latest = row["earliest"], row["latest"]
    told = earliest if earliest and (latest is None or earliest <= latest) else None
    return Event(
        cluster=row["cluster"],
        actor=row["actor_code"],
        sector=row["actor_sector"],
        recipient=row["recipient_code"],
        country=row["country"],
        act=Act(row["type"], row["mode"], contexts, row["done"]),
        days=Days(told, latest),
        only_quoted=row["only_quoted"],
        claims=tuple(zip(row["articles"], row["ids"], strict=True)),
        sentences=frozenset(zip(row["articles"], row["sentences"], strict=True)),
    )


def in_time(event: Event) -> tuple[Any, ...]:
    """The place of an event among others by its day, and then by where it is told."""
    day = event.days.latest or event.days.earliest
    return (day.toordinal() if day else 0, event.claims)
