"""Red lines: by whom, toward whom, in which of three senses, with the condition and what would follow."""

from __future__ import annotations

import pytest

from signals.readings import codes, signals

SENSES = [
    ("Oman will not tolerate any raid by Yemen.", "deterrent"),
    ("Oman said that it would never allow Yemen to close the strait.", "deterrent"),
    ("Oman said that any raid by Yemen would be met with force.", "deterrent"),
    ("Oman drew a red line for Yemen.", "deterrent"),
    ("Oman said that it would not accept any deal with Yemen without guarantees.", "negotiating_limit"),
    ("Oman will not lift the sanctions on Yemen until the prisoners are free.", "negotiating_limit"),
    ("Oman said that it would sign the pact with Yemen only if the siege ended.", "negotiating_limit"),
    ("Oman would not entertain any agreement with Yemen that crosses its red lines.", "negotiating_limit"),
]


@pytest.mark.parametrize(("text", "sense"), SENSES)
def test_sense(text, sense):
    (found,) = signals(text).red_lines
    assert found.sense == sense
    assert codes(found.by, found.toward) == ["OMN", "YEM"]


def test_a_line_against_ones_own_act_is_internal():
    (found,) = signals("Oman drew a red line against sending its own troops.").red_lines
    assert found.sense == "internal"


def test_what_is_not_negotiable():
    (found,) = signals("Oman said that its sovereignty was non-negotiable.").red_lines
    assert (codes(found.by), found.sense) == (["OMN"], "negotiating_limit")


def test_condition_and_consequence_are_words_of_the_text():
    (found,) = signals("Oman said that any raid by Yemen would be met with force.").red_lines
    assert (found.condition, found.consequence) == ("any raid by Yemen", "with force")
    (found,) = signals("Oman will not allow Yemen to close the strait.").red_lines
    assert (found.condition, found.consequence) == ("Yemen to close the strait", None)


def test_who_asks_for_a_line_sets_it():
    (found,) = signals("Oman urged the council to draw a red line to stop Yemen.").red_lines
    assert codes(found.by, found.toward) == ["OMN", "YEM"]


NONE = [
    "Oman will never recognise the annexation by Yemen.",
    "Oman did not accept the invitation of Yemen.",
    "No state could accept what Yemen did, Oman said.",
    "Oman drew no red lines for Yemen.",
    "Oman has not drawn a red line for Yemen.",
    "Has Yemen crossed the red line of Oman?",
    "The thin red line was a regiment, a teacher in Oman told Yemen.",
    "The red line of the metro in Oman reached the station.",
    "The plan will not allow Oman and Yemen to rest.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_limit(text):
    assert signals(text).red_lines == ()
