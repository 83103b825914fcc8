"""Ray for the tests: a cluster of their own on this machine, stopped at the end; and a word on how to get it."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ADVICE = "pip install 'ray[data]', or comity with its extra ray"


def skip_or_fail() -> None:
    """Where Ray is not installed: with CI=true a failure, elsewhere a skip that says how to get it."""
    if importlib.util.find_spec("ray") is not None:
        return
    message = f"there is no Ray here: {ADVICE}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def below(process: int) -> Iterator[tuple[int, bytes]]:
    """Every process that ``process`` started, and those they started, with how each is called."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry.name))
    todo = list(children.get(process, []))
    while todo:
        found = todo.pop()
        todo += children.get(found, [])
        try:
            yield found, Path(f"/proc/{found}/cmdline").read_bytes()
        except OSError:
            continue
