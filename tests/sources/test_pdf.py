"""PDF: the text layer in paragraphs; what has none, is locked, hostile or slow is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import InputError
from comity.sources.pdf import read_pdf
from comity.sources.unwrapping import unwrapped
from sources.making import pdf, prose, read, stream

LINES = """Communique on the talks
The delegations of the two countries met on Monday, the minis-
try said. They agreed to meet again in May and to exchange
lists of prisoners before then.
A second paragraph begins here and goes on for a whole line of
the page, as it should."""


def test_a_pdf_gives_its_words_in_paragraphs_and_its_title_where_the_page_shows_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(LINES, title="Communique on the talks"))
    (tmp_path / "b.pdf").write_bytes(pdf(LINES, title="Microsoft Word - draft7.doc"))
    (first, second), errors = read(tmp_path)
    assert errors == []
    assert "the ministry said. They agreed" in first.text
    assert first.text.split("\n\n")[1].startswith("A second paragraph")
    assert (first.title, second.title) == ("Communique on the talks", None)
    assert first.published is None  # the day the file was made is no publication


def test_pages_follow_one_another() -> None:
    (found,), _ = stream(pdf(prose(1), prose(2)))
    assert found.text.index(prose(1)) < found.text.index(prose(2))


def test_a_pdf_of_pictures_is_told() -> None:
    assert [e.problem for e in stream(pdf("x", pictures=True))[1]] == ["a PDF without a text layer"]


def test_a_pdf_that_takes_too_long_is_killed() -> None:
    with pytest.raises(InputError) as raised:
        read_pdf(pdf(LINES), "a", seconds=0.01)
    assert raised.value.status == "slow"


def test_a_pdf_that_packs_a_bomb_is_an_error() -> None:
    import zlib

    packed = zlib.compress(b"BT " + b"(a) Tj " * 40_000_000, 9)
    body = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    whole = pdf("x")
    start = whole.index(b"<< /Length")
    raw = whole[:start] + body + whole[whole.index(b"endstream") + 9 :]
    found, errors = stream(raw)
    assert (found, len(errors)) == ([], 1)


@settings(max_examples=6)
@given(st.data())
def test_no_pdf_raises_whatever_is_cut_or_changed(data: st.DataObject) -> None:
    raw = bytearray(pdf(LINES, prose(2)))
    for _ in range(3):
        raw[data.draw(st.integers(8, len(raw) - 1))] = data.draw(st.integers(0, 255))
    found, errors = stream(bytes(raw[: data.draw(st.integers(5, len(raw)))]))
    assert len(found) + len(errors) == 1


def test_lines_are_joined_and_short_last_lines_end_paragraphs() -> None:
    assert unwrapped(["one two three\nfour five.\n\nsix"]) == "one two three four five.\n\nsix"
    assert unwrapped([]) == ""
    assert unwrapped(["pre-\nWar years"]) == "pre- War years"
