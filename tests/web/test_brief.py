"""“No time to read?”: every line stands beside its words, and what is pasted is not kept."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import comity
from workspace_server import Workspace

if TYPE_CHECKING:
    from playwright.sync_api import Page

SOME = "morning.json?until=1962-10-28&days=7"


def keys(record: Path) -> list[str]:
    return [row["article"] for row in comity.open(record).reader().provenances().iter_rows(named=True)]


def told(record: Path, least: int = 5) -> str:
    """The key of an article with enough lines."""
    opened = comity.open(record)
    return next(key for key in keys(record) if opened.brief(key).rows.height >= least)


def test_every_line_of_every_brief_is_quoted_from_its_article(october: Path) -> None:
    opened = comity.open(october)
    for key in keys(october):
        text = opened.reader().article(key).text
        answer = opened.brief(key)
        assert answer.rows.height <= 8
        spans = dict(answer.evidence.select("row", "start").iter_rows())
        for row in answer.rows.iter_rows(named=True):
            assert text.startswith(row["quotation"], spans[row["id"]])


def test_a_brief_shows_its_lines_and_marks_their_words(october: Path, workspace: Workspace) -> None:
    key = told(october)
    shown = workspace.get(f"/brief/{key}").text
    marks = re.findall(r'data-of="([^"]+)"', shown)
    named = {name for names in marks for name in names.split()}
    lines = re.findall(r'data-line="([^"]+)"', shown)
    assert 5 <= len(lines) <= 8
    assert set(lines) == named


def test_a_copied_article_tells_its_outlets_and_its_one_origin(october: Path, workspace: Workspace) -> None:
    opened = comity.open(october)
    copied = next(key for key in keys(october) if opened.standing(key).tellings > 1)
    standing = opened.standing(copied)
    shown = workspace.get(f"/brief/{copied}").text
    assert f"{standing.outlets} outlets, 1 origin" in shown


def test_the_article_after_has_the_article_as_the_one_before(october: Path) -> None:
    opened = comity.open(october)
    followed = 0
    for key in keys(october):
        here = opened.standing(key)
        if here.after is None:
            continue
        there = opened.standing(here.after)
        followed += there.pair == here.pair and there.before == key
        article, after = opened.reader().article(key), opened.reader().article(here.after)
        assert (article.published or "")[:10] <= (after.published or "")[:10]
    assert followed > 0


def test_a_week_in_lines_counts_copies_once_and_cites_each(workspace: Workspace) -> None:
    answer = json.loads(workspace.get(f"/{SOME}").text)
    assert answer["rows"]
    for row in answer["rows"]:
        quoted = [q for q in answer["evidence"] if q["row"] == row["id"]]
        assert len({q["origin"] for q in quoted}) == row["origins"]
        assert all("1962-10-22" <= q["published"] <= "1962-10-28" for q in quoted)


def test_a_record_without_dates_has_no_invented_day(tmp_path: Path) -> None:
    text = tmp_path / "undated.txt"
    text.write_text("Kenya condemned the attack by Sudan on Chad.\n")
    record = comity.open(tmp_path / "undated.comity")
    record.read(text)
    answer = record.morning()
    assert answer.rows.is_empty()
    assert answer.asked["until"] is None


def test_a_pasted_text_is_briefed_and_not_kept(october: Path, workspace: Workspace) -> None:
    before = comity.open(october).reader().counts()
    text = "Norway assured Iceland on Monday that it would not send ships. <script>alert(1)</script>"
    shown = workspace.post("/paste", {"text": text})
    assert shown.status == 200
    assert "data-line" in shown.text
    assert "not known" in shown.text
    assert "<script>alert" not in shown.text
    assert "<script>alert" in unescape(shown.text)
    assert comity.open(october).reader().counts() == before


@pytest.mark.parametrize("text", ["", "   \n", "…"])
def test_a_pasted_nothing_is_told_to_hold_no_text(workspace: Workspace, text: str) -> None:
    answered = workspace.post("/paste", {"text": text})
    assert answered.status == 400
    assert "text" in answered.text


def test_j_and_k_light_the_words_behind_a_line(october: Path, workspace: Workspace, page: Page) -> None:
    page.goto(f"{workspace.base}/brief/{told(october)}")
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
    lit = page.locator("li[data-lit]")
    assert lit.count() == 1
    name = str(lit.get_attribute("data-line"))
    words = page.locator(f'mark[data-of~="{name}"][data-lit]')
    assert words.count() >= 1
    quoted = " ".join(lit.locator(".words").inner_text().strip("“”").split())
    assert "".join("".join(words.all_inner_texts()).split()) == "".join(quoted.split())


def test_without_scripts_a_line_leads_to_its_words(october: Path, workspace: Workspace, chromium: object) -> None:
    context = chromium.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(workspace.address)
    page.goto(f"{workspace.base}/brief/{told(october)}")
    page.locator(".lines a").first.click()
    assert page.url.endswith("#line-1")
    assert page.locator("#line-1").evaluate("e => getComputedStyle(e.nextElementSibling).outlineStyle") == "solid"
    context.close()
