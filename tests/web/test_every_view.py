"""What holds for every view: read without scripts, by keyboard, narrow, on paper, by a screen reader, in each format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

import comity
from workspace_server import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VIEWS = (
    "/?until=1962-10-28&days=7",
    "/brief/{article}",
    "/article/{article}?at=10-60",
    "/claims?actor=USA",
    "/claim/{claim}",
    "/actors",
    "/actor/USA",
    "/search?words=missiles",
    "/sources",
)
FORMATS = ("csv", "json", "parquet", "md", "bib")
MOST_BYTES = 300_000


@pytest.fixture(scope="module")
def places(october: Path) -> dict[str, str]:
    """An article and a claim of the record, to fill addresses with."""
    found = next(iter(comity.open(october).reader().claims()))
    return {"article": found.provenance.key, "claim": found.claim.id}


@pytest.fixture(scope="module", params=["light", "dark"])
def coloured(request: pytest.FixtureRequest, chromium: Browser, workspace: Workspace) -> Iterator[Page]:
    context = chromium.new_context(color_scheme=request.param)
    page = context.new_page()
    page.goto(workspace.address)
    yield page
    context.close()


@pytest.fixture(scope="module")
def plain(chromium: Browser, workspace: Workspace) -> Iterator[Page]:
    """Without scripts, 320 px wide: a window of 1280 at 400 %."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(workspace.address)
    yield page
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_to_mend(coloured: Page, workspace: Workspace, places: dict[str, str], view: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    coloured.goto(workspace.base + view.format(**places))
    found = Axe().run(coloured).response["violations"]
    assert [(v["id"], [node["html"][:200] for node in v["nodes"]][:3]) for v in found] == []


@pytest.mark.parametrize("view", VIEWS)
def test_it_is_whole_without_scripts_and_never_wider_than_the_window(
    plain: Page, workspace: Workspace, places: dict[str, str], view: str
) -> None:
    answered = plain.goto(workspace.base + view.format(**places))
    assert answered is not None
    assert answered.status == 200
    assert plain.locator("main h1").count() == 1
    assert "Covered" in plain.locator(".coverage").inner_text()
    wide = plain.locator("html").evaluate("e => e.scrollWidth")
    assert wide <= 320


@pytest.mark.parametrize("view", VIEWS)
def test_it_weighs_less_than_300_kb_and_prints(
    chromium: Browser, workspace: Workspace, places: dict[str, str], view: str
) -> None:
    path = view.format(**places)
    assert len(workspace.get(path).body) < MOST_BYTES
    context = chromium.new_context()
    page = context.new_page()
    page.goto(workspace.address)
    page.goto(workspace.base + path)
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator("main h1").is_visible()
    assert page.pdf()[:5] == b"%PDF-"
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_address_gives_the_same_rows_in_every_format(
    workspace: Workspace, places: dict[str, str], view: str
) -> None:
    path, _, query = view.format(**places).partition("?")
    named = "/morning" if path == "/" else path
    answered = {suffix: workspace.get(f"{named}.{suffix}" + (f"?{query}" if query else "")) for suffix in FORMATS}
    assert {answer.status for answer in answered.values()} == {200}
    rows = json.loads(answered["json"].text)["rows"]
    assert pl.read_parquet(answered["parquet"].body).height == len(rows)
    assert len(list(csv.DictReader(io.StringIO(answered["csv"].text)))) == len(rows)
    assert answered["md"].text.startswith("# ")
    assert answered["bib"].text.count("@misc") >= bool(json.loads(answered["json"].text)["evidence"])


@pytest.mark.parametrize("view", VIEWS)
def test_every_quotation_is_at_its_span(october: Path, workspace: Workspace, places: dict[str, str], view: str) -> None:
    path, _, query = view.format(**places).partition("?")
    named = "/morning" if path == "/" else path
    told = json.loads(workspace.get(f"{named}.json" + (f"?{query}" if query else "")).text)
    reader = comity.open(october).reader()
    for row in told["evidence"]:
        start, end = row["quotation_start"], row["quotation_end"]
        assert reader.text(row["text"])[start:end] == row["quotation"]
        assert start < end


def test_the_keyboard_alone_reaches_the_content_and_the_search(page: Page, workspace: Workspace) -> None:
    page.goto(f"{workspace.base}/claims")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.type("missiles")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?words=missiles")


def test_single_keys_can_be_switched_off(page: Page, workspace: Workspace) -> None:
    page.goto(f"{workspace.base}/claims")
    page.locator("#keys").uncheck()
    page.goto(f"{workspace.base}/sources")
    page.locator("main").focus()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "words"


def test_no_request_leaves_the_machine(page: Page, workspace: Workspace, places: dict[str, str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for view in VIEWS:
        page.goto(workspace.base + view.format(**places))
    assert asked
    assert all(url.startswith(workspace.base) for url in asked)


def test_two_sessions_read_at_once(chromium: Browser, workspace: Workspace) -> None:
    contexts = [chromium.new_context() for _ in range(2)]
    pages = [context.new_page() for context in contexts]
    for page in pages:
        page.goto(workspace.address)
    for page, actor in zip(pages, ("USA", "SUN"), strict=True):
        page.goto(f"{workspace.base}/actor/{actor}")
    assert [page.locator("h1").inner_text() for page in pages] == ["USA and its partners", "SUN and its partners"]
    for context in contexts:
        context.close()
