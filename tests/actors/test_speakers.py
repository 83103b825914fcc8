"""Whose turn it is in a transcript, also where the page lost its line breaks."""

from __future__ import annotations

import pytest

from comity.actors.speakers import turns
from comity.values import Article


def labels(text: str) -> list[str]:
    return [text[t.label[0] : t.label[1]] for t in turns(Article("test", text, kind="statement"), (), None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MS. SILVA:  The talks go on.\nQ    Will they?\nMS. SILVA:  Yes.", ["MS. SILVA:", "Q", "MS. SILVA:"]),
        ("Maria Lopez: We will see.\nQuestion: When?", ["Maria Lopez:", "Question:"]),
        ("We will see. Maria Lopez: The talks go on. Q    Will they?", ["Maria Lopez:", "Q"]),
        ("We will see. KEITA: The talks go on.", ["KEITA:"]),
    ],
)
def test_a_label_begins_a_turn(text, expected):
    assert labels(text) == expected


@pytest.mark.parametrize(
    "text", ["We will see. Note: the talks go on.", "The talks at 10:30 went on. It was late: nobody came."]
)
def test_a_colon_inside_running_text_begins_none(text):
    assert labels(text) == []


def test_a_turn_lasts_until_the_next_label():
    text = "KEITA: Yes. It is so.\nDIALLO: No."
    first, second = turns(Article("test", text, kind="statement"), (), None)
    assert text[first.label[1] : first.end].strip() == "Yes. It is so."
    assert second.end == len(text)
