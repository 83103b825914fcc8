"""Logging in where other machines may ask: a name and the password of the workspace; a session is a random cookie."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from dataclasses import dataclass

LASTS_SECONDS = 12 * 3600.0
PAUSE_SECONDS = 1.0  # after a wrong password, before the next is looked at


@dataclass(frozen=True, slots=True)
class Session:
    """Who is in, and until when."""

    name: str
    until: float


class Sessions:
    """Who is logged in, in memory: a restart ends all sessions."""

    def __init__(self, password: str | None) -> None:
        self._password = password
        self._open: dict[str, Session] = {}
        self._guard = threading.Lock()

    def begin(self, name: str, password: str) -> str | None:
        """The cookie of a new session, or None after a pause where the password is wrong or no name is given."""
        right = self._password is not None and hmac.compare_digest(password.encode(), self._password.encode())
        if not right or not name.strip():
            with self._guard:  # one after the other: guessing is slow however many ask at once
                time.sleep(PAUSE_SECONDS)
            return None
        cookie = secrets.token_urlsafe(32)
        now = time.monotonic()
        with self._guard:
            self._open = {key: s for key, s in self._open.items() if s.until > now}
            self._open[cookie] = Session(name.strip(), now + LASTS_SECONDS)
        return cookie

    def reader(self, cookie: str) -> str | None:
        """The name of whoever holds this cookie; None where it is none or has run out."""
        session = self._open.get(cookie)
        return session.name if session and session.until > time.monotonic() else None

    def end(self, cookie: str) -> None:
        """Ends a session."""
        with self._guard:
            self._open.pop(cookie, None)
