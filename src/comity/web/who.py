"""Who judges: the reader who is logged in, else the name that was given in a form and is remembered in a cookie."""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse

NAME_COOKIE = "comity-name"
LASTS_SECONDS = 365 * 24 * 3600
LONGEST = 100  # characters of a name


def known(request: Request) -> str:
    """The name, or nothing where none was given yet: it is never invented."""
    login = getattr(request.state, "reader", "")
    return str(login) or unquote(request.cookies.get(NAME_COOKIE, ""))[:LONGEST].strip()


def signed(request: Request, given: str) -> str:
    """The name under which a form is written down: a login's own, whatever the form says."""
    login = getattr(request.state, "reader", "")
    return str(login) or " ".join(given.split())[:LONGEST]


def on_to(request: Request, address: str, name: str) -> RedirectResponse:
    """On to the next page, with the name remembered."""
    answer = RedirectResponse(address, status_code=303)
    if name and not getattr(request.state, "reader", ""):
        value = quote(name, safe="")
        answer.set_cookie(NAME_COOKIE, value, max_age=LASTS_SECONDS, httponly=True, samesite="strict", path="/")
    return answer
