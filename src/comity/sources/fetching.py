"""Fetching a page: politely, under limits, and to the address that was checked. The one place that opens a connection.

Nothing is sent but what a GET needs and comity's name with its version. Proxies, cookies and passwords of the machine's
environment are not used.
"""

from __future__ import annotations

import os
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import quote, urljoin

import httpx2

from comity.errors import ComityError, InputError
from comity.release import VERSION
from comity.sources.addresses import Network, Resolver, Target, allowed_networks, resolve, target
from comity.sources.draft import MEGABYTE
from comity.sources.http_message import charset, media_type, unpacked
from comity.sources.inflating import cut
from comity.sources.robots import Robots
from comity.sources.showing import shown

AGENT = f"comity/{VERSION}"
DELAY = "COMITY_DELAY"
MOST_REDIRECTS = 5
TRIES = 3  # of a server that says it is busy
LONGEST_WAIT = 60.0  # seconds that a server may ask for within one reading
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_ACCEPT = "text/html,application/xhtml+xml,application/xml,application/rss+xml,application/atom+xml,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as a fetcher sees it; tests give their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, bytes, and the seconds between two requests to a host."""

    most: int = 20 * MEGABYTE
    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    delay: float = field(default_factory=lambda: _delay())


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave; ``url`` is where it stood after redirects. ``body`` None: not changed since the tag."""

    url: str
    kind: str  # media type
    charset: str | None
    body: bytes | None
    tag: str | None  # ETag
    modified: str | None  # Last-Modified


class _StatusError(InputError):
    """A status that is no page."""

    def __init__(self, code: int, url: str) -> None:
        super().__init__(f"the server answered {code}", place=shown(url), remedy="check the address", status="http")
        self.code = code


class Fetcher:
    """Fetches pages one after the other. Invariant: two requests to a host are never nearer than its delay."""

    def __init__(
        self,
        limits: Limits | None = None,
        allowed: tuple[Network, ...] | None = None,
        resolver: Resolver = resolve,
        clock: Clock | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._allowed = allowed_networks() if allowed is None else allowed
        self._resolver, self._clock = resolver, clock or Clock()
        self._robots = Robots(self._robots_text, self._clock.now)
        self._next: dict[str, float] = {}
        self._certificates = httpx2.create_ssl_context(trust_env=False)

    def fetch(self, url: str, tag: str | None = None, modified: str | None = None) -> Fetched:
        """What stands at ``url``. InputError says why not: refused, robots, unreachable, http, busy, slow, too large, …"""
        conditions = {"If-None-Match": tag, "If-Modified-Since": modified}
        return self._follow(url, {name: value for name, value in conditions.items() if value}, ask_robots=True)

    def post(self, url: str, body: bytes, kind: str) -> int:
        """Sends ``body`` to an address that the user named; the status. Redirects are not followed."""
        where = target(url, self._allowed, self._resolver)
        request = _request(where, {"Content-Type": kind}, "POST", body)
        with self._answer(request, where, url) as response:
            return response.status_code

    def _follow(self, url: str, headers: dict[str, str], ask_robots: bool) -> Fetched:
        at = url
        for _ in range(MOST_REDIRECTS + 1):
            where = target(at, self._allowed, self._resolver)
            if ask_robots and not self._robots.allow(at, where):
                raise InputError(
                    "the site's robots.txt asks not to read this", place=shown(at), remedy="save the page yourself",
                    status="robots",
                )  # fmt: skip
            answer = self._patiently(at, where, headers)
            if isinstance(answer, Fetched):
                return answer
            at = _joined(at, answer)
        raise InputError(
            f"more than {MOST_REDIRECTS} redirects", place=shown(url), remedy="check the address", status="http"
        )

    def _patiently(self, url: str, where: Target, headers: dict[str, str]) -> Fetched | str:
        """The page, or the address that it redirects to; a busy server is asked again after the pause it names."""
        for attempt in range(TRIES):
            answer = self._once(url, where, headers)
            if not isinstance(answer, float):
                return answer
            pause = answer or 2.0 ** (attempt + 1)
            if pause > LONGEST_WAIT:
                raise _busy(url, f"asks for a pause of {pause:.0f} seconds")
            if attempt + 1 < TRIES:
                self._next[where.host] = self._clock.now() + pause
        raise _busy(url, f"answered {TRIES} times that it is busy")

    def _once(self, url: str, where: Target, headers: dict[str, str]) -> Fetched | str | float:
        """One request: the page, an address to go on to, or the seconds that a busy server asks for (0: it names none)."""
        self._wait(where)
        with self._answer(_request(where, headers), where, url) as response:
            if response.status_code in _BUSY:
                return _pause(response.headers.get("retry-after", ""))
            if response.status_code in _REDIRECTS and (location := response.headers.get("location")):
                return str(location)
            kind = response.headers.get("content-type", "")
            tags = (_sendable(response.headers.get("etag")), _sendable(response.headers.get("last-modified")))
            if response.status_code == 304:
                return Fetched(url, media_type(kind), None, None, *tags)
            if response.status_code != 200:
                raise _StatusError(response.status_code, url)
            body = self._body(response, url)
            return Fetched(url, media_type(kind), charset(kind), body, *tags)

    def _body(self, response: httpx2.Response, url: str) -> bytes:
        """The whole body, unpacked: both as sent and unpacked at most the cap, and within the time."""
        ends = self._clock.now() + self.limits.whole
        received = bytearray()
        for piece in response.iter_raw():
            received += piece
            if len(received) > self.limits.most:
                raise InputError(
                    f"more than {self.limits.most / MEGABYTE:g} MB", place=shown(url), remedy="save it yourself",
                    status="too large",
                )  # fmt: skip
            if self._clock.now() > ends:
                raise _slow(url)
        return unpacked(bytes(received), response.headers.get("content-encoding", ""), shown(url), self.limits.most)

    def _answer(self, request: list[httpx2.Request], where: Target, url: str) -> _Answer:
        timeout = httpx2.Timeout(self.limits.read, connect=self.limits.connect)
        return _Answer(request, timeout, self._certificates, shown(url))

    def _wait(self, where: Target) -> None:
        pause = self._next.get(where.host, 0.0) - self._clock.now()
        if pause > 0:
            self._clock.sleep(pause)
        delay = max(self.limits.delay, self._robots.delay(where))
        self._next[where.host] = self._clock.now() + delay

    def _robots_text(self, where: Target) -> str:
        """The host's robots.txt, "" where it has none; InputError where it cannot be told (RFC 9309: nothing is read)."""
        try:
            found = self._follow(f"{_origin(where)}/robots.txt", {}, ask_robots=False)
        except _StatusError as error:
            if 400 <= error.code < 500:
                return ""
            problem = f"its robots.txt cannot be had ({error.problem}), so nothing is read"
            raise InputError(problem, place=where.host, remedy="try again later", status="robots") from error
        return (found.body or b"").decode("utf-8", "replace")


