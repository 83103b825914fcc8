"""Pages made to harm or broken in every way: each is read or told, in bounded time, and what it gives can be stored."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.record.identity import text_hash
from sources.making import page, prose, stream

WORDS = "The minister said on Monday that talks go on. "
# Just below the limits of html.py, where the reader of articles does its dearest work.
DEAREST = {
    "spans": f"<p>{'<span>' + WORDS}" * 180 + "</span>" * 180 + "<b>x</b> y " * 9_000,
    "blocks alike": f"<div><div><p>{WORDS}</p></div></div>" * 6_000,
    "cells": f"<tr><td>{WORDS}</td><td>{WORDS}</td></tr>" * 6_000,
    "one word": "<p>" + "1" * 1_400_000,
    "spaces": "<p>x" + " " * 1_400_000,
    "comments": f"<p class='{'comment ' * 100_000}'>{WORDS}",
}


@pytest.mark.parametrize("kind", DEAREST)
def test_no_page_below_the_limits_takes_long(kind: str) -> None:
    started = time.process_time()
    found, errors = stream(f"<html><body><article>{DEAREST[kind]}</article></body></html>".encode())
    assert found or errors
    assert time.process_time() - started < 30


def test_a_page_of_five_megabytes_is_read_whole() -> None:
    raw = ("<html><body>" + "".join(f"<p>{WORDS}{n}</p>" for n in range(90_000)) + "</body></html>").encode()
    assert len(raw) > 5_000_000
    (found,), errors = stream(raw)
    assert errors == []
    assert found.text.count("The minister said") == 90_000


def test_nul_halves_of_characters_and_mixed_encodings_are_read_and_can_be_stored() -> None:
    mixed = page(1).replace(b"Talks", b"T\x00lks \xed\xa0\x80 \xff caf\xe9 &#xD800; &#0; &#x110000;")
    found, errors = stream(mixed.replace(b"<head>", b'<head><meta charset="utf-8">'))
    assert prose(1)[:40] in found[0].text
    assert ["U+FFFD" in error.problem for error in errors] == [True]
    assert text_hash(found[0].text)


@settings(max_examples=120)
@given(
    changes=st.lists(
        st.tuples(
            st.integers(0, 10**6),
            st.sampled_from(
                [
                    "<",
                    ">",
                    "</p>",
                    "<!--",
                    "<![CDATA[",
                    "<script>",
                    "&#xD800;",
                    "\0",
                    '"',
                    "<table>",
                    "<svg>",
                    "\u202e",
                    "<a href=",
                ]
            )
            | st.text(max_size=4),
        ),
        max_size=12,
    )
)
def test_no_page_raises_whatever_is_put_into_it(changes: list[tuple[int, str]]) -> None:
    changed = page(
        1, '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-10-18"}</script>'
    )
    for at, put in changes:
        start = at % len(changed)
        changed = changed[:start] + put.encode("utf-8", "surrogatepass") + changed[start:]
    found, errors = stream(changed)
    assert found or errors
    assert all(text_hash(article.text) for article in found)
