"""Texts that carry markup: it is shown, and never believed (threat: XSS from article text)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from comity.pair_dossier.formats import rendered, write
from comity.reading import OpenRecord
from payloads import PAYLOADS

TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "nav",
        "ol",
        "ul",
        "li",
    ),
    *(
        "main",
        "section",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "strong",
        "q",
        "span",
        "dl",
        "dt",
    ),
    *("dd", "article", "mark"),
}
BROWSER = next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), None)


@pytest.fixture(scope="module")
def content(hostile: OpenRecord) -> str:
    return rendered(hostile.dossier("NOR", "CHL"), Path("d.html")).decode()


def test_payloads_are_text_in_title_outlet_address_and_quotation(content: str) -> None:
    document = html.document_fromstring(content)
    assert {e.tag for e in document.iter()} <= TAGS
    titles = " ".join(document.xpath("//h4//text()"))
    outlets = " ".join(document.xpath("//h3//text()"))
    texts = " ".join(document.xpath("//div[@class='text']//text()"))
    for payload in PAYLOADS:
        assert payload in titles
        assert payload in outlets
        assert payload in texts
    assert document.xpath("//q")
    assert [h for h in document.xpath("//@href") if not h.startswith("#")] == []
    assert not [a for e in document.iter() for a in e.attrib if a.startswith("on")]


def test_markdown_reads_them_as_text(hostile: OpenRecord) -> None:
    text = rendered(hostile.dossier("NOR", "CHL"), Path("d.md")).decode()
    assert not re.search(r"(?<!\\)<\w", text)
    assert not re.search(r"(?<!\\)\]\(", text)
    assert r"\[go\]" in text


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here; on Debian: apt-get install chromium")
def test_a_browser_runs_nothing_of_them_and_prints_the_page(hostile: OpenRecord, tmp_path: Path) -> None:
    assert BROWSER
    write(hostile.dossier("NOR", "CHL"), tmp_path / "d.html")
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}")
    address = (tmp_path / "d.html").as_uri()
    home = {**os.environ, "HOME": str(tmp_path)}
    opened = subprocess.run(
        [BROWSER, *options, "--dump-dom", address], capture_output=True, text=True, timeout=120, env=home, check=True
    )
    assert re.search(r"<title>(.*?)</title>", opened.stdout)[1] == "Norway and Chile: dossier"  # type: ignore[index]
    printed = [BROWSER, *options, f"--print-to-pdf={tmp_path / 'd.pdf'}", address]
    subprocess.run(printed, capture_output=True, timeout=120, env=home, check=True)
    assert (tmp_path / "d.pdf").read_bytes().startswith(b"%PDF")
