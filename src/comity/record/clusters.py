"""One event as several claims tell it. Pure: from claims to clusters.

Claims tell one event when dyad and type are equal, mode and status agree, and their times meet within two days of the
first telling's. A claim whose time is unknown or wider than a month, or that names no recipient, joins only its own
words in copies of the same text. This is the one-a-day habit of event data, with every mention kept.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

WINDOW = 2  # days
WIDEST = 31
# What happened and what goes on are one act under way; a negation and a denial say the same of it.
_STATUS = {"ongoing": "happened", "denied": "negated"}


@dataclass(frozen=True, slots=True)
class Mention:
    """The part of a claim that says whether it tells the same event as another."""

    article: str
    number: int
    text: str  # hash of the article's text, copies under their original's
    actor: str | None
    recipient: str | None
    type: str
    mode: str | None
    status: str
    earliest: str | None
    latest: str | None
    sentence: str  # what the sentence says, for claims that only their own words identify


@dataclass(slots=True)
class Cluster:
    """Mentions of one event. Invariant: each agrees in mode and time with the first that was put in."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    @property
    def mode(self) -> str | None:
        return next((m.mode for m in self.mentions if m.mode), None)

    @property
    def id(self) -> str:
        """Content hash of what the event is and of its first mention."""
        m = self.first
        parts = (m.actor, m.recipient, m.type, m.status, m.article, str(m.number))
        return hashlib.sha256("\x1f".join(p or "" for p in parts).encode()).hexdigest()[:16]

    @property
    def earliest(self) -> str | None:
        return min((m.earliest for m in self.mentions if m.earliest), default=None)

    @property
    def latest(self) -> str | None:
        return max((m.latest for m in self.mentions if m.latest), default=None)


def family(mention: Mention) -> int:
    """A number of 64 bits, the same for all claims that may tell the same event as this one; what tells another dyad, type
    or status, or stands by its own words, has another."""
    digest = hashlib.blake2b("\x1f".join(_alike(mention)).encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def cluster(mentions: Iterable[Mention]) -> list[Cluster]:
    """The clusters of all ``mentions``, in an order that does not depend on theirs."""
    found: list[Cluster] = []
    for _, group in itertools.groupby(sorted(mentions, key=_order), key=_alike):
        found.extend(_split(list(group)))
    return found


def _split(group: Sequence[Mention]) -> list[Cluster]:
    """Mentions of one dyad, type and status, by time and mode."""
    found: list[Cluster] = []
    for mention in group:
        home = _home(found, mention)
        if home is None:
            found.append(Cluster([mention]))
        else:
            home.mentions.append(mention)
    return found


def _home(found: Sequence[Cluster], mention: Mention) -> Cluster | None:
    """The latest cluster that the mention joins, sought no further back than any could still be met."""
    for candidate in reversed(found):
        if not _within_reach(candidate, mention):
            return None
        if _joins(candidate, mention):
            return candidate
    return None


def _joins(cluster: Cluster, mention: Mention) -> bool:
    if cluster.mode and mention.mode and cluster.mode != mention.mode:
        return False
    return _words(mention) is not None or _meet(cluster.first, mention)


def _within_reach(cluster: Cluster, mention: Mention) -> bool:
    """Whether this cluster, or one before it, can still be met: mentions come in the order of their first day."""
    return _days(cluster.first)[0] + WIDEST + WINDOW >= _days(mention)[0]


def _meet(one: Mention, other: Mention) -> bool:
    (start, end), (other_start, other_end) = _days(one), _days(other)
    return start - WINDOW <= other_end and other_start <= end + WINDOW


def _alike(mention: Mention) -> tuple[str, ...]:
    status = _STATUS.get(mention.status, mention.status)
    key = (mention.actor, mention.recipient, mention.type, status, _words(mention))
    return tuple("" if x is None else f"={x}" for x in key)


def _words(mention: Mention) -> str | None:
    """What identifies a claim that dyad and time cannot: its sentence in its folded text; else None."""
    own = f"{mention.text} {mention.sentence}"
    if mention.actor is None or mention.recipient is None or not mention.earliest or not mention.latest:
        return own
    start, end = _days(mention)
    return own if end - start > WIDEST else None


def _days(mention: Mention) -> tuple[int, int]:
    """First and last day, counted from the calendar's first, so that no date is too early to subtract from."""
    return _day(mention.earliest), _day(mention.latest)


def _day(moment: str | None) -> int:
    return date.fromisoformat(moment[:10]).toordinal() if moment else 0


def _order(mention: Mention) -> tuple[object, ...]:
    return (_alike(mention), mention.earliest or "", mention.latest or "", mention.article, mention.number)
