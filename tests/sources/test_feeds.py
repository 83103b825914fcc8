"""Feeds, outlines and sitemaps: what entries say is taken, and no trick of XML works."""

from __future__ import annotations

import io
import json
import socket
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import InputError
from comity.sources import Account, articles
from comity.sources.feeds import read_feed
from comity.sources.lists import read_json_list, read_outline, read_sitemap, read_table
from comity.values import Article
from sources.making import OPTIONS, item, prose, read, rss, stream

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Demo Gazette South</title>
<entry><title type="html">Envoys &lt;b&gt;meet&lt;/b&gt;</title><link rel="self" href="https://example.org/self"/>
<link href="/a"/><id>1</id><published>2023-10-18T12:00:00+03:00</published><updated>2024-01-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First words.</p><p>Second words.</p></div></content></entry>
<entry><title>Only changed</title><link rel="alternate" href="https://example.org/b"/><updated>2024-01-01T00:00:00Z</updated>
<summary>Some words.</summary></entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Demo Post East</title></channel>
<item><title>One</title><link>https://example.org/1</link><dc:date>2023-10-18</dc:date><description>Words.</description></item>
</rdf:RDF>"""


def test_an_rss_file_gives_its_entries_with_title_time_and_outlet(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(rss(item(1, "https://example.org/1"), item(2, date=None)))
    (first, second), errors = read(tmp_path)
    assert errors == []
    assert (first.title, first.outlet, first.url) == (
        "Envoys meet in hall 1",
        "Demo Wire North",
        "https://example.org/1",
    )
    assert first.text == f"Envoys meet in hall 1\n\n{prose(1)}"
    assert (first.published, second.published) == ("2023-10-18T12:00:00+03:00", None)


def test_atom_entries_give_their_own_link_and_a_change_is_no_publication() -> None:
    feed = read_feed(ATOM.encode(), "a", "https://example.org/feed")
    assert feed.title == "Demo Gazette South"
    first, second = feed.entries
    assert (first.title, first.url) == ("Envoys meet", "https://example.org/a")
    assert (first.published, first.text) == ("2023-10-18T12:00:00+03:00", "First words.\n\nSecond words.")
    assert (second.published, second.url) == (None, "https://example.org/b")


def test_rss_1_has_its_items_beside_the_channel() -> None:
    feed = read_feed(RDF.encode(), "a")
    assert [(e.title, e.url, e.published) for e in feed.entries] == [("One", "https://example.org/1", "2023-10-18")]


def test_the_fullest_words_of_an_entry_are_taken_and_links_of_other_kinds_are_not() -> None:
    raw = rss(
        "<item><description>Short.</description><content:encoded>&lt;p&gt;Long words.&lt;/p&gt;</content:encoded>"
        "<link>javascript:alert(1)</link><guid>https://example.org/9</guid></item>"
    )
    (entry,) = read_feed(raw, "a").entries
    assert (entry.text, entry.url) == ("Long words.", None)


def test_a_broken_feed_gives_what_stands_before_the_break() -> None:
    raw = rss(item(1), item(2))
    found, errors = stream(raw[: raw.index(b"hall 2 on")])
    assert prose(1) in found[0].text
    assert [e.status for e in errors] == ["truncated"]


SECRET = "words that stand in a file of this machine"
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "{address}">]>'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
)
OF_KIND = {
    "feed": "<rss><channel><title>&{e};</title><item><title>t</title><description>&{e}; w</description></item></channel></rss>",
    "outline": '<opml><body><outline text="x" xmlUrl="https://example.org/&{e};"/></body></opml>',
    "sitemap": "<urlset><url><loc>https://example.org/&{e};</loc></url></urlset>",
}
READERS = {"feed": read_feed, "outline": read_outline, "sitemap": read_sitemap}


@pytest.mark.parametrize("kind", READERS)
def test_no_entity_opens_a_file_or_an_address(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        for address in (secret.as_uri(), f"http://127.0.0.1:{listening.getsockname()[1]}/x"):
            raw = (XXE.format(address=address) + OF_KIND[kind].format(e="e")).encode()
            with pytest.raises(InputError) as raised:
                READERS[kind](raw, "a")
            assert SECRET not in str(raised.value)
            outside = raw.replace(b"<!DOCTYPE x [", b'<!DOCTYPE x SYSTEM "' + address.encode() + b'" [')
            with pytest.raises(InputError):
                READERS[kind](outside, "a")
        with pytest.raises(BlockingIOError):
            listening.accept()


@pytest.mark.parametrize("kind", READERS)
def test_no_entity_grows(kind: str) -> None:
    raw = (LAUGHS + OF_KIND[kind].format(e="a11")).encode()
    started = time.process_time()
    with pytest.raises(InputError):
        READERS[kind](raw, "a")
    assert time.process_time() - started < 1


def test_a_doctype_without_entities_is_no_offence() -> None:
    raw = rss(item(1)).replace(
        b"?>", b'?><!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">', 1
    )
    assert len(read_feed(raw, "a").entries) == 1


def test_nul_halves_of_characters_and_depth_do_not_stop_a_feed() -> None:
    raw = rss(item(1).replace("Talks", "Talks\x00\x0b &#xD800; &#56000;"), item(2))
    found, errors = stream(raw)
    assert (len(found), errors) == (2, [])
    assert len(stream(raw.decode().replace("UTF-8", "UTF-16").encode("utf-16"))[0]) == 2
    deep = rss("<item><description>" + "<b>" * 100_000 + "words" + "</b>" * 100_000 + "</description></item>")
    assert [e.status for e in stream(deep)[1]] == ["damaged"]


def test_what_is_no_feed_is_told() -> None:
    for raw in (b"<html><body>x</body></html>", b"<a/>", b"not xml", b"\xff\xfe\x00"):
        with pytest.raises(InputError):
            read_feed(raw, "a")


def test_an_outline_gives_its_feeds_at_any_depth_each_once() -> None:
    inner = (
        '<outline text="x"><outline xmlUrl="https://example.org/a"/><outline xmlUrl="https://example.org/a"/></outline>'
    )
    raw = f'<opml><body>{inner}<outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://example.org/b"/></body></opml>'
    assert [entry.url for entry in read_outline(raw.encode(), "a")] == [
        "https://example.org/a",
        "https://example.org/b",
    ]


def test_a_news_sitemap_gives_publication_times_and_a_change_is_none() -> None:
    raw = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://example.org/1</loc><n:news><n:publication_date>2023-10-18T12:00:00Z</n:publication_date></n:news></url>
    <url><loc>https://example.org/2</loc><lastmod>2024-01-01</lastmod></url></urlset>"""
    found = read_sitemap(raw.encode(), "a")
    assert [(entry.url, entry.published) for entry in found] == [
        ("https://example.org/1", "2023-10-18T12:00:00Z"),
        ("https://example.org/2", None),
    ]


