"""Condemnations: who, of whose act, in which polarity and degree, and never of the victim."""

from __future__ import annotations

import pytest

from signals.readings import codes, signals

POLARITIES = [
    ("Norway condemned the shelling of the port by Eritrea.", "made"),
    ("Norway has not condemned Eritrea.", "withheld"),
    ("Norway did not publicly condemn Eritrea's raid.", "withheld"),
    ("Norway stopped short of condemning Eritrea.", "withheld"),
    ("Norway has yet to condemn Eritrea.", "withheld"),
    ("Norway declined to denounce Eritrea.", "withheld"),
    ("Norway issued no condemnation of Eritrea.", "withheld"),
    ("Norway was silent on Eritrea's raid.", "withheld"),
    ("Bolivia asked Norway to condemn Eritrea.", "demanded"),
    ("Bolivia's minister said that Norway must condemn Eritrea.", "demanded"),
    ("Norway denied that it had condemned Eritrea.", "denied"),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITIES)
def test_polarity(text, polarity):
    (found,) = signals(text).condemnations
    assert found.polarity == polarity
    assert codes(found.by, found.target) == ["NOR", "ERI"]


VICTIMS = [
    "Ghana condemned the attack on Togo.",
    "Ghana condemned the killing of soldiers from Togo.",
    "Ghana condemned acts of terror against citizens of Togo.",
    "Ghana condemned the occupation of Togo.",
]


@pytest.mark.parametrize("text", VICTIMS)
def test_the_victim_of_an_act_is_not_the_one_condemned(text):
    (found,) = signals(text).condemnations
    assert found.target is None
    assert not found.perpetrator_named
    assert found.act_named
    assert found.degree == "partial"


OWNERS = [
    "Ghana condemned Benin's attack on Togo.",
    "Ghana condemned the attack on Togo by Benin.",
    "Ghana condemned the bombs that Benin dropped on Togo.",
    "Ghana condemned the attack on Togo attributed to Benin.",
]


@pytest.mark.parametrize("text", OWNERS)
def test_the_one_whose_act_it_was_is_condemned(text):
    assert codes(*(c.target for c in signals(text).condemnations)) == ["BEN"]


def test_nor_carries_the_subject_and_the_negation_on():
    found = signals("Peru did not condemn Cuba's raid, nor did it fully condemn the mines attributed to Haiti.")
    assert [(codes(c.by, c.target), c.polarity, c.degree) for c in found.condemnations] == [
        (["PER", "CUB"], "withheld", "full"),
        (["PER", "HTI"], "withheld", "partial"),
    ]


DEGREES = [
    ("Fiji condemned Tonga for the raid.", "full"),
    ("Fiji condemned the raid.", "partial"),
    ("Fiji condemned Tonga.", "generic"),
    ("Fiji condemned Tonga's actions.", "generic"),
    ("Fiji partially condemned Tonga's raid.", "partial"),
    ("Fiji condemned the raid by Tonga, but it added that both sides had erred.", "partial"),
    ("Fiji condemned the raid by Tonga, but Samoa praised it.", "full"),
    ("Fiji condemned not only the raid but also the looting by Tonga.", "full"),
    ("Fiji avoided condemning Tonga and voiced concern.", "concern"),
    ("Fiji blasted Tonga for the raid.", "other"),
]


@pytest.mark.parametrize(("text", "degree"), DEGREES)
def test_degree(text, degree):
    (found,) = signals(text).condemnations
    assert found.degree == degree


DELAYS = [
    ("Mali belatedly condemned Chad's raid.", "belatedly"),
    ("Mali was markedly slower to condemn Chad's raid.", "markedly slower"),
    ("Mali condemned Chad's raid after days of silence.", "after days of silence"),
    ("It took Mali three weeks to condemn Chad's raid.", "three weeks"),
    ("Mali condemned Chad's raid.", None),
]


@pytest.mark.parametrize(("text", "claimed"), DELAYS)
def test_a_delay_is_kept_in_the_words_of_the_text(text, claimed):
    (found,) = signals(text).condemnations
    assert found.polarity == "made"
    assert found.delay_claimed == claimed


def test_a_statement_condemns_for_those_who_issue_it():
    (found,) = signals("Japan released a statement condemning the launch by Laos.").condemnations
    assert codes(found.by, found.target) == ["JPN", "LAO"]


def test_whoever_else_is_outraged_condemns_nobody():
    assert signals("The people of Laos are outraged at the tariff, the envoy of Japan said.").condemnations == ()
