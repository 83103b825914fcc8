"""Addresses of the workspace's own views: the one place where they are put together."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

FORMATS = ("csv", "json", "parquet", "md", "bib")
VIEWS = (
    ("/", "Brief"),
    ("/review", "Review"),
    ("/ledger", "Assurances"),
    ("/matrix", "Responses"),
    ("/pairs", "Pairs"),
    ("/actors", "Actors"),
    ("/claims", "Claims"),
    ("/sources", "Sources"),
)


def query(path: str, **asked: Any) -> str:
    """A path with what is asked; what is None or empty asks nothing."""
    given = [(name, value) for name, value in asked.items() if value not in (None, "", ())]
    return path + (f"?{urlencode(given, doseq=True)}" if given else "")


def segment(name: object) -> str:
    """Anything as one part of a path."""
    return quote(str(name), safe="")


def article(key: str, start: int | None = None, end: int | None = None) -> str:
    """An article by its key, at the words from ``start`` to ``end``."""
    if start is None or end is None:
        return f"/article/{segment(key)}"
    return f"/article/{segment(key)}?at={start}-{end}#at"


def brief(key: str) -> str:
    """The brief of an article."""
    return f"/brief/{segment(key)}"


def morning(**asked: Any) -> str:
    """What some days tell."""
    return query("/", **asked)


def claim(claim_id: str) -> str:
    """One claim with everything known about it."""
    return f"/claim/{segment(claim_id)}"


def claims(**asked: Any) -> str:
    """The list of claims that answer a filter."""
    return query("/claims", **asked)


def pair(one: str, other: str, **asked: Any) -> str:
    """The page of two actors."""
    return query(f"/pair/{segment(one)}/{segment(other)}", **asked)


def actor(name: str, **asked: Any) -> str:
    """The page of one actor."""
    return query(f"/actor/{segment(name)}", **asked)


def within(path: str, view: str) -> bool:
    """Whether a page belongs to one of the views of the navigation."""
    if view == "/":
        return path == "/" or path.startswith(("/brief", "/paste"))
    return path == view or path.startswith(f"{view}/") or path.startswith(f"{view.removesuffix('s')}/")


def formatted(path: str, query_string: str, suffix: str) -> str:
    """The same view in another format."""
    named = "/morning" if path == "/" else path
    return f"{named}.{suffix}" + (f"?{query_string}" if query_string else "")
