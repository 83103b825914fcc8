"""One line of the ledger of assurances: the assurance, its conduct, its status, the verdict on it. Values only."""

from __future__ import annotations

from dataclasses import dataclass

from comity.measures.counted import Things
from comity.measures.grading import Conduct, Status
from comity.measures.promises import Entry, Row


@dataclass(frozen=True, slots=True)
class Judged:
    """An analyst's verdict as the ledger shows it, beside the status by rule. A later one has a higher number."""

    number: int
    verdict: str
    name: str
    on: str  # ISO date-time
    because: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger before it becomes a row."""

    entry: Entry
    conduct: Conduct
    status: Status
    judged: Judged | None
    claimants: tuple[Row, ...]  # inconsistency claimed by somebody, in an article that tells the assurance
    articles: Things  # published in the window
    disputes: int  # disputed events among its conduct; both sides' clusters are one event

    @property
    def mentions(self) -> Things:
        """The assurance as one thing, by its tellings."""
        return (tuple((m.row["article"], m.row["id"]) for m in self.entry.mentions),)
