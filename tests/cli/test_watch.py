"""``comity watch`` and ``comity watches`` as a user calls them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from cli.conftest import Run
from record.scenes import fake_coder
from sources.making import item, rss
from sources.serving import Server, serving

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def own_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.reading.coder", lambda processes: fake_coder())
    monkeypatch.setenv("COMITY_ALLOW_PRIVATE", "127.0.0.0/8")
    monkeypatch.setenv("COMITY_DELAY", "0")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        found.page("/1", b"Norway said that Sweden criticised Ghana.", "text/plain")
        found.page("/2", b"Norway said that Sweden criticised Chile.", "text/plain")
        found.page("/3", b"Norway said that Ghana visited Chile.", "text/plain")
        feed(found, 1)
        yield found


def feed(server: Server, *numbers: int) -> None:
    server.page("/feed", rss(*(item(n, f"{server.url}/{n}") for n in numbers)), "text/xml")


def once(run: Run, server: Server) -> tuple[int, str, str]:
    return run("watch", f"{server.url}/feed", "--into", "r.comity", "--once")


def test_one_round_reads_tells_and_ends(run: Run, server: Server) -> None:
    status, out, _ = once(run, server)
    assert status == 0
    assert "1 feeds asked, 0 unchanged; 1 articles read, 1 claims" in out
    assert "0 articles read" in once(run, server)[1]


def test_a_feed_that_fails_is_told_and_ends_with_1(run: Run, server: Server) -> None:
    server.answers["/feed"] = (500, {}, b"")
    status, _, err = once(run, server)
    assert status == 1
    assert "500" in err


def test_new_claims_that_match_are_printed_once_and_written_to_a_feed(run: Run, server: Server, tmp_path: Path) -> None:
    assert once(run, server)[0] == 0
    added = ("--add", "sweden", "--actor", "SWE", "--type", "ACCUSE", "--atom", "sweden.atom")
    status, out, _ = run("watches", "r.comity", *added)
    assert (status, out.split(",")[0]) == (0, "sweden: actor SWE")
    feed(server, 1, 2, 3)
    _, out, _ = once(run, server)
    assert out.count("[sweden]") == 1
    assert "SWE (Sweden) → CHL (Chile)  ACCUSE" in out
    assert "GHA (Ghana) → CHL" not in out
    assert "[sweden]" not in once(run, server)[1]
    entries = etree.parse(tmp_path / "sweden.atom").getroot().findall(f"{ATOM}entry")
    assert [e.findtext(f"{ATOM}summary") for e in entries] == [
        "Norway said that Sweden criticised Chile.",
        "Norway said that Sweden criticised Ghana.",
    ]
    assert entries[0].find(f"{ATOM}link").get("href") == f"{server.url}/2"


def test_a_webhook_is_sent_new_claims_and_again_what_it_refused(run: Run, server: Server) -> None:
    assert once(run, server)[0] == 0
    run("watches", "r.comity", "--add", "all", "--webhook", f"{server.url}/hook")
    server.answers["/hook"] = (500, {}, b"")
    feed(server, 1, 2)
    status, _, err = once(run, server)
    assert status == 1
    assert "the webhook answered 500" in err
    server.answers["/hook"] = (204, {}, b"")
    feed(server, 1, 2, 3)
    assert once(run, server)[0] == 0
    sent = [json.loads(body) for body in server.posted]
    assert [len(message["claims"]) for message in sent] == [1, 2]
    assert {c["recipient"]["code"] for c in sent[1]["claims"]} == {"CHL"}
    assert sent[1]["watch"] == "all"
    assert once(run, server)[0] == 0
    assert len(server.posted) == 2


def test_a_webhook_on_an_inner_address_is_not_called_without_the_setting(
    run: Run, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMITY_ALLOW_PRIVATE")
    run("watches", "r.comity", "--add", "all", "--webhook", f"{server.url}/hook")
    (tmp_path / "a.txt").write_text("Norway said that Sweden criticised Ghana.")
    run("read", "a.txt", "--into", "r.comity")
    status, _, err = run("watches", "r.comity", "--check")
    assert status == 1
    assert "COMITY_ALLOW_PRIVATE" in err
    assert server.asked == []


def test_watches_are_listed_removed_checked_and_bear_one_name(run: Run, server: Server, tmp_path: Path) -> None:
    assert run("watches", "r.comity", "--add", "a", "--recipient", "GHA")[0] == 0
    assert run("watches", "r.comity", "--add", "a")[0] == 1
    (tmp_path / "a.txt").write_text("Norway said that Sweden criticised Ghana.")
    run("read", "a.txt", "--into", "r.comity")
    status, out, _ = run("watches", "r.comity", "--check")
    assert (status, "[a]" in out) == (0, True)
    assert "[a]" not in run("watches", "r.comity", "--check")[1]
    assert run("watches", "r.comity")[1] == "a: recipient GHA\n"
    assert run("watches", "r.comity", "--remove", "a")[1] == ""
    assert run("watches", "r.comity", "--remove", "a")[0] == 1


PROGRAM = """
import sys
sys.path[:0] = {path!r}
import comity.reading
from record.scenes import fake_coder
comity.reading.coder = lambda processes: fake_coder()
from comity.cli import main
sys.argv = ["comity", "watch", {feed!r}, "--into", {record!r}, "--every", "1h"]
main()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_a_watch_cleanly(server: Server, tmp_path: Path, number: int) -> None:
    program = PROGRAM.format(path=sys.path, feed=f"{server.url}/feed", record=str(tmp_path / "r.comity"))
    environment = {**os.environ, "COMITY_ALLOW_PRIVATE": "127.0.0.0/8", "COMITY_DELAY": "0"}
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        ending = threading.Timer(60, running.kill)
        ending.start()
        assert running.stdout is not None
        first = running.stdout.readline()
        time.sleep(0.2)
        running.send_signal(number)
        _, err = running.communicate()
        ending.cancel()
    assert "1 articles read" in first
    assert running.returncode == 0
    assert "stopped" in err
    assert "Traceback" not in err
    assert (tmp_path / "r.comity-watch.json").is_file()
    assert not (tmp_path / "r.comity-lock").exists()
