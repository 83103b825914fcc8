"""Questions about what a record covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.record import Record

if TYPE_CHECKING:
    from comity.measures.answer import Answer


class Coverages(Record):
    """What a record covers, as methods of it."""

    def coverage(self) -> Answer:
        """Articles by outlet, language and day; copies; missing days (:mod:`comity.measures.coverage`)."""
        from comity.asking.frames import frames
        from comity.measures.coverage import coverage

        return coverage(frames(self.reader()))
