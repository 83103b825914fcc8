"""Addresses: only those of the open web are asked, at the address that was checked, politely and under limits."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

import comity
from comity.errors import ComityError, InputError
from comity.sources import Account, ReadingOptions
from comity.sources.addresses import allowed_networks, is_global, target
from comity.sources.fetching import TRIES, Clock, Fetcher, Limits
from sources.making import NOW, OPTIONS, bomb, item, page, pdf, prose, read, rss, zipped
from sources.serving import LOOPBACK, Server, Time, fetcher, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


def options(**changes: Any) -> ReadingOptions:
    return replace(OPTIONS, **{"fetcher": fetcher(), **changes})


INSIDE = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "0",
    "0.0.0.0",
    "localhost",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[fd00::1]",
    "[fe80::1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "[ff02::1]",
]


@pytest.mark.parametrize("host", INSIDE)
def test_no_form_of_an_inner_address_is_asked(host: str, server: Server) -> None:
    for scheme in ("http", "https"):
        with pytest.raises(InputError) as raised:
            Fetcher(Limits(delay=0), allowed=()).fetch(f"{scheme}://{host}:{server.port}/")
        assert raised.value.status in ("refused", "unreachable")
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "gopher://example.org/",
        "http://user:word@example.org/",
        "http://example.org\\@127.0.0.1/",
        "http://example.org/a b",
        "http://example.org/\r\nX: y",
        "http:///path",
        "http://example.org:99999/",
        "http://[::1",
        "http://" + "a" * 5_000,
    ],
)
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(InputError) as raised:
        target(url, resolver=lambda host, port: ["93.184.215.14"])
    assert raised.value.status == "refused"


def test_one_inner_address_among_several_is_enough_to_refuse() -> None:
    with pytest.raises(InputError):
        target("http://news.example/", resolver=lambda host, port: ["93.184.215.14", "127.0.0.1"])
    assert target("http://news.example/", resolver=lambda host, port: ["93.184.215.14"]).addresses == ("93.184.215.14",)
    assert is_global("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


def test_a_resolver_that_changes_its_answer_changes_nothing(server: Server) -> None:
    """Rebinding: the first answer is looked at and connected to; there is no second question for a connection."""
    answers = iter([["203.0.113.9"], ["127.0.0.1"], ["127.0.0.1"]])
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    with pytest.raises(InputError):
        Fetcher(Limits(delay=0, connect=0.2), allowed=(), resolver=resolver).fetch(
            f"http://news.example:{server.port}/"
        )
    assert server.asked == []
    assert asked == ["news.example"]


def test_a_page_is_asked_at_the_checked_address_under_its_own_name(server: Server) -> None:
    server.page("/a?b=c", page(1))
    found = Fetcher(Limits(delay=0), LOOPBACK, resolver=lambda host, port: ["127.0.0.1"])
    answer = found.fetch(f"http://news.example:{server.port}/a?b=c")
    assert answer.body == page(1)
    assert {host for _, host, _, _ in server.asked} == {f"news.example:{server.port}"}


def test_the_name_in_a_secure_connection_is_the_hosts_own() -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hear() -> None:
            connection, _ = listening.accept()
            with connection:
                heard.append(connection.recv(4_096))

        thread = threading.Thread(target=hear)
        thread.start()
        where = Fetcher(Limits(delay=0), LOOPBACK, resolver=lambda host, port: ["127.0.0.1"])
        with pytest.raises(InputError):
            where.fetch(f"https://news.example:{listening.getsockname()[1]}/")
        thread.join(10)
    assert b"news.example" in heard[0]


def test_certificates_are_checked_against_the_name() -> None:
    certificates = Fetcher(Limits(delay=0))._certificates
    assert certificates.verify_mode == ssl.CERT_REQUIRED
    assert certificates.check_hostname


def test_a_redirect_to_an_inner_address_is_not_followed(server: Server) -> None:
    server.answers["/"] = (302, {"Location": f"http://localhost:{server.port}/secret"}, b"")
    server.page("/secret", page(1))
    resolver = {"news.example": ["127.0.0.1"], "localhost": ["127.0.0.2"]}
    only = allowed_networks("127.0.0.1/32")
    with pytest.raises(InputError) as raised:
        Fetcher(Limits(delay=0), only, lambda host, port: resolver[host]).fetch(f"http://news.example:{server.port}/")
    assert raised.value.status == "refused"
    assert "/secret" not in server.paths


def test_a_redirect_to_a_file_is_not_followed(server: Server) -> None:
    server.answers["/"] = (302, {"Location": "file:///etc/passwd"}, b"")
    with pytest.raises(InputError) as raised:
        fetcher().fetch(f"{server.url}/")
    assert raised.value.status == "refused"


def test_five_redirects_are_followed_and_six_are_not(server: Server) -> None:
    for n in range(6):
        server.answers[f"/{n}"] = (301, {"Location": f"/{n + 1}"}, b"")
    server.page("/6", page(6))
    assert fetcher().fetch(f"{server.url}/1").url == f"{server.url}/6"
    with pytest.raises(InputError) as raised:
        fetcher().fetch(f"{server.url}/0")
    assert "5 redirects" in raised.value.problem


def test_a_request_names_comity_and_its_version_and_nothing_else(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    server.page("/", page(1), Set_Cookie="a=b; Path=/")
    asking = fetcher()
    for _ in range(2):
        asking.fetch(f"{server.url}/")
    (_, _, _, headers) = server.asked[-1]
    assert headers["user-agent"] == f"comity/{comity.__version__}"
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_a_setting_lets_an_intranet_be_asked_and_a_wrong_one_is_told() -> None:
    assert allowed_networks("") == ()
    assert [str(n) for n in allowed_networks("10.0.0.0/8, fd00::/8")] == ["10.0.0.0/8", "fd00::/8"]
    with pytest.raises(ComityError, match="COMITY_ALLOW_PRIVATE"):
        allowed_networks("everything")


def test_robots_are_asked_first_and_honoured(server: Server) -> None:
    server.page("/robots.txt", b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n", "text/plain")
    server.page("/private/a", page(1))
    server.page("/open", page(2))
    time = Time()
    asking = fetcher(time)
    with pytest.raises(InputError) as raised:
        asking.fetch(f"{server.url}/private/a")
    assert raised.value.status == "robots"
    asking.fetch(f"{server.url}/open")
    asking.fetch(f"{server.url}/open")
    assert server.paths == ["/robots.txt", "/open", "/open"]
    assert time.slept == [7.0]


def test_a_site_whose_robots_cannot_be_had_is_not_read(server: Server) -> None:
    server.answers["/robots.txt"] = (500, {}, b"")
    server.page("/", page(1))
    with pytest.raises(InputError) as raised:
        fetcher().fetch(f"{server.url}/")
    assert raised.value.status == "robots"


def test_two_requests_to_a_host_are_a_delay_apart(server: Server) -> None:
    server.page("/", page(1))
    time = Time()
    asking = fetcher(time, Limits(delay=1.0))
    for _ in range(3):
        asking.fetch(f"{server.url}/")
    assert time.slept == [1.0, 1.0, 1.0]  # robots.txt, and the page three times


def test_a_busy_server_is_given_the_pause_it_asks_for(server: Server) -> None:
    answers = iter([(429, {"Retry-After": "30"}, b""), (503, {}, b""), (200, {"Content-Type": "text/html"}, page(1))])
    server.answers["/"] = lambda: next(answers)
    time = Time()
    assert fetcher(time).fetch(f"{server.url}/").body == page(1)
    assert time.slept == [30.0, 4.0]


@pytest.mark.parametrize("pause", ["3600", format_datetime(NOW.replace(year=2098)), ""])
def test_a_server_that_stays_busy_is_left_alone(server: Server, pause: str) -> None:
    server.answers["/"] = (429, {"Retry-After": pause}, b"")
    with pytest.raises(InputError) as raised:
        fetcher().fetch(f"{server.url}/")
    assert raised.value.status == "busy"
    assert server.paths.count("/") == (1 if pause else TRIES)


def test_a_page_beyond_the_cap_is_not_read_on(server: Server) -> None:
    server.page("/", b"x" * 50_000)
    server.page("/bomb", bomb(60), Content_Encoding="gzip")
    with pytest.raises(InputError) as raised:
        fetcher(limits=Limits(delay=0, most=20_000)).fetch(f"{server.url}/")
    assert raised.value.status == "too large"
    with pytest.raises(InputError) as raised:
        fetcher().fetch(f"{server.url}/bomb")
    assert raised.value.status == "bomb"


def test_packed_pages_are_unpacked_and_unknown_packing_is_told(server: Server) -> None:
    server.page("/a", gzip.compress(page(1)), Content_Encoding="gzip")
    server.page("/b", b"x", Content_Encoding="zstd")
    assert fetcher().fetch(f"{server.url}/a").body == page(1)
    with pytest.raises(InputError, match="zstd"):
        fetcher().fetch(f"{server.url}/b")


def test_a_body_shorter_than_its_length_is_cut(server: Server) -> None:
    server.page("/", page(1), Content_Length=str(len(page(1)) + 9))
    with pytest.raises(InputError) as raised:
        fetcher().fetch(f"{server.url}/")
    assert raised.value.status == "truncated"


HOSTILE = [
    b"",
    b"garbage\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nx",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
    b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
    b"HTTP/1.1 302 X\r\nLocation: http://[bad\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 302 X\r\nLocation: //\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 302 X\r\nLocation: http://127.0.0.1:0/\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
    b"HTTP/1.1 429 X\r\nRetry-After: -1\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 999 X\r\nContent-Length: 0\r\n\r\n",
]


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_server_answers_is_an_error_that_is_told(raw: bytes) -> None:
    with answering(raw) as port, pytest.raises(InputError):
        fetcher(limits=Limits(delay=0, read=2))._follow(f"http://127.0.0.1:{port}/", {}, ask_robots=False)


def test_a_tag_that_cannot_be_sent_back_is_not_kept() -> None:
    with answering(b'HTTP/1.1 200 OK\r\nETag: "\xe9"\r\nContent-Length: 2\r\n\r\nok') as port:
        found = fetcher()._follow(f"http://127.0.0.1:{port}/", {}, ask_robots=False)
    assert (found.body, found.tag) == (b"ok", None)


@contextmanager
def answering(raw: bytes) -> Iterator[int]:
    """A server that gives these bytes to whoever asks."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.1)
        ended = threading.Event()

        def answer() -> None:
            while not ended.is_set():
                try:
                    connection, _ = listening.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.recv(65_536)
                    connection.sendall(raw)

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            ended.set()
            thread.join(5)


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        asking = fetcher(limits=Limits(delay=0, read=0.2))
        with pytest.raises(InputError) as raised:
            asking._follow(f"http://127.0.0.1:{silent.getsockname()[1]}/", {}, ask_robots=False)
    assert raised.value.status == "slow"


