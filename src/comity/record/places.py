"""Where a record lies: a file, or a PostgreSQL database by its address. Pure."""

from __future__ import annotations

import re

from comity.errors import RecordError

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,40})://")
POSTGRESQL = ("postgresql", "postgres", "postgresql+psycopg")


def is_url(place: str) -> bool:
    """Whether the record lies in a database; a :class:`RecordError` where the address is of no kind that is known."""
    scheme = _SCHEME.match(place)
    if scheme is None:
        return False
    if scheme[1].lower() not in POSTGRESQL:
        remedy = "name a file, or a database: postgresql://USER@HOST/DATABASE"
        raise RecordError(f"no record can lie at {scheme[1]}://", place=place, remedy=remedy)
    return True


def driver_url(place: str) -> str:
    """The address with the driver that comity brings (psycopg 3)."""
    return _SCHEME.sub("postgresql+psycopg://", place, count=1)
