"""Files, folders and streams become articles; whatever cannot be read is told with its place, and the rest is read."""

from __future__ import annotations

import io
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.errors import InputError
from comity.sources import ReadingOptions, articles
from comity.values import Article

NOW = datetime(2024, 7, 1, tzinfo=UTC)
OPTIONS = ReadingOptions(now=NOW)
PROSE = "The two delegations met on the lake on Monday, the ministry said."


def read(*inputs: Path, options: ReadingOptions = OPTIONS) -> tuple[list[Article], list[InputError]]:
    both = list(articles(inputs, options))
    return [x for x in both if isinstance(x, Article)], [x for x in both if isinstance(x, InputError)]


def stream(raw: bytes, options: ReadingOptions = OPTIONS) -> list[Article | InputError]:
    return list(articles(io.BytesIO(raw), options))


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_a_text_has_its_headline_outlet_date_and_the_header_lines_are_no_content(tmp_path: Path) -> None:
    text = (
        "Demonstration text, written for comity\n"
        "Envoys Meet on the Lake\n"
        "Outlet: Demo Wire North\n"
        "Published: 2023-10-18T12:00+03:00\n"
        "By Jane Example\n\n" + PROSE
    )
    (article,), errors = read(write(tmp_path, "a.txt", text))
    assert errors == []
    assert (article.title, article.outlet) == ("Envoys Meet on the Lake", "Demo Wire North")
    assert article.published == "2023-10-18T12:00:00+03:00"
    assert article.text == text
    assert [text[a:b] for a, b in article.noncontent] == [
        "Demonstration text, written for comity",
        "Outlet: Demo Wire North",
        "Published: 2023-10-18T12:00+03:00",
        "By Jane Example",
    ]


def test_a_text_without_a_headline_keeps_its_first_sentence_and_has_no_title(tmp_path: Path) -> None:
    (article,), _ = read(write(tmp_path, "a.txt", f"{PROSE}\n{PROSE}"))
    assert article.title is None
    assert article.noncontent == ()


def test_the_date_given_by_the_user_fills_a_text_without_one_only(tmp_path: Path) -> None:
    options = ReadingOptions(published="2024-02-05", now=NOW)
    dated = write(tmp_path, "a.txt", f"A Headline\nPublished: 2023-10-18\n\n{PROSE}")
    undated = write(tmp_path, "b.txt", f"A Headline\n\n{PROSE}")
    (first, second), _ = read(dated, undated, options=options)
    assert (first.published, second.published) == ("2023-10-18", "2024-02-05")


def test_markdown_gives_its_words_without_marks_and_its_front_matter_as_metadata(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "Envoys Meet"\ndate: 2023-10-18\noutlet: Demo Gazette South\ntags: [a, b]\n---\n'
        "# Envoys Meet\n\nThe **ministry** said that *no* [agreement](https://example.org/a_b) was near.\n\n"
        "> A quoted_name stays.\n\n* first\n* second\n"
    )
    (article,), errors = read(write(tmp_path, "a.md", text))
    assert errors == []
    assert (article.title, article.published, article.outlet) == ("Envoys Meet", "2023-10-18", "Demo Gazette South")
    assert article.text == (
        "Envoys Meet\n\nThe ministry said that no agreement was near.\n\nA quoted_name stays.\n\n- first\n- second"
    )


def test_markdown_of_the_demonstration_form_is_read_like_plain_text(tmp_path: Path) -> None:
    text = f"Demonstration text, written for comity\n\n# Envoys Meet\n\nOutlet: Demo Wire North\n\n{PROSE}\n"
    (article,), _ = read(write(tmp_path, "a.md", text))
    assert (article.title, article.outlet) == ("Envoys Meet", "Demo Wire North")
    assert article.text[slice(*article.noncontent[0])] == "Demonstration text, written for comity"


def test_line_ends_marks_and_broken_code_points_are_normalised_once(tmp_path: Path) -> None:
    (article,), _ = read(write(tmp_path, "a.txt", b"\xef\xbb\xbfFirst line\r\nsecond\rthird \x00 e\xcc\x81"))
    assert article.text == "First line\nsecond\nthird \ufffd e\u0301"


