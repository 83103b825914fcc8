"""Records that dossiers are made from: a demonstration dossier, and texts full of what a page must not believe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import comity
from comity import dossiers
from comity.reading import OpenRecord

PAYLOADS = (
    "<script>document.title='pwned'</script>",
    "<img src=x onerror=\"document.title='pwned'\">",
    "<svg/onload=document.title='pwned'>",
    "\"><iframe src='javascript:document.title=1'></iframe>",
    "'><a href=\"javascript:document.title='pwned'\">go</a>",
    "</title></style></div></q><script>document.title='pwned'</script>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><!--<style>@import 'http://example.invalid/x.css'</style>",
    "[go](javascript:alert(1)) ![x](http://example.invalid/x.png) <http://example.invalid> | `code`",
)


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> OpenRecord:
    record = comity.open(tmp_path_factory.mktemp("dossier") / "israel-russia-2023.comity")
    record.read(dossiers.folder("israel-russia-2023"), processes=1)
    return record


@pytest.fixture(scope="session")
def october(tmp_path_factory: pytest.TempPathFactory) -> OpenRecord:
    record = comity.open(tmp_path_factory.mktemp("dossier") / "october-1962.comity")
    record.read(dossiers.folder("october-1962"), processes=1)
    return record


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> OpenRecord:
    """Every payload as title, outlet, address and, within a sentence that is coded, text."""
    folder = tmp_path_factory.mktemp("hostile")
    record = comity.open(folder / "h.comity")
    record.read(_written(folder / "hostile.jsonl"), processes=1)
    return record


def _written(path: Path) -> Path:
    rows = [
        {
            "id": f"h{n}",
            "title": f"Title {payload}",
            "outlet": f"Outlet {payload}",
            "url": f"https://example.org/?q={payload}",
            "published": "2024-05-03",
            "text": f"Norway condemned Chile on 2 May 2024 over “{payload}”. Norway and Chile met in Oslo on 2 May 2024.",
        }
        for n, payload in enumerate(PAYLOADS)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> OpenRecord:
    """A record that was made and holds nothing."""
    record = comity.open(tmp_path / "empty.comity")
    record.read([], processes=1)
    return record
