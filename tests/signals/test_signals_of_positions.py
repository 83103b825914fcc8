"""Alignments, designations, opinions and humanitarian notices of whole sentences, whichever actors they name."""

from __future__ import annotations

from typing import Any

import pytest

from comity.coder import code_article
from comity.values import Article, Signals

PAIRS = [("Russia", "RUS", "Ukraine", "UKR"), ("Ethiopia", "ETH", "Sudan", "SDN"), ("Peru", "PER", "Chile", "CHL")]


def read(text: str, **article: Any) -> Signals:
    return code_article(Article("t", text, published="2024-02-05", **article)).signals


@pytest.fixture(params=PAIRS, ids=lambda p: p[1])
def pair(request: pytest.FixtureRequest) -> tuple[str, str, str, str]:
    return request.param


def test_each_abstaining_state_has_its_record_and_the_forum_named_before(pair):
    a, code_a, b, code_b = pair
    found = read(f"The Security Council met on Monday. {a} and {b} abstained.").alignments
    assert [(x.who.code, x.act) for x in found] == [(code_a, "abstain"), (code_b, "abstain")]
    assert {x.forum.code for x in found} == {"UN Security Council"}


def test_the_number_of_a_resolution_tells_the_forum(pair):
    a, code_a, *_ = pair
    (council,) = read(f"{a} voted in favour of the text S/2023/773.").alignments
    (assembly,) = read(f"{a} voted against resolution A/RES/78/10.").alignments
    assert (council.who.code, council.forum.code) == (code_a, "UN Security Council")
    assert (assembly.act, assembly.forum.code) == ("vote_against", "UN General Assembly")


@pytest.mark.parametrize("vote", ["may veto", "would have vetoed", "called on Kenya to veto", "will vote against"])
def test_a_vote_that_was_not_cast_is_none(pair, vote):
    assert read(f"{pair[0]} {vote} the draft resolution in the Security Council.").alignments == ()


def test_a_case_backed_at_a_court_names_both_sides(pair):
    a, code_a, b, code_b = pair
    (found,) = read(f"Kenya backed the lawsuit of {a} against {b} at the International Court of Justice.").alignments
    assert (found.who.code, found.act, found.forum.code) == ("KEN", "side_with", "ICJ")
    assert ([x.code for x in found.with_], [x.code for x in found.against]) == ([code_a], [code_b])


def test_the_attacked_is_not_whom_one_sides_against(pair):
    a, _, b, code_b = pair
    (found,) = read(f"Kenya stands with {b} after the aggression of {a} against {b}.").alignments
    assert [x.code for x in found.with_] == [code_b]
    assert code_b not in [x.code for x in found.against]


def test_a_domestic_vote_is_no_alignment(pair):
    assert read(f"Lawmakers in {pair[0]} voted for the budget bill on Monday.").alignments == ()


def test_a_list_has_its_owner_as_authority(pair):
    a, code_a, *_ = pair
    (found,) = read(f"{a} asked the United Nations to put al-Shabaab on its sanctions list.").designations
    assert (found.status, found.authority.code) == ("called_for", "UN")
    assert found.designee.code == "al-Shabaab"
    assert found.chain[-1].code == code_a


def test_sanctions_on_a_whole_state_are_no_listing_those_on_its_generals_are(pair):
    a, code_a, b, code_b = pair
    assert read(f"{a} imposed sanctions on {b}.").designations == ()
    (found,) = read(f"{a} imposed sanctions on four generals of {b}.").designations
    assert (found.authority.code, found.designee.code, found.status) == (code_a, code_b, "listed")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("{A} no longer lists Hezbollah as a terrorist group.", "delisted"),
        ("{A} does not consider Hezbollah a terrorist organisation.", "not_listed"),
        ("{A} is preparing to designate Hezbollah as a terrorist organization.", "proposed"),
        ("{A} revoked the designation of Hezbollah as a terrorist organization.", "delisted"),
        ("Hezbollah, a designated terrorist organization, fired at {A}.", "listed"),
    ],
)
def test_the_status_of_a_listing_is_never_upgraded(pair, text, status):
    (found,) = read(text.format(A=pair[0])).designations
    assert (found.status, found.designee.code) == (status, "Hezbollah")


def test_nobody_lists_itself(pair):
    (found,) = read(f"Formerly {pair[0]} classified it as a terrorist movement.").designations
    assert (found.status, found.designee.code, found.authority.code) == ("delisted", None, pair[1])


def test_an_author_s_label_is_no_designation(pair):
    assert read(f"The terrorist group fought {pair[0]} near the border with {pair[2]}.").designations == ()


def test_a_poll_with_a_share_tells_whose_view_and_how_many(pair):
    a, code_a, *_ = pair
    (found,) = read(f"A poll found that 62 percent of the people of {a} oppose the treaty.").opinions
    assert (found.evidence, found.population.code) == ("poll_cited", code_a)
    assert (found.figure.value, found.figure.unit, found.issue) == (62.0, "percent", "the treaty")


def test_what_a_public_may_think_is_no_opinion(pair):
    assert read(f"The vote decides whether the people of {pair[0]} want a treaty with {pair[2]}.").opinions == ()


def test_a_group_of_the_public_is_kept(pair):
    (found,) = read(f"The people of {pair[0]} oppose the treaty, particularly young voters.").opinions
    assert (found.population.code, found.group) == (pair[1], "young voters")


def test_the_giver_of_aid_is_no_place(pair):
    a, code_a, b, code_b = pair
    (found,) = read(f"{a} sent 20,000 metric tons of humanitarian aid to {b}.").humanitarian
    assert (found.act, found.issuer.code, found.place.country) == ("aid_provided", code_a, code_b)
    assert [(f.value, f.unit, f.of) for f in found.figures] == [(20000.0, "metric tons", "humanitarian aid")]


def test_who_causes_a_crisis_does_not_issue_the_notice(pair):
    (found,) = read(f"The attack of {pair[0]} has triggered a humanitarian catastrophe in {pair[2]}.").humanitarian
    assert (found.act, found.issuer, found.place.country) == ("reported", None, pair[3])


def test_a_phase_counts_only_where_its_scale_is_named(pair):
    (named,) = read(f"The IPC classified parts of {pair[0]} in Phase 4, with 1.1 million people in need.").humanitarian
    assert (named.act, named.phase) == ("classified", 4)
    unnamed = read(f"The second phase of the famine relief in {pair[0]} began, UNICEF said.").humanitarian
    assert all(x.phase is None for x in unnamed)


def test_a_warning_is_no_finding(pair):
    (found,) = read(f"The IPC warned that famine could spread in {pair[0]}.").humanitarian
    assert (found.act, found.issuer.code) == ("warned_of", "IPC")
