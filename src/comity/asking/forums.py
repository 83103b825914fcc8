"""Questions about forums: how states vote there, and who is listed there. They may be asked without a record too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from comity.errors import InputError
from comity.record import Record

if TYPE_CHECKING:
    from comity.facts.store import Facts
    from comity.measures.alignment import Window
    from comity.measures.answer import Answer
    from comity.measures.frames import Frames


@dataclass(frozen=True, slots=True)
class Voting:
    """Where votes are looked for: a forum (UNGA, UNSC), a folder of imported facts, a window and a topic."""

    forum: str = "UNGA"
    votes: str | Path | None = None
    since: date | None = None
    until: date | None = None
    topic: str | None = None


class Forums(Record):
    """How states stand to one another and to lists in forums, as methods of a record."""

    def alignment(self, states: tuple[str, ...], voting: Voting | None = None) -> Answer:
        """Agreement, κ and S of each pair, or vetoes, with reported sidings beside (:mod:`comity.measures.alignment`)."""
        from comity.asking.frames import frames

        return alignment(frames(self.reader()), states, voting or Voting())

    def designations(
        self, of: str, on: date, *, lists: str | Path | None = None, facts: str | Path | None = None
    ) -> Answer:
        """By forum, whether an entity is listed on a day, claims beside (:mod:`comity.measures.designations`).

        ``lists`` is an analyst's own file of rows, ``facts`` a folder with imported lists.
        """
        from comity.asking.frames import frames

        return designations(frames(self.reader()), of, on, lists=lists, facts=facts)


def designations(
    frames: Frames, of: str, on: date, *, lists: str | Path | None = None, facts: str | Path | None = None
) -> Answer:
    """By forum, whether an entity is listed on a day. ``of`` is a name, code or id; unknown is an answer."""
    from comity.facts.store import opened
    from comity.measures.designations import designations
    from comity.vocabulary.listings import entity, listings

    folder = opened(facts)
    known = listings(lists)
    versions = {**known.versions, **folder.versions("un_list")}
    return designations(frames, replace(known, versions=versions), folder.scan("un_list").collect(), entity(of), on)


def alignment(frames: Frames, states: tuple[str, ...], voting: Voting) -> Answer:
    """The alignment of states, given by code or name. Raises :class:`InputError` where one or the forum is not known."""
    from comity.facts.states import code_of
    from comity.facts.store import opened
    from comity.measures.alignment import ASSEMBLY, FORUMS, Window

    if voting.forum not in FORUMS:
        raise InputError(f"no such forum: {voting.forum}", remedy=f"one of {', '.join(FORUMS)}")
    codes = tuple(dict.fromkeys(code_of(s) or s for s in states))
    unknown = [s for s in states if code_of(s) is None]
    if unknown or len(codes) < (2 if voting.forum == ASSEMBLY else 1):
        problem = f"no state is known as {', '.join(unknown)}" if unknown else "two states are needed"
        raise InputError(problem, remedy="name states by code or name, like: RUS ISR")
    ask = _assembly if voting.forum == ASSEMBLY else _council
    return ask(frames, opened(voting.votes), codes, Window(voting.since, voting.until, voting.topic))


def _assembly(frames: Frames, facts: Facts, states: tuple[str, ...], window: Window) -> Answer:
    import polars as pl

    from comity.measures.alignment import RollCalls, roll_call_alignment

    votes = facts.scan("votes")
    rolls = RollCalls(
        facts.scan("roll_calls").collect(),
        votes.filter(pl.col("state").is_in(states)).collect(),
        votes.select(pl.col("call").unique()).collect(),
        facts.versions("roll_calls", "votes"),
    )
    return roll_call_alignment(frames, rolls, states, window)


def _council(frames: Frames, facts: Facts, states: tuple[str, ...], window: Window) -> Answer:
    from comity.measures.alignment import veto_alignment

    return veto_alignment(frames, facts.scan("vetoes").collect(), states, window, facts.versions("vetoes"))
