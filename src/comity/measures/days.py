"""Intervals of days that may be open on one side. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple


class Days(NamedTuple):
    """From ``earliest`` to ``latest``; null is open, null on both sides is unknown."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def known(self) -> bool:
        return self.earliest is not None or self.latest is not None

    def may_meet(self, other: Days, apart: int = 0) -> bool:
        """Whether the two may share a day, or lie at most ``apart`` days from each other."""
        slack = timedelta(days=apart)
        return _before(self.earliest, other.latest, slack) and _before(other.earliest, self.latest, slack)

    def narrowed(self, other: Days) -> Days:
        """Both at once: the later beginning and the earlier end; where they exclude each other, this one."""
        earliest = max((d for d in (self.earliest, other.earliest) if d), default=None)
        latest = min((d for d in (self.latest, other.latest) if d), default=None)
        return self if earliest and latest and earliest > latest else Days(earliest, latest)


def interval(days: Days) -> str | None:
    """An interval as a person reads it; None where nothing is known."""
    earliest, latest = days
    if earliest is None or latest is None:
        return f"by {latest}" if latest else f"from {earliest}" if earliest else None
    return str(earliest) if earliest == latest else f"{earliest} to {latest}"


def _before(one: date | None, other: date | None, slack: timedelta) -> bool:
    return one is None or other is None or one <= other + slack
