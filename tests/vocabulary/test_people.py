"""Every row about a person stands on its own: a source, an order of dates, one id, one bare surname."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from comity import vocabulary
from comity.actors.people import People, load_people, parse_people
from comity.actors.roles import Title, date_bounds, holders, role_state, title_flag
from comity.errors import VocabularyError

SHIPPED = sorted((vocabulary.HERE / "people").glob("*.yaml"))


@pytest.fixture(scope="module")
def people() -> People:
    return load_people()


def rows() -> list[dict]:
    return [row for path in SHIPPED for row in vocabulary.load(path)]


def test_ids_are_unique_over_all_files() -> None:
    counts = Counter(row["id"] for row in rows())
    assert [i for i, n in counts.items() if n > 1] == []


def test_every_office_has_ordered_dates_that_can_be_read(people: People) -> None:
    for person in people.by_id.values():
        for tenure in person.offices:
            start = date_bounds(tenure.start)[0] if tenure.start else date.min
            end = date_bounds(tenure.end or tenure.as_of)[1]
            assert start <= end, person.id


def test_every_office_is_a_known_one(people: People) -> None:
    known = {row["office"] for row in vocabulary.rows("offices")}
    assert {t.office for p in people.by_id.values() for t in p.offices} <= known


def test_a_bare_surname_that_is_understood_means_one_person(people: People) -> None:
    shared = {s: [p.id for p in found if p.alone] for s, found in people.by_surname.items()}
    assert {s: ids for s, ids in shared.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{id: a, name: A B, surname: B, offices: [{office: president, of: FRA, as_of: 2024}]}", "source"),
        ("{id: a, name: A B, surname: B, offices: [{office: president, of: FRA, source: x}]}", "as_of"),
        ("{id: a, name: A B, surname: B}", "neither offices nor a source"),
        ("{id: a, surname: B, source: x, as_of: 2024}", "name"),
        ("{id: a, name: A B, surname: B, born: 1950, source: x, as_of: 2024}", "unknown fields"),
        ("{id: a, name: [", "YAML"),
        ("just words", "lacks"),
    ],
)
def test_a_row_that_does_not_stand_is_refused_by_name_of_its_file(row: str, message: str) -> None:
    with pytest.raises(VocabularyError, match=message) as caught:
        parse_people(f"- {row}", "mine.yaml")
    assert caught.value.place is not None
    assert caught.value.place.startswith("mine.yaml")


@pytest.mark.parametrize(
    ("words", "office", "day", "expected"),
    [
        ("former prime minister", "prime_minister", date(2024, 2, 20), "former_but_incumbent"),
        ("former prime minister", "prime_minister", date(2022, 6, 1), None),
        ("former finance minister", "finance_minister", date(2024, 2, 20), None),
        ("Prime Minister", "prime_minister", date(2021, 6, 14), None),
    ],
)
def test_the_shipped_record_answers_the_worked_example(people: People, words, office, day, expected) -> None:
    (person,) = people.named("Benjamin Netanyahu")
    found = title_flag(person, Title(words, (0, len(words)), office), day)
    assert (found.flag if found else None) == expected


@pytest.mark.parametrize(
    ("office", "of", "day", "expected"),
    [
        ("president", "USA", date(1962, 10, 22), "John F. Kennedy"),
        ("defence_minister", "USA", date(1962, 10, 22), "Robert McNamara"),
        ("foreign_minister", "SUN", date(1962, 10, 22), "Andrei Gromyko"),
        ("secretary_general", "UN", date(1962, 10, 22), "U Thant"),
        ("president", "CUB", date(1962, 10, 22), "Osvaldo Dorticós"),
        ("president", "FRA", date(2023, 10, 7), "Emmanuel Macron"),
        ("secretary_general", "NATO", date(2020, 1, 1), "Jens Stoltenberg"),
        ("prime_minister", "ITA", date(1978, 5, 9), "Giulio Andreotti"),
    ],
)
def test_who_held_an_office_on_a_day(people: People, office: str, of: str, day: date, expected: str) -> None:
    assert [p.name for p in holders(people, office, of, day)] == [expected]


@pytest.mark.parametrize(
    "name", ["Simona Halperin", "Simone Halperin", "Volodymyr Zelenskyy", "Sergey Lavrov", "Recep Tayyip Erdoğan"]
)
def test_spellings_of_a_name_find_the_person(people: People, name: str) -> None:
    assert len(people.named(name)) == 1


def test_no_single_office_is_held_by_three_at_once(people: People) -> None:
    """Two on the day of a handover are right; three are an error of a date."""
    for office, of in (
        ("president", "USA"),
        ("prime_minister", "GBR"),
        ("foreign_minister", "RUS"),
        ("chancellor", "DEU"),
    ):
        for year in range(1946, 2025):
            assert len(holders(people, office, of, date(year, 6, 30))) <= 1, (office, of, year)


def test_nothing_is_claimed_after_the_record_was_made(people: People) -> None:
    (person,) = people.named("Emmanuel Macron")
    assert role_state(person, "president", date(2029, 1, 1)) == "unknown"
