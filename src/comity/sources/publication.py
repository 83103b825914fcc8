"""When a text was published: dates as pages write them, to ISO 8601. What cannot be read for sure is not read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

EARLIEST = 1600  # a publication year before this is a slip
CLOCK_SLACK = timedelta(days=1)  # time zones and clocks that are ahead

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?",
    re.I,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_DAY_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def iso(written: str) -> str | None:
    """``written`` as an ISO date, or date-time with its offset where it has one; None where it is no such date.

    Reads ISO 8601, RFC 2822, "18 October 2023" and "October 18, 2023". Not "10/11/2023", which is two days.
    """
    written = re.sub(r"\s+", " ", written[:200]).strip()
    match = _ISO.fullmatch(written) or _COMPACT.fullmatch(written)
    if match:
        return _from_parts(match)
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2))):
        match = pattern.fullmatch(written)
        if match:
            year, month, day = (match.group(number) for number in order)
            return _day(int(year), _MONTHS.get(month.lower(), 0), int(day))
    return _from_mail_date(written)


def is_future(published: str, now: datetime) -> bool:
    """Whether an ISO date or date-time lies beyond ``now`` by more than a day."""
    if len(published) == 10:
        return date.fromisoformat(published) > (now + CLOCK_SLACK).date()
    moment = datetime.fromisoformat(published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) > now + CLOCK_SLACK


def _from_parts(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    found = _day(int(year), int(month), int(day))
    if found is None or hour is None:
        return found
    offset = "" if not zone else "+00:00" if zone.upper() in {"Z", "UTC", "GMT"} else zone
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return _moment(f"{found}T{int(hour):02}:{minute}:{second or '00'}{offset}")


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year >= EARLIEST else None
    except ValueError:
        return None


def _moment(written: str) -> str | None:
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return None


def _from_mail_date(written: str) -> str | None:
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if moment.year >= EARLIEST else None
