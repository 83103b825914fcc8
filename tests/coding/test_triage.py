"""The triage: what cannot hold anything coded is not parsed, and nothing is lost by it."""

from __future__ import annotations

import pytest

from comity import coder
from comity.coding import triage
from comity.language.english import Unparsed, _words
from comity.values import Article


def held(text: str) -> bool:
    return triage.may_hold(*_words(Unparsed(text, (0, len(text)))))


@pytest.mark.parametrize(
    "text",
    ["Prices rose by 2.4 per cent and stocks fell a little.", "The match ended 2-1 after extra time."],
)
def test_a_sentence_without_anybody_and_without_a_report_is_left_out(text: str) -> None:
    assert not held(text)


@pytest.mark.parametrize(
    "text",
    [
        "The minister resigned.",
        "It was condemned.",
        "Prices rose, according to the office.",
        "A man called Orsk arrived.",
        "Kowalcz left.",
        "“The rain will stop.”",
    ],
)
def test_a_sentence_with_somebody_a_report_or_a_quotation_is_parsed(text: str) -> None:
    assert held(text)


def test_what_is_left_out_changes_nothing_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Norway condemned Ghana. The match ended 2-1 after extra time. The minister said that Norway would leave the talks."
    short = coder.code_article(Article("a", text))
    monkeypatch.setattr(triage, "EVERY_WORD", True)
    assert short == coder.code_article(Article("a", text))
    assert len(short.claims) > 1
