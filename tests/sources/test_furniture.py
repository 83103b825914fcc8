"""Furniture of pages is recognised in raw text, and ordinary sentences are not."""

from __future__ import annotations

import pytest

from comity.sources.furniture import Furniture, noncontent, vocabulary
from sources.growing import growth


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in noncontent(text)]


@pytest.mark.parametrize("row", vocabulary(), ids=lambda row: row.id)
def test_each_example_is_marked_whole(row: Furniture) -> None:
    if row.match == "inside":
        assert marked(row.example)
    else:
        assert marked(row.example) == [line for line in row.example.split("\n") if line]


@pytest.mark.parametrize("row", vocabulary(), ids=lambda row: row.id)
def test_no_counter_example_is_marked(row: Furniture) -> None:
    assert marked(row.counter) == []


PASTED = """Envoys Meet Again on the Lake: Water, Borders, and a Vote

No time to read?
Get a summary

The two delegations met on the lake on Monday, the ministry said. They will meet again.

The envoy said that there was no time to read the annex.

No time to read?
Get a summary
Previous Article

Ten Recipes for the Cold Season

Next Article

What a Litre of Milk Costs in Town"""


def test_prompts_and_the_titles_beside_previous_and_next_are_marked_in_pasted_text() -> None:
    assert marked(PASTED) == [
        "No time to read?",
        "Get a summary",
        "No time to read?",
        "Get a summary",
        "Previous Article",
        "Ten Recipes for the Cold Season",
        "Next Article",
        "What a Litre of Milk Costs in Town",
    ]


def test_a_list_of_related_titles_ends_where_prose_begins() -> None:
    text = "Related articles\nHow the council voted\nWho sits in the assembly\n\nThe ministers left on Friday."
    assert marked(text) == ["Related articles", "How the council voted", "Who sits in the assembly"]


def test_a_sentence_after_a_label_is_not_taken_for_its_title() -> None:
    assert marked("Previous Article\n\nThe ministers left on Friday.") == ["Previous Article"]


def test_a_byline_is_one_at_the_head_only() -> None:
    body = "\n".join(f"Sentence number {number} is here." for number in range(12))
    assert marked(f"A headline\nBy Jane Example\n{body}") == ["By Jane Example"]
    assert marked(f"A headline\n{body}\nBy Land and Sea") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks failed.",
        "No deal.",
        "The ministry confirmed it.",
        "Watch closely what they do next, the envoy warned.",
        "Share prices fell after the vote.",
        "By midnight the bridge was closed.",
        "Photo albums were seized at the border.",
        "Follow-up talks are planned in May.",
        "Close the strait and we will answer.",
        "Comments by the envoy were rejected.",
        "Print media were banned.",
        "Trending lines show fewer attacks.",
        "See you in court, the minister said.",
        "Related to this, the court asked for a report.",
        "18 October 2023 was the day of the vote.",
    ],
)
def test_a_short_sentence_of_the_news_is_not_marked(sentence: str) -> None:
    assert marked(f"A headline of the day\n\n{sentence}\n\nMore words follow here.") == []


@pytest.mark.parametrize(
    "attack",
    ["By A. ", "we ", "AP Photo ", "(AP Photo ", "Click here to ", "#a ", "18 October ", "photo: ", "cookies we "],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_long_hostile_text_takes_linear_time(attack: str, end: str) -> None:
    def mark(length: int) -> object:
        line = (attack * length)[: 490 if end else length] + end
        return noncontent(line * (length // len(line)))

    noncontent("warm")
    assert growth(mark, 12_500) < 10
