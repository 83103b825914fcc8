"""Every example of the event vocabulary codes as told, every counter-example does not, whichever actors are put in."""

from __future__ import annotations

import re

import pytest

from comity import vocabulary
from comity.coder import code_article
from comity.values import QUADS, Article
from comity.vocabulary.frames import frames

PAIRS = [("Russia", "Ukraine"), ("Kenya", "Somalia"), ("India", "Pakistan")]
ROWS = [(d["type"], row) for d in vocabulary.documents("events") for row in d["patterns"]]
EXAMPLES = [(t, r.get("mode"), x) for t, r in ROWS for x in r.get("examples", ())]
COUNTERS = [(t, r.get("mode"), x) for t, r in ROWS for x in r.get("counters", ())]


NOT_DONE = {"negated", "demanded", "denied"}


def found(text: str, pair: tuple[str, str]) -> set[tuple[str, str | None]]:
    filled = text.replace("{A}", pair[0]).replace("{B}", pair[1])
    return {(c.type, c.mode) for c in code_article(Article("test", filled)).claims if c.status not in NOT_DONE}


def test_all_sixteen_types_have_a_file_with_a_definition():
    assert {d["type"] for d in vocabulary.documents("events")} == set(QUADS)
    assert all(d["definition"] and d["source"] for d in vocabulary.documents("events"))


def test_every_row_has_an_example_and_a_counter_example():
    assert not [(t, r.get("mode")) for t, r in ROWS if not (r.get("examples") and r.get("counters"))]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("type_", "mode", "text"), EXAMPLES)
def test_an_example_codes_as_told(type_, mode, text, pair):
    assert (type_, mode) in found(text, pair)


@pytest.mark.parametrize(("type_", "mode", "text"), COUNTERS)
def test_a_counter_example_does_not_code_as_its_row(type_, mode, text):
    assert (type_, mode) not in found(text, PAIRS[0])


def test_no_pattern_names_an_actor():
    words = {w for f in frames() for w in re.findall(r"[A-Za-z]+", f.text)} - {"A", "B"}
    assert not [w for w in words if w[0].isupper()]