def test_story_lists_give_addresses_and_only_a_publication_date_is_one() -> None:
    cloud = (
        'stories_id,publish_date,title,URL\n1,2023-10-18 12:00:00,"a, b",https://example.org/1\n2,,x,not an address\n'
    )
    assert [(e.url, e.published) for e in read_table(cloud, "a")] == [("https://example.org/1", "2023-10-18 12:00:00")]
    gdelt = json.dumps({"articles": [{"url": "https://example.org/2", "seendate": "20231018T120000Z"}]})
    assert [(e.url, e.published) for e in read_json_list(gdelt, "a")] == [("https://example.org/2", None)]
    events = "\t".join(["x"] * 57 + ["https://example.org/3"])
    graph = "\t".join(["x"] * 4 + ["https://example.org/4"] + ["x"] * 22)
    assert [e.url for e in (*read_table(events, "a"), *read_table(graph, "a"))] == [
        "https://example.org/3",
        "https://example.org/4",
    ]
    for raw in ("a,b\n1,2\n", ""):
        with pytest.raises(InputError):
            read_table(raw, "a")
    for raw in ("{", "[]", "[1]", '{"a": 1}', "[" * 100_000):
        with pytest.raises(InputError):
            read_json_list(raw, "a")


@settings(max_examples=150)
@given(
    raw=st.sampled_from([rss(item(1), item(2)), ATOM.encode(), RDF.encode(), OF_KIND["outline"].encode()]),
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=5)), max_size=6),
    end=st.integers(0, 10**6),
)
def test_no_feed_raises_whatever_is_done_to_it(raw: bytes, changes: list[tuple[int, bytes]], end: int) -> None:
    changed = bytearray(raw)
    for at, value in changes:
        start = at % len(changed)
        changed[start : start + len(value)] = value
    account = Account()
    list(articles(io.BytesIO(bytes(changed[: end % (len(changed) + 1)])), OPTIONS, account))
    (told,) = account.inputs
    assert told.articles + told.faults.total() + told.left_out.total() > 0


NAMES = [
    "a." + end
    for end in [
        "txt",
        "md",
        "html",
        "jsonl",
        "rss",
        "xml",
        "opml",
        "csv",
        "tsv",
        "json",
        "zip",
        "tar",
        "gz",
        "warc",
        "warc.gz",
    ]
]


@settings(max_examples=150)
@given(
    raw=st.one_of(st.binary(max_size=400), st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass"))),
    name=st.sampled_from(NAMES),
)
def test_no_bytes_under_any_name_raise(raw: bytes, name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("fuzz") / name
    path.write_bytes(raw)
    found, errors = read(path)
    assert found or errors


def test_every_article_of_the_readers_is_text_that_can_be_stored() -> None:
    found, _ = stream(rss(item(1).replace("Talks", "T\x00lks")))
    assert all(isinstance(x, Article) and x.text.encode("utf-8") for x in found)
