"""Whom a definite description without an owner means: "the council", "the kingdom", "the junta", "the foreign ministry".

What was named before decides: the body or state that such a noun describes, or the one state of the text so far.
"""

from __future__ import annotations

from functools import cache

from comity import vocabulary
from comity.actors.agents import Agent
from comity.actors.discourse import Discourse
from comity.actors.entities import Entity, states_by_code
from comity.actors.offices import load_offices
from comity.actors.people import load_people
from comity.values import Actor
from comity.vocabulary import words


def answers_to(entity: Entity, text: str) -> frozenset[str]:
    """The nouns that mean a named state or body when they come after it: the last word of its name, and its kind."""
    if entity.kind == "state":
        return _kinds_of_state().get(entity.code or "", frozenset())
    if entity.kind != "organisation":
        return frozenset()
    last = {name.split()[-1].lower() for name in (entity.name, text) if " " in name}
    return frozenset(last | (words("grammar", "body_nouns") if entity.sector == "IGO" else set()))


@cache
def _kinds_of_state() -> dict[str, frozenset[str]]:
    """Of each state what its official names call it ("Kingdom of …")."""
    found: dict[str, frozenset[str]] = {}
    for row in vocabulary.rows("states"):
        called = {w.lower() for name in (row["name"], *(row.get("names") or ())) for w in name.split()}
        found[row["code"]] = found.get(row["code"], frozenset()) | (called & words("grammar", "state_kinds"))
    return found


def of_the_text(agent: Agent, start: int, d: Discourse) -> str | None:
    """The code of the state whose office or body such a noun means at ``start``; None where the text leaves it open."""
    if agent.noun in words("grammar", "ruling_nouns"):
        return _last_state(start, d)
    office = load_offices().get(agent.office or "")
    if agent.noun not in words("grammar", "state_bodies") and (office is None or office.of != "state"):
        return None
    if office is not None and (owner := _sole_owner(office.key)):
        return owner
    speaker = d.speaker.code if d.speaker else None
    if speaker in states_by_code():
        return speaker
    codes = d.states_before(start)
    return next(iter(codes)) if len(codes) == 1 else None


@cache
def _sole_owner(office: str) -> str | None:
    """The one state or body that has an office, where the vocabulary knows of one only ("the pope")."""
    owners = {of for held, of in load_people().by_office if held == office}
    return owners.pop() if len(owners) == 1 else None


def _last_state(start: int, d: Discourse) -> str | None:
    found = [k for k in d.known if k.actor.code in states_by_code() and any(p[0] < start for p in k.places)]
    return found[-1].actor.code if found else None


def two_states(start: int, d: Discourse) -> tuple[Actor, ...]:
    """The two states that "both sides" means where the text has named two and no more; empty: not known."""
    codes = d.states_before(start)
    if len(codes) != 2:
        return ()
    named = states_by_code()
    return tuple(Actor(named[c].name, None, c, c, named[c].sector) for c in sorted(codes) if c in named)