def test_the_same_text_has_the_same_id_and_another_outlet_another(tmp_path: Path) -> None:
    (one,), _ = read(write(tmp_path, "a.txt", PROSE))
    (two,), _ = read(write(tmp_path, "b.txt", PROSE))
    (three,), _ = read(tmp_path / "a.txt", options=ReadingOptions(outlet="Demo Wire North", now=NOW))
    assert one.id == two.id != three.id
    assert len(one.id) == 16


def test_jsonl_gives_every_field_and_its_own_id(tmp_path: Path) -> None:
    record = {
        "id": "x-1",
        "text": PROSE,
        "title": "T",
        "published": "2023-10-18",
        "outlet": "O",
        "url": "https://example.org",
        "kind": "statement",
    }
    (article,), errors = read(write(tmp_path, "a.jsonl", json.dumps(record) + "\n"))
    assert errors == []
    assert (article.id, article.text, article.title, article.published, article.outlet, article.url, article.kind) == (
        "x-1",
        PROSE,
        "T",
        "2023-10-18",
        "O",
        "https://example.org",
        "statement",
    )


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"text": "a broken', "no valid JSON"),
        (b'["a list"]', "no JSON object"),
        (b'{"title": "no words"}', 'no "text"'),
        (b'{"text": "   "}', 'no "text"'),
        (b'{"text": 12}', 'no "text"'),
        (b'{"text": "wrong \xff bytes"}', "invalid UTF-8"),
        (b'{"text": ' + b"[" * 100_000, "no valid JSON"),
        (b'{"text": "words", "published": 2023}', '"published" is no string'),
        (b'{"text": "words", "id": [1]}', '"id" is no string'),
    ],
)
def test_a_bad_line_in_the_middle_of_a_jsonl_is_named_and_the_rest_is_read(
    tmp_path: Path, line: bytes, problem: str
) -> None:
    good = json.dumps({"text": PROSE}).encode()
    found, errors = read(write(tmp_path, "a.jsonl", good + b"\n\n" + line + b"\n" + good + b"\n"))
    assert len(found) == 2
    (error,) = errors
    assert error.place == f"{tmp_path / 'a.jsonl'}:3"
    assert problem in error.problem
    assert error.remedy


