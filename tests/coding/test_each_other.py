"""Who acts on "each other" is the other side as well, both ways."""

from __future__ import annotations

import pytest

import comity
from comity.values import Article


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Chad and Mali accused each other of attacks.", {("TCD", "MLI"), ("MLI", "TCD")}),
        ("Bishkek and Dushanbe each accused the other of firing first.", {("KGZ", "TJK"), ("TJK", "KGZ")}),
        ("Chad and Mali attacked one another.", {("TCD", "MLI"), ("MLI", "TCD")}),
        ("Norway and Chile expelled each other's diplomats.", {("NOR", "CHL"), ("CHL", "NOR")}),
        ("Chad accused the other of attacks.", {("TCD", None)}),
    ],
)
def test_each_other(text: str, pairs: set[tuple[str, str | None]]) -> None:
    claims = comity.code(Article("a", text)).claims
    assert {
        (c.actor and c.actor.code, c.recipient and c.recipient.code) for c in claims if c.trigger.text.endswith("ed")
    } == pairs


def test_an_act_told_by_a_verb_and_by_its_noun_is_one_claim() -> None:
    claims = comity.code(Article("a", "Norway announced two million dollars in aid for Mali.")).claims
    assert [(c.type, c.trigger.text) for c in claims] == [("AID", "announced")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("France stands with its Philippine allies.", "PHL"),
        ("France stands with the Philippines' allies.", None),
        ("France met Kenya's ally, the Ugandan government.", "UGA"),
        ("France met Kenyan rivals.", None),
        ("France met its Kenyan counterpart.", "KEN"),
    ],
)
def test_whose_an_ally_is(text: str, code: str | None) -> None:
    found = {c.recipient.code for c in comity.code(Article("a", text)).claims if c.recipient}
    assert found == {code}
