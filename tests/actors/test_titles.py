"""Titles beside names: what a text says to be of another time is checked against the record as such."""

from __future__ import annotations

import pytest

import comity
from comity.values import Article


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("President Petro Poroshenko left Kyiv.", ["incumbent_but_ended"]),
        ("The former president, President Petro Poroshenko, left Kyiv.", []),
        ("The then president – President Petro Poroshenko – left Kyiv.", []),
        ("The bank, President Petro Poroshenko said, is closed.", ["incumbent_but_ended"]),
    ],
)
def test_a_title_after_a_former_one_is_of_another_time(text: str, flags: list[str]) -> None:
    assert [r.flag for r in comity.code(Article("a", text, published="2023-01-05")).roles] == flags
