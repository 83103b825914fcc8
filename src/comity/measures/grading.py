"""Which conduct bears on an assurance, and the status that follows from it by rule. Pure.

An event bears when its actor is the promisor or its organ, its day lies in the window, the table relates it and it
is toward whom the assurance concerns. Where no text tells an event's day, that of its first report stands for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from comity.measures.conduct import Act, ConductTable, Relation
from comity.measures.days import Days
from comity.measures.events import Event, for_the_same, in_time
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
        self._toward: dict[tuple[str | None, str], list[Event]] = defaultdict(list)
        self._toward_nobody: dict[tuple[str | None, str], list[Event]] = defaultdict(list)
        for event in events:
            if event.recipient is None:
                self._toward_nobody[event.actor, event.act.type].append(event)
            else:
                self._toward[event.actor, event.recipient].append(event)

    def toward(self, actor: str | None, recipients: Iterable[str]) -> Iterator[Event]:
        """The events of ``actor`` toward each of ``recipients``."""
        for recipient in dict.fromkeys(recipients):
            yield from self._toward.get((actor, recipient), ())

    def toward_nobody(self, actor: str | None, types: Iterable[str]) -> Iterator[Event]:
        """The events of ``actor`` of each of these types that name no recipient."""
        for kind in dict.fromkeys(types):
            yield from self._toward_nobody.get((actor, kind), ())


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked of every event for one assurance."""

    kind: str
    sector: str | None
    promised: tuple[Promised, ...]
    beneficiary: str | None
    told_in: frozenset[tuple[str, int]]  # articles and sentences that tell the assurance itself
    window: Days
    due: date | None


def conduct(entry: Entry, record: Record, table: ConductTable) -> Conduct:
    """Everything the promisor is told to have done, or not to have done, that bears on ``entry``."""
    due, made = entry.due.latest, entry.made.latest
    window = Days(made + timedelta(days=1) if made else None, due or record.last)
    condition = _condition(entry, record, window)
    sought = Sought(
        kind=entry.kind,
        sector=entry.first.row["promisor_sector"],
        promised=entry.promised,
        beneficiary=entry.beneficiary_code,
        told_in=frozenset((m.row["article"], m.row["sentence_start"]) for m in entry.mentions),
        window=window,
        due=due,
    )
    found: dict[Relation, list[Event]] = defaultdict(list)
    disputed, exact = [], False
    could_bear = made is not None and condition != "reported_not_met"
    for event in _candidates(sought, entry.first.row["promisor_code"], record) if could_bear else ():
        relation = _bears(sought, event, table)
        if relation in ("consistent", "inconsistent") and event.cluster in record.disputed:
            disputed.append(event)
        elif relation is not None:
            found[relation].append(event)
            exact |= (
                relation == "consistent" and event.act.done and any(_same(event.act, p.act) for p in sought.promised)
            )
    events = {relation: tuple(sorted(listed, key=in_time)) for relation, listed in found.items()}
    due_passed = bool(due and record.last and due < record.last)
    return Conduct(window, condition, events, tuple(sorted(disputed, key=in_time)), exact, due_passed)


def _candidates(sought: Sought, actor: str | None, record: Record) -> Iterator[Event]:
    """The promisor's events toward anybody whom the assurance concerns, and those of a promised type toward nobody."""
    codes = [code for promised in sought.promised for code in promised.toward]
    yield from record.toward(actor, (code for code in (*codes, sought.beneficiary) if code))
    yield from record.toward_nobody(actor, (promised.act.type for promised in sought.promised))


def _bears(sought: Sought, event: Event, table: ConductTable) -> Relation | None:
    """How the event relates to the assurance; None where it does not bear on it at all."""
    if not for_the_same(sought.sector, event.sector) or sought.told_in & event.sentences:
        return None
    late = bool(sought.due and _day(event) > sought.due)
    if _day(event) < (sought.window.earliest or date.min) or (late and event.act.done):
        return None
    relation = _relation(sought, event, table, due_passed=late)
    return relation if relation == "inconsistent" or not late else None


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


def _relation(sought: Sought, event: Event, table: ConductTable, *, due_passed: bool) -> Relation | None:
    """What the table says of the event; None where it is not toward whom the assurance concerns."""
    related = [
        table.relation(sought.kind, promised.domain, event.act, due_passed=due_passed)
        for promised in sought.promised
        if _toward(event, promised)
    ]
    if not sought.promised and sought.beneficiary and event.recipient == sought.beneficiary:
        related = [table.relation(sought.kind, None, event.act, due_passed=due_passed)]
    if not related:
        return None
    graded = {r for r in related if r in ("consistent", "inconsistent")}
    if len(graded) > 1:
        return "no_rule"  # two promised acts that the one event bears on in two ways: for the analyst
    return graded.pop() if graded else "neutral" if "neutral" in related else "no_rule"


def _toward(event: Event, promised: Promised) -> bool:
    """Whether the event is toward whom the promised act is about; where that is nobody, whether it is that very act."""
    if promised.open:
        return event.recipient is None and promised.act.mode is not None and _same(event.act, promised.act)
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
        for event in (record.toward(actor, (recipient,)) if recipient else record.toward_nobody(actor, (kind,)))
        if event.act.type == kind and event.cluster not in record.disputed
        if _day(event) >= (window.earliest or date.min)
    ]
    if not told:
        return "unknown"
    return "reported_met" if any(told) else "reported_not_met"


def _day(event: Event) -> date:
    """The day that an event is compared by: its own, or that of its first report."""
    return event.days.earliest or event.days.latest or date.min
