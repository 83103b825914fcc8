"""Who is meant by a name or title on a day."""

from __future__ import annotations

from datetime import date

import pytest

from comity.actors.look_up import bearers
from comity.actors.title_holders import title_holders, who_is


def codes(words: str, day: str | None) -> list[tuple[str, str | None]]:
    return [(b.kind, b.code) for b in who_is(words, date.fromisoformat(day) if day else None)]


@pytest.mark.parametrize(
    ("words", "day", "expected"),
    [
        ("the Kremlin", "2023-10-13", [("state", "RUS")]),
        ("Kremlin", "1962-10-18", [("state", "SUN")]),
        ("Moscow", "2023-10-13", [("state", "RUS"), ("place", "RUS")]),
        ("Soviet Union", "2023-10-13", [("state", "SUN")]),
        ("Congo", "2023-10-13", [("state", "COD"), ("state", "COG")]),
        ("Hamas", "2023-10-13", [("group", "Hamas")]),
        ("the Security Council", None, [("organisation", "UN Security Council")]),
        ("france", "2023-10-13", [("state", "FRA")]),
        ("Nobody Known", "2023-10-13", []),
        ("president", "2023-10-13", []),
    ],
)
def test_a_name_means_whoever_bears_it_on_the_day(words, day, expected) -> None:
    assert codes(words, day) == expected


def test_a_name_without_a_day_means_everybody_who_ever_bore_it() -> None:
    assert {b.code for b in bearers("Kremlin")} == {"RUS", "SUN"}


def test_a_person_has_the_role_of_the_day() -> None:
    (in_1995,) = (b for b in bearers("Boris Yeltsin", date(1995, 1, 1)))
    assert (in_1995.role, in_1995.role_of, in_1995.role_on_day, in_1995.sector) == ("president", "RUS", "holds", "GOV")
    (later,) = (b for b in bearers("Boris Yeltsin", date(2005, 1, 1)))
    assert (later.role, later.role_on_day) == (None, None)


def test_a_surname_that_several_bear_lists_them_all() -> None:
    assert {b.id for b in bearers("Clinton")} == {"person:bill-clinton", "person:hillary-clinton"}


def test_a_word_in_lower_case_is_no_surname() -> None:
    assert "person:amy-pope" not in {b.id for b in who_is("the pope", date(2023, 10, 13))}


@pytest.mark.parametrize(
    ("title", "holder"),
    [
        ("the president of France", "person:emmanuel-macron"),
        ("the French president", "person:emmanuel-macron"),
        ("France's president", "person:emmanuel-macron"),
        ("US secretary of state", "person:antony-blinken"),
        ("UN Secretary-General", "person:antonio-guterres"),
        ("the ambassador of Israel to Russia", "person:simona-halperin"),
        ("the Israeli ambassador to Moscow", "person:simona-halperin"),
    ],
)
def test_a_title_means_its_holder_on_the_day(title: str, holder: str) -> None:
    assert [(b.id, b.role_on_day) for b in title_holders(title, date(2024, 2, 5))] == [(holder, "holds")]


def test_a_holder_who_is_not_certain_is_told_as_such() -> None:
    found = title_holders("the ambassador of Israel to Russia", date(2023, 10, 13))
    assert len(found) == 2
    assert {b.role_on_day for b in found} == {"unknown"}


def test_a_title_of_another_state_has_other_holders() -> None:
    assert title_holders("the ambassador of Israel to Mars", date(2024, 2, 5)) == ()
    assert "person:emmanuel-macron" not in {b.id for b in title_holders("president of Germany", date(2024, 2, 5))}


def test_every_bearer_says_where_its_row_is_from() -> None:
    for words in ("the Kremlin", "Hamas", "NATO", "Kharkiv", "Emmanuel Macron", "the president of France"):
        assert all(b.source and b.as_of for b in who_is(words, date(2023, 10, 13))), words