def test_a_server_that_drips_is_given_up(server: Server) -> None:
    server.page("/", b"x" * 2_000_000)

    class Dripping(Time):
        def clock(self) -> Clock:
            def now() -> float:
                self.seconds += 10
                return self.seconds

            return replace(super().clock(), now=now)

    with pytest.raises(InputError) as raised:
        fetcher(Dripping()).fetch(f"{server.url}/")
    assert raised.value.status == "slow"


def test_an_unchanged_page_is_not_sent_again(server: Server) -> None:
    server.answers["/"] = (304, {"ETag": '"1"'}, b"")
    found = fetcher().fetch(f"{server.url}/", tag='"1"', modified="Wed, 18 Oct 2023 12:00:00 GMT")
    assert found.body is None
    headers = server.asked[-1][3]
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', "Wed, 18 Oct 2023 12:00:00 GMT")


def test_an_address_gives_an_article_with_its_address_and_the_time_its_page_states(server: Server) -> None:
    meta = '<meta property="article:published_time" content="2023-10-18T12:00:00+03:00">'
    server.page("/a", page(1, meta))
    server.page("/b", page(2), Last_Modified="Wed, 18 Oct 2023 12:00:00 GMT", Date="Wed, 18 Oct 2023 12:00:00 GMT")
    (first, second), errors = read(f"{server.url}/a", f"{server.url}/b", options=options())
    assert errors == []
    assert (first.url, first.published) == (f"{server.url}/a", "2023-10-18T12:00:00+03:00")
    assert second.published is None  # never the day it was read


