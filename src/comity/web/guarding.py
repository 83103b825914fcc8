"""Who may ask, and what a browser may do with the answer. Every request passes here before anything else.

In order: the Host must be one of the workspace's; a request that another site makes is refused where it changes something
(Sec-Fetch-Site, then Origin); the reader must hold the token's cookie or be logged in. Each answer carries a policy by which a
page runs the workspace's own scripts alone and asks no other host.
"""

from __future__ import annotations

import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from comity.web.login import Sessions
from comity.web.settings import Settings

COOKIE = "comity"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = ("/static/", "/login")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """The door of the workspace. Invariant: nothing behind it sees a request that is not let in."""

    def __init__(self, app: ASGIApp, settings: Settings, sessions: Sessions) -> None:
        self._app, self._settings, self._sessions = app, settings, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request in, or answers it here."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        answer = self._refused(scope) or self._entered(scope)
        guarded = _with_headers(send)
        await (answer or self._app)(scope, receive, guarded)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if host not in self._settings.hosts or len(headers.getlist("host")) != 1:
            return _refusal("This workspace does not answer to that host name.")
        if scope["method"] not in SAFE and not _same_site(headers, host):
            return _refusal("A page of another site asked for this change; it was not made.")
        return None

    def _entered(self, scope: Scope) -> Response | None:
        """None where the reader may go on; else the way in, or a refusal."""
        if scope["path"].startswith(OPEN_PATHS):
            return None
        name = self._reader(Headers(scope=scope))
        if name is not None:
            scope.setdefault("state", {})["reader"] = name
            return None
        if self._settings.local and not self._settings.password:
            return self._by_token(scope)
        return RedirectResponse("/login", status_code=303)

    def _reader(self, headers: Headers) -> str | None:
        """The reader's name: of the login or proxy, empty for whoever holds the token; None where not let in."""
        if self._settings.user_header:
            return headers.get(self._settings.user_header) or None
        cookie = _cookie(headers)
        if self._settings.password:
            return self._sessions.reader(cookie)
        return "" if self._settings.local and _same(cookie, self._settings.token) else None

    def _by_token(self, scope: Scope) -> Response:
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in asked if name == "token"), "")
        if scope["method"] not in SAFE or not _same(given, self._settings.token):
            return _refusal("Open the workspace by the address that comity serve printed: it carries a token.")
        rest = urlencode([(n, v) for n, v in asked if n != "token"])
        path = "/" + scope["path"].lstrip("/\\")  # an address of this host, whatever was asked
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), status_code=303)
        answer.set_cookie(COOKIE, self._settings.token, httponly=True, samesite="strict", path="/")
        return answer


def _same_site(headers: Headers, host: str) -> bool:
    """Whether the workspace's own page asks. A program that sends neither header is no browser, and holds the cookie."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == host


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())


def _refusal(why: str) -> Response:
    return PlainTextResponse(why + "\n", status_code=403)


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
