"""A server on this machine that tests start and stop: what it answers is given, what was asked is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from comity.sources.addresses import allowed_networks
from comity.sources.fetching import Clock, Fetcher, Limits

Answer = tuple[int, Mapping[str, str], bytes]
LOOPBACK = allowed_networks("127.0.0.0/8")


class Server:
    """``asked`` holds (method, host header, path, headers) of every request; ``answers`` is looked up by path."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str, dict[str, str]]] = []
        self.posted: list[bytes] = []
        self.answers: dict[str, Answer | Callable[[], Answer]] = {}
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [path for _, _, path, _ in self.asked]

    def page(self, path: str, body: bytes, kind: str = "text/html", **fields: str) -> None:
        self.answers[path] = (200, {"Content-Type": kind, **{k.replace("_", "-"): v for k, v in fields.items()}}, body)


@contextmanager
def serving() -> Iterator[Server]:
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            told.asked.append((self.command, headers.get("host", ""), self.path, headers))
            if length := int(headers.get("content-length", 0)):
                told.posted.append(self.rfile.read(length))
            found = told.answers.get(self.path, (404, {}, b"not here"))
            status, fields, body = found() if callable(found) else found
            self.send_response(status)
            for name, value in fields.items():
                self.send_header(name, value)
            if "Content-Length" not in fields:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        do_GET = do_POST = answer  # noqa: N815 - the names that the server looks for

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()


class Time:
    """A clock that tests set: sleeping passes no time but its own."""

    def __init__(self) -> None:
        self.seconds = 1_000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.seconds += seconds

    def clock(self) -> Clock:
        return Clock(lambda: self.seconds, self.sleep)


def fetcher(time: Time | None = None, limits: Limits | None = None) -> Fetcher:
    """One that may ask this machine, and waits for nobody."""
    return Fetcher(limits or Limits(delay=0.0), LOOPBACK, clock=(time or Time()).clock())
