"""A real browser: Debian's chromium, or the one named by CHROMIUM, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ADVICE = "install chromium (Debian: apt-get install chromium, or: make browser), or name it by CHROMIUM"
QUIET = (
    *("--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def executable() -> str | None:
    """Where the browser lies."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser of its own until the end of the block. Without one: with CI=true a failure, elsewhere a skip."""
    from playwright.sync_api import sync_playwright

    found = executable()
    if found is None:
        message = f"there is no browser here: {ADVICE}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    rooted = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=[*QUIET, *rooted])
        try:
            yield browser
        finally:
            browser.close()
