"""Nothing was seen: was nothing said, or is it not in what is covered? Pure.

P(silent | none seen) = (1−π) / ((1−π) + π(1−D)): π is how often the actor responded to such acts before, D the chance that
the covered outlets would carry a response. Either may be unknown; then the label rests on the channel alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

CARRIED = 0.90  # from this chance on, not seen is called silence

Label = Literal["observed_silence", "not_observed", "not_covered"]


def silent(response_rate: float, carried: float) -> float | None:
    """The chance that nothing was said, given that nothing was seen; None where neither could be (rate and D both 1)."""
    said_nothing = 1 - response_rate
    whole = said_nothing + response_rate * (1 - carried)
    return said_nothing / whole if whole else None


def chance_carried(rates: Iterable[float]) -> float:
    """The chance that one outlet at least would carry a statement, outlets taken as independent."""
    return 1 - math.prod(1 - r for r in rates)


def label(own_channel: bool, carried: float | None, any_source: bool) -> Label:
    """What "none seen" may be called.

    ``own_channel``: the actor's own channel was covered over the window; ``carried``: D, None where it is unknown;
    ``any_source``: an outlet that has ever carried the actor was covered in the window.
    """
    if own_channel or (carried is not None and carried >= CARRIED):
        return "observed_silence"
    return "not_observed" if any_source and carried != 0 else "not_covered"
