"""Questions about how two actors act towards each other over time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from comity.record import Record

if TYPE_CHECKING:
    from comity.measures.answer import Answer
    from comity.measures.posture import Window


class Postures(Record):
    """How two actors act towards each other over time, as methods of a record."""

    def posture(self, one: str, other: str, window: Window | None = None, scores: str | Path | None = None) -> Answer:
        """Acts in both directions by week or month, per article, and their shifts (:mod:`comity.measures.posture`).

        ``scores`` is the analyst's own table of intensities.
        """
        from comity.asking.frames import frames
        from comity.measures.intensities import intensities
        from comity.measures.posture import Window, posture
        from comity.vocabulary.rules import rules

        table = rules("intensities", scores)
        read = intensities(table.content)
        return posture(frames(self.reader()), (one, other), read, window or Window(), {table.name: table.version})
