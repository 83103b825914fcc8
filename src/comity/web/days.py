"""Days of the calendar in an address."""

from __future__ import annotations

from datetime import date

from comity.errors import InputError


def day(written: str | None) -> date | None:
    """The day as an address says it, None where it says none; :class:`InputError` where there is no such day."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise InputError(f"{written} is no day", remedy="write a day like 2024-02-05") from error
