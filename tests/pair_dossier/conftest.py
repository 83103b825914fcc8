"""Records that dossiers are made from: a demonstration dossier, and texts full of what a page must not believe."""

from __future__ import annotations

from pathlib import Path

import pytest

import comity
from comity import dossiers
from comity.reading import OpenRecord
from payloads import written


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
    record.read(written(folder / "hostile.jsonl"), processes=1)
    return record


@pytest.fixture
def empty(tmp_path: Path) -> OpenRecord:
    """A record that was made and holds nothing."""
    record = comity.open(tmp_path / "empty.comity")
    record.read([], processes=1)
    return record
