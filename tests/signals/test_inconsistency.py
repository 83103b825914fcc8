"""Inconsistencies: somebody's claim that another's conduct does not fit that other's words."""

from __future__ import annotations

import pytest

from signals.readings import codes, signals

CLAIMED = [
    "Malta's minister said that Qatar's actions contradicted its statements.",
    "Malta said that the steps of Qatar seemed inconsistent with its assurances.",
    "Malta said that Qatar's conduct was at odds with its public statements.",
    "Qatar reneged on its pledge, according to Malta.",
    "Malta said that Qatar had failed to live up to its commitments.",
    "Malta accused Qatar of breaking its promise.",
    "Malta accused Qatar of double standards.",
    "Malta said that Qatar says one thing and does another.",
    "Contrary to its assurances, Qatar closed the port, Malta said.",
    "Malta said that Qatar's deeds did not match its words.",
]


@pytest.mark.parametrize("text", CLAIMED)
def test_claimed(text):
    (found,) = signals(text).inconsistencies
    assert codes(found.claimant, found.conduct_of) == ["MLT", "QAT"]
    assert found.about in text
    assert found.what in text


NONE = [
    "Malta said that Qatar had kept its promise.",
    "Malta contradicted the statement of Qatar.",
    "Malta rejected the statement of Qatar.",
    "Malta denied that it had broken its promise to Qatar.",
    "Despite the assurances of Malta, Qatar attacked.",
    "Would Qatar break its promise to Malta?",
    "Malta said that Qatar would break its promise.",
    "The goods of Qatar were inconsistent with the samples, Malta said.",
]


@pytest.mark.parametrize("text", NONE)
def test_not_claimed(text):
    assert signals(text).inconsistencies == ()
