"""Contacts: which sides meet, how, at which level, whether it happened, and what is only talked about."""

from __future__ import annotations

import pytest

from signals.readings import codes, signals

STATES = [
    ("Ministers of Chad met ministers of Niger.", "happened"),
    ("Chad held talks with Niger.", "happened"),
    ("Talks between Chad and Niger ended.", "happened"),
    ("The prime minister of Chad will visit Niger.", "planned"),
    ("Next week's meeting of Chad with Niger was on the agenda.", "planned"),
    ("The officials of Chad and Niger are to discuss the border.", "planned"),
    ("The mediators called for dialogue between Chad and Niger.", "proposed"),
    ("Chad invited the president of Niger to visit.", "proposed"),
    ("Chad cancelled a meeting with Niger.", "cancelled"),
    ("Chad called off talks with Niger.", "cancelled"),
    ("Chad refused to negotiate with Niger.", "refused"),
    ("Chad will not meet Niger.", "refused"),
]


@pytest.mark.parametrize(("text", "status"), STATES)
def test_status(text, status):
    (found,) = signals(text).contacts
    assert sorted(codes(*found.parties)) == ["NER", "TCD"]
    assert found.status == status


MODES = [
    ("The president of Chad visited Niger.", "visit"),
    ("The president of Chad spoke by phone with the president of Niger.", "call"),
    ("Chad hosted talks between Niger and Benin.", "third-party"),
    ("The foreign ministers of Chad, Niger, Benin and Togo met.", "multilateral"),
]


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_mode(text, mode):
    assert signals(text).contacts[0].mode == mode


LEVELS = [
    ("The president of Chad met the foreign minister of Niger.", "head"),
    ("The foreign minister of Chad met the ambassador of Niger.", "minister"),
    ("The deputy foreign minister of Chad met the ambassador of Niger.", "deputy"),
    ("Envoys of Chad met the ambassador of Niger.", "other"),
]


@pytest.mark.parametrize(("text", "level"), LEVELS)
def test_level_is_that_of_the_highest_office(text, level):
    assert signals(text).contacts[0].level == level


def test_what_is_discussed_is_no_party():
    (found,) = signals("The presidents of Chad and Niger discussed the attacks by Benin on Togo.").contacts
    assert sorted(codes(*found.parties)) == ["NER", "TCD"]


def test_the_two_of_a_readout_are_those_of_its_title():
    title = "Readout of the President of Chad's Call with the President of Niger"
    (found,) = signals(
        "The two discussed efforts against Benin.", title=title, kind="statement", outlet="Presidency of Chad"
    ).contacts
    assert sorted(codes(*found.parties)) == ["NER", "TCD"]
    assert all(a.span is None for a in found.parties)


REGULAR = [
    ("Chad engages in regular meetings with Niger.", "regular"),
    ("Officials of Chad meet with officials of Niger every month.", "every month"),
    ("Officials of Chad met with officials of Niger.", None),
]


@pytest.mark.parametrize(("text", "claimed"), REGULAR)
def test_regularity_is_kept_in_the_words_of_the_text(text, claimed):
    (found,) = signals(text).contacts
    assert found.regular_claimed == claimed


NONE = [
    "Ministers of Chad met in the capital of Chad.",
    "Chad did not meet Niger.",
    "Chad met its targets.",
    "Chad hosts people who fled from Niger.",
    "Chad answered the call of Niger for help.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_contact(text):
    assert signals(text).contacts == ()


def test_a_council_of_the_state_itself_is_no_other_side():
    text = "The president of Chad had a meeting with permanent members of the Security Council."
    assert signals(text, kind="statement", outlet="Presidency of Chad").contacts == ()
    named = text.replace("the Security", "the UN Security")
    assert signals(named, kind="statement", outlet="Presidency of Chad").contacts != ()
