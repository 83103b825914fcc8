"""Each row of docs/security.md names tests that exist, in the file that it links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "security.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and "](../tests/" in line]
NAMED = re.compile(r"\]\((\.\./tests/[^)]+)\)|`(test_\w+)`")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_a_row_names_tests_that_exist(row: str) -> None:
    path, found = None, 0
    for linked, name in NAMED.findall(row):
        if linked:
            path = DOCS / linked
        else:
            assert path is not None
            assert f"\ndef {name}(" in path.read_text(encoding="utf-8"), f"{path.name} has no {name}"
            found += 1
    assert found


def test_every_row_of_a_table_names_a_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ") and not line.startswith("| threat")]
    assert rows == ROWS
    assert len(rows) > 15
