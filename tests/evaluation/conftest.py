"""A small labelled set, copied so that a test may change it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SET = Path(__file__).parent / "set"
Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The set in a folder of its own."""
    copy: Path = shutil.copytree(SET, tmp_path / "set")
    return copy


@pytest.fixture
def change(folder: Path) -> Callable[[str, int, Change], None]:
    """Changes one line (from 0) of a file of the set."""

    def change(name: str, line: int, to: Change) -> None:
        rows = [json.loads(x) for x in (folder / name).read_text(encoding="utf-8").splitlines()]
        to(rows[line])
        (folder / name).write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")

    return change
