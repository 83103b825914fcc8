"""``comity read`` of addresses, archives and feeds: what it prints, what its report holds, and that it asks nobody unasked."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.conftest import Run
from comity.reading import MOST_VERSIONS, OpenRecord
from record.scenes import fake_coder
from sources.making import item, page, prose, rss, zipped
from sources.serving import Server, serving


@pytest.fixture(autouse=True)
def own_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.reading.coder", lambda processes: fake_coder())
    monkeypatch.setenv("COMITY_ALLOW_PRIVATE", "127.0.0.0/8")
    monkeypatch.setenv("COMITY_DELAY", "0")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


def test_a_report_tells_what_each_input_gave_what_was_left_out_and_why(
    run: Run, server: Server, tmp_path: Path
) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": prose(1).encode(), "b.png": b"x", "c.txt.gz": b"x"}))
    server.page("/1", page(1))
    status, out, err = run(
        "read",
        "a.zip",
        f"{server.url}/1",
        f"{server.url}/gone",
        "none.txt",
        "--into",
        "r.comity",
        "--report",
        "report.json",
    )
    assert status == 1
    assert "2 articles read" in out
    assert "1 things that are no articles were left out" in out
    assert "the server answered 404" in err
    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["read"], report["undated"]) == (2, 2)
    archive, found, gone, none = report["inputs"]
    assert (archive["articles"], archive["left_out"]) == (1, {"no article by its name": 1})
    assert [(t["place"], t["status"]) for t in archive["told"]] == [
        ("a.zip: b.png", "left out"),
        ("a.zip: c.txt.gz", "unreadable"),
    ]
    assert found["articles"] == 1
    assert (gone["faults"], none["faults"]) == ({"http": 1}, {"unreadable": 1})


def test_an_inner_address_is_refused_without_the_setting(
    run: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMITY_ALLOW_PRIVATE")
    server.page("/1", page(1))
    status, _, err = run("read", f"{server.url}/1", "--into", "r.comity")
    assert status == 1
    assert "COMITY_ALLOW_PRIVATE" in err
    assert server.asked == []


def test_a_feed_is_followed_where_it_is_told_to_and_not_beyond_the_most(
    run: Run, server: Server, tmp_path: Path
) -> None:
    for n in range(3):
        server.page(f"/{n}", page(n))
    (tmp_path / "a.rss").write_bytes(rss(*(item(n, f"{server.url}/{n}") for n in range(3))))
    assert run("read", "a.rss", "--into", "r.comity")[0] == 0
    assert server.asked == []
    status, out, err = run("read", "a.rss", "--into", "s.comity", "--follow", "--most", "2")
    assert status == 1
    assert "2 articles read" in out
    assert "not asked: 2 addresses of this input were read" in err


def test_commands_open_no_connection_unless_they_are_given_an_address(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    (tmp_path / "a.txt").write_text("Norway said that Sweden criticised Ghana.\n")
    (tmp_path / "b.html").write_bytes(page(1, '<link rel="stylesheet" href="https://example.org/a.css">'))
    (tmp_path / "c.rss").write_bytes(rss(item(2, "https://example.org/2")))
    (tmp_path / "d.zip").write_bytes(zipped({"e.txt": prose(3).encode()}))
    assert run("read", "a.txt", "b.html", "c.rss", "d.zip", "--into", "r.comity", "--published", "2024-05-01")[0] == 0
    for command in ("claims", "verify", "coverage", "triggers", "roles"):
        assert run(command, "r.comity")[0] == 0
    assert run("actors", "Norway")[0] == 0
    assert run("digest", "a.txt")[0] == 0


def test_a_page_that_changes_is_a_new_version_and_one_that_changes_forever_is_capped(
    run: Run, server: Server, tmp_path: Path
) -> None:
    for n in range(MOST_VERSIONS + 3):
        server.page("/live", page(n))
        status, out, _ = run("read", f"{server.url}/live", "--into", "r.comity")
        assert status == 0
    assert "changed texts were not kept" in out
    held = list(OpenRecord(tmp_path / "r.comity").reader().articles())
    assert len(held) == MOST_VERSIONS
    assert len({a.url for a in held}) == 1
    assert any(prose(0) in a.text for a in held)  # the first stays


def test_corrections_of_a_page_are_shown(run: Run, server: Server) -> None:
    for words in ("Norway said that Sweden criticised Ghana.", "Norway said that Sweden criticised Chile."):
        server.page("/a", words.encode(), "text/plain")
        assert run("read", f"{server.url}/a", "--into", "r.comity")[0] == 0
    status, out, _ = run("versions", "r.comity")
    assert (status, out) == (0, f"2 versions  {server.url}/a\n")
    status, out, _ = run("versions", "r.comity", f"{server.url}/a")
    assert status == 0
    assert "− Norway said that Sweden criticised Ghana." in out
    assert "+ Norway said that Sweden criticised Chile." in out
    lines = [json.loads(line) for line in run("versions", "r.comity", f"{server.url}/a", "--json")[1].splitlines()]
    assert [len(line["changes"]) for line in lines] == [0, 1]
