"""Who may do an act that only some can: a court, forces under arms, civilians, officials, a body of several states."""

from __future__ import annotations

from functools import cache

from comity import vocabulary
from comity.actors.entities import states_by_code
from comity.values import Actor

OFFICIAL = frozenset({"GOV", "LEG", "JUD", "IGO"})  # sectors of those who hold an office
ARMED = frozenset({"MIL", "UAF", "REB", "SPY", "COP"})  # sectors of those who bear arms


@cache
def courts() -> frozenset[str]:
    """Ids of the courts of the vocabulary."""
    return frozenset(row["id"] for row in vocabulary.rows("organisations") if row["kind"] == "court")


def fit_for(kind: str, a: Actor) -> bool:
    """Whether an actor is a court, forces under arms, no organ of a state, or a body of several states."""
    if kind == "body":
        return a.code is not None and a.code not in states_by_code()
    if kind == "officials":
        return a.sector in OFFICIAL
    if kind == "civilians":
        return a.sector not in OFFICIAL | {"UAF", "REB"}
    if kind == "court" and a.id in courts():
        return True
    return a.sector in (("JUD",) if kind == "court" else ARMED)
