"""Sources in the workspace: copies as families, changed pages, and whether all still reads back."""

from __future__ import annotations

import json
import time
from pathlib import Path

import comity
from comity.values import Article
from workspace_server import Workspace, served


def test_a_family_names_every_outlet_of_its_copies(october: Path, workspace: Workspace) -> None:
    rows = json.loads(workspace.get("/sources/families.json").text)["rows"]
    coverage = comity.open(october).coverage()
    assert sum(row["articles"] - 1 for row in rows) == coverage.basis.articles - coverage.basis.origins
    shown = workspace.get("/sources/families").text
    assert all(name in shown for row in rows for name in row["names"])


def test_everything_is_read_again_at_the_reader_s_wish(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Published: 2021-05-05\n\nKenya condemned Sudan on Monday.\n")
    record = tmp_path / "x.comity"
    comity.open(record).read(text)
    with served(record) as workspace:
        assert "Not looked at" in workspace.get("/sources").text
        assert workspace.post("/sources/verify", {}).status == 303
        for _ in range(200):
            shown = workspace.get("/sources").text
            if "0 faults" in shown:
                break
            time.sleep(0.1)
        assert "1 texts" in shown


def test_a_page_that_changed_is_shown_sentence_by_sentence(tmp_path: Path) -> None:
    from comity.reading import OpenRecord, coder, read

    record = OpenRecord(tmp_path / "x.comity")
    words = ("Kenya met Chad on Monday. Talks were calm.", "Kenya met Chad on Tuesday. Talks were calm.")
    for text in words:
        article = Article("p", text, None, "2021-05-05", "North", "https://example.org/p", "news")
        read(record, iter([article]), coder(1))
    rows = record.corrected().rows.to_dicts()
    assert [(row["before"], row["after"]) for row in rows] == [
        (["Kenya met Chad on Monday."], ["Kenya met Chad on Tuesday."])
    ]
