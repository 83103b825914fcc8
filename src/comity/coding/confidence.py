"""How sure a claim is: the share of claims found in the same way that were right when they were checked.

The shares stand in vocabulary/confidence.yaml. They depend on how the claim was found and on whether its sides are known,
never on who they are.
"""

from __future__ import annotations

from comity import vocabulary
from comity.coding.matching import Match
from comity.values import Actor, Status

FIRM = frozenset({"happened", "ongoing"})


def confidence(match: Match, pair: tuple[Actor | None, Actor | None], status: Status, main: bool, alone: bool) -> float:
    """A number from 0 to 1; ``main``: the act is the verb of the main clause; ``alone``: it has one pair of sides."""
    table = vocabulary.table("confidence")
    known = sum(a is not None and a.code is not None for a in pair)
    return float(
        table["shares"][known][_found(match, status, main, alone and match.frame.type not in table["inferred"])]
    )


def _found(match: Match, status: Status, main: bool, plain: bool) -> str:
    """How a claim was found, as a key of the table of shares."""
    if status not in FIRM:
        return "unsure_main" if main else "unsure_inner"
    if match.frame.noun:
        return "noun"
    if not main:
        return "inner"
    return "told" if plain else "main"
