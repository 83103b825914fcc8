"""What a reader found in one file or record before it becomes an article, and what the user asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from comity.values import Kind, Span

if TYPE_CHECKING:
    from comity.sources.fetching import Fetcher

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What the user says of the files: it fills what a page does not say, and never overrules what it says."""

    published: str | None = None  # ISO date or date-time for a text without one
    kind: Kind = "news"  # for a text that does not say its own
    outlet: str | None = None
    encoding: str | None = None  # of files that are neither UTF-8 nor say what they are
    max_bytes: int = 20 * MEGABYTE  # of one file, or of one line of a JSONL file
    follow: bool = (
        False  # the addresses of lists and feeds in files are read; of those given by address they always are
    )
    most_addresses: int = 1_000  # of one input
    fetcher: Fetcher | None = None  # what asks addresses; None: one is made where an address is given
    now: datetime = field(default_factory=lambda: datetime.now(UTC))  # what counts as the future


@dataclass(frozen=True, slots=True)
class Draft:
    """``text`` is normalised already: all spans refer to it."""

    text: str
    title: str | None = None
    published: str | None = None  # as the page writes it
    outlet: str | None = None
    url: str | None = None
    kind: str | None = None
    id: str | None = None
    header: tuple[Span, ...] = ()  # lines that tell of the text and are not it
