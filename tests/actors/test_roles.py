"""Roles in time; the worked examples of docs/measures.md (Roles) are here."""

from __future__ import annotations

from datetime import date

import pytest

from comity.actors.people import Person, Tenure, index_people
from comity.actors.roles import Title, code_on, date_bounds, holders, role_state, tenure_on, title_flag
from comity.errors import VocabularyError


def spell(start: str | None, end: str | None, office: str = "prime_minister", of: str = "ISR", as_of: str = "2024-12"):
    return Tenure(office, of, start, end, "official list", as_of)


NETANYAHU = Person(
    "person:benjamin-netanyahu",
    "Benjamin Netanyahu",
    "Netanyahu",
    "ISR",
    offices=(
        spell("1996-06-18", "1999-07-06"),
        spell("2009-03-31", "2021-06-13"),
        spell("2022-12-29", None),
        spell("2003-02", "2005-08", "finance_minister"),
    ),
)


def flag(words: str, day: str | None, office: str = "prime_minister", person: Person = NETANYAHU) -> str | None:
    found = title_flag(person, Title(words, (0, len(words)), office), date.fromisoformat(day) if day else None)
    return found.flag if found else None


@pytest.mark.parametrize(
    ("words", "office", "day", "expected"),
    [
        ("former prime minister", "prime_minister", "2024-02-20", "former_but_incumbent"),
        ("former prime minister", "prime_minister", "2022-06-01", None),
        ("former finance minister", "finance_minister", "2024-02-20", None),
        ("Prime Minister", "prime_minister", "2021-06-14", None),
        ("former prime minister", "prime_minister", "2021-06-14", None),
        ("ex-Prime Minister", "prime_minister", "2024-02-20", "former_but_incumbent"),
        ("Prime Minister", "prime_minister", "2021-06-17", "incumbent_but_ended"),
        ("Prime Minister", "prime_minister", "2021-06-16", None),
        ("then-Prime Minister", "prime_minister", "2022-06-01", None),
        ("Prime Minister", "prime_minister", "1990-01-01", "not_yet"),
        ("former prime minister", "prime_minister", "2022-12-29", None),
        ("former prime minister", "prime_minister", "2026-01-01", "ambiguous_multi_term"),
        ("Prime Minister", "prime_minister", "2026-01-01", None),
        ("former prime minister", "prime_minister", None, "reference_date_unknown"),
        ("Prime Minister", "prime_minister", None, None),
        ("former president", "president", None, None),
    ],
)
def test_a_title_is_flagged_only_where_the_record_contradicts_it(words, office, day, expected) -> None:
    assert flag(words, day, office) == expected


def test_a_flag_says_where_the_title_stands_and_up_to_when_the_record_is_known() -> None:
    found = title_flag(NETANYAHU, Title("former prime minister", (4, 25), "prime_minister"), date(2024, 2, 20))
    assert found is not None
    assert (found.person, found.span, found.as_of) == ("person:benjamin-netanyahu", (4, 25), "2024-12")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1996-06-17", "not_yet"),
        ("1996-06-18", "holds"),
        ("1999-07-06", "holds"),
        ("1999-07-09", "unknown"),
        ("1999-07-10", "held_before"),
        ("2022-06-01", "held_before"),
        ("2023-10-07", "holds"),
        ("2025-01-01", "unknown"),
    ],
)
def test_a_state_follows_the_intervals(day, expected) -> None:
    assert role_state(NETANYAHU, "prime_minister", date.fromisoformat(day)) == expected


def test_an_office_of_another_state_is_never_recorded() -> None:
    assert role_state(NETANYAHU, "prime_minister", date(2024, 1, 1), of="FRA") == "never_recorded"
    assert role_state(NETANYAHU, "king", date(2024, 1, 1)) == "never_recorded"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("1999-11-30", "not_yet"),
        ("1999-12-15", "unknown"),
        ("2000-01-01", "holds"),
        ("2008-04-30", "holds"),
        ("2008-05-15", "unknown"),
        ("2008-06-04", "held_before"),
    ],
)
def test_a_month_is_an_interval_and_only_its_outside_is_certain(day, expected) -> None:
    person = Person("person:a-b", "A B", "B", "RUS", offices=(spell("1999-12", "2008-05", "president", "RUS"),))
    assert role_state(person, "president", date.fromisoformat(day)) == expected


def test_an_office_since_unknown_is_certain_only_on_the_day_of_the_record() -> None:
    person = Person("person:a-b", "A B", "B", "RUS", offices=(spell(None, None, as_of="2024-12-01"),))
    assert role_state(person, "prime_minister", date(2024, 12, 1)) == "holds"
    assert role_state(person, "prime_minister", date(2020, 1, 1)) == "unknown"


def test_holders_are_found_by_office_and_day() -> None:
    other = Person("person:c-d", "C D", "D", "ISR", offices=(spell("2021-06-13", "2022-06-30"),))
    people = index_people([NETANYAHU, other])
    assert holders(people, "prime_minister", "ISR", date(2022, 1, 1)) == (other,)
    assert holders(people, "prime_minister", "ISR", date(2021, 6, 13)) == (NETANYAHU, other)
    assert holders(people, "prime_minister", "ISR", date(2030, 1, 1)) == ()


def test_the_code_of_a_name_depends_on_the_day() -> None:
    person = Person(
        "person:e-f", "E F", "F", "NOR", offices=(spell("2014-10-01", "2024-10-01", "secretary_general", "NATO"),)
    )
    assert code_on(person, date(2020, 1, 1)) == "NATO"
    assert code_on(person, date(2010, 1, 1)) == "NOR"
    assert code_on(person, None) == "NOR"
    assert tenure_on(person, date(2020, 1, 1)).office == "secretary_general"
    assert tenure_on(person, date(2010, 1, 1)) is None


@pytest.mark.parametrize("text", ["1999-13", "soon", "1999-02-30", ""])
def test_what_is_no_date_is_refused(text) -> None:
    with pytest.raises(VocabularyError, match="no date"):
        date_bounds(text)
