"""Sentences: exact offsets, and boundaries where a reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.language.sentences import LONGEST, sentences


def split(text: str, *noncontent: tuple[int, int]) -> list[str]:
    return [text[start:end] for start, end in sentences(text, noncontent)]


@pytest.mark.parametrize(
    "whole",
    [
        "The U.S. said on Nov. 2 that Sen. Example met Gen. Sample at 5 a.m. on Friday.",
        "Mr. J. R. Example, No. 3 on the list, spoke for H.E. Mr. Sample.",
        "The Council recalled Res. 242 and para. 7 of Art. 5.",
        "The U.N. Security Council met U.S. President Example in Washington, D.C. for talks.",
        "Lt. Col. Example vs. Maj. Gen. Sample was the case.",
        "“We will go,” he said, “and stay.”",
        "“Is it so?” he asked.",
        "The company grew by 3.5 percent to $1.2 billion.",
        "It spoke of Russia Calling! forum guests.",
        "The India-U.S. Defense Accord was signed.",
    ],
)
def test_short_forms_numbers_and_quotations_end_no_sentence(whole: str) -> None:
    assert split(whole) == [whole]


@pytest.mark.parametrize(
    "pieces",
    [
        ["The talks failed.", "Nobody said why."],
        ["He said: “No deal.”", "Then he left."],
        ["It ended at 5 p.m.", "The envoys left on Nov. 2.", "Nobody spoke."],
        ["He waited…", "Then he spoke of … Geneva."],
        ["“Go!” she said.", "They went."],
        ["No.", "He stayed."],
        ["He spoke of it.", "(Laughter.)", "And so he left."],
        ["What?!", "Yes.", "It was in the U.S.", "The envoy knew."],
        ["She said so on Friday.", "“ If it is so, we stay."],
        ["1. First point.", "2. Second point."],
    ],
)
def test_sentences_part_where_a_reader_parts_them(pieces: list[str]) -> None:
    assert split(" ".join(pieces)) == pieces


def test_a_headline_and_the_lines_of_a_transcript_are_sentences_of_their_own() -> None:
    text = "Envoys Meet on the Lake\nMr. President,\nWe thank the host\nand the city.\n\nMR. SAMPLE: Yes."
    assert split(text) == [
        "Envoys Meet on the Lake",
        "Mr. President,",
        "We thank the host\nand the city.",
        "MR. SAMPLE: Yes.",
    ]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "The delegations of the two states met on the lake on\n"
        "Monday, and the ministry of the host said that Mr.\n"
        "Example would speak to the press after the session on\n"
        "Tuesday. He did not."
    )
    assert split(text) == [text[: text.index(" He did")], "He did not."]


def test_a_page_break_in_a_sentence_does_not_part_it() -> None:
    text = "The delegations of the two states created a new legal\n \nframework for the talks. It holds."
    assert split(text) == [text[: text.index(" It holds")], "It holds."]


def test_turns_of_speech_after_a_gap_are_parted() -> None:
    assert split("MS. SAMPLE:  Yes.      Q    Is it?     MR. EXAMPLE:  No comment.") == [
        "MS. SAMPLE:  Yes.",
        "Q    Is it?",
        "MR. EXAMPLE:  No comment.",
    ]


def test_a_long_quotation_is_parted_and_a_short_one_is_not() -> None:
    short = "“We will go. They will not,” he said."
    assert split(short) == [short]
    inner = ["We will go to the lake and speak with all who come to it in the days of the session"] * 5
    assert len(split("“" + ". ".join(inner) + ",” he said.")) == 5


def test_no_sentence_enters_furniture() -> None:
    text = "The talks failed. Get a summary Nobody said why."
    start = text.index("Get")
    assert split(text, (start, start + 13)) == ["The talks failed.", "Nobody said why."]


def test_a_sentence_that_is_too_long_is_cut_at_a_clause() -> None:
    text = "; ".join(["the delegation of the state number one spoke"] * 100)
    pieces = split(text)
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith(";") for piece in pieces[:-1])


@pytest.mark.parametrize("language", ["en", "ru", "zh", "und", "xx"])
def test_other_and_unknown_languages_are_parted_too(language: str) -> None:
    text = "Первое заявление сделано. Второе заявление ждёт."
    assert [text[a:b] for a, b in sentences(text, (), language)] == [
        "Первое заявление сделано.",
        "Второе заявление ждёт.",
    ]


ALPHABET = st.one_of(
    st.sampled_from(list("ab AB.!?\"“”’'()12 \n\t\u00a0\u2003…:;—-é\u2028Ж中")),
    st.characters(exclude_categories=("Cs",)),
)


@settings(max_examples=400)
@given(st.text(ALPHABET, max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=3))
def test_spans_are_ordered_trimmed_outside_furniture_and_hold_every_letter(
    text: str, marks: list[tuple[int, int]]
) -> None:
    noncontent = [(min(start, len(text)), min(start + length, len(text))) for start, length in marks]
    spans = sentences(text, noncontent)
    covered: set[int] = set()
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        covered.update(range(start, end))
        last = end
    hidden = {i for start, end in noncontent for i in range(start, end)}
    assert not covered & hidden
    assert {i for i, c in enumerate(text) if c.isalpha() and i not in hidden} <= covered
