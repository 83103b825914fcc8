"""Saved pages: metadata, body, and the plain reading of pages no article parser should be given."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest

from comity.errors import InputError
from comity.sources import ReadingOptions, articles
from comity.sources.plainpage import plain_page
from comity.values import Article
from sources.growing import growth

OPTIONS = ReadingOptions(now=datetime(2024, 7, 1, tzinfo=UTC))
BODY = (
    "<p>The two delegations met on the lake on Monday, and the ministry said that a second meeting would follow.</p>"
    "<p>The envoy told reporters that the draft was close to complete, but that two articles remained open.</p>"
    "<p>Neither side named the articles, and the host declined to comment on what had been said in the room.</p>"
)


def html(head: str = "", body: str = BODY) -> bytes:
    menu = "<nav><a href='/'>Home</a></nav>"
    return f"<!doctype html><html><head>{head}</head><body>{menu}<article>{body}</article></body></html>".encode()


def read(raw: bytes) -> tuple[Article, list[InputError]]:
    both = list(articles(io.BytesIO(raw), OPTIONS))
    (article,) = (x for x in both if isinstance(x, Article))
    return article, [x for x in both if isinstance(x, InputError)]


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(fields)}</script>'


def test_json_ld_gives_date_with_time_and_zone_outlet_headline_and_address() -> None:
    head = linked(
        **{
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "Organization", "name": "Not this"},
                {
                    "@type": ["NewsArticle"],
                    "headline": "Envoys Meet",
                    "url": "https://example.org/1",
                    "datePublished": "2023-10-18T12:00:00+03:00",
                    "publisher": {"@type": "Organization", "name": "Demo Wire North"},
                },
            ],
        }
    )
    article, errors = read(html(head))
    assert errors == []
    assert (article.title, article.outlet, article.url) == ("Envoys Meet", "Demo Wire North", "https://example.org/1")
    assert article.published == "2023-10-18T12:00:00+03:00"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-10-18T09:00:00Z">',
        '<meta itemprop="datePublished" content="2023-10-18T09:00:00+00:00">',
        '<meta name="date" content="Wed, 18 Oct 2023 09:00:00 +0000">',
        "",
    ],
)
def test_open_graph_meta_and_time_elements_give_the_date(head: str) -> None:
    time_element = "" if head else '<time datetime="2023-10-18T09:00:00Z">18 October</time>'
    article, _ = read(html(head, time_element + BODY))
    assert article.published == "2023-10-18T09:00:00+00:00"


def test_open_graph_gives_title_and_outlet_and_the_outlet_is_cut_from_the_title() -> None:
    head = (
        '<meta property="og:title" content="Envoys Meet - At Last | Demo Gazette South">'
        '<meta property="og:site_name" content="Demo Gazette South">'
    )
    article, _ = read(html(head))
    assert (article.title, article.outlet) == ("Envoys Meet - At Last", "Demo Gazette South")


def test_the_text_begins_with_the_title_and_holds_the_paragraphs_but_not_the_menu() -> None:
    article, _ = read(html("<title>Envoys Meet</title>"))
    first, *paragraphs = article.text.split("\n\n")
    assert first == "Envoys Meet"
    assert len(paragraphs) == 3
    assert "Home" not in article.text


def test_a_title_that_stands_in_the_body_is_not_told_twice_and_a_marker_before_it_is_no_content() -> None:
    marker = "Demonstration text, written for comity"
    article, _ = read(html("<title>Envoys Meet</title>", f"<p>{marker}</p><h1>Envoys Meet</h1>{BODY}"))
    assert article.text.count("Envoys Meet") == 1
    assert [article.text[start:end] for start, end in article.noncontent] == [marker]


def test_a_broken_block_of_json_ld_leaves_the_next_place_to_speak() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
        '<meta property="article:published_time" content="2023-10-18">'
    )
    article, _ = read(html(head))
    assert article.published == "2023-10-18"


def test_a_page_says_its_encoding_itself() -> None:
    last = "<p>Café “talks” of the two sides.</p>"
    raw = f'<html><head><meta charset="windows-1252"></head><body>{BODY}{last}</body></html>'
    article, errors = read(raw.encode("windows-1252"))
    assert errors == []
    assert "Café “talks” of the two sides." in article.text


def test_a_page_with_some_wrong_bytes_is_read_and_told() -> None:
    article, errors = read(html('<meta charset="utf-8">').replace(b"the lake", b"the l\xffke"))
    assert "the l\ufffdke" in article.text
    assert "not utf-8" in errors[0].problem


@pytest.mark.parametrize("depth", [300, 5_000, 200_000])
def test_a_page_nested_very_deep_is_read_in_its_order(depth: int) -> None:
    body = "<p>Before it.</p>" + "<div>" * depth + "<p>Deep inside.</p>" + "</div>" * depth + "<p>After it.</p>"
    article, _ = read(html(body=body))
    assert article.text.split("\n\n") == ["Before it.", "Deep inside.", "After it."]


def test_a_very_large_page_is_read_whole_in_a_time_that_grows_with_its_length() -> None:
    def large(paragraphs: int) -> bytes:
        return html(body="".join(f"<p>Paragraph number {k} of a very large page.</p>" for k in range(paragraphs)))

    article, _ = read(large(20_000))
    assert article.text.count("Paragraph number") == 20_000
    assert growth(lambda size: read(large(size)), 4_000) < 10


def test_a_page_without_words_is_told() -> None:
    (error,) = articles(io.BytesIO(b"<html><body><script>var x = 1;</script></body></html>"), OPTIONS)
    assert isinstance(error, InputError)
    assert "no words" in error.problem


def test_entities_that_name_files_are_not_opened() -> None:
    entity = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    article, _ = read(b'<?xml version="1.0"?>' + entity + b"<html><body><p>Words &x; here.</p></body></html>")
    assert article.text.endswith("Words &x; here.")


@pytest.mark.parametrize("attack", ["<", "<a ", "<!--", "<script>", "</", "<p", "&", "<nav>", "<!", '<a href="'])
def test_the_plain_reading_takes_linear_time(attack: str) -> None:
    assert growth(lambda size: plain_page(attack * (size // len(attack))), 75_000) < 10
