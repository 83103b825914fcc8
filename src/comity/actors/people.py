"""Who holds, or held, which office: people of the vocabulary and what is recorded of their tenures.

Values and look-ups only; whether somebody holds an office on a day is answered by ``comity.actors.roles``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from comity import vocabulary
from comity.errors import VocabularyError
from comity.vocabulary import compiled

Key = TypeVar("Key")

PERSON_FIELDS = {"id", "name", "names", "surname", "surnames", "alone", "code", "pronoun", "offices", "source", "as_of"}
OFFICE_FIELDS = {"office", "of", "to", "from", "until", "source", "as_of"}


@dataclass(frozen=True, slots=True)
class Tenure:
    """One spell in one office. Dates are ISO strings as exact as known: ``1999``, ``1999-12`` or ``1999-12-31``.

    ``start`` None: since when is not known. ``end`` None: held on ``as_of``; nothing is known of the time after it.
    """

    office: str  # a key of vocabulary/offices.yaml
    of: str  # code of the state or organisation whose office it is
    start: str | None
    end: str | None
    source: str
    as_of: str
    to: str | None = None  # accredited to: code of a state or organisation


@dataclass(frozen=True, slots=True)
class Person:
    """One person who is named in world news. ``alone``: the bare surname is understood without a full name before."""

    id: str
    name: str
    surname: str
    code: str | None
    names: tuple[str, ...] = ()  # other spellings of the full name
    surnames: tuple[str, ...] = ()  # other spellings of the surname
    alone: bool = False
    pronoun: str | None = None
    offices: tuple[Tenure, ...] = ()


@dataclass(frozen=True)
class People:
    """All people of a vocabulary, with indexes by id, by full name and by surname (keys case-folded)."""

    by_id: Mapping[str, Person]
    by_name: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    by_surname: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    by_office: Mapping[tuple[str, str], tuple[Person, ...]] = field(default_factory=dict)

    def named(self, name: str) -> tuple[Person, ...]:
        """Everybody known under this full name, in the order of the vocabulary."""
        return self.by_name.get(name.casefold(), ())

    def surnamed(self, surname: str, *, alone: bool = False) -> tuple[Person, ...]:
        """Everybody with this surname; with ``alone`` only those whose bare surname is understood."""
        found = self.by_surname.get(surname.casefold(), ())
        return tuple(p for p in found if p.alone) if alone else found

    def in_office(self, office: str, of: str) -> tuple[Person, ...]:
        """Everybody recorded in this office of this state or organisation, at whatever time."""
        return self.by_office.get((office, of), ())


def index_people(people: Iterable[Person]) -> People:
    """Index people; two rows with one id are one person: names and tenures of both are kept, the later row leads."""
    by_id: dict[str, Person] = {}
    for person in people:
        by_id[person.id] = _joined(by_id[person.id], person) if person.id in by_id else person
    names: dict[str, list[Person]] = {}
    surnames: dict[str, list[Person]] = {}
    offices: dict[tuple[str, str], list[Person]] = {}
    for person in by_id.values():
        for name in dict.fromkeys(n.casefold() for n in (person.name, *person.names)):
            names.setdefault(name, []).append(person)
        for surname in dict.fromkeys(n.casefold() for n in (person.surname, *person.surnames)):
            surnames.setdefault(surname, []).append(person)
        for key in dict.fromkeys((t.office, t.of) for t in person.offices):
            offices.setdefault(key, []).append(person)
    return People(by_id, _frozen(names), _frozen(surnames), _frozen(offices))


def _frozen(lists: Mapping[Key, list[Person]]) -> dict[Key, tuple[Person, ...]]:
    return {key: tuple(people) for key, people in lists.items()}


def _joined(first: Person, later: Person) -> Person:
    """``later`` stands; its tenure replaces one of ``first`` that began alike in that office (a new end is known)."""
    names = dict.fromkeys(n for n in (*first.names, first.name, *later.names) if n != later.name)
    told = {(t.office, t.of, t.to, t.start) for t in later.offices}
    surnames = dict.fromkeys(n for n in (*first.surnames, first.surname, *later.surnames) if n != later.surname)
    kept = tuple(t for t in first.offices if (t.office, t.of, t.to, t.start) not in told)
    return replace(later, names=tuple(names), surnames=tuple(surnames), offices=kept + later.offices)


def read_people(path: Path) -> tuple[Person, ...]:
    """The people of one YAML file.

    Raises VocabularyError, naming file and row, where a row lacks a field or its source.
    """
    return parse_people(path.read_text(encoding="utf-8"), str(path))


def parse_people(text: str, place: str) -> tuple[Person, ...]:
    """The people of one YAML text; ``place`` names it in messages. Raises VocabularyError."""
    try:
        rows = compiled.read(text.encode(), lambda given: yaml.load(given, Loader=vocabulary.Loader)) or []
    except yaml.YAMLError as error:
        raise VocabularyError(f"cannot be read as YAML: {error}", place=place, remedy="mend the syntax") from error
    if not isinstance(rows, list):
        raise VocabularyError("is not a list of people", place=place, remedy="write one row `- {id: …}` a person")
    return tuple(_person(row, place) for row in rows)


def _person(row: Any, place: str) -> Person:
    place = f"{place}: {row.get('id') if isinstance(row, dict) else row!r}"
    missing = {"id", "name", "surname"} - set(row) if isinstance(row, dict) else {"id"}
    unknown = set(row) - PERSON_FIELDS if isinstance(row, dict) else set()
    if missing or unknown:
        wrong = f"lacks {sorted(missing)}" if missing else f"has unknown fields {sorted(unknown)}"
        raise VocabularyError(wrong, place=place, remedy=f"fields of a person: {sorted(PERSON_FIELDS)}")
    if not row.get("offices") and not (row.get("source") and row.get("as_of")):
        raise VocabularyError("has neither offices nor a source", place=place, remedy="give source and as_of")
    return Person(
        id=str(row["id"]),
        name=str(row["name"]),
        surname=str(row["surname"]),
        code=row.get("code"),
        names=tuple(str(n) for n in row.get("names") or ()),
        surnames=tuple(str(n) for n in row.get("surnames") or ()),
        alone=bool(row.get("alone", False)),
        pronoun=row.get("pronoun"),
        offices=tuple(_tenure(office, place) for office in row.get("offices") or ()),
    )


def _tenure(row: Mapping[str, Any], place: str) -> Tenure:
    missing = [f for f in ("office", "of", "source", "as_of") if not row.get(f)]
    unknown = set(row) - OFFICE_FIELDS
    if missing or unknown:
        wrong = f"lacks {missing}" if missing else f"has unknown fields {sorted(unknown)}"
        raise VocabularyError(f"an office {wrong}", place=place, remedy="give office, of, source and as_of")
    return Tenure(
        office=row["office"],
        of=row["of"],
        start=_date(row.get("from")),
        end=_date(row.get("until")),
        source=row["source"],
        as_of=str(row["as_of"]),
        to=row.get("to"),
    )


def _date(value: object) -> str | None:
    # YAML reads 2009 as a number and 2009-03-31 as a date; both print as ISO.
    return None if value is None else str(value)


@cache
def load_people(folder: Path | None = None) -> People:
    """The people of the vocabulary: ``people/*.yaml`` of the package, of the user's own folder, then of ``folder``.

    Read once a process. Raises VocabularyError where a row does not stand.
    """
    places = [base / "people" for base in vocabulary.folders()] + ([folder] if folder else [])
    return index_people(p for place in places for path in sorted(place.glob("*.yaml")) for p in read_people(path))
