"""The demonstration dossier October 1962: marked, fictional in its outlets, sourced, varied enough to show a record."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml

import comity.dossiers

FOLDER = Path(comity.dossiers.__file__).parent / "october-1962"
MARKER = "Demonstration text, written for comity"
DESCRIBING = {"SOURCES.md", "reference-timeline.yaml"}
TEXTS = sorted(path for path in FOLDER.iterdir() if path.name not in DESCRIBING)
PAGES = [path for path in TEXTS if path.suffix == ".html"]
PLAIN = [path for path in TEXTS if path.suffix in {".txt", ".md"}]
READOUTS = [json.loads(line) for line in (FOLDER / "readouts.jsonl").read_text(encoding="utf-8").splitlines()]
# Word for word in the Public Papers of the Presidents 1962 or in S/PV.1025.
PHRASES_IN_THE_RECORD = {
    "unmistakable evidence",
    "a full retaliatory response",
    "until hell freezes over",
    "an important contribution to peace",
    "neither initiate nor permit aggression in this hemisphere",
}


def article(path: Path) -> list[str]:
    """The lines of a text without mark-up; of a saved page, those of its article alone."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        inner = re.search(r"<article>(.*)</article>", text, re.DOTALL)
        assert inner, f"{path.name} has no article element"
        text = html.unescape(re.sub(r"<[^>]+>", "", inner.group(1)))
    return [line.strip() for line in text.splitlines() if line.strip()]


def outlet(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    pattern = r'<p class="site">([^<]+)</p>' if path.suffix == ".html" else r"(?m)^Outlet: (.+)$"
    found = re.search(pattern, text)
    assert found, f"{path.name} names no outlet"
    return found.group(1)


def published(path: Path) -> str | None:
    text = path.read_text(encoding="utf-8")
    patterns = {
        ".html": r'(?:"datePublished": |article:published_time" content=|<time datetime=)"([^"]+)"',
        ".txt": r"(?m)^Published: (.+)$",
        ".md": r"(?m)^Published: (.+)$",
    }
    found = re.search(patterns[path.suffix], text)
    return found.group(1) if found else None


def sentences(path: Path) -> set[str]:
    return {part for line in article(path) for part in re.split(r"(?<=[.?!]) ", line) if len(part.split()) > 5}


def test_at_least_twenty_five_texts_and_every_format() -> None:
    assert len(TEXTS) - 1 + len(READOUTS) >= 25
    assert {path.suffix for path in TEXTS} == {".txt", ".md", ".html", ".jsonl"}


@pytest.mark.parametrize("path", PAGES + PLAIN, ids=lambda path: path.name)
def test_a_text_begins_with_the_marker(path: Path) -> None:
    assert article(path)[0] == MARKER


def test_every_readout_begins_with_the_marker() -> None:
    assert all(row["text"].splitlines()[0] == MARKER for row in READOUTS)


@pytest.mark.parametrize("path", PAGES + PLAIN, ids=lambda path: path.name)
def test_an_outlet_is_visibly_fictional(path: Path) -> None:
    assert outlet(path).startswith("Demo ")


def test_outlets_of_readouts_are_visibly_fictional() -> None:
    assert all(row["outlet"].startswith("Demo ") for row in READOUTS)


def test_some_readouts_are_official_statements() -> None:
    assert sum(row["kind"] == "statement" for row in READOUTS) >= 3


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.name)
def test_plain_texts_carry_headline_outlet_and_date_in_this_order(path: Path) -> None:
    lines = article(path)
    assert not lines[1].startswith(("Outlet:", "Published:"))
    assert lines[2].startswith("Outlet: ")
    assert lines[3].startswith("Published: ") == (published(path) is not None)


@pytest.mark.parametrize("path", PAGES + PLAIN, ids=lambda path: path.name)
def test_a_date_of_publication_can_be_read(path: Path) -> None:
    given = published(path)
    if given is not None:
        assert date(1962, 9, 1) <= date.fromisoformat(given[:10]) <= date(1999, 12, 31)


def test_at_least_three_texts_have_no_date() -> None:
    assert sum(published(path) is None for path in PAGES + PLAIN) >= 3


def test_dates_of_pages_come_in_three_forms() -> None:
    pages = " ".join(path.read_text(encoding="utf-8") for path in PAGES)
    assert all(form in pages for form in ("application/ld+json", "article:published_time", "<time datetime="))


def test_pages_carry_furniture() -> None:
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        assert all(part in text for part in ("No time to read?", "Previous Article", "cookies", "Related articles"))


def test_at_least_four_wire_copies_stand_under_another_outlet() -> None:
    pairs = re.findall(r"^- (\S+) repeats (\S+)$", (FOLDER / "SOURCES.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(pairs) >= 4
    for copy, original in ((FOLDER / first, FOLDER / second) for first, second in pairs):
        assert outlet(copy) != outlet(original)
        assert len(sentences(copy) & sentences(original)) / len(sentences(copy)) >= 0.7
        assert sentences(original) - sentences(copy)


def test_a_correction_is_present() -> None:
    assert any("Correction: an earlier version" in path.read_text(encoding="utf-8") for path in TEXTS)


@pytest.mark.parametrize("path", PAGES + PLAIN, ids=lambda path: path.name)
def test_direct_quotations_are_phrases_of_the_record(path: Path) -> None:
    assert set(re.findall(r'"([^"]+)"', "\n".join(article(path)))) <= PHRASES_IN_THE_RECORD


@pytest.mark.parametrize("path", PAGES + PLAIN, ids=lambda path: path.name)
def test_a_text_has_the_length_of_a_report(path: Path) -> None:
    assert 140 <= sum(len(line.split()) for line in article(path)) <= 450


def test_sources_name_every_file() -> None:
    table = (FOLDER / "SOURCES.md").read_text(encoding="utf-8").split("| source |")[1]
    assert [path.name for path in TEXTS if path.name not in table] == []


def test_the_sides_speak_in_the_dossier() -> None:
    whole = {path.name: "\n".join(article(path)) for path in PAGES + PLAIN}
    for side in ("Kennedy", "Khrushchev", "Castro", "U Thant", "Organization of American States", "Macmillan"):
        assert sum(side in text for text in whole.values()) >= 2, side


def test_the_reference_timeline_is_in_order_and_its_texts_exist() -> None:
    rows = yaml.safe_load((FOLDER / "reference-timeline.yaml").read_text(encoding="utf-8"))
    assert 12 <= len(rows) <= 15
    assert [row["date"] for row in rows] == sorted({row["date"] for row in rows})
    assert all((FOLDER / name).is_file() for row in rows for name in row["texts"])
