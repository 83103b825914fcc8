"""Who is meant by a name or a title on a day, with the row of the vocabulary that says so.

Looks words up as they are; who is meant in a sentence is decided by ``comity.actors.noun_phrases``. Unknown is an answer:
nothing is guessed from likeness of spelling.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from comity import vocabulary
from comity.actors.entities import Entity, Name, names
from comity.actors.offices import load_offices
from comity.actors.people import Person, Tenure, load_people
from comity.actors.roles import State, role_state
from comity.errors import VocabularyError


@dataclass(frozen=True, slots=True)
class Bearer:
    """One actor that a name or title means. ``used_as``: state, adjective, demonym, metonym, surname, title, ….

    ``role`` is an office of vocabulary/offices.yaml, ``role_on_day`` what is certain of it on the day asked for.
    ``begins`` and ``ends`` bound the role where there is one, else the actor: ISO dates, None where open or not known.
    """

    name: str
    kind: str  # state, organisation, group, person, place
    used_as: str
    code: str | None
    id: str
    sector: str | None
    role: str | None
    role_of: str | None
    role_to: str | None  # accredited to
    role_on_day: State | None
    begins: str | None
    ends: str | None
    as_of: str
    source: str


def bare(text: str) -> str:
    """A name without the article and the spaces around it ("the Palace" → "Palace")."""
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() == "the" else words)


def bearers(name: str, day: date | None = None, *, folded: bool = False) -> tuple[Bearer, ...]:
    """Everybody who bears a name on a day (on any, without one), in the order of the vocabulary; empty: unknown.

    The name is matched with its case, as in texts; with ``folded`` case does not matter. A state that did not exist
    on the day is left out where another bearer did; a seat of power is always left out then.
    """
    word = bare(name)
    written = [w.casefold() if folded else w for w in dict.fromkeys((name.strip(), word))]
    found = [n for w in written for n in (_by_folded() if folded else _by_text()).get(w, ())]
    people = load_people()
    persons = {n.entity.id: n.kind for n in found if n.entity.kind == "person"}
    named = (p for p in people.surnamed(word) if folded or word in (p.surname, *p.surnames))
    persons |= {p.id: "surname" for p in named if p.id not in persons}
    things = [_thing(n) for n in found if n.entity.kind != "person"]
    now = [b for b in things if day is None or existed(b, day)]
    if day and not now:
        now = [b for b in things if b.used_as != "metonym"]
    held = [b for key, used in persons.items() for b in _person(people.by_id[key], used, day)]
    return tuple(dict.fromkeys([*now, *held]))


def existed(bearer: Bearer, day: date) -> bool:
    """Whether a day lies inside ``[begins, ends)``; an open end holds for good."""
    return (bearer.begins or "") <= day.isoformat() and (bearer.ends is None or day.isoformat() < bearer.ends)


def tenure_bearer(person: Person, tenure: Tenure, used_as: str, day: date | None) -> Bearer:
    """A person in one office, with what is certain of it on the day."""
    state = role_state(replace(person, offices=(tenure,)), tenure.office, day) if day else None
    return Bearer(
        name=person.name,
        kind="person",
        used_as=used_as,
        code=tenure.of if state == "holds" else person.code,
        id=person.id,
        sector=load_offices()[tenure.office].sector,
        role=tenure.office,
        role_of=tenure.of,
        role_to=tenure.to,
        role_on_day=state,
        begins=tenure.start,
        ends=tenure.end,
        as_of=tenure.as_of,
        source=tenure.source,
    )


def _person(person: Person, used_as: str, day: date | None) -> Iterator[Bearer]:
    """The offices certainly held on the day, else the person alone; without a day every office recorded."""
    told = [tenure_bearer(person, t, used_as, day) for t in person.offices]
    certain = [b for b in told if day is None or b.role_on_day == "holds"]
    yield from certain or [_without_office(person, used_as)]


def _without_office(person: Person, used_as: str) -> Bearer:
    last = max(person.offices, key=lambda t: t.as_of, default=None)
    row = {"as_of": last.as_of, "source": last.source} if last else _person_rows()[person.id]
    return _bearer(Entity(person.id, person.code, person.name, "person"), used_as, row)


def _thing(name: Name) -> Bearer:
    entity = name.entity
    key = {"state": entity.code, "place": entity.name}.get(entity.kind, entity.id)
    return _bearer(entity, name.kind, _rows()[entity.kind, key, entity.name])


def _bearer(entity: Entity, used_as: str, row: vocabulary.Row) -> Bearer:
    missing = [k for k in ("as_of", "source") if not row.get(k)]
    if missing:
        raise VocabularyError(
            f"a row lacks {missing}", place=f"vocabulary: {entity.name}", remedy="say where it is from"
        )
    begins, ends = (None if row.get(k) is None else str(row[k]) for k in ("from", "to"))
    known = (entity.name, entity.kind, used_as, entity.code, entity.id, entity.sector)
    return Bearer(*known, None, None, None, None, begins, ends, str(row["as_of"]), str(row["source"]))


@cache
def _rows() -> dict[tuple[str, str | None, str], vocabulary.Row]:
    """Rows of states, bodies and places by kind, key and name; a state renamed has a row for each name."""
    found = {("state", r["code"], r["name"]): r for r in vocabulary.rows("states")}
    for file, kind in (("organisations", "organisation"), ("groups", "group")):
        found |= {(kind, r.get("id") or r["code"], r["name"]): r for r in vocabulary.rows(file)}
    return found | {("place", r["name"], r["name"]): r for r in vocabulary.rows("places")}


@cache
def _person_rows() -> dict[str, vocabulary.Row]:
    return {r["id"]: r for rows in vocabulary.documents("people") for r in rows}


@cache
def _by_text() -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names():
        found.setdefault(name.text, []).append(name)
    return found


@cache
def _by_folded() -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = {}
    for name in names():
        found.setdefault(name.text.casefold(), []).append(name)
    return found
