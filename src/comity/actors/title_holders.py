"""Whom a title means on a day: "the president of A", "the ambassador of A to B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from comity.actors.look_up import Bearer, bare, bearers, tenure_bearer
from comity.actors.offices import load_offices, office_named
from comity.actors.people import load_people

OWNING = frozenset({"state", "organisation", "group"})


@dataclass(frozen=True, slots=True)
class Asked:
    """An office, whose it is, and where its holder is accredited; None: not told."""

    office: str
    of: str | None
    to: str | None = None


def who_is(words: str, day: date | None = None) -> tuple[Bearer, ...]:
    """Who is meant by a name; else by a title; else by the name in whatever case it is written. Empty: unknown."""
    return bearers(words, day) or title_holders(words, day) or bearers(words, day, folded=True)


def title_holders(title: str, day: date | None = None) -> tuple[Bearer, ...]:
    """Who certainly held the office that a title names on a day; where nobody did, who may have held it.

    ``Bearer.role_on_day`` tells which: ``holds`` or ``unknown``. Without a day everybody recorded in the office is told.
    """
    for asked in _readings(bare(title), day):
        told = _holders(asked, day)
        chosen = [b for b in told if b.role_on_day == "holds"] or [b for b in told if b.role_on_day == "unknown"]
        if day is None:
            chosen = told
        if chosen:
            return tuple(dict.fromkeys(chosen))
    return ()


def _holders(asked: Asked, day: date | None) -> list[Bearer]:
    return [
        tenure_bearer(person, tenure, "title", day)
        for (office, of), people in load_people().by_office.items()
        if office == asked.office and asked.of in (None, of)
        for person in people
        for tenure in person.offices
        if (tenure.office, tenure.of) == (office, of) and asked.to in (None, tenure.to)
    ]


def _readings(title: str, day: date | None) -> Iterator[Asked]:
    """The ways to read a title as office, owner and accreditation, the likeliest first.

    For the head of a state whose office is recorded only as that of a leader, the leader is the last reading.
    """
    found = list(dict.fromkeys(_plain(title, day)))
    yield from found
    offices = load_offices()
    heads = (a for a in found if a.of and offices[a.office].level == "head" and offices[a.office].of == "state")
    yield from (Asked("leader", a.of) for a in heads)


def _plain(title: str, day: date | None) -> Iterator[Asked]:
    if (alone := office_named(title)) and len(owners := _owners_of(alone)) == 1:
        yield Asked(alone, next(iter(owners)))
    before, _, after = title.rpartition(" to ")
    if before and (to := _code(after, day)):
        yield from (Asked(a.office, a.of, to) for a in _owned(before, day))
    yield from _owned(title, day)


def _owned(title: str, day: date | None) -> Iterator[Asked]:
    """ "foreign minister of Spain", then "Spanish foreign minister" and "Spain's foreign minister"."""
    words = title.split()
    for k, word in enumerate(words):
        if (
            word == "of"
            and (office := office_named(" ".join(words[:k])))
            and (of := _code(" ".join(words[k + 1 :]), day))
        ):
            yield Asked(office, of)
    for k in range(len(words) - 1, 0, -1):
        owner = " ".join(words[:k]).removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
        if (office := office_named(" ".join(words[k:]))) and (of := _code(owner, day)):
            yield Asked(office, of)


def _code(name: str, day: date | None) -> str | None:
    """The one code that a name of a state or body has on the day; None: unknown, or several."""
    codes = {b.code for b in bearers(name, day) if b.kind in OWNING}
    return codes.pop() if len(codes) == 1 else None


def _owners_of(office: str) -> frozenset[str]:
    return frozenset(of for key, of in load_people().by_office if key == office)