def test_bad_files_are_each_told_with_name_and_remedy_and_the_rest_of_the_batch_is_read(tmp_path: Path) -> None:
    inputs = [
        write(tmp_path, "empty.txt", ""),
        write(tmp_path, "blank.md", " \n\n "),
        write(tmp_path, "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        write(tmp_path, "controls.txt", bytes(range(256)) * 40),
        write(tmp_path, "latin.txt", "one line\nand a café\n".encode("latin-1")),
        tmp_path / "missing.txt",
        write(tmp_path, "good.txt", PROSE),
    ]
    (tmp_path / "nothing").mkdir()
    inputs.insert(0, tmp_path / "nothing")
    found, errors = read(*inputs)
    assert [article.text for article in found] == [PROSE]
    told = {str(error.place).removeprefix(f"{tmp_path}/"): error.problem for error in errors}
    assert told.keys() == {
        "nothing",
        "empty.txt",
        "blank.md",
        "picture.txt",
        "controls.txt",
        "latin.txt:2",
        "missing.txt",
    }
    assert told["nothing"] == "the folder holds no articles"
    assert "empty" in told["empty.txt"]
    assert "a picture" in told["picture.txt"]
    assert told["latin.txt:2"] == "invalid UTF-8 at byte 18"
    assert all(error.remedy for error in errors)


def test_a_named_encoding_reads_what_is_not_utf_8(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Переговоры прошли в Женеве.".encode("windows-1251"))
    (article,), errors = read(path, options=ReadingOptions(encoding="windows-1251", now=NOW))
    assert (article.text, errors) == ("Переговоры прошли в Женеве.", [])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-32"])
def test_a_byte_order_mark_is_followed(tmp_path: Path, encoding: str) -> None:
    (article,), errors = read(write(tmp_path, "a.txt", PROSE.encode(encoding)))
    assert (article.text, errors) == (PROSE, [])


@pytest.mark.parametrize(("written", "problem"), [("2031-01-01", "in the future"), ("10/11/2023", "cannot be read")])
def test_a_bad_date_is_told_and_the_article_is_read_without_it(tmp_path: Path, written: str, problem: str) -> None:
    found, errors = read(write(tmp_path, "a.txt", f"A Headline\nPublished: {written}\n\n{PROSE}"))
    assert [article.published for article in found] == [None]
    assert problem in errors[0].problem
    assert written in errors[0].problem


def test_a_text_above_the_limit_is_refused_and_a_long_line_of_jsonl_alone(tmp_path: Path) -> None:
    options = ReadingOptions(max_bytes=1_000, now=NOW)
    big = write(tmp_path, "a.txt", "word " * 1_000)
    lines = write(tmp_path, "b.jsonl", b'{"text": "' + b"x" * 3_000 + b'"}\n{"text": "a short one"}\n')
    found, errors = read(big, lines, options=options)
    assert [article.text for article in found] == ["a short one"]
    assert [error.place for error in errors] == [str(big), f"{lines}:1"]


def test_a_folder_is_read_in_order_of_names_without_hidden_and_other_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path, "b.txt", "Second words.")
    write(tmp_path, "a.md", "First words.")
    write(tmp_path, ".hidden.txt", "Hidden words.")
    write(tmp_path, "c.png", b"\x89PNG")
    write(tmp_path, "README.md", "About this folder.")
    write(tmp_path / "sub", "a.jsonl", '{"text": "Third words."}')
    found, errors = read(tmp_path)
    assert [article.text for article in found] == ["First words.", "Second words.", "Third words."]
    assert errors == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (PROSE.encode(), [PROSE]),
        (f"<!doctype html><html><body><p>{PROSE}</p></body></html>".encode(), [PROSE]),
    ],
)
def test_a_stream_is_read_by_what_it_holds(raw: bytes, text: list[str]) -> None:
    assert [x.text for x in stream(raw) if isinstance(x, Article)] == text


def test_a_jsonl_stream_longer_than_the_limit_of_one_text_is_read_to_its_end() -> None:
    raw = b"".join(b'{"text": "Number %d."}\n' % number for number in range(500))
    found = stream(raw, ReadingOptions(max_bytes=300, now=NOW))
    assert [x.text for x in found if isinstance(x, Article)] == [f"Number {number}." for number in range(500)]


FORMS = st.sampled_from(["a.txt", "a.md", "a.html", "a.jsonl", "a.unknown"])
FRAGMENTS = st.sampled_from(
    [
        b"<p>",
        b"</div>",
        b"<script>",
        b"{",
        b'{"text": "',
        b'"}',
        b"\n",
        b"---\n",
        b"<!--",
        b"\xff",
        b"\x00",
        b"**",
        b"](",
    ]
)
BYTES = st.one_of(
    st.binary(max_size=400), st.lists(st.one_of(FRAGMENTS, st.binary(max_size=8)), max_size=60).map(b"".join)
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=FORMS, raw=BYTES)
def test_any_bytes_give_articles_or_errors_and_never_an_exception(tmp_path: Path, name: str, raw: bytes) -> None:
    found, errors = read(write(tmp_path, name, raw))
    assert found or errors or name == "a.jsonl"
    for error in errors:
        assert error.place
        assert error.remedy
    for article in found:
        assert "\r" not in article.text
        assert "\x00" not in article.text
        article.text.encode("utf-8")
        assert list(article.noncontent) == sorted(article.noncontent)
        assert all(0 <= start < end <= len(article.text) for start, end in article.noncontent)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on POSIX alone")
def test_a_pipe_in_a_folder_is_told_and_waited_for_by_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(
        "Norway condemned Chile on 2 May 2024 over the seizure of a vessel.", encoding="utf-8"
    )
    fault, article = articles([tmp_path], ReadingOptions())
    assert isinstance(fault, InputError)
    assert "a.txt" in str(fault)
    assert isinstance(article, Article)
