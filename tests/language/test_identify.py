"""Which language a text is in."""

from __future__ import annotations

import pytest

from comity.language.identify import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministry said that the two delegations met on Monday.", "en"),
        ("Envoys condemned the strike.", "en"),
        ("France recalls ambassador from Niger", "en"),
        ("U.S. Lifts Travel Ban to Lebanon.", "en"),
        ("THE PRESIDENT SAID THAT IT WILL NOT", "en"),
        ("Министерство заявило, что делегации встретились в понедельник.", "ru"),
        ("Міністерство повідомило, що делегації зустрілися в понеділок у Києві.", "uk"),
        ("Le ministère a déclaré que les deux délégations se sont rencontrées lundi.", "fr"),
        ("Das Ministerium teilte mit, dass die Delegationen sich am Montag trafen.", "de"),
        ("El ministerio dijo que las dos delegaciones se reunieron el lunes.", "es"),
        ("قالت الوزارة إن الوفدين اجتمعا يوم الاثنين في جنيف", "ar"),
        ("12:30 – 14:00", "und"),
        ("", "und"),
        ("Q", "und"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    assert identify(text) == code


def test_a_foreign_quotation_does_not_make_an_english_article_foreign() -> None:
    assert identify("The envoy said “nous ne sommes pas d’accord” and left the room, the ministry said.") == "en"


def test_the_answer_is_the_same_each_time() -> None:
    assert len({identify("de minister was in Den Haag") for _ in range(5)}) == 1
