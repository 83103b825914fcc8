"""The table of copies in the documents is what is measured, and the plain cases are found."""

from __future__ import annotations

from pathlib import Path

from record.copy_trials import table

PAGE = (Path(__file__).parents[2] / "docs" / "copies.md").read_text(encoding="utf-8")


def test_the_table_in_the_documents_is_what_is_measured() -> None:
    now = table()
    assert now in PAGE
    rows = {
        name.strip(): (int(tried), int(hits))
        for _, name, tried, hits, _ in (r.split("|") for r in now.splitlines()[2:])
    }
    for plain in ("another headline", "cut to 80 % of its sentences", "paragraphs in the reverse order"):
        tried, hits = rows[f"copy: {plain}"]
        assert tried == hits > 0
    tried, hits = rows["no copy: two articles of one subject"]
    assert tried > 1_000
    assert hits == 0
