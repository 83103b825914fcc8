"""Every example of the signals' vocabulary is read as told, every counter-example is not, whichever actors are put in."""

from __future__ import annotations

import pytest

from comity import vocabulary
from comity.coder import code_article
from comity.values import Article, Evidence

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
    filled = text.replace("{A:demonym}", pair[2]).replace("{A}", pair[0]).replace("{B}", pair[1])
    return getattr(code_article(Article("t", filled, published="2024-02-05")).signals, LISTS[name])


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("name", "text", "fields"), EXAMPLES)
def test_an_example_is_read_as_told(name, text, fields, pair):
    signals = found(name, text, pair)
    assert any(all(getattr(s, key) == value for key, value in fields.items()) for s in signals), signals


@pytest.mark.parametrize(("name", "text"), COUNTERS)
def test_a_counter_example_is_not_read(name, text):
    assert found(name, text, PAIRS[0]) == ()


@pytest.mark.parametrize("name", LISTS)
def test_every_signal_has_a_definition_examples_and_counter_examples(name):
    assert TABLES[name]["definition"]
    assert len(TABLES[name]["examples"]) >= 3
    assert TABLES[name]["counters"]
