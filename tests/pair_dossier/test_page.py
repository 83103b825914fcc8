"""The HTML of a dossier, parsed back: quotations stand in the record, links lead somewhere, nothing comes from outside."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import html

from comity.pair_dossier import Dossier
from comity.pair_dossier.page import page
from comity.reading import OpenRecord

ADDRESSED = ("href", "src", "action", "data", "poster", "srcset", "background", "formaction", "ping")


@pytest.fixture(scope="module")
def made(demonstration: OpenRecord) -> Dossier:
    return demonstration.dossier("ISR", "RUS")


@pytest.fixture(scope="module")
def document(made: Dossier) -> html.HtmlElement:
    return html.document_fromstring(page(made))


def test_every_quotation_equals_the_record_at_its_span(demonstration: OpenRecord, document: html.HtmlElement) -> None:
    reader = demonstration.reader()
    quotations = document.xpath("//q")
    assert len(quotations) > 50
    for q in quotations:
        assert q.text_content() == reader.text(q.get("data-text"))[int(q.get("data-start")) : int(q.get("data-end"))]


def test_a_quoted_text_stands_whole_and_its_marks_are_the_quotations(
    demonstration: OpenRecord, document: html.HtmlElement
) -> None:
    for shown in document.xpath("//div[@class='text']"):
        for back in shown.xpath(".//a[@class='back']"):
            back.text = None
        assert shown.text_content() == demonstration.reader().text(shown.get("data-text"))
    marked = {" ".join(m.text_content().split()) for m in document.xpath("//mark")}
    first = document.xpath("//q")[0].text_content()
    assert any(" ".join(first.split()) in m or m in " ".join(first.split()) for m in marked)


def test_links_lead_to_one_place_each_in_the_file_itself(document: html.HtmlElement) -> None:
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = document.xpath("//@href")
    assert [link for link in links if link[0] != "#" or link[1:] not in ids] == []
    assert len(links) > 200


def test_nothing_is_fetched_and_nothing_runs(document: html.HtmlElement, made: Dossier) -> None:
    assert not document.xpath("//script | //img | //iframe | //object | //embed | //link | //base | //form")
    for element in document.iter():
        assert not [a for a in element.attrib if a.startswith("on") or (a in ADDRESSED and a != "href")]
    style = document.xpath("string(//style)")
    assert not re.search(r"url\(|@import|https?:", style)
    assert "default-src 'none'" in page(made)


def test_a_number_in_a_line_with_quotations_leads_to_them_or_to_its_list(document: html.HtmlElement) -> None:
    rows = [r for r in document.xpath("//tbody/tr") if r.xpath("td[last()]/a")]
    assert len(rows) > 30
    for row in rows:
        target = row.xpath("string(td[last()]/a/@href)")
        plain = [c for c in row.xpath("td[@class='n']") if re.fullmatch(r"[\d.]+", c.text_content())]
        led = [c.xpath("string(a/@href)") for c in plain]
        assert [to for to in led if to != target and not to.startswith("#c")] == []
        assert document.get_element_by_id(target[1:]).xpath("q")


def test_a_quotation_leads_to_its_mark_and_back(document: html.HtmlElement) -> None:
    for item in document.xpath("//li[q]"):
        mark = document.get_element_by_id(item.xpath("string(.//a/@href)")[1:])
        text = mark.getparent()
        assert text.get("data-text") == item.find("q").get("data-text")
        assert f"#{item.get('id')}" in text.xpath(".//a[@class='back']/@href")


def test_headings_do_not_skip_and_tables_are_told_to_those_who_listen(document: html.HtmlElement) -> None:
    assert document.get("lang") == "en"
    levels = [int(h.tag[1]) for h in document.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    assert document.xpath("//table[not(caption)]") == []
    assert document.xpath("//th[not(@scope)]") == []


@pytest.mark.parametrize("scheme", [0, 1])
def test_text_stands_out_from_its_ground_in_light_and_dark(document: html.HtmlElement, scheme: int) -> None:
    style = document.xpath("string(//style)")
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", re.findall(r":root \{([^}]*)\}", style)[scheme]))
    for ink in ("ink", "soft", "link"):
        for ground in ("paper", "band"):
            assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert contrast(colours["ink"], colours["mark"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1.4.3."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
