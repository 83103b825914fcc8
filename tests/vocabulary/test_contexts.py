"""Every context of the ontology has words, an example that gets it and a counter-example that does not."""

from __future__ import annotations

import pytest

from comity import vocabulary
from comity.coder import code_article
from comity.values import Article

ROWS = vocabulary.rows("contexts")


def found(text: str) -> set[str]:
    return {name for claim in code_article(Article("t", text)).claims for name in claim.contexts}


def test_all_thirty_seven_contexts_are_there():
    assert len({row["name"] for row in ROWS}) == 37


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_an_example_has_its_context(row):
    assert row["name"] in found(row["example"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_counter_example_has_it_not(row):
    assert row["name"] not in found(row["counter"])
