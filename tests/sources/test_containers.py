"""Archives: members are read one by one, and what is cut, damaged, hostile or no article is told at its place."""

from __future__ import annotations

import gzip
import io
import json
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import InputError
from comity.sources import Account, ReadingOptions
from comity.values import Article
from sources.making import NOW, OPTIONS, bomb, page, pdf, prose, read, stream, tarred, zipped

MEMBERS = {f"day/{n}.txt": f"Hall {n}\n\n{prose(n)}".encode() for n in range(8)}


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.zip", zipped(MEMBERS)),
        ("a.tar", tarred(MEMBERS)),
        ("a.tar.gz", gzip.compress(tarred(MEMBERS))),
        ("a.tgz", gzip.compress(tarred(MEMBERS, tarfile.GNU_FORMAT))),
    ],
)
def test_an_archive_gives_its_articles_in_their_order(tmp_path: Path, name: str, raw: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    found, errors = read(path)
    assert errors == []
    assert [a.title for a in found] == [f"Hall {n}" for n in range(8)]
    assert found[0].path == f"{path}: day/0.txt"
    unnamed, _ = stream(raw)
    assert [(a.text, a.path) for a in unnamed] == [
        (a.text, (a.path or "").replace(str(path), "standard input")) for a in found
    ]


def test_gzip_gives_the_one_article_or_the_lines_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page(1)))
    lines = b"".join(json.dumps({"text": prose(n)}).encode() + b"\n" for n in range(30))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines[:900]) + gzip.compress(lines[900:]))
    found, errors = read(tmp_path)
    assert errors == []
    assert [a.title for a in found[:1]] == ["Envoys meet in hall 1"]
    assert [a.text for a in found[1:]] == [prose(n) for n in range(30)]


def test_what_is_no_article_is_left_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(
        zipped({"x.png": b"\x89PNG", ".hidden.txt": b"x", "README.txt": b"About", "a.txt": prose(1).encode()})
    )
    account = Account()
    found, errors = read(path, account=account)
    assert (len(found), errors) == (1, [])
    assert account.as_json()[0]["left_out"] == {"no article by its name": 3}


def test_an_archive_inside_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = zipped({"a.txt": prose(1).encode()})
    (tmp_path / "a.zip").write_bytes(
        zipped({"in.zip": inner, "b.txt.gz": gzip.compress(b"x"), "ok.txt": prose(2).encode()})
    )
    found, errors = read(tmp_path / "a.zip")
    assert [a.text for a in found] == [prose(2)]
    assert [e.problem for e in errors] == ["an archive inside an archive is not opened"] * 2
    (twice,) = stream(gzip.compress(gzip.compress(b"x")))[1]
    assert "inside an archive" in twice.problem


