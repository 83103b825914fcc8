"""Roles in time: does a person hold an office on a day, and does a title in a text agree with what is recorded?

Pure functions over the values of ``comity.actors.people``. Partial dates are intervals: ``1999-12`` is some day from
the 1st to the 31st. Nothing is asserted that the intervals do not make certain; all else is ``unknown``.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from comity.actors.people import People, Person, Tenure
from comity.errors import VocabularyError
from comity.values import RoleFlag, Span

State = Literal["holds", "held_before", "not_yet", "never_recorded", "unknown"]
Flag = Literal[
    "former_but_incumbent", "incumbent_but_ended", "not_yet", "ambiguous_multi_term", "reference_date_unknown"
]

GRACE = timedelta(days=3)  # reports keep a title for some days after its end; see docs/measures.md, Roles
DAY = timedelta(days=1)

_FORMER = re.compile(r"\b(?:former|formerly|ex|one-?time|erstwhile|past)\b", re.IGNORECASE)
# These say by themselves that the title is of another time than the text, or may be ("the first president"): nothing to check.
_OTHER_TIME = re.compile(r"\b(?:then|late|first|designate|elect|incoming|future|next|would-be|acting)\b", re.I)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as a text gives it to a person: the words, where they stand, and the office they name."""

    text: str  # "former Prime Minister"
    span: Span
    office: str  # a key of vocabulary/offices.yaml
    of: str | None = None  # code of the state or organisation, where the text tells it


def of_another_time(word: str) -> bool:
    """Whether a word before a title says that it is of another time than the text: "former", "then"."""
    return bool(_FORMER.search(word) or _OTHER_TIME.search(word))


def date_bounds(text: str) -> tuple[date, date]:
    """First and last day that an ISO date of year, month or day precision can mean. Raises VocabularyError."""
    parts = text.split("-")
    try:
        year, month, day = (*(int(p) for p in parts), None, None)[:3]
        if year is None:
            raise ValueError(text)
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError as error:
        raise VocabularyError(f"{text!r} is no date", remedy="write 1999, 1999-12 or 1999-12-31") from error


def reference_day(published: str | None) -> date | None:
    """The day of an ISO date or date-time; None where there is none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def tenures(person: Person, office: str, of: str | None = None) -> tuple[Tenure, ...]:
    """The recorded spells of a person in an office (of one state or organisation, where ``of`` is given)."""
    return tuple(t for t in person.offices if t.office == office and of in (None, t.of))


def role_state(person: Person, office: str, day: date, of: str | None = None, grace: timedelta = GRACE) -> State:
    """What is certain of a person in an office on a day.

    The days up to ``grace`` after an end are ``unknown``: reports then use either title. So is every day after
    ``as_of`` of a spell without a recorded end. Between two spells the answer is ``held_before``.
    """
    states = {_spell_state(t, day, grace) for t in tenures(person, office, of)}
    order: tuple[State, ...] = ("holds", "unknown", "held_before", "not_yet")
    for state in order:
        if state in states:
            return state
    return "never_recorded"


def _spell_state(tenure: Tenure, day: date, grace: timedelta = GRACE) -> State:
    known = date_bounds(tenure.as_of)[0]
    end = date_bounds(tenure.end) if tenure.end else (known, date.max)
    start = date_bounds(tenure.start) if tenure.start else (date.min, end[0])
    if day < start[0]:
        return "not_yet"
    if start[1] <= day <= end[0]:
        return "holds"
    return "held_before" if tenure.end and day - grace > end[1] else "unknown"


def holders(people: People, office: str, of: str, day: date) -> tuple[Person, ...]:
    """Who certainly held an office of a state or organisation on a day; none: not known; on a day of handover both."""
    return tuple(p for p in people.in_office(office, of) if role_state(p, office, day, of) == "holds")


def code_on(person: Person, day: date | None) -> str | None:
    """The code of the side a person spoke for on a day: that of an office certainly held, else the person's own."""
    held = (t.of for t in person.offices if day and _spell_state(t, day) == "holds")
    return next(held, person.code)


def tenure_on(person: Person, day: date | None) -> Tenure | None:
    """The office a person certainly held on a day, the first recorded one where there were several; None: not known."""
    return next((t for t in person.offices if day and _spell_state(t, day) == "holds"), None)


def title_flag(person: Person, title: Title, day: date | None) -> RoleFlag | None:
    """A flag where a title contradicts what is recorded, or cannot be checked; None where there is nothing to say.

    ``day`` is the day that the text speaks of (its date of publication, where it gives no other); None: not known.
    """
    spells = tenures(person, title.office, title.of)
    if not spells or _OTHER_TIME.search(title.text):
        return None
    former = bool(_FORMER.search(title.text))
    undated: Flag | None = "reference_date_unknown" if former else None
    flag = _contradiction(person, title, day, former) if day else undated
    return RoleFlag(person.id, title.text, title.span, flag, _latest(spells)) if flag else None


def _contradiction(person: Person, title: Title, day: date, former: bool) -> Flag | None:
    state = role_state(person, title.office, day, title.of)
    if state == "not_yet":
        return "not_yet"
    if state == "unknown":
        return "ambiguous_multi_term" if former and _between_terms(person, title, day) else None
    if former:
        # On the first and the last day of a spell both titles are true of part of the day.
        around = {role_state(person, title.office, day + step, title.of) for step in (-DAY, DAY)}
        return "former_but_incumbent" if state == "holds" and around == {"holds"} else None
    return "incumbent_but_ended" if state == "held_before" else None


def _between_terms(person: Person, title: Title, day: date) -> bool:
    """One of several terms may or may not include the day, and not for the days of grace alone."""
    several = len(tenures(person, title.office, title.of)) > 1
    return several and role_state(person, title.office, day, title.of, grace=timedelta(0)) == "unknown"


def _latest(spells: Iterable[Tenure]) -> str:
    return max(t.as_of for t in spells)
