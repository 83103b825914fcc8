"""Assurances: commissives by verb, noun, adjective and "will", with whose good it is; no threats, facts or demands."""

from __future__ import annotations

import pytest

from signals.readings import codes, signals

MADE = [
    ("Spain assured Jordan that it would not close the strait.", "refrain"),
    ("Spain promised to send Jordan two ships.", "do"),
    ("Spain pledged ten boats to Jordan.", "do"),
    ("Spain remains committed to helping Jordan.", "maintain"),
    ("Spain is committed to defending Jordan.", "do"),
    ("Spain reaffirmed its commitment to the security of Jordan.", "general"),
    ("Spain's guarantees to Jordan were quoted.", "general"),
    ("Remarks by Spain's minister were understood as promises to Jordan.", "general"),
    ("Spain said that it will continue to support Jordan.", "maintain"),
    ("Spain said that it would stand by Jordan.", "maintain"),
    ("Spain vowed to refrain from bombing Jordan.", "refrain"),
]


@pytest.mark.parametrize(("text", "kind"), MADE)
def test_made(text, kind):
    (found,) = signals(text).assurances
    assert codes(found.promisor, found.beneficiary) == ["ESP", "JOR"]
    assert found.kind == kind
    assert found.reported


NONE = [
    "Spain vowed to retaliate against Jordan.",
    "Spain pledged to crush Jordan.",
    "Spain asked Jordan to promise that it would leave.",
    "Spain should promise Jordan help.",
    "Spain did not promise Jordan help.",
    "Spain has an obligation to guarantee the rights of Jordan.",
    "Spain assured reporters that the road to Jordan was open.",
    "Spain vowed that it would never allow Jordan to arm.",
    "The visit to Jordan was a sign of commitment to transparency.",
    "Prices in Spain will continue to rise.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_assurance(text):
    assert signals(text).assurances == ()


def test_a_promise_made_by_another_is_that_others():
    (found,) = signals("Spain received a commitment that Jordan would release the sailors.").assurances
    assert codes(found.promisor) == ["JOR"]


def test_both_who_affirm_promise():
    text = "The presidents of Spain and Italy affirmed their commitment to defending Jordan."
    assert {tuple(codes(a.promisor, a.beneficiary)) for a in signals(text).assurances} == {
        ("ESP", "JOR"),
        ("ITA", "JOR"),
    }


def test_specificity_condition_and_deadline():
    text = "Spain pledged to withdraw from Jordan by the end of March if the truce held."
    (found,) = signals(text).assurances
    assert (found.specificity, found.conditional, found.due.latest) == (3, True, "2024-03-31")


def test_a_general_assurance_is_not_specific():
    (found,) = signals("Spain's assurances on Jordan's safety were recalled.").assurances
    assert found.specificity <= 1
    assert found.due.precision == "unknown"


def test_the_first_person_of_a_statement_is_its_body_and_not_reported():
    (found,) = signals("We will continue to support Jordan.", kind="statement", outlet="Government of Spain").assurances
    assert codes(found.promisor, found.beneficiary) == ["ESP", "JOR"]
    assert not found.reported


def test_who_is_to_be_stopped_has_no_good_of_it():
    (found,) = signals("Spain is committed to preventing Jordan from closing the strait.").assurances
    assert found.beneficiary is None
