"""MAP.md leads somewhere: its paths exist, and it fits on a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAP = (ROOT / "MAP.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`([\w./-]+/[\w./-]+)`", MAP)))


def test_the_map_fits_on_a_page_and_leads_to_many_places() -> None:
    assert len(MAP.splitlines()) <= 80
    assert len(PATHS) > 40


@pytest.mark.parametrize("path", PATHS)
def test_a_path_of_the_map_exists(path: str) -> None:
    assert (ROOT / path).exists()
