"""How sure a claim is: the share of claims found in the same way that were right when they were checked.

The shares stand in vocabulary/confidence.yaml. They depend on how the claim was found and on whether its sides are known,
never on who they are.
"""

from __future__ import annotations

from comity import vocabulary
from comity.coding.matching import Match
from comity.values import Actor, Status

FIRM = frozenset({"happened", "ongoing"})


def confidence(match: Match, pair: tuple[Actor | None, Actor | None], status: Status) -> float:
    """A number from 0 to 1 with three decimals."""
    table = vocabulary.table("confidence")
    known = sum(a is not None and a.code is not None for a in pair)
    less = {
        "noun": match.frame.noun,
        "open": None in pair,
        "unsure": status not in FIRM,
        "weak_pattern": match.frame.weight < 1,
    }
    value = table["sides"][known] - sum(table["less"][name] for name, holds in less.items() if holds)
    return float(round(max(table["least"], value), 3))