def test_names_that_lead_elsewhere_are_only_shown_and_nothing_is_written(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    names = ["../../evil.txt", "/etc/evil.txt", "a\x1b[31m\u202egnp.txt"]
    for n, raw in enumerate(
        (zipped({k: prose(1).encode() for k in names}), tarred({k: prose(1).encode() for k in names}))
    ):
        (work / f"{n}.{'zip' if n == 0 else 'tar'}").write_bytes(raw)
    before = sorted(tmp_path.rglob("*"))
    found, errors = read(work)
    assert (len(found), errors) == (6, [])
    assert sorted(tmp_path.rglob("*")) == before
    assert not any("\x1b" in (a.path or "") or "\u202e" in (a.path or "") for a in found)


def test_links_and_devices_of_a_tar_are_passed_over() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        device = tarfile.TarInfo("null.txt")
        device.type = tarfile.CHRTYPE
        archive.addfile(device)
        info = tarfile.TarInfo("long/" * 60 + "a.txt")
        info.size = len(prose(1))
        archive.addfile(info, io.BytesIO(prose(1).encode()))
    (found,), errors = stream(out.getvalue())
    assert errors == []
    assert found.text == prose(1)
    assert "long/long/" in (found.path or "")


def test_a_member_beyond_the_cap_is_told_and_the_others_are_read() -> None:
    options = ReadingOptions(now=NOW, max_bytes=2_000)
    large = bytes(range(32, 127)) * 50
    for raw in (
        zipped({"a.txt": large, "b.txt": prose(1).encode()}),
        tarred({"a.txt": large, "b.txt": prose(1).encode()}),
    ):
        small = [*read_with(raw, options)]
        assert [e.status for e in small[1]] == ["too large"]
        assert [a.text for a in small[0]] == [prose(1)]


def read_with(raw: bytes, options: ReadingOptions) -> tuple[list[Article], list[InputError]]:
    """From a file, for an archive as a whole may be longer than one article may be."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.zip" if raw.startswith(b"PK") else "a.tar")
        path.write_bytes(raw)
        return read(path, options=options)


def test_a_member_that_lies_about_its_size_or_its_sum_is_damaged() -> None:
    raw = bytearray(zipped({"a.txt": prose(1).encode(), "b.txt": prose(2).encode()}))
    at = raw.index(b"a.txt") + 5
    raw[at + 20] ^= 0xFF
    found, errors = stream(bytes(raw))
    assert [a.text for a in found] == [prose(2)]
    assert [e.status for e in errors] == ["damaged"]


def test_a_locked_zip_is_told() -> None:
    raw = bytearray(zipped({"a.txt": prose(1).encode()}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert [e.problem for e in stream(bytes(raw))[1]] == ["locked with a password"]


def test_a_zip_of_a_version_that_is_not_known_is_told() -> None:
    raw = bytearray(zipped({"a.txt": prose(1).encode()}))
    raw[raw.index(b"PK\x01\x02") + 6] = 255
    assert [e.status for e in stream(bytes(raw))[1]] == ["truncated"]


def test_members_that_lie_over_one_another_are_stopped() -> None:
    """The bomb without nesting: a list of thousands of members that all are the same packed bytes."""
    body = b"b" * 9_000_000
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", body)
        for n in range(1, 500):
            info = zipfile.ZipInfo(f"{n}.txt")
            first = archive.filelist[0]
            info.header_offset, info.CRC = first.header_offset, first.CRC
            info.file_size, info.compress_size = first.file_size, first.compress_size
            info.compress_type = first.compress_type
            archive.filelist.append(info)
    found, errors = stream(out.getvalue())
    assert found == []
    assert {e.status for e in errors} <= {"damaged", "bomb"}
    assert "bomb" in {e.status for e in errors}


READ_BOMB = """
import re, sys
sys.path[:0] = {path!r}
from comity.sources import articles
found = list(articles([sys.argv[1]]))
print([getattr(x, "status", "article") for x in found])
print(int(re.search(r"VmHWM:\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024)
"""


@pytest.fixture(scope="module")
def packed_bomb() -> bytes:
    return bomb(1_500)


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.warc.gz", "bomb.tar.gz", "bomb.zip"])
def test_a_megabyte_and_a_half_that_unpacks_to_a_thousand_times_is_an_error_in_little_memory(
    tmp_path: Path, name: str, packed_bomb: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(as_zip(packed_bomb) if name.endswith(".zip") else packed_bomb)
    assert path.stat().st_size < 1_600_000
    program = READ_BOMB.format(path=sys.path)
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, timeout=120)
    statuses, memory = done.stdout.splitlines()
    assert "article" not in statuses
    assert len(statuses) > 2
    assert int(memory) < 300  # MB


def as_zip(packed: bytes) -> bytes:
    """A zip around the same packed bytes, which gives its member's true length as small."""
    deflated, crc = packed[10:-8], int.from_bytes(packed[-8:-4], "little")
    fields = (20, 0, 8, 0, 0x21, crc, len(deflated), 1_000, 5, 0)
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", *fields) + b"a.txt"
    central = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, 0) + b"a.txt"
    start = len(local) + len(deflated)
    return local + deflated + central + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(central), start, 0)


def test_a_tar_header_that_asks_for_memory_gets_none() -> None:
    """A POSIX header of a gigabyte, which tarfile would hold whole."""
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 1_000_000_000
    raw = gzip.compress(info.tobuf(tarfile.USTAR_FORMAT) + b"a" * 3_000_000)
    found, errors = read_named("a.tar.gz", raw)
    assert (found, [e.status for e in errors]) == ([], ["too large"])


@pytest.mark.parametrize("percent", range(1, 100, 7))
def test_a_cut_tar_gives_its_whole_members_and_one_fault(percent: int) -> None:
    whole = tarred(MEMBERS)
    cut_ = whole[: len(whole) * percent // 100]
    found, errors = read_named("a.tar", cut_)
    starts = [whole.index(name.encode()) for name in MEMBERS]
    begun = sum(start < len(cut_) for start in starts)
    assert len(found) + len(errors) in (begun, begun + 1)  # a header cut before its name is a fault of its own
    assert [a.title for a in found] == [f"Hall {n}" for n in range(len(found))]
    assert {e.status for e in errors} <= {"truncated"}


@settings(max_examples=60)
@given(cut=st.integers(1, 99), packed=st.booleans())
def test_a_cut_file_of_packed_lines_gives_the_whole_lines_and_tells_the_cut(cut: int, packed: bool) -> None:
    lines = b"".join(json.dumps({"text": f"{prose(n)} {n * 7919}"}).encode() + b"\n" for n in range(200))
    whole = gzip.compress(lines, mtime=0)
    found, errors = read_named("a.jsonl.gz", whole[: len(whole) * cut // 100])
    assert [e.status for e in errors] == ["truncated"]
    assert [a.text for a in found] == [f"{prose(n)} {n * 7919}" for n in range(len(found))]


def read_named(name: str, raw: bytes) -> tuple[list[Article], list[InputError]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(raw)
        return read(path)


def test_a_wrong_trailer_is_damage() -> None:
    raw = bytearray(gzip.compress(prose(1).encode(), mtime=0))
    raw[-6] ^= 1
    found, errors = stream(bytes(raw))
    assert (found, [e.status for e in errors]) == ([], ["damaged"])


@settings(max_examples=80)
@given(
    raw=st.sampled_from(
        [zipped(MEMBERS), tarred(MEMBERS), gzip.compress(tarred(MEMBERS), mtime=0), pdf(prose(1))[:64]]
    ),
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=6),
    end=st.integers(0, 10**6),
)
def test_no_archive_raises_whatever_is_done_to_it(raw: bytes, changes: list[tuple[int, int]], end: int) -> None:
    changed = bytearray(raw)
    for at, value in changes:
        changed[at % len(changed)] = value
    found, errors = stream(bytes(changed[: end % (len(changed) + 1)]), OPTIONS)
    assert found or errors
