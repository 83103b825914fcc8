"""Who the vocabulary knows: states, organisations, groups, people and places as one kind of value, and their names.

Codes are usage, not recognition (docs/names.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from comity import vocabulary
from comity.actors.people import load_people

Row = vocabulary.Row


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor of the vocabulary. ``id`` is the finer identity, ``code`` the contract's code."""

    id: str
    code: str | None
    name: str
    kind: str  # state, organisation, group, person, place
    sector: str | None = None
    begins: str | None = None
    ends: str | None = None
    pronoun: str | None = None  # he, she, it, they
    country: str | None = None  # of a group: where it is mainly based
    parent: str | None = None  # code of the body that an organ belongs to


def existed(e: Entity, day: str | None) -> bool:
    """Whether an entity existed on a day; without a date, whether it exists now."""
    if day is None:
        return e.ends is None
    return not ((e.begins and e.begins > day) or (e.ends and e.ends < day))


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an entity.

    ``kind``: state, adjective, demonym, metonym, organisation, abbreviation, group, person, surname, place.
    """

    text: str
    kind: str
    entity: Entity
    ambiguous: bool = False  # also another word, person or place: counts only where it stands alone


def _states() -> Iterator[Name]:
    for row in vocabulary.rows("states"):
        entity = Entity(
            row["code"], row["code"], row["name"], "state", "GOV", _date(row.get("from")), _date(row.get("to")), "it"
        )
        nationals = replace(entity, id=row["code"] + ".CVL", sector="CVL", pronoun="they")
        unsure = frozenset(row.get("ambiguous") or ())
        for text in {row["name"]: None, **dict.fromkeys(row.get("names") or ())}:
            yield Name(text, "state", entity, text in unsure)
        for text in row.get("adjectives") or ():
            yield Name(text, "adjective", entity, text in unsure)
        for text in row.get("demonyms") or ():
            if text not in (row.get("adjectives") or ()):
                yield Name(text, "demonym", nationals, text in unsure)
        for text in row.get("metonyms") or ():
            yield Name(text, "metonym", entity, text in unsure)


def _date(value: object) -> str | None:
    return None if value is None else str(value)


def _bodies(file: str, kind: str) -> Iterator[Name]:
    codes = {row["id"]: row["code"] for row in vocabulary.rows(file) if row.get("id")}
    for row in vocabulary.rows(file):
        parent = codes.get(row.get("parent"))
        known = (row.get("id") or row["code"], row["code"], row["name"], kind, row.get("sector"))
        lived = (_date(row.get("from")), _date(row.get("to")))
        entity = Entity(*known, *lived, pronoun="it", country=row.get("country"), parent=parent)
        for text in {row["name"]: None, **dict.fromkeys(row.get("names") or ())}:
            yield Name(text, kind, entity)


def _people() -> Iterator[Name]:
    for person in load_people().by_id.values():
        entity = Entity(person.id, person.code, person.name, "person", None, pronoun=person.pronoun)
        told = (person.name, *person.names)
        juniors = [text.partition(" Jr")[0] + ", Jr" for text in told if " Jr" in text]  # with a comma and without
        for text in dict.fromkeys((*told, *juniors)):
            if " " in text or person.alone:
                yield Name(text, "person", entity)
        for text in dict.fromkeys((person.surname, *person.surnames)) if person.alone else ():
            if text:
                yield Name(text, "surname", entity)


def _places() -> Iterator[Name]:
    for row in vocabulary.rows("places"):
        entity = Entity("place:" + row["name"], row.get("country"), row["name"], "place")
        unsure = frozenset(row.get("ambiguous") or ())
        for text in {row["name"]: None, **dict.fromkeys(row.get("names") or ())}:
            yield Name(text, "place", entity, text in unsure)


@cache
def names() -> tuple[Name, ...]:
    """All names; where kinds compete for one spelling the earlier kind wins (state before adjective before …)."""
    return (*_states(), *_bodies("organisations", "organisation"), *_bodies("groups", "group"), *_people(), *_places())


@cache
def states_by_code() -> dict[str, Entity]:
    """The states of the vocabulary by code; where a code has had several states, the first row: the current one."""
    found: dict[str, Entity] = {}
    for name in names():
        if name.kind == "state" and name.entity.code:
            found.setdefault(name.entity.code, name.entity)
    return found
