"""Web archives: every record is given or told, whatever was cut off or changed."""

from __future__ import annotations

import gzip
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import InputError
from comity.sources import Account, articles
from comity.values import Article
from sources.making import OPTIONS, packed_each, page, prose, read, record, records, response

COUNT = 6


def write(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_gives_its_pages_with_their_addresses(tmp_path: Path, packed: bool) -> None:
    parts = packed_each(records(COUNT)) if packed else records(COUNT)
    path = write(tmp_path, "a.warc.gz" if packed else "a.warc", b"".join(parts))
    found, errors = read(path)
    assert errors == []
    assert [a.url for a in found] == [f"https://example.org/{n}" for n in range(COUNT)]
    assert all(prose(n) in a.text for n, a in enumerate(found))
    assert all(a.published is None for a in found)  # the day of the crawl is no publication


def test_an_archive_packed_as_one_is_read_as_well(tmp_path: Path) -> None:
    found, errors = read(write(tmp_path, "a.warc.gz", gzip.compress(b"".join(records(COUNT)))))
    assert (len(found), errors) == (COUNT, [])


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("percent", range(1, 101))
def test_an_archive_cut_at_any_per_cent_gives_good_and_bad_together_all(percent: int, packed: bool) -> None:
    parts = packed_each(records(COUNT)) if packed else records(COUNT)
    whole = b"".join(parts)
    end = len(whole) * percent // 100
    starts = [sum(map(len, parts[:n])) for n in range(len(parts) + 1)]
    begun = sum(start < end for start in starts[:-1])
    # A record is whole where its block and its packing are; the two line ends after a block belong to nobody.
    slack = 0 if packed else 4
    complete = sum(after <= end + slack for after in starts[1:])
    found, errors = stream_named(whole[:end], packed)
    pages = max(0, complete - 1)  # the first record tells of the crawl
    assert len(found) == pages
    assert len(errors) == begun - complete
    assert {e.status for e in errors} <= {"truncated"}
    assert [a.url for a in found] == [f"https://example.org/{n}" for n in range(pages)]


def stream_named(raw: bytes, packed: bool) -> tuple[list[Article], list[InputError]]:
    with tempfile.TemporaryDirectory() as folder:
        return read(write(Path(folder), "a.warc.gz" if packed else "a.warc", raw))


@pytest.mark.parametrize("packed", [False, True])
def test_a_damaged_record_is_told_and_the_next_ones_are_read(tmp_path: Path, packed: bool) -> None:
    parts = packed_each(records(COUNT)) if packed else records(COUNT)
    spoilt = bytearray(parts[3])
    spoilt[len(spoilt) // 2] ^= 0xFF
    raw = b"".join([*parts[:3], bytes(spoilt), *parts[4:]])
    found, errors = read(write(tmp_path, "a.warc.gz" if packed else "a.warc", raw))
    assert [a.url for a in found] == [f"https://example.org/{n}" for n in (0, 1, 3, 4, 5)]
    assert [e.status for e in errors] == ["damaged"]


def test_a_response_shorter_than_its_own_length_is_cut(tmp_path: Path) -> None:
    short = response(page(1))[:-40]
    found, errors = read(write(tmp_path, "a.warc", record(short, "https://example.org/1")))
    assert (found, [e.status for e in errors]) == ([], ["truncated"])


def test_what_the_crawler_cut_is_cut(tmp_path: Path) -> None:
    raw = record(response(page(1)), "https://example.org/1", more="WARC-Truncated: length\r\n")
    assert [e.status for e in read(write(tmp_path, "a.warc", raw))[1]] == ["truncated"]


def test_bodies_come_out_of_chunks_and_packing(tmp_path: Path) -> None:
    packed = gzip.compress(page(1))
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (100, packed[:100], len(packed) - 100, packed[100:])
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    (found,), errors = read(write(tmp_path, "a.warc", record(head + chunks, "https://example.org/1")))
    assert errors == []
    assert prose(1) in found.text


def test_a_page_in_the_encoding_that_its_server_names(tmp_path: Path) -> None:
    text = "Переговоры продолжаются в понедельник, сообщило министерство.".encode("windows-1251")
    raw = record(response(text, "text/plain; charset=windows-1251"), "https://example.org/1")
    (found,), _ = read(write(tmp_path, "a.warc", raw))
    assert found.text.startswith("Переговоры")


def test_pictures_redirects_and_robots_are_left_out_and_counted(tmp_path: Path) -> None:
    raw = b"".join(
        [
            record(response(b"\x89PNG", "image/png"), "https://example.org/a.png"),
            record(response(b"", status=301), "https://example.org/b"),
            record(response(b"User-agent: *", "text/plain"), "https://example.org/robots.txt"),
            record(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
            *records(1),
        ]
    )
    account = Account()
    found, errors = read(write(tmp_path, "a.warc", raw), account=account)
    assert (len(found), errors) == (1, [])
    assert account.as_json()[0]["left_out"] == {
        "a record about the crawl": 2,
        "no page": 2,
        "the server answered 301": 1,
    }


def test_a_record_whose_type_was_damaged_is_told(tmp_path: Path) -> None:
    raw = b"".join(records(2)).replace(b"WARC-Type: response", b"WARC-Tybe: response", 1)
    found, errors = read(write(tmp_path, "a.warc", raw))
    assert (len(found), [e.status for e in errors]) == (1, ["damaged"])


def test_a_file_that_is_no_web_archive_is_told(tmp_path: Path) -> None:
    for raw in (b"", b"\r\n\r\n", b"hello\n" * 20):
        found, errors = read(write(tmp_path, "a.warc", raw))
        assert found == []
        assert len(errors) == 1


@settings(max_examples=80)
@given(
    packed=st.booleans(),
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4)), max_size=5),
    end=st.integers(0, 10**6),
)
def test_no_web_archive_raises_whatever_is_done_to_it(packed: bool, changes: list[tuple[int, bytes]], end: int) -> None:
    changed = bytearray(b"".join(packed_each(records(3)) if packed else records(3)))
    for at, value in changes:
        start = at % len(changed)
        changed[start : start + len(value)] = value
    account = Account()
    list(articles(io.BytesIO(bytes(changed[: end % (len(changed) + 1)])), OPTIONS, account))
    (told,) = account.inputs
    assert told.articles + told.faults.total() + told.left_out.total() > 0
