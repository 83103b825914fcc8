"""Whose "the Secretary-General" is: the one body of the article that has such an office; of several, nobody's."""

from __future__ import annotations

import pytest

import comity
from comity.values import Article


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Security Council met on Iran. The Secretary-General condemned Iran.", "UN"),
        ("The Secretary-General condemned Iran. The United Nations said so.", "UN"),
        ("NATO met on Iran. The Secretary General condemned Iran.", "NATO"),
        ("NATO and the United Nations met on Iran. The Secretary General condemned Iran.", None),
        ("The parliament of Norway met on Iran. The Secretary General condemned Iran.", None),
        ("The Security Council met on Iran. A secretary-general condemned Iran.", None),
    ],
)
def test_the_secretary_general(text: str, code: str | None) -> None:
    claims = comity.code(Article("a", text, published="2024-05-02")).claims
    assert {c.actor.code if c.actor else None for c in claims if c.type == "ACCUSE"} == {code}


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Norway ordered Chile to explain at once its attack on Ghana.", "CHL"),
        ("Norway said that Chile would continue its offensive against Ghana.", "CHL"),
        ("Norway continued its offensive against Ghana.", "NOR"),
    ],
)
def test_its_is_of_whom_the_clause_is_about(text: str, attacker: str) -> None:
    claims = comity.code(Article("a", text, published="2024-05-02")).claims
    assert {c.actor.code if c.actor else None for c in claims if c.type == "ASSAULT"} == {attacker}
