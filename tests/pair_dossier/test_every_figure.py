"""Every number that a dossier prints leads to quotations that stand in the record, or is named a constant of the method.

The whole document of both demonstration records is walked, in each format. What is no figure: days, the numbers of lines,
quotations, lists and texts, the place of a quotation in its text, titles, and the versions under Method.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html

from comity.measures.counted import FIGURE
from comity.pair_dossier import Dossier
from comity.pair_dossier.contents import Linked
from comity.pair_dossier.formats import rendered
from comity.reading import OpenRecord

LABELS = "self::th[@scope='row'] or self::h4 or self::dt or self::q or self::mark"
BLOCKS = "@class='origin' or @class='text' or @class='rule' or @class='of' or @class='codes' or @class='source'"
PLACE = re.compile(r"text (\d+), (\d+)–(\d+)\)?$")


class Made(NamedTuple):
    record: OpenRecord
    dossier: Dossier


@pytest.fixture(scope="module", params=["israel-russia-2023", "october-1962"])
def made(request: pytest.FixtureRequest, demonstration: OpenRecord, october: OpenRecord) -> Made:
    if request.param == "october-1962":
        return Made(october, october.dossier("SUN", "USA"))
    return Made(demonstration, demonstration.dossier("ISR", "RUS"))


def numbers(text: str) -> list[str]:
    """The numbers of a text that are no days."""
    return [m[0] for m in FIGURE.finditer(text) if not re.fullmatch(r"\d{4}-\d\d-\d\d", m[0])]


def test_in_html_every_number_leads_to_quotations_of_the_record(made: Made) -> None:
    document = html.document_fromstring(rendered(made.dossier, Path("d.html")).decode())
    by_id = {e.get("id"): e for e in document.iter() if e.get("id")}
    loose = []
    for text in document.xpath("//body//text()"):
        element = text.getparent().getparent() if text.is_tail else text.getparent()
        if not numbers(text) or element.xpath(f"ancestor-or-self::*[{LABELS} or {BLOCKS}]"):
            continue
        if element.xpath("ancestor::*[contains(@class, 'facts')] or ancestor::section[@aria-labelledby='method']"):
            continue
        links = element.xpath("ancestor-or-self::a/@href")
        if not links or not quoted_at(by_id, links[0][1:]):
            loose.append(text)
    assert loose == []
    quotations = document.xpath("//q")
    assert len(quotations) > 150
    for q in quotations:
        text = made.record.reader().text(q.get("data-text"))
        assert text[int(q.get("data-start")) : int(q.get("data-end"))] == q.text_content()


def quoted_at(by_id: dict[str, html.HtmlElement], anchor: str) -> bool:
    """Whether quotations stand at an anchor, or at every anchor of the list there."""
    target = by_id[anchor]
    if target.tag != "dt":
        return bool(target.xpath("descendant-or-self::q") or target.xpath("following-sibling::mark"))
    listed = []
    for following in target.itersiblings():
        if following.tag == "dt":
            break
        listed += following.xpath(".//a/@href")
    return bool(listed) and all(by_id[link[1:]].xpath(".//q") for link in listed)


def test_in_markdown_every_number_has_a_footnote_that_ends_in_quotations(made: Made) -> None:
    text = rendered(made.dossier, Path("d.md")).decode()
    body, _, rest = text.partition("\n## Method\n")
    footnotes = dict(re.findall(r"^\[\^(c?\d+)\]: (.*)$", text, re.MULTILINE))
    texts = {int(n): line for n, line in re.findall(r"^- (\d+)\. (.*)$", rest, re.MULTILINE)}
    loose, facts = [], False
    for line in body.splitlines():
        facts = line.startswith("From the table") or (facts and not line.startswith(("**", "## ")))
        if facts:
            continue
        plain = re.sub(r"\\(.)", r"\1", line)
        cells = plain.split(" | ")
        if plain.startswith("| ") and re.fullmatch(r"(\[\^\d+\] ?)+\|?", cells[-1].strip(" |").strip() or "-"):
            continue  # the quotations of the line stand at its end
        plain = re.sub(r"^\| \d+ \|", "|", plain)  # the number of a line
        plain = re.sub(r"\*\*[^*]*\*\*\[\^c?\d+\]|[\d.,]*\d%?\[\^c?\d+\]", "", plain)
        rule = re.search(r"\(rule: [^)]*\)", plain)
        if numbers(re.sub(r"“[^”]*”", "", plain)) and not rule:
            loose.append(line)
    assert loose == []
    led = set(re.findall(r"\[\^(c\d+)\]", body))
    assert len(led) > 50
    for name in led:
        refs = re.findall(r"\[\^(\d+)\]|text (\d+)", footnotes[name])
        assert refs, footnotes[name]
        assert all(q in footnotes if q else int(t) in texts for q, t in refs)
    for name, note in footnotes.items():
        if name.isdigit():
            check(made, note)


def check(made: Made, note: str) -> None:
    """A quotation written with its place equals its text there."""
    place = re.search(r"text (\d+), (\d+)–(\d+)", note)
    assert place, note
    digest = {s.number: s.digest for _, sources in made.dossier.sources for s in sources}[int(place[1])]
    words = made.record.reader().text(digest)[int(place[2]) : int(place[3])]
    assert " ".join(words.split()) in " ".join(re.sub(r"\\(.)", r"\1", note).split())


def test_in_word_every_number_is_a_link_to_a_bookmark(made: Made) -> None:
    body = docx.Document(io.BytesIO(rendered(made.dossier, Path("d.docx")))).element.body
    marks = {m.get(qn("w:name")) for m in body.iter(qn("w:bookmarkStart"))}
    loose, facts, heading = [], False, ""
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f".//{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")).startswith("Heading"):
            facts, heading = False, said(paragraph)
        facts = facts or said(paragraph).startswith("From the table")
        assert {link.get(qn("w:anchor")) for link in paragraph.iter(qn("w:hyperlink"))} <= marks
        if re.match(r"\[\d+\]", said(paragraph)):
            check(made, said(paragraph))
            continue
        label = re.match(r"\[c\d+\]", said(paragraph)) or first_of_a_row(paragraph)
        if facts or label or heading == "Method" or any(m[0] == "t" for m in own_marks(paragraph)):
            continue
        plain = "".join(unlinked(paragraph))
        if numbers(re.sub(r"“[^”]*”", "", plain)) and "(rule: " not in plain:
            loose.append(plain)
    assert loose == []
    assert {f"q{q.number}" for q in made.dossier.more} | {c.anchor for c in made.dossier.counts} <= marks


def said(paragraph: docx.oxml.xmlchemy.BaseOxmlElement) -> str:
    """What it says, a break of the line as a space."""
    return "".join(t.text or " " for t in paragraph.iter(qn("w:t"), qn("w:br")))


def unlinked(paragraph: docx.oxml.xmlchemy.BaseOxmlElement) -> Iterator[str]:
    for t in paragraph.iter(qn("w:t")):
        if t.getparent().getparent().tag != qn("w:hyperlink"):
            yield t.text or ""


def own_marks(paragraph: docx.oxml.xmlchemy.BaseOxmlElement) -> list[str]:
    return [m.get(qn("w:name")) for m in paragraph.iter(qn("w:bookmarkStart"))]


def first_of_a_row(paragraph: docx.oxml.xmlchemy.BaseOxmlElement) -> bool:
    cell = paragraph.getparent()
    return cell.tag == qn("w:tc") and cell.getprevious() is None


def test_a_number_that_counts_is_the_length_of_its_list(made: Made) -> None:
    lists = {c.anchor: c for c in made.dossier.counts}
    checked = 0
    for part in counting(made.dossier):
        if part.leads_to in lists and part.text.isdigit():
            things = lists[part.leads_to].things
            if not things:  # a nought, and days between texts: what they were looked for among stands there
                assert lists[part.leads_to].among
            else:
                assert len(things) == int(part.text), (part, lists[part.leads_to].of)
                assert all(things), lists[part.leads_to].of
            checked += 1
    assert checked > 60


def counting(dossier: Dossier) -> Iterator[Linked]:
    """The numbers of captions, figures, remarks and cells, but the rates of a posture."""
    yield from dossier.covered
    for table in (t for part in dossier.parts if part.anchor != "shifts" for t in part.tables):
        yield from table.caption
        yield from (part for remark in table.remarks for part in remark)
        for figure in table.figures:
            yield from (figure.n, *figure.says, *figure.name)
        yield from (cell.words for line in table.lines for cell in line.cells)


def test_a_constant_of_the_method_names_its_table_and_version(made: Made) -> None:
    constants = [
        part
        for p in made.dossier.parts
        for t in p.tables
        for remark in (*t.remarks, *(f.name for f in t.figures))
        for part in remark
        if part.rule
    ]
    versions = " ".join(made.dossier.versions)
    assert len(constants) > 5
    assert [c for c in constants if c.rule.split(" ", 1)[1] not in versions] == []
