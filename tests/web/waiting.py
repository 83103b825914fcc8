"""Pages that are worked out while they ask again: asked until they are there."""

from __future__ import annotations

import time

from workspace_server import Answered, Workspace

MOST_SECONDS = 120


def settled(workspace: Workspace, path: str) -> Answered:
    """The page once its answer is there."""
    end = time.monotonic() + MOST_SECONDS
    while "being worked out" in (answered := workspace.get(path)).text:
        assert answered.status == 200
        assert time.monotonic() < end, f"{path} was not worked out"
        time.sleep(0.2)
    return answered