def test_a_page_speaks_for_no_address_of_another_host(server: Server) -> None:
    server.page("/a", page(1, '<link rel="canonical" href="https://example.org/other">'))
    server.page("/b?x=1", page(1, f'<link rel="canonical" href="{server.url}/b">'))
    found, _ = read(f"{server.url}/a", f"{server.url}/b?x=1", options=options())
    assert [a.url for a in found] == [f"{server.url}/a", f"{server.url}/b"]


def test_addresses_give_pdfs_and_archives_and_say_what_pictures_are(server: Server) -> None:
    server.page("/a", pdf(prose(1)), "application/pdf")
    server.page("/b", zipped({"a.txt": prose(2).encode()}), "application/octet-stream")
    server.page("/c", b"\x89PNG....", "image/png")
    found, errors = read(*(f"{server.url}/{x}" for x in "abc"), options=options())
    assert [a.text for a in found] == [prose(1), prose(2)]
    assert [e.problem for e in errors] == ["image/png holds no words"]


def test_a_feed_at_an_address_gives_the_articles_behind_it(server: Server) -> None:
    for n in range(3):
        server.page(f"/{n}", page(n))
    entries = [item(n, f"{server.url}/{n}") for n in range(3)]
    server.page("/feed", rss(*entries, item(7), item(8, f"{server.url}/gone")), "application/rss+xml")
    account = Account()
    found, errors = read(f"{server.url}/feed", options=options(), account=account)
    assert [a.url for a in found] == [f"{server.url}/0", f"{server.url}/1", f"{server.url}/2", None]
    assert {a.published for a in found} == {"2023-10-18T12:00:00+03:00"}
    assert {a.outlet for a in found} == {"Demo Wire North"}
    assert [(e.place, e.status) for e in errors] == [(f"{server.url}/gone", "http")]
    (told,) = account.as_json()
    assert (told["articles"], told["faults"]) == (4, {"http": 1})


