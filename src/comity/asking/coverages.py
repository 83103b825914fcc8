"""Questions about what a record covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.record import Record

if TYPE_CHECKING:
    from comity.measures.answer import Answer


class Coverages(Record):
    """What a record covers, as methods of it."""

    def coverage(self) -> Answer:
        """Articles by outlet, country, language and day; copies; missing days (:mod:`comity.measures.coverage`)."""
        from comity.asking.frames import frames
        from comity.measures.coverage import coverage

        return coverage(frames(self.reader()), media())

    def wire_families(self, limit: int = 50) -> Answer:
        """Texts that are copies of one another, with who published them (:mod:`comity.measures.wire_families`)."""
        from comity.asking.frames import frames
        from comity.measures.wire_families import wire_families

        return wire_families(frames(self.reader()), limit)

    def corrected(self) -> Answer:
        """Every address with more than one text: how many, and what changed from one to the next, sentence by sentence."""
        from comity.asking.changed import corrected
        from comity.asking.frames import frames
        from comity.measures.answer import basis

        return corrected(self.place, basis(frames(self.reader())))


def media() -> dict[str, str]:
    """The country of every medium that the vocabulary knows, by each of its names in lower case; none of disputed names."""
    from comity.vocabulary import rows

    states = {row["code"] for row in rows("states")}
    found: dict[str, set[str]] = {}
    for row in rows("organisations"):
        if row["kind"] == "media" and row["code"] in states:
            for name in {row["name"], *row["names"]}:
                found.setdefault(name.lower(), set()).add(row["code"])
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}
