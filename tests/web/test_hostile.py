"""Nothing of an article becomes anything but words (security.md: XSS from article text), in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import comity
from payloads import PAYLOADS, written
from workspace_server import Workspace, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

VIEWS = (
    "/?days=31",
    "/claims",
    "/actors",
    "/actor/NOR",
    "/sources",
    "/search?words=condemned",
    "/pairs",
    "/pair/NOR/CHL",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Workspace]]:
    folder = tmp_path_factory.mktemp("hostile")
    record = folder / "h.comity"
    comity.open(record).read(written(folder / "hostile.jsonl"), processes=1)
    with served(record) as running:
        yield record, running


def test_no_payload_runs_asks_or_steers(hostile: tuple[Path, Workspace], chromium: Browser) -> None:
    record, workspace = hostile
    keys = comity.open(record).reader().provenances()["article"]
    context = chromium.new_context()
    page = context.new_page()
    seen: list[str] = []
    page.on("dialog", lambda dialog: (seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda r: seen.append(r.url) if not r.url.startswith(workspace.base) else None)
    page.on("console", lambda m: seen.append(m.text) if m.type == "error" and "404" not in m.text else None)
    page.goto(workspace.address)
    for path in (*VIEWS, *(f"/{view}/{key}" for view in ("article", "brief") for key in keys)):
        page.goto(workspace.base + path)
        assert "pwned" not in page.title() or "<" in page.title()
        assert page.locator("main iframe, main script, main img, main [onerror], main [onload]").count() == 0
        links = page.locator("main a").evaluate_all(
            "all => all.map(a => new URL(a.href.baseVal ?? a.href, location).protocol)"
        )
        assert set(links) <= {"http:", "https:"}
    assert seen == []
    context.close()


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_an_address_comes_back_as_words(workspace: Workspace, payload: str) -> None:
    from urllib.parse import quote

    for path in (
        f"/actor/{quote(payload, safe='')}",
        f"/claims?actor={quote(payload)}",
        f"/search?words={quote(payload)}",
    ):
        answered = workspace.get(path)
        assert answered.status in (200, 400, 404, 422)
        assert payload not in answered.text or not set(payload) & set("<>\"'")


def test_a_pasted_payload_comes_back_as_words(workspace: Workspace) -> None:
    for payload in PAYLOADS:
        answered = workspace.post("/paste", {"text": f"Norway condemned Chile over “{payload}”."})
        assert answered.status == 200
        assert payload not in answered.text or not set(payload) & set("<>\"'")