def test_a_feed_in_a_file_asks_nobody_unless_it_is_told_to(server: Server, tmp_path: Path) -> None:
    server.page("/1", page(1))
    path = tmp_path / "a.rss"
    path.write_bytes(rss(item(1, f"{server.url}/1")))
    (entry,), _ = read(path, options=options())
    assert server.asked == []
    assert entry.url == f"{server.url}/1"
    (followed,), _ = read(path, options=options(follow=True))
    assert (entry.path, followed.path) == (f"{path}: entry 1", f"{server.url}/1")


def test_lists_are_read_where_their_addresses_may_be_asked(server: Server, tmp_path: Path) -> None:
    for n in range(3):
        server.page(f"/{n}", page(n))
    server.page("/feed", rss(item(0, f"{server.url}/0")), "text/xml")
    server.page("/map.xml", sitemap(f"{server.url}/1", f"{server.url}/2"), "application/xml")
    outline = (
        f'<opml version="2.0"><body><outline text="x"><outline xmlUrl="{server.url}/feed"/></outline></body></opml>'
    )
    (tmp_path / "feeds.opml").write_text(outline)
    (tmp_path / "index.xml").write_bytes(sitemap(f"{server.url}/map.xml", root="sitemapindex", entry="sitemap"))
    (tmp_path / "cloud.csv").write_text(
        f"id,publish_date,title,url\n1,2023-10-18,x,{server.url}/1\n2,,y,{server.url}/2\n"
    )
    (tmp_path / "gdelt.json").write_text(
        f'{{"articles": [{{"url": "{server.url}/2", "seendate": "20231018T120000Z"}}]}}'
    )
    (tmp_path / "gdelt.tsv").write_text("\t".join(["1"] * 60 + [f"{server.url}/1"]) + "\n")
    names = ("feeds.opml", "index.xml", "cloud.csv", "gdelt.json", "gdelt.tsv")
    paths = [tmp_path / name for name in names]
    found, errors = read(*paths, options=options())
    assert (found, server.asked) == ([], [])
    assert all("none was asked" in e.problem for e in errors)
    assert len(errors) == len(paths)
    found, errors = read(*paths, options=options(follow=True))
    assert errors == []
    assert [(a.url or "")[-1] for a in found] == ["0", "1", "2", "1", "2", "2", "1"]
    assert [a.published for a in found][1:] == [None, None, "2023-10-18", None, None, None]


