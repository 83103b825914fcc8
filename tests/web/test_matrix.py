"""The matrix of condemnation and silence, and one act with its responses."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import comity
from web.waiting import settled
from workspace_server import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CELL = re.compile(r'<td class="cell (\w+)"><a href="([^"]+)">(.*?)</a></td>', re.S)


def test_every_actor_has_a_cell_for_every_act_as_the_python_api_tells(october: Path, workspace: Workspace) -> None:
    answer = comity.open(october).response_matrix()
    shown = CELL.findall(settled(workspace, "/matrix").text)
    assert [cell for cell, _, _ in shown] == answer.rows["cell"].to_list()
    answered = json.loads(workspace.get("/matrix.json").text)
    assert [row["cell"] for row in answered["rows"]] == answer.rows["cell"].to_list()
    assert answered["evidence"]


def test_a_cell_tells_its_word_and_leads_to_the_quotations_of_that_response(workspace: Workspace) -> None:
    _, address, words = next(c for c in CELL.findall(settled(workspace, "/matrix").text) if c[0] == "withheld")
    assert "withheld" in words
    path, _, anchor = unescape(address).partition("#")
    page = settled(workspace, path).text
    row = re.search(f'<tr id="{anchor}">.*?</tr>', page, re.S)
    assert row is not None
    assert "<blockquote" in row[0]
    assert 'href="/article/' in row[0]


def test_delays_in_hours_are_bounds_since_days_are_known(workspace: Workspace) -> None:
    days, hours = (settled(workspace, f"/matrix?unit={unit}").text for unit in ("days", "hours"))
    assert ">3 d<" in days
    assert ">48–96 h<" in hours


def test_tables_by_group_hold_the_members_of_the_time_and_lose_nobody(workspace: Workspace) -> None:
    page = settled(workspace, "/matrix?by=bloc").text
    captions = re.findall(r"<caption>Responses of (.*?) to", page)
    assert captions == ["NATO", "Warsaw Treaty", "permanent members of the Security Council", "in none of these groups"]
    assert "European Union" not in page
    everybody = set(re.findall(r'<th scope="row">([^<]+)</th>', settled(workspace, "/matrix").text))
    assert everybody <= set(re.findall(r'<th scope="row">([^<]+)</th>', page))


def test_an_act_that_is_not_there_is_not_found(workspace: Workspace) -> None:
    assert workspace.get("/trigger/ffffffffffffffff.json").status == 404


def test_arrow_keys_move_from_cell_to_cell_and_enter_opens_the_act(workspace: Workspace, page: Page) -> None:
    settled(workspace, "/matrix")
    page.goto(f"{workspace.base}/matrix")
    table = page.locator("[data-matrix]")
    assert table.locator('td a[tabindex="0"]').count() == 1
    table.locator("td a").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    where = "(a => [a.closest('tr').rowIndex, a.closest('td').cellIndex])(document.activeElement)"
    assert page.evaluate(where) == [2, 2]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(where) == [1, 1]
    page.keyboard.press("Enter")
    page.wait_for_url("**/trigger/**")


def test_without_scripts_every_cell_can_be_tabbed_to(workspace: Workspace, chromium: Browser) -> None:
    settled(workspace, "/matrix")
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(workspace.address)
    opened.goto(f"{workspace.base}/matrix")
    assert opened.locator("td.cell a[tabindex]").count() == 0
    opened.locator("td.cell a").first.click()
    assert "/trigger/" in opened.url
    context.close()
