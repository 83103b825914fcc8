"""Which conduct bears on an assurance, and the status that follows from it by rule. Pure.

An event bears when its actor is the promisor or its organ, its day lies in the window, the table relates it and it
is toward whom the assurance concerns. Where no text tells an event's day, that of its first report stands for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from comity.measures.conduct import Act, ConductTable, Relation
from comity.measures.days import Days
from comity.measures.events import Event, for_the_same
from comity.measures.promises import Entry, Promised

Status = Literal[
    "not_gradeable",
    "no_conduct_observed",
    "only_consistent",
    "only_inconsistent",
    "mixed",
    "fulfilled",
    "not_fulfilled",
    "fulfilled_in_part",
    "superseded",
    "disputed",
]
Condition = Literal["none", "unknown", "reported_met", "reported_not_met"]
CONSISTENT: tuple[Status, ...] = ("only_consistent", "fulfilled")
INCONSISTENT: tuple[Status, ...] = ("only_inconsistent", "not_fulfilled")


@dataclass(frozen=True, slots=True)
class Conduct:
    """The conduct that was found for one assurance, by how the table relates it; disputed events count as neither."""

    window: Days
    condition: Condition
    events: Mapping[Relation, tuple[Event, ...]]
    disputed: tuple[Event, ...]
    exact: bool  # an act of the promised type and mode was told as done
    due_passed: bool

    def of(self, relation: Relation) -> tuple[Event, ...]:
        return self.events.get(relation, ())


class Record:
    """The events of a record by actor and recipient, with the last day it covers, and for each disputed cluster its event."""

    def __init__(self, events: Iterable[Event], disputed: Mapping[str, str], last: date | None) -> None:
        self.disputed, self.last = disputed, last
        self._by_actor: dict[str, list[Event]] = defaultdict(list)
        for event in events:
            self._by_actor[event.actor].append(event)

    def by(self, actor: str | None) -> Sequence[Event]:
        return self._by_actor.get(actor, ()) if actor else ()


def conduct(entry: Entry, record: Record, table: ConductTable) -> Conduct:
    """Everything the promisor is told to have done, or not to have done, that bears on ``entry``."""
    due, made = entry.due.latest, entry.made.latest
    window = Days(made + timedelta(days=1) if made else None, due or record.last)
    due_passed = bool(due and record.last and due < record.last)
    condition = _condition(entry, record, window)
    found: dict[Relation, list[Event]] = defaultdict(list)
    disputed, exact = [], False
    told_with = {(m.row["article"], m.row["sentence_start"]) for m in entry.mentions}
    for event in record.by(entry.first.row["promisor_code"]) if made and condition != "reported_not_met" else ():
        if not for_the_same(entry.first.row["promisor_sector"], event.sector) or told_with & event.sentences:
            continue
        late = bool(due and _day(event) > due)
        if _day(event) < (window.earliest or date.min) or (late and event.act.done):
            continue
        relation = _relation(entry, event, table, due_passed=late)
        if relation is None or (late and relation != "inconsistent"):
            continue
        if event.cluster in record.disputed and relation in ("consistent", "inconsistent"):
            disputed.append(event)
        else:
            found[relation].append(event)
            exact |= (
                relation == "consistent" and event.act.done and any(_same(event.act, p.act) for p in entry.promised)
            )
    events = {relation: tuple(listed) for relation, listed in found.items()}
    return Conduct(window, condition, events, tuple(disputed), exact, due_passed)


def status(entry: Entry, found: Conduct, *, superseded: bool = False) -> Status:
    """The status by rule: docs/measures.md tells each."""
    if entry.specificity == 0:
        return "not_gradeable"
    if superseded:
        return "superseded"
    good, bad = bool(found.of("consistent")), bool(found.of("inconsistent"))
    if entry.kind == "do" and found.due_passed and (bad or found.exact):
        if found.exact:
            return "fulfilled_in_part" if bad else "fulfilled"
        if not good:
            return "not_fulfilled"
    if good or bad:
        return "mixed" if good and bad else "only_consistent" if good else "only_inconsistent"
    return "disputed" if found.disputed else "no_conduct_observed"


def superseded(all_: Sequence[Entry]) -> frozenset[str]:
    """The assurances whose due date was replaced by a later one before it had come, in a new assurance of the same."""
    groups: dict[tuple[str | None, str | None, str], list[Entry]] = defaultdict(list)
    for entry in all_:
        if entry.due.latest:
            groups[entry.promisor, entry.beneficiary, entry.kind].append(entry)
    return frozenset(
        old.id for listed in groups.values() for old in listed if any(_replaces(new, old) for new in listed)
    )


def _replaces(new: Entry, old: Entry) -> bool:
    (old_due, new_due), (old_made, new_made) = (old.due, new.due), (old.made, new.made)
    if not (old_due.latest and new_due.latest and old_made.latest and new_made.earliest and new_made.latest):
        return False
    same = set(old.domains) & set(new.domains)
    return bool(same) and old_made.latest < new_made.earliest and new_made.latest <= old_due.latest < new_due.latest


def _relation(entry: Entry, event: Event, table: ConductTable, *, due_passed: bool) -> Relation | None:
    """How the event relates to what was promised; None where it is not toward whom the assurance concerns."""
    related = [
        table.relation(entry.kind, promised.domain, event.act, due_passed=due_passed)
        for promised in entry.promised
        if _toward(event, promised)
    ]
    beneficiary = entry.beneficiary_code
    if not entry.promised and beneficiary and event.recipient == beneficiary:
        related = [table.relation(entry.kind, None, event.act, due_passed=due_passed)]
    if not related:
        return None
    graded = {r for r in related if r in ("consistent", "inconsistent")}
    if len(graded) > 1:
        return "no_rule"  # two promised acts that the one event bears on in two ways: for the analyst
    return graded.pop() if graded else "neutral" if "neutral" in related else "no_rule"


def _toward(event: Event, promised: Promised) -> bool:
    """Whether the event is toward whom the promised act is about; where that is nobody, whether it is that very act."""
    if promised.open:
        return event.recipient is None and event.act.mode is not None and _same(event.act, promised.act)
    in_its_place = event.recipient is None and event.country in promised.toward and event.act.type == promised.act.type
    return event.recipient in promised.toward or in_its_place


def _same(act: Act, promised: Act) -> bool:
    return act.type == promised.type and promised.mode in (None, act.mode)


def _condition(entry: Entry, record: Record, window: Days) -> Condition:
    """What the record tells of the act on which a conditional assurance hangs."""
    if not any(m.row["conditional"] for m in entry.mentions):
        return "none"
    hangs_on = {m.condition for m in entry.mentions if m.condition}
    told = [
        event.act.done
        for actor, kind, recipient in hangs_on
        for event in record.by(actor)
        if event.act.type == kind and event.recipient == recipient and event.cluster not in record.disputed
        if _day(event) >= (window.earliest or date.min)
    ]
    if not told:
        return "unknown"
    return "reported_met" if any(told) else "reported_not_met"


def _day(event: Event) -> date:
    """The day that an event is compared by: its own, or that of its first report."""
    return event.days.earliest or event.days.latest or date.min
