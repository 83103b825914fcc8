"""When an act took place and when it was said: intervals from the words of the sentence, else from the publication."""

from __future__ import annotations

from comity.actors.discourse import Discourse
from comity.coding.attribution import Reported
from comity.language.sentence import Sentence
from comity.values import UNKNOWN_TIME, Time


def time_at(s: Sentence, i: int, d: Discourse) -> Time:
    """The time of the act whose word stands at ``i``; unknown where neither the text nor the publication tells."""
    return UNKNOWN_TIME


def stated_at(s: Sentence, i: int, d: Discourse, reported: list[Reported]) -> Time | None:
    """The time of the innermost statement about the act at ``i``; None where the outlet itself asserts it."""
    return None


def due_at(s: Sentence, i: int, d: Discourse) -> Time:
    """Until when the course at ``i`` is promised; unknown where no deadline is given."""
    return UNKNOWN_TIME
