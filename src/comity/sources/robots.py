"""What each site's robots.txt allows (RFC 9309), read once a day. Contains no connection: it is given the text."""

from __future__ import annotations

from collections.abc import Callable

from protego import Protego

from comity.errors import InputError
from comity.sources.addresses import Target

NAME = "comity"
LONGEST = 500_000  # code points of a robots.txt that are looked at
DAY, WHILE = 86_400.0, 600.0  # seconds
LONGEST_DELAY = 60.0  # seconds: a site that asks for more is asked that often


class Robots:
    """Answers for every host. Invariant: what is known of a host is not older than a day, a fault not older than a while."""

    def __init__(self, text_of: Callable[[Target], str], now: Callable[[], float]) -> None:
        self._text_of, self._now = text_of, now
        self._known: dict[tuple[str, str, int], tuple[float, Protego | InputError]] = {}

    def allow(self, url: str, where: Target) -> bool:
        """Whether comity may read ``url``. InputError where the site's rules cannot be had: then nothing of it is read."""
        key = (where.scheme, where.host, where.port)
        known = self._known.get(key)
        if known is None or self._now() > known[0]:
            known = self._ask(where)
            self._known[key] = known
        if isinstance(known[1], InputError):
            raise known[1]
        return known[1].can_fetch(url, NAME)

    def delay(self, where: Target) -> float:
        """The seconds that the site asks for between two requests, as far as is known."""
        _, known = self._known.get((where.scheme, where.host, where.port), (0.0, None))
        asked = known.crawl_delay(NAME) if isinstance(known, Protego) else None
        return min(float(asked or 0.0), LONGEST_DELAY)

    def _ask(self, where: Target) -> tuple[float, Protego | InputError]:
        """Until when, and the rules or why there are none."""
        try:
            return self._now() + DAY, Protego.parse(self._text_of(where)[:LONGEST])
        except InputError as error:
            return self._now() + WHILE, error
