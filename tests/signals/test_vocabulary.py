"""Every example of the signals' vocabulary is read as told, every counter-example is not, whichever actors are put in."""

from __future__ import annotations

from typing import Any

import pytest

from comity import vocabulary
from comity.coder import code_article
from comity.values import Actor, Article, Evidence

LISTS = {
    "assurance": "assurances",
    "condemnation": "condemnations",
    "red_line": "red_lines",
    "contact": "contacts",
    "humanitarian": "humanitarian",
    "designation": "designations",
    "alignment": "alignments",
    "opinion": "opinions",
    "inconsistency": "inconsistencies",
}
PAIRS = [("Russia", "Ukraine", "Ukrainians"), ("Ethiopia", "Sudan", "Sudanese"), ("Peru", "Chile", "Chileans")]
TABLES = {name: vocabulary.table(f"signals/{name}") for name in LISTS}
EXAMPLES = [(name, row["text"], row["fields"]) for name, table in TABLES.items() for row in table["examples"]]
COUNTERS = [(name, text) for name, table in TABLES.items() for text in table["counters"]]


def found(name: str, text: str, pair: tuple[str, str, str]) -> tuple[Evidence, ...]:
    article = Article("t", filled(text, pair), published="2024-02-05")
    return getattr(code_article(article).signals, LISTS[name])


def filled(value: Any, pair: tuple[str, str, str]) -> Any:
    """A text of the vocabulary with the actors in it; other values as they are."""
    if not isinstance(value, str):
        return value
    return value.replace("{A:demonym}", pair[2]).replace("{A}", pair[0]).replace("{B}", pair[1])


def told(value: Any) -> Any:
    """The value of a field as the vocabulary tells it: an actor as its text, several as a list."""
    if isinstance(value, tuple):
        return [told(v) for v in value]
    return value.text if isinstance(value, Actor) else value


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("name", "text", "fields"), EXAMPLES)
def test_an_example_is_read_as_told(name, text, fields, pair):
    signals = found(name, text, pair)
    wanted = {key: filled(value, pair) for key, value in fields.items()}
    assert any(all(told(getattr(s, key)) == value for key, value in wanted.items()) for s in signals), signals


@pytest.mark.parametrize(("name", "text"), COUNTERS)
@pytest.mark.parametrize("pair", PAIRS)
def test_a_counter_example_is_not_read(name, text, pair):
    assert found(name, text, pair) == ()


@pytest.mark.parametrize("name", LISTS)
def test_every_signal_has_a_definition_examples_and_counter_examples(name):
    assert TABLES[name]["definition"]
    assert len(TABLES[name]["examples"]) >= 3
    assert TABLES[name]["counters"]
