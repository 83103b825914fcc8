"""A notice of need is never stronger than its words: a risk is no classification, whoever finds it."""

from __future__ import annotations

import pytest

import comity
from comity.values import Article


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The IPC classified northern Gaza in Phase 5.", "classified"),
        ("The IPC determined that famine is occurring in Sudan.", "classified"),
        ("The Famine Review Committee found that there was a risk of famine in Sudan.", "risk_of"),
        ("There was a risk of famine in Sudan, the IPC found.", "risk_of"),
        ("The IPC found that famine was possible in Sudan.", "risk_of"),
        ("The IPC found that famine could occur in Sudan.", "risk_of"),
        ("The IPC found that famine was imminent in Sudan.", "projected"),
        ("The IPC warned of famine in Sudan.", "warned_of"),
        ("The IPC did not classify Sudan as being in famine.", "denied"),
        ("UNICEF found no famine in Sudan.", "denied"),
        ("The WFP said that there is no famine in Mali.", "denied"),
        ("The WFP said that famine had spread in Mali.", "reported"),
    ],
)
def test_a_notice_is_as_strong_as_its_words(text: str, act: str) -> None:
    found = comity.code(Article("a", text, published="2024-05-02")).signals.humanitarian
    assert [h.act for h in found] == [act]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Norway and Chile are to continue.", "planned"),
        ("Talks between Norway and Chile will continue.", "planned"),
        ("Talks between Norway and Chile continued.", "happened"),
    ],
)
def test_talks_to_come_are_planned(text: str, status: str) -> None:
    found = comity.code(Article("a", text, published="2024-05-02")).signals.contacts
    assert [c.status for c in found] == [status]
