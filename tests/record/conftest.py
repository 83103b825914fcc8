"""A record in a folder of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.reading import OpenRecord


@pytest.fixture
def record(tmp_path: Path) -> OpenRecord:
    return OpenRecord(tmp_path / "test.comity")
