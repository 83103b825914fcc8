"""The eleven sentences of docs/coding.md come out right, with these actors and with any others of their kind."""

from __future__ import annotations

import pytest

from comity.coder import code_article
from comity.values import Article, Claim

# (sentence with {0}, {1}, {2}; claims as (actor, recipient, type, status, chain)); numbers are the actors' places
SENTENCES = [
    ("{0} attacked {1}.", [(0, 1, "ASSAULT", "happened", ())]),
    ("{0} said {1} attacked {2}.", [(1, 2, "ASSAULT", "happened", (0,))]),
    ("According to {0}, {1} attacked {2}.", [(1, 2, "ASSAULT", "happened", (0,))]),
    ("{0} denied it attacked {1}.", [(0, 1, "ASSAULT", "denied", (0,))]),
    ("{0} did not attack {1}.", [(0, 1, "ASSAULT", "negated", ())]),
    (
        "If {0} attacks {1}, {2} will attack {0}.",
        [(0, 1, "ASSAULT", "conditional", ()), (2, 0, "ASSAULT", "conditional", ())],
    ),
    ("{0} did not condemn {1}.", [(0, 1, "ACCUSE", "negated", ())]),
    ("{0} stopped short of condemning {1}.", [(0, 1, "ACCUSE", "negated", ())]),
    ("{0} assured {1} it would not attack.", [(0, 1, "AGREE", "happened", ())]),
    (
        "{0} called on {1} to withdraw from {2}.",
        [(0, 1, "REQUEST", "happened", ()), (1, 2, "RETREAT", "demanded", (0,))],
    ),
]
TRIPLES = [
    (("Russia", "RUS"), ("Ukraine", "UKR"), ("Poland", "POL")),
    (("Iran", "IRN"), ("Israel", "ISR"), ("the United States", "USA")),
    (("Ethiopia", "ETH"), ("Eritrea", "ERI"), ("Sudan", "SDN")),
    (("China", "CHN"), ("Vietnam", "VNM"), ("Turkey", "TUR")),
    (("Armenia", "ARM"), ("Azerbaijan", "AZE"), ("France", "FRA")),
    (("the Philippines", "PHL"), ("South Korea", "KOR"), ("the United Kingdom", "GBR")),
]


def coded(text: str) -> tuple[Claim, ...]:
    return code_article(Article("test", text[:1].upper() + text[1:])).claims


def row(c: Claim) -> tuple[object, ...]:
    chain = tuple(a.code for a in c.chain)
    return (c.actor and c.actor.code, c.recipient and c.recipient.code, c.type, c.status, chain)


@pytest.mark.parametrize("actors", TRIPLES)
@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_a_sentence_codes_as_told_whoever_its_actors_are(sentence, expected, actors):
    names, codes = [a[0] for a in actors], [a[1] for a in actors]
    found = [row(c) for c in coded(sentence.format(*names))]
    for actor, recipient, type_, status, chain in expected:
        assert (codes[actor], codes[recipient], type_, status, tuple(codes[k] for k in chain)) in found


@pytest.mark.parametrize("actors", TRIPLES)
def test_beliefs_told_to_an_agency_keep_both_links_and_guess_no_recipient(actors):
    text = f"Sources told Reuters that officials from {actors[0][0]} believed {actors[1][0]} would strike."
    (claim,) = [c for c in coded(text) if c.type == "ASSAULT"]
    assert (claim.actor.code, claim.recipient, claim.status) == (actors[1][1], None, "future")
    assert [a.code for a in claim.chain] == [None, actors[0][1]]


def test_no_condemnation_withheld_is_coded_as_made():
    for text in ("Russia did not condemn Iran.", "China stopped short of condemning Russia."):
        assert all(c.status == "negated" for c in coded(text))
