"""One round over the feeds: each is asked whether it changed, and its new entries are read. Holds no clock of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from comity.errors import InputError, NoArticleError
from comity.sources import lists
from comity.sources.addresses import is_address
from comity.sources.draft import ReadingOptions
from comity.sources.feeds import Entry, Feed, read_feed
from comity.sources.fetching import Fetched, Fetcher
from comity.sources.finishing import Origin, Read
from comity.sources.intake import Intake
from comity.sources.lists import Listed
from comity.sources.showing import shown
from comity.values import Article
from comity.watching.schedule import pause
from comity.watching.state import FeedState

# What a further try may mend; the other faults of a page are its own.
PASSING = frozenset({"unreachable", "busy", "slow", "truncated", "http"})


@dataclass(slots=True)
class Round:
    """What a round over the feeds met."""

    asked: int = 0
    unchanged: int = 0
    resting: int = 0  # left alone after failures
    errors: list[InputError] = field(default_factory=list)


class Poller:
    """Asks feeds. Invariant: an entry is marked as done only after its article went on to be read."""

    def __init__(
        self, fetcher: Fetcher, options: ReadingOptions, stopped: Callable[[], bool], now: Callable[[], float]
    ) -> None:
        self._fetcher, self._options = fetcher, replace(options, fetcher=fetcher)
        self._stopped, self._now = stopped, now

    def feeds(self, named: Iterable[str], found: Round) -> list[str]:
        """The addresses of the feeds: those named, and those in the OPML outlines named, by file or address."""
        urls: dict[str, None] = {}
        for name in named:
            try:
                if is_address(name) and not name.lower().endswith(".opml"):
                    urls[name] = None
                else:
                    urls |= dict.fromkeys(entry.url for entry in self._outline(name))
            except InputError as error:
                found.errors.append(error)
        return list(urls)

    def articles(self, urls: Iterable[str], states: dict[str, FeedState], found: Round) -> Iterator[Article]:
        """The articles of the new and changed entries of all feeds that may be asked now."""
        for url in urls:
            if self._stopped():
                return
            state = states.setdefault(url, FeedState())
            if state.not_before > self._now():
                found.resting += 1
                continue
            found.asked += 1
            try:
                feed = self._feed(url, state, found)
            except InputError as error:
                state.failures += 1
                state.not_before = self._now() + pause(state.failures)
                found.errors.append(error)
                continue
            state.failures, state.not_before = 0, 0.0
            if feed is not None:
                yield from self._entries(url, feed, state, found)

    def _outline(self, name: str) -> list[Listed]:
        if is_address(name):
            return lists.read_outline(self._fetcher.fetch(name).body or b"", shown(name))
        try:
            return lists.read_outline(Path(name).read_bytes(), name)
        except OSError as error:
            raise InputError(error.strerror or "cannot be read", place=name, remedy="check the name") from error

    def _feed(self, url: str, state: FeedState, found: Round) -> Feed | None:
        """The feed, None where it did not change. Its tags are kept only once all its entries are done."""
        answer: Fetched = self._fetcher.fetch(url, state.tag, state.modified)
        if answer.body is None:
            found.unchanged += 1
            return None
        feed = read_feed(answer.body, shown(url), answer.url)
        state.tag, state.modified = answer.tag, answer.modified
        return feed

    def _entries(self, url: str, feed: Feed, state: FeedState, found: Round) -> Iterator[Article]:
        intake = Intake(self._options)
        origin = Origin(shown(url), follow=True, outlet=feed.title, depth=1)
        for number, entry in enumerate(feed.entries, start=1):
            address = entry.url or f"entry:{mark_of(entry)}"
            mark = mark_of(entry)
            if state.is_done(address, mark):
                continue
            if self._stopped():
                state.tag = state.modified = None  # so that the rest is given again
                return
            passing = False
            for item in intake.entry(entry, origin, number):
                if isinstance(item, Article):
                    yield item
                else:
                    passing |= self._note(item, found)
            if passing:
                state.failed(address, mark)
                state.tag = state.modified = None
            else:
                state.done(address, mark)

    def _note(self, item: Read, found: Round) -> bool:
        """Keeps a fault to be told; whether a further try may mend it."""
        if isinstance(item, InputError) and not isinstance(item, NoArticleError):
            found.errors.append(item)
            return item.status in PASSING
        return False


def mark_of(entry: Entry) -> str:
    """What the entry said of its article: where that changes, the page is read again."""
    parts = (entry.title, entry.published, entry.changed, entry.text)
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode("utf-8", "replace")).hexdigest()[:16]
