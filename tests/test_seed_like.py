"""An article with all the phenomena of the one that the project began with, other actors and words, gives every row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from comity.coder import code_article
from comity.digests import digest
from comity.sources import ReadingOptions, articles
from comity.values import Actor, Article, Coded, Place

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = yaml.safe_load((FIXTURES / "seed_like.expected.yaml").read_text(encoding="utf-8"))
LISTS = (
    "assurances",
    "inconsistencies",
    "condemnations",
    "designations",
    "contacts",
    "alignments",
    "opinions",
    "red_lines",
    "humanitarian",
)
# Fields of the expected rows that are named or compared otherwise than the signal's own.
OTHERWISE = {"evidence", "evidence_kind", "speaker", "about"}


@pytest.fixture(scope="module")
def article() -> Article:
    options = ReadingOptions(published=str(EXPECTED["published"]))
    (found,) = (a for a in articles([FIXTURES / EXPECTED["article"]], options) if isinstance(a, Article))
    return found


@pytest.fixture(scope="module")
def coded(article: Article) -> Coded:
    return code_article(article)


def is_meant(value: Any, wanted: Any) -> bool:
    """Whether a field of a signal is what a row asks: a code, a text, one of several, or a list of them."""
    if isinstance(wanted, dict) and "any" in wanted:
        return any(is_meant(value, w) for w in wanted["any"])
    if isinstance(wanted, dict):
        return all(is_meant(getattr(value, key), w) for key, w in wanted.items())
    if isinstance(wanted, list):
        return len(value) == len(wanted) and all(any(is_meant(v, w) for v in value) for w in wanted)
    if isinstance(value, Actor):
        return wanted in (value.code, value.text)
    return value.text == wanted if isinstance(value, Place) else value == wanted


def matches(article: Article, signal: Any, row: dict[str, Any]) -> bool:
    fields = {"with_" if key == "with" else key: wanted for key, wanted in row.items() if key not in OTHERWISE}
    inside = row["evidence"] in article.text[signal.sentence[0] : signal.sentence[1]]
    return inside and all(is_meant(getattr(signal, key), wanted) for key, wanted in fields.items())


@pytest.mark.parametrize(("name", "row"), [(name, row) for name in LISTS for row in EXPECTED[name]])
def test_every_row_is_found(article, coded, name, row):
    found = getattr(coded.signals, name)
    assert any(matches(article, signal, row) for signal in found), found


def test_furniture_is_recognised_and_never_coded(article, coded):
    texts = [article.text[s:e] for s, e in coded.noncontent]
    for row in EXPECTED["noncontent"]:
        assert texts.count(row["text"]) == row["times"]
    spans = [c.trigger.span for c in coded.claims]
    assert not any(s < e2 and s2 < e for s, e in spans for s2, e2 in coded.noncontent)


def test_the_ambassador_stands_behind_what_is_told(coded):
    sources = [a.source for a in coded.attributions if a.source and a.source.code == EXPECTED["speaker"]["code"]]
    assert len(sources) >= 6


def test_the_title_that_does_not_fit_the_date_is_flagged(coded):
    assert [r.flag for r in coded.roles] == [EXPECTED["roles"][0]["with_date"]]


def test_without_a_date_the_title_cannot_be_checked(article):
    undated = code_article(replace(article, published=None))
    assert [r.flag for r in undated.roles] == [EXPECTED["roles"][0]["without_date"]]


def test_the_digest_has_five_to_eight_lines_that_quote_the_text(article, coded):
    lines = digest(article, coded)
    least, most = EXPECTED["digest"]["lines"]
    assert least <= len(lines) <= most
    for line in lines:
        assert article.text[line.quotation.span[0] : line.quotation.span[1]] == line.quotation.text
        assert len(line.quotation.text.split()) <= 25


def test_the_framing_of_the_outlet_is_no_event(article, coded):
    for text in EXPECTED["no_event"]:
        start = article.text.index(text)
        assert not [c for c in coded.claims if start <= c.trigger.span[0] < start + len(text) and c.quad]
