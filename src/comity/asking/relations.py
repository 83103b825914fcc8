"""Questions about how actors deal with one another: contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.record import Record

if TYPE_CHECKING:
    from comity.measures.answer import Answer


class Relations(Record):
    """How actors deal with one another, as methods of a record."""

    def contacts(self, between: tuple[str, str], level: str | None = None, status: str | None = None) -> Answer:
        """Meetings, calls, visits and talks of two actors (:mod:`comity.measures.contacts`)."""
        from comity.asking.frames import frames
        from comity.measures.contacts import contacts

        return contacts(frames(self.reader()), *between, level, status)
