"""Promises, offers, agreements and assurances, in the wordings of news and official texts."""

from __future__ import annotations

import pytest

from coding.wordings import expected, verbal_claims

# (sentence, its verbal acts; none where it only looks like one)
ROWS = [
    ("Laos promised Thailand rice.", "LAO AGREE THA happened"),
    ("Laos promised Thailand fifty tonnes of rice before the rains.", "LAO AGREE THA happened"),
    ("Laos promised to send rice to Thailand.", "LAO AGREE THA happened"),
    ("Laos promised Thailand that it would open the bridge.", "LAO AGREE THA happened"),
    ("Laos assured Thailand that the bridge would be opened.", "LAO AGREE THA happened"),
    ("Laos assured Thailand of its support.", "LAO AGREE THA happened"),
    ("Laos gave Thailand an assurance that the bridge would stay open.", "LAO AGREE THA happened"),
    ("Laos offered Thailand a loan.", "LAO AGREE THA happened"),
    ("Laos offered a loan to Thailand.", "LAO AGREE THA happened"),
    ("Laos offered to mediate between Thailand and Cambodia.", "LAO AGREE KHM happened; LAO AGREE THA happened"),
    ("Laos pledged its support to Thailand.", "LAO AGREE THA happened"),
    ("Laos agreed with Thailand on a new bridge.", "LAO AGREE THA happened"),
    ("Laos and Thailand agreed to build a bridge.", "LAO AGREE THA happened; THA AGREE LAO happened"),
    ("Laos and Thailand agreed on a new bridge.", "LAO AGREE THA happened; THA AGREE LAO happened"),
    ("Laos and Thailand reached an agreement on the bridge.", "LAO AGREE THA happened; THA AGREE LAO happened"),
    ("An agreement was reached between Laos and Thailand.", "LAO AGREE THA happened; THA AGREE LAO happened"),
    ("Laos struck a deal with Thailand.", "LAO AGREE THA happened"),
    ("Laos accepted Thailand's proposal.", "LAO AGREE THA happened"),
    ("Thailand's proposal was accepted by Laos.", "LAO AGREE THA happened"),
    ("Laos accepted an invitation from Thailand.", "LAO AGREE THA happened"),
    ("Laos consented to the request of Thailand.", "LAO AGREE THA happened"),
    ("Laos is ready to talk to Thailand.", "LAO AGREE THA happened"),
    ("Laos said it was ready to talk to Thailand.", "LAO AGREE THA happened [LAO]"),
    ("Laos expressed its readiness to help Thailand.", "LAO AGREE THA happened"),
    ("Laos reaffirmed its commitment to peace with Thailand.", "LAO AGREE THA happened"),
    ("Laos undertook to return the trucks to Thailand.", "LAO AGREE THA happened"),
    ("Laos guaranteed Thailand the supply of power.", "LAO AGREE THA happened"),
    ("Laos committed itself to pay Thailand.", "LAO AGREE THA happened"),
    ("Laos did not agree to pay Thailand.", "LAO AGREE THA negated"),
    ("Laos has not promised Thailand anything.", "LAO AGREE THA negated"),
    ("Laos denied that it had promised Thailand rice.", "LAO AGREE THA denied [LAO]"),
    ("Laos may accept the proposal of Thailand.", "LAO AGREE THA possible"),
    ("China urged Laos to accept the proposal of Thailand.", "CHN REQUEST LAO happened; LAO AGREE THA demanded [CHN]"),
    ("Laos will accept the proposal of Thailand.", "LAO AGREE THA future"),
    ("If Laos accepts the proposal of Thailand, China will pay.", "LAO AGREE THA conditional"),
    ("Laos stopped short of promising Thailand rice.", "LAO AGREE THA negated"),
    ("Laos refused to promise Thailand rice.", "LAO AGREE THA negated [LAO]; LAO REJECT THA happened"),
    ("The promise of Laos to Thailand stands.", "LAO AGREE THA happened"),
    ("Laos's offer to Thailand stands.", "LAO AGREE THA happened"),
    ("Laos renewed its offer of rice to Thailand.", "LAO AGREE THA happened"),
    ("Laos agreed to Thailand's request for a loan.", "LAO AGREE THA happened"),
    ("Laos granted Thailand's request.", "LAO AGREE THA happened"),
    ("Laos vowed to help Thailand.", "LAO AGREE THA happened"),
    ("Laos keeps its promise to Thailand.", "LAO AGREE THA happened"),
    ("Lao farmers agree that Thai rice is better.", ""),
    ("Experts agree that Laos is poor.", ""),
    ("The Lao striker promised his mother in Thailand a goal.", ""),
    ("The weather in Laos promised rain for Thailand.", ""),
    ("The rice of Laos agrees with Thai tastes.", ""),
    ("Laos accepted that Thailand was bigger.", ""),
    ("They agreed to meet again.", ""),
    (
        "The presidents of Laos and Thailand agreed to meet again in Vientiane.",
        "LAO AGREE THA happened; THA AGREE LAO happened",
    ),
    ('"We shall help Thailand," the Lao minister promised.', "LAO AGREE THA happened"),
    ("Angola and Zambia failed to agree.", "AGO AGREE ZMB negated; ZMB AGREE AGO negated"),
    ("Angola and Zambia failed to reach an agreement.", "AGO AGREE ZMB negated; ZMB AGREE AGO negated"),
    ("Angola agreed to pay Zambia.", "AGO AGREE ZMB happened"),
    ("Angola agreed in principle to the plan of Zambia.", "AGO AGREE ZMB happened"),
    ("Angola promised not to close the bridge to Zambia.", "AGO AGREE ZMB happened"),
    ("Angola assured Zambia on Monday that the bridge would stay open.", "AGO AGREE ZMB happened"),
    ("Angola has offered its help to Zambia.", "AGO AGREE ZMB happened"),
    ("Angola offered to host talks between Zambia and Malawi.", "AGO AGREE MWI happened; AGO AGREE ZMB happened"),
    ("Angola is willing to negotiate with Zambia.", "AGO AGREE ZMB happened"),
    ("Angola reiterated its readiness to negotiate with Zambia.", "AGO AGREE ZMB happened"),
    ("Angola reached a deal with Zambia on fishing.", "AGO AGREE ZMB happened"),
    ("A deal between Angola and Zambia was struck on Monday.", "AGO AGREE ZMB happened; ZMB AGREE AGO happened"),
    ("The agreement between Angola and Zambia expired.", "AGO AGREE ZMB happened; ZMB AGREE AGO happened"),
]


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_a_wording_gives_these_claims_and_no_other(text, told):
    assert verbal_claims(text) == expected(told)
