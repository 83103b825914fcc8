"""The passage that a search shows holds the words that were looked for, and says where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from comity.record.passages import REACH, passage

TEXT = "Norway spoke. " * 40 + "On Monday Sweden criticised Ghana over fish. " + "Chile was silent. " * 40


def words_of(text: str, *asked: str) -> list[str]:
    return [text[start:end] for start, end in passage(text, asked).words]


def test_the_passage_with_most_of_the_words_is_shown() -> None:
    text = "Ghana is far away. " + TEXT
    found = passage(text, ["ghana", "SWEDEN"])
    assert "Sweden criticised Ghana" in text[slice(*found.span)]
    assert words_of(text, "ghana", "SWEDEN") == ["Sweden", "Ghana"]


def test_a_word_is_a_whole_word_and_accents_make_no_difference() -> None:
    assert words_of("Swedens Schwedenland and Sweden.", "sweden") == ["Sweden"]
    assert words_of("In São Tomé they met.", "sao", "tome") == ["São", "Tomé"]
    assert words_of("A cease-fire. A cease fire.", "cease-fire") == ["cease-fire", "cease fire"]


def test_where_nothing_is_found_as_written_the_beginning_is_shown() -> None:
    assert passage(TEXT, ["zebra", "%"]).span[0] == 0
    assert passage("", ["zebra"]).span == (0, 0)


@given(st.text(max_size=400), st.lists(st.text(max_size=8), max_size=3), st.integers(0, 400))
def test_whatever_the_text_the_spans_lie_in_it(text: str, asked: list[str], at: int) -> None:
    found = passage(text[:at] + " ".join(asked) + text[at:], asked)
    start, end = found.span
    assert 0 <= start <= end <= len(text) + sum(map(len, asked)) + 3
    assert all(start <= s <= e <= end for s, e in found.words)
    assert end - start <= 2 * REACH
