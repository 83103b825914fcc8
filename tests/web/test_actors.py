"""Actors in the workspace: a table first, every number leads to its claims, the picture says the same."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

from workspace_server import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_number_of_the_table_leads_to_as_many_events(workspace: Workspace) -> None:
    shown = workspace.get("/actor/USA").text
    found = re.findall(r'<a href="(/claims\?[^"]+)">(\d+)</a>', shown)
    assert len(found) > 5
    for address, number in found[:12]:
        path, _, query = unescape(address).partition("?")
        listed = json.loads(workspace.get(f"{path}.json?{query}&limit=1000").text)
        events = {row["event"] or row["id"] for row in listed["rows"]}
        assert len(events) == int(number)


def test_an_actor_of_whom_nothing_is_told_says_so(workspace: Workspace) -> None:
    answered = workspace.get("/actor/%3Cscript%3E")
    assert answered.status == 200
    assert "no act between" in answered.text
    assert "<script>" not in answered.text.split("</head>")[1]


def test_the_picture_leads_on_to_each_partner(workspace: Workspace, page: Page) -> None:
    page.goto(f"{workspace.base}/actor/USA")
    nodes = page.locator("svg.ego a")
    assert nodes.count() == min(16, page.locator("tbody tr").count())
    address = str(nodes.first.get_attribute("href"))
    page.goto(workspace.base + address)
    assert page.locator("tbody tr").count() > 0