class _Answer:
    """A response that is open while the context lasts; each checked address is tried in turn."""

    def __init__(
        self, requests: list[httpx2.Request], timeout: httpx2.Timeout, certificates: ssl.SSLContext, place: str
    ) -> None:
        self._requests, self._place = requests, place
        # No connection is kept: one that was made for a host must not serve another at the same address.
        limits = httpx2.Limits(max_keepalive_connections=0)
        self._client = httpx2.Client(
            trust_env=False, follow_redirects=False, timeout=timeout, limits=limits, verify=certificates
        )

    def __enter__(self) -> httpx2.Response:
        try:
            return self._first()
        except BaseException:
            self._client.close()
            raise

    def __exit__(self, kind: object, error: BaseException | None, _: object) -> None:
        self._client.close()
        if isinstance(error, httpx2.HTTPError):
            raise _told(error, self._place) from error

    def _first(self) -> httpx2.Response:
        for number, request in enumerate(self._requests, start=1):
            request.extensions["timeout"] = self._client.timeout.as_dict()
            try:
                return self._client.send(request, stream=True)
            except httpx2.HTTPError as error:
                if number == len(self._requests) or not isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout):
                    raise _told(error, self._place) from error
        raise AssertionError("a target has an address")


def _request(where: Target, headers: dict[str, str], method: str = "GET", body: bytes = b"") -> list[httpx2.Request]:
    """One request for each address of the target, at most three: to the address itself, under the host's name."""
    host = f"[{where.host}]" if ":" in where.host else where.host
    default = {"http": 80, "https": 443}[where.scheme] == where.port
    sent = {
        "Host": host if default else f"{host}:{where.port}",
        "User-Agent": AGENT,
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **headers,
    }
    path = quote(where.path, safe="/?#[]@!$&'()*+,;=:%~-._|")
    return [
        httpx2.Request(
            method,
            f"{where.scheme}://{f'[{ip}]' if ':' in ip else ip}:{where.port}{path}",
            headers=sent,
            content=body or None,
            extensions={"sni_hostname": where.host},
        )
        for ip in where.addresses[:3]
    ]


def _sendable(tag: str | None) -> str | None:
    """A server's tag where it can stand in a header again."""
    return tag if tag and len(tag) < 1_000 and tag.isascii() and tag.isprintable() else None


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise InputError(
            "redirects to what is no address", place=shown(url), remedy="check the address", status="refused"
        ) from error


def _told(error: httpx2.HTTPError, place: str) -> InputError:
    if isinstance(error, httpx2.RemoteProtocolError):
        return cut(place)
    if isinstance(error, httpx2.ReadTimeout):
        return _slow(place)
    reason = type(error).__name__
    return InputError(
        f"cannot be reached ({shown(str(error)) or reason})",
        place=place,
        remedy="try again later",
        status="unreachable",
    )


def _slow(url: str) -> InputError:
    return InputError("too slow: given up", place=shown(url), remedy="try again later", status="slow")


def _busy(url: str, problem: str) -> InputError:
    return InputError(f"the server {problem}", place=shown(url), remedy="try again later", status="busy")


def _pause(written: str) -> float:
    """The seconds of a Retry-After, a number or a date; 0 where there is none that can be read."""
    if written.isdecimal():
        return float(min(int(written[:9]), 10**6))
    try:
        return max(0.0, (parsedate_to_datetime(written) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0


def _origin(where: Target) -> str:
    host = f"[{where.host}]" if ":" in where.host else where.host
    return f"{where.scheme}://{host}:{where.port}"


def _delay() -> float:
    """The setting ``COMITY_DELAY``: seconds between two requests to a host (default: 1)."""
    written = os.environ.get(DELAY, "1")
    try:
        seconds = float(written)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise ComityError(f"no number of seconds: {written!r}", place=DELAY, remedy="write a number like 1")
    return seconds
