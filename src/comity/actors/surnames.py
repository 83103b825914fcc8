"""Who a bare surname means: the one person of that name who certainly held a high office on the day, or the titled one."""

from __future__ import annotations

from functools import cache

from comity.actors.offices import load_offices
from comity.actors.people import Person, load_people
from comity.actors.roles import code_on, reference_day, role_state, tenure_on, tenures

HIGH = frozenset({"head", "minister"})


def _surnamed(surname: str) -> tuple[Person, ...]:
    return tuple(p for p in load_people().surnamed(surname) if surname in (p.surname, *p.surnames))


@cache
def titled(surname: str, office: str, published: str | None) -> tuple[str | None, str] | None:
    """Code and id of the one person with this surname who had the office by the day; None: nobody, or several."""
    day = reference_day(published)
    found = [p for p in _surnamed(surname) if tenures(p, office)]
    if day is not None:
        found = [p for p in found if role_state(p, office, day) != "not_yet"]
        found = [p for p in found if role_state(p, office, day) == "holds"] or found
    return (code_on(found[0], day), found[0].id) if len(found) == 1 else None


@cache
def in_office(surname: str, published: str | None) -> tuple[str | None, str] | None:
    """Code and id of the one person with this surname in a high office on the day of publication; None without a day."""
    day = reference_day(published)
    if day is None:
        return None
    held = [(p, t) for p in _surnamed(surname) if (t := tenure_on(p, day))]
    high = [p for p, t in held if load_offices()[t.office].level in HIGH]
    return (code_on(high[0], day), high[0].id) if len(high) == 1 else None
