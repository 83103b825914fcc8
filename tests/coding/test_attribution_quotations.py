"""Quotations that run over sentences and paragraphs: one attribution, its content whole, its speaker in every chain."""

from __future__ import annotations

import pytest

from comity.coder import code_article
from comity.coding.quotations import quotations
from comity.values import Article, Attribution


def listed(text: str) -> tuple[Attribution, ...]:
    return code_article(Article("test", text)).attributions


def contents(text: str) -> list[tuple[str, list[str]]]:
    return [(a.cue.text, [text[s:e] for s, e in a.content]) for a in listed(text)]


@pytest.mark.parametrize(("left", "right"), [('"', '"'), ("“", "”"), ("''", "''")])
def test_a_quotation_of_several_sentences_before_its_tag_is_one_content(left, right):
    text = f"{left}We saw three ships. They had no flag. Then they turned,{right} the Danish captain said."
    assert contents(text) == [("said", [f"{left}We saw three ships. They had no flag. Then they turned,{right}"])]


def test_a_quotation_goes_on_behind_its_tag():
    text = '"The road is open," the Turkish minister said. "Trucks have passed since dawn. No toll was asked."'
    assert contents(text) == [
        ("said", ['"The road is open,"', '"Trucks have passed since dawn. No toll was asked."']),
    ]


def test_a_second_tag_takes_the_second_quotation():
    text = '"The road is open," the minister said. "Trucks have passed since dawn," the mayor added.'
    assert contents(text) == [
        ("said", ['"The road is open,"']),
        ("added", ['"Trucks have passed since dawn,"']),
    ]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    text = "“The road has been closed for a year,” the envoy said. “Nobody came.\n\n“Nobody wrote to us either.”"
    ((_, spans),) = contents(text)
    assert spans[-1] == "“Nobody wrote to us either.”"


def test_a_closed_quotation_does_not_reach_into_the_next_paragraph():
    text = "“The road has been closed for a year,” the envoy said.\n\n“Welcome to the valley” stands on a wall."
    assert contents(text)[0] == ("said", ["“The road has been closed for a year,”"])


def test_a_question_before_its_tag_is_its_content():
    text = '"Does anybody know who closed the road?" the Omani envoy asked.'
    assert contents(text) == [("asked", ['"Does anybody know who closed the road?"'])]


def test_words_quoted_in_passing_do_not_widen_a_content():
    text = 'Laos said the "border village" near the river was safe. "Peace" was written on a wall.'
    assert contents(text) == [("said", ['the "border village" near the river was safe'])]


def test_a_claim_in_the_rest_of_a_quotation_has_its_speaker_in_the_chain():
    text = '"Our patience is at an end," the Eritrean minister said. "Ethiopia attacked Eritrea. Ethiopia lied."'
    claims = [c for c in code_article(Article("test", text)).claims if c.type == "ASSAULT"]
    assert [[a.code for a in c.chain] for c in claims] == [["ERI"]]


def test_a_claim_before_the_tag_of_its_quotation_has_its_speaker_in_the_chain():
    text = '"Armenia attacked Azerbaijan. We will answer," the Azerbaijani minister said.'
    claims = [c for c in code_article(Article("test", text)).claims if c.type == "ASSAULT" and c.status == "happened"]
    assert [[a.code for a in c.chain] for c in claims] == [["AZE"]]


def test_a_turn_in_capitals_lasts_until_its_paragraph_ends():
    text = "HOST: Is the road open?\nENVOY: It is. It has been for a year.\nThe talk was sent on Monday."
    found = {text[a.content[0][0] : a.content[-1][1]]: a.source and a.source.text for a in listed(text)}
    assert found == {"Is the road open?": "HOST", "It is. It has been for a year.": "ENVOY"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('A "b" c', ['"b"']),
        ("“Left open here and never closed\nNext line", ["“Left open here and never closed"]),
        ("No marks at all", []),
    ],
)
def test_quotations_are_found_with_their_marks(text, expected):
    assert [text[s:e] for s, e in quotations(text)] == expected


def test_a_tag_with_a_colon_takes_the_quotation_of_the_next_paragraph():
    text = "The Fijian envoy added:\n\n“Nobody has crossed the strait since.”"
    assert contents(text) == [("added", ["“Nobody has crossed the strait since.”"])]
