"""Questions about what is said: limits stated, publics' views, humanitarian notices, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.record import Record

if TYPE_CHECKING:
    from comity.measures.answer import Answer


class Statements(Record):
    """What is said, as methods of a record."""

    def redlines(self, by: str) -> Answer:
        """The limits an actor stated, how often, and what changed (:mod:`comity.measures.redlines`)."""
        from comity.asking.frames import frames
        from comity.measures.conditions import wording
        from comity.measures.redlines import redlines
        from comity.vocabulary.rules import rules

        table = rules("redlines")
        return redlines(frames(self.reader()), by, wording(table.content), {table.name: table.version})

    def opinion(self, population: str) -> Answer:
        """Claims about a public's view, with what they disclose of a poll (:mod:`comity.measures.opinion`)."""
        from comity.asking.frames import frames
        from comity.measures.disclosure import items
        from comity.measures.opinion import opinion
        from comity.vocabulary.rules import rules

        reader, table = self.reader(), rules("disclosure")
        read = frames(reader)
        texts = reader.texts(read.signals["opinions"]["text"].unique())
        return opinion(read, population, texts, items(table.content), {table.name: table.version})

    def alerts(self, place: str | None = None, every: bool = False) -> Answer:
        """Humanitarian warnings as issued; with ``every``, appeals, aid and denials too (:mod:`comity.measures.alerts`)."""
        from comity.asking.frames import frames
        from comity.measures.alerts import alerts

        return alerts(frames(self.reader()), place, every)

    def roles(self) -> Answer:
        """Titles that do not hold on the day of their text (:mod:`comity.measures.roles`)."""
        from comity.asking.frames import frames
        from comity.measures.roles import roles

        reader = self.reader()
        read = frames(reader)
        return roles(read, reader.texts(read.roles["text"].unique()))
