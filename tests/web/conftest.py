"""What the tests of the workspace share: records of the dossiers, a server over each, a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import comity
from browser import browsing
from comity import dossiers
from workspace_server import Workspace, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def october(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the dossier of October 1962, read once for all tests that change nothing in it."""
    place = tmp_path_factory.mktemp("workspace") / "october.comity"
    comity.open(place).read(dossiers.folder("october-1962"))
    return place


@pytest.fixture(scope="session")
def workspace(october: Path) -> Iterator[Workspace]:
    """A workspace over that record, for tests that change nothing."""
    with served(october) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser, workspace: Workspace) -> Iterator[Page]:
    """A page of a fresh session that came in by the printed address. Whatever the page's own code says is wrong fails a test."""
    context = chromium.new_context()
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.goto(workspace.address)
    yield opened
    context.close()
    assert problems == []
