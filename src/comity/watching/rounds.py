"""``comity watch``: round after round until it is stopped. What a round read is written before its state is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from threading import Event

from comity.errors import InputError, RecordError
from comity.reading import Coder, OpenRecord, Report, read
from comity.record.places import is_url
from comity.sources.draft import ReadingOptions
from comity.sources.fetching import Clock, Fetcher
from comity.values import Article
from comity.watching.polling import Poller, Round
from comity.watching.state import load, save


@dataclass(slots=True)
class Watch:
    """One watch: ``feeds`` are addresses and OPML outlines; ``stop`` ends it after the article that is being read."""

    record: OpenRecord
    feeds: Sequence[str]
    coder: Coder
    state: Path
    options: ReadingOptions = field(default_factory=ReadingOptions)
    fetcher: Fetcher | None = None
    stop: Event = field(default_factory=Event)
    now: Callable[[], float] = time.time

    def round(self) -> tuple[Round, Report]:
        """Asks every feed once, reads what is new, writes it, and then writes down that it was read."""
        self.fetcher = self.fetcher or Fetcher(clock=Clock(sleep=lambda seconds: self._wait(seconds)))
        poller = Poller(self.fetcher, self.options, self.stop.is_set, self.now)
        states, found = load(self.state), Round()
        coming = poller.articles(poller.feeds(self.feeds, found), states, found)
        report = self._read(coming)
        report.errors.extend(found.errors)
        save(self.state, states)
        return found, report

    def run(self, every: float, tell: Callable[[Round, Report], None]) -> None:
        """Rounds ``every`` so many seconds until ``stop`` is set. A record that was open once and is busy is waited for."""
        opened = False
        while not self.stop.is_set():
            started = self.now()
            try:
                tell(*self.round())
                opened = True
            except RecordError as error:
                if not opened:
                    raise
                told = InputError(error.problem, place=error.place, remedy="it is tried again in the next round")
                tell(Round(), Report(errors=[told]))
            self.stop.wait(max(1.0, every - (self.now() - started)))

    def _read(self, coming: Iterator[Article]) -> Report:
        """Opens the record for writing only where there is something to write."""
        first = next(coming, None)
        if first is None:
            return Report()
        return read(self.record, chain([first], coming), self.coder)

    def _wait(self, seconds: float) -> None:
        self.stop.wait(seconds)


def state_path(place: str, given: Path | None, ending: str) -> Path:
    """The file beside a record; a record in a database needs one to be named."""
    if given is not None:
        return given
    if is_url(place):
        raise InputError(
            "a record in a database has no file beside it", place=place, remedy="name one with --state FILE"
        )
    return Path(f"{place}-{ending}.json")
