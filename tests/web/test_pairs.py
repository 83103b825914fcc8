"""The pairs of a record and the page of one pair, tab by tab."""

from __future__ import annotations

import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import polars as pl
import pytest

import comity
from comity.facts.imported import SCHEMAS, Imported
from comity.facts.store import Facts
from web.waiting import settled
from workspace_server import Workspace, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAIR = "/pair/SUN/USA"
DAYS = "until=1963-01-31&by=week"


def test_the_pairs_are_those_of_the_record_and_each_leads_to_its_page_and_claims(
    october: Path, workspace: Workspace
) -> None:
    answer = comity.open(october).pairs()
    page = settled(workspace, "/pairs").text
    assert re.findall(r'<th scope="row"><a href="/pair/(\w+)/(\w+)"', page)[0] == ("SUN", "USA")
    first = answer.rows.row(0, named=True)
    assert f'<a href="/claims?actor={first["one"]}&amp;recipient={first["other"]}">{first["there"]}</a>' in page
    assert json.loads(workspace.get("/pairs.json?of=CUB").text)["asked"]["of"] == "CUB"


def test_the_chart_says_in_words_what_each_bar_is_and_its_table_has_the_sentences(workspace: Workspace) -> None:
    page = settled(workspace, f"{PAIR}?{DAYS}").text
    drawing = page[page.index("<svg") : page.index("</svg>")]
    assert 'role="img"' in drawing
    assert "style=" not in drawing
    bars = re.findall(r"<title>(SUN → USA, from [^<]+)</title>", drawing)
    assert bars
    told = settled(workspace, f"{PAIR}/table?{DAYS}").text
    assert {b.split(",")[1].removeprefix(" from ").split(":")[0] for b in bars} <= set(
        re.findall(r"\d{4}-\d\d-\d\d", told)
    )
    assert "<blockquote" in told


def test_every_tab_leads_to_the_others_and_says_which_it_is(workspace: Workspace) -> None:
    for tab in ("", "/table", "/lanes", "/places", "/timeline", "/outlets", "/method"):
        page = settled(workspace, f"{PAIR}{tab}?{DAYS}").text
        assert re.findall(r'<a href="(/pair/[^"?]+)[^"]*" aria-current="page"', page) == [f"{PAIR}{tab}"]
        assert page.count(f'href="{PAIR}/') >= 6


def test_a_lane_has_the_contacts_of_the_measure_between_the_days_asked_for(october: Path, workspace: Workspace) -> None:
    asked = json.loads(workspace.get(f"{PAIR}/lanes.json?until=1962-11-15").text)
    lanes = [row for row in asked["rows"] if row["lane"] == "contacts"]
    whole = comity.open(october).contacts(("SUN", "USA")).rows
    assert 0 < len(lanes) < whole.height
    assert {e["row"] for e in asked["evidence"]} >= {row["id"] for row in lanes}


def test_a_place_is_on_the_map_and_in_the_table_with_its_sentences(workspace: Workspace) -> None:
    page = settled(workspace, f"{PAIR}/places").text
    assert re.search(r"<circle [^>]+><title>Washington: \d+ claims", page)
    assert re.search(r"<td>Washington</td>", page)
    assert 'href="/article/' in page


@pytest.mark.parametrize("query", ["since=1962-13-45", "since=yesterday", "by=day"])
def test_a_day_or_period_that_is_none_is_told(workspace: Workspace, query: str) -> None:
    assert workspace.get(f"{PAIR}/lanes?{query}" if "by" not in query else f"{PAIR}?{query}").status in (400, 422)


def test_two_of_whom_nothing_is_told_have_a_page_that_says_so(workspace: Workspace) -> None:
    page = settled(workspace, "/pair/NOR/%3Cscript%3Ealert(1)/outlets").text
    assert "Nothing in this record answers that." in page
    assert "<script>alert" not in page


def test_the_dossier_of_a_pair_comes_as_a_document(workspace: Workspace) -> None:
    answered = workspace.get(f"{PAIR}/dossier.docx")
    assert answered.headers["content-disposition"] == 'attachment; filename="dossier.docx"'
    assert "word/document.xml" in ZipFile(BytesIO(answered.body)).namelist()
    assert workspace.get(f"{PAIR}/dossier.exe").status == 422


def test_votes_stand_in_their_lane_where_facts_are_given(october: Path, tmp_path: Path) -> None:

    facts, source = Facts(tmp_path / "facts"), tmp_path / "votes.csv"
    source.write_text("votes of the test's own", encoding="utf-8")
    call = (1, date(1962, 11, 6), 17, "R/17/1761", "a title", None, False)
    tables = {
        "roll_calls": [call],
        "votes": [(1, "SUN", "yes"), (1, "USA", "no")],
    }
    for table, rows in tables.items():
        facts.add(Imported(table, pl.DataFrame(rows, schema=SCHEMAS[table], orient="row")), source)
    with served(october, "--facts", str(tmp_path / "facts")) as workspace:
        rows = json.loads(workspace.get(f"{PAIR}/lanes.json").text)["rows"]
    assert [(r["earliest"], r["what"], r["status"]) for r in rows if r["lane"] == "votes"] == [
        ("1962-11-06", "R/17/1761: SUN yes, USA no", "not the same")
    ]


def test_a_pair_fits_a_narrow_window_and_its_chart_scrolls_by_itself(workspace: Workspace, page: Page) -> None:
    for path in (f"{PAIR}?{DAYS}", f"{PAIR}/places", "/matrix", "/pairs"):
        settled(workspace, path)
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(workspace.base + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
