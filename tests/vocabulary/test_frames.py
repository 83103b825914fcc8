"""Patterns that do not stand are refused with their place, and words of a text are never read as patterns."""

from __future__ import annotations

import pytest

import comity
from comity.errors import VocabularyError
from comity.values import Article
from comity.vocabulary.frames import Frame, read


@pytest.mark.parametrize(
    ("pattern", "row", "problem"),
    [
        ("", {}, "head word"),
        ("B attack", {}, "head word"),
        ("call on B go=withdraw", {}, "unknown part"),
        ("attack B", {"recipient": "someone"}, "unknown recipient"),
    ],
)
def test_a_malformed_pattern_is_refused_with_its_place(pattern: str, row: dict[str, str], problem: str) -> None:
    with pytest.raises(VocabularyError, match=problem) as refused:
        read(pattern, False, row, "ASSAULT")
    assert "ASSAULT" in str(refused.value)


@pytest.mark.parametrize("word", ["", "A", "B", "either|or", "to=go"])
def test_a_word_of_the_text_is_a_head_as_it_stands(word: str) -> None:
    assert Frame.plain(word, "STATEMENT").head == {word}


@pytest.mark.parametrize(
    "text", ["'s over the course of the year must stop.", "A must leave.", "B must not B.", "| must = to=go."]
)
def test_odd_words_where_a_verb_is_expected_are_read(text: str) -> None:
    assert comity.code(Article("odd", text, published="2024-05-01")).sentences
