"""Pictures of the workspace for the README: the real pages over a demonstration record, in a real browser.

    python docs/screens.py

Writes docs/workspace-brief.png and docs/workspace-matrix.png. Needs the tests' browser (make browser).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import comity
from browser import browsing
from comity import dossiers
from comity.reading import OpenRecord
from workspace_server import served

HERE = Path(__file__).parent
PAGES = {"brief": "/brief/{article}", "matrix": "/matrix"}
SIZE = {"width": 1180, "height": 760}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        record = comity.open(Path(folder) / "israel-russia-2023.comity")
        record.read(dossiers.folder("israel-russia-2023"))
        article = most_told(record)
        with served(record.place) as workspace, browsing() as browser:
            page = browser.new_page(viewport=SIZE)
            page.goto(workspace.address)
            for name, path in PAGES.items():
                page.goto(workspace.base + path.format(article=article))
                page.wait_for_load_state("networkidle")
                page.wait_for_timeout(3000)  # what takes its time is there when the page has asked again
                if name == "brief":
                    page.keyboard.press("j")
                page.screenshot(path=HERE / f"workspace-{name}.png")


def most_told(record: OpenRecord) -> str:
    """The key of the English article with most lines."""
    keys = record.reader().provenances()["article"]
    return max(keys, key=lambda key: (record.brief(key).rows.height, key))


if __name__ == "__main__":
    main()
