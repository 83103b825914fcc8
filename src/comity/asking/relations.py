"""Questions about how actors deal with one another: who with whom, contacts."""

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

    def actors(self, limit: int = 50) -> Answer:
        """The actors of the record by how many articles tell of them (:func:`comity.measures.network.actors`)."""
        from comity.asking.frames import frames
        from comity.measures.network import actors

        return actors(frames(self.reader()), limit)

    def partners(self, actor: str, limit: int = 50) -> Answer:
        """With whom an actor, by its code, deals: cooperation and conflict apart (:func:`comity.measures.network.partners`)."""
        from comity.asking.frames import frames
        from comity.measures.network import partners

        return partners(frames(self.reader()), actor, limit)