def test_a_packed_story_list_is_read_where_its_addresses_may_be_asked(server: Server, tmp_path: Path) -> None:
    server.page("/1", page(1))
    path = tmp_path / "20231018.export.CSV.zip"
    path.write_bytes(zipped({"20231018.export.CSV": ("\t".join(["1"] * 60 + [f"{server.url}/1"]) + "\n").encode()}))
    account = Account()
    assert read(path, options=options(), account=account) == ([], [])
    assert account.left_out == 1
    (found,), errors = read(path, options=options(follow=True))
    assert (found.url, errors) == (f"{server.url}/1", [])


def sitemap(*urls: str, root: str = "urlset", entry: str = "url") -> bytes:
    inner = "".join(f"<{entry}><loc>{url}</loc></{entry}>" for url in urls)
    return f'<?xml version="1.0"?><{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</{root}>'.encode()


def test_a_list_that_names_itself_ends_and_a_cap_is_told(server: Server) -> None:
    server.page("/map.xml", sitemap(f"{server.url}/map.xml", *(f"{server.url}/{n}" for n in range(5))), "text/xml")
    for n in range(5):
        server.page(f"/{n}", page(n))
    found, errors = read(f"{server.url}/map.xml", options=options(most_addresses=3))
    assert len(found) == 3
    assert [e.status for e in errors] == ["capped", "capped"]


def test_a_body_that_is_an_address_is_never_asked(server: Server) -> None:
    server.page("/secret", page(1))
    server.page("/feed", f"{server.url}/secret".encode(), "application/rss+xml")
    server.page("/feed2", f"<rss>{server.url}/secret</rss>".encode(), "application/rss+xml")
    found, _ = read(f"{server.url}/feed", f"{server.url}/feed2", options=options())
    assert "/secret" not in server.paths
    assert all(prose(1) not in a.text for a in found)


def test_reading_files_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    for name in ("connect", "connect_ex", "bind"):
        monkeypatch.setattr(socket.socket, name, forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    (tmp_path / "a.rss").write_bytes(rss(item(1, "https://example.org/1")))
    (tmp_path / "b.html").write_bytes(page(2, '<link rel="stylesheet" href="https://example.org/x.css">'))
    (tmp_path / "c.pdf").write_bytes(pdf(prose(3)))
    (tmp_path / "d.xml").write_bytes(sitemap("https://example.org/1"))
    found, errors = read(tmp_path, tmp_path / "d.xml")
    assert len(found) == 3
    assert [e.problem for e in errors] == ["a list of 1 addresses; none was asked"]
