"""New claims that match a saved watch: as lines, in its Atom feed, and to its webhook."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from comity.errors import InputError
from comity.exports.atom import Notice, write_atom
from comity.exports.claims import claim_line
from comity.record.answers import Arrival
from comity.record.queries import Reader
from comity.sources.fetching import Fetcher
from comity.watching.saved import Saved

MOST_ENTRIES = 200  # of the Atom feed, the newest
MOST_POSTED = 100  # claims of one message to a webhook

Line = Callable[[Arrival, str], str]  # a claim and its sentence as the title of a notice


def tell(watch: Saved, reader: Reader, line: Line, fetcher: Fetcher | None = None) -> Iterator[Arrival | InputError]:
    """The claims that are new to ``watch``, which remembers them; its feed is written, its webhook called.

    A webhook that cannot be reached is told as an InputError, and is given the same claims the next time.
    """
    newest = reader.newest_batch()
    known = set(watch.claims)
    fresh = [a for a in reader.arrivals(watch.asked(), watch.told) if a.recorded.claim.id not in known]
    yield from reversed(fresh)
    if watch.atom:
        latest = reader.arrivals(watch.asked(), limit=MOST_ENTRIES)
        write_atom((_notice(arrival, reader, line) for arrival in latest), watch.name, Path(watch.atom))
    watch.told = newest
    watch.remember([arrival.recorded.claim.id for arrival in reversed(fresh)])
    if watch.webhook:
        try:
            _post(watch, watch.webhook, reader, fetcher or Fetcher())
            watch.posted = newest
        except InputError as error:
            yield error


def _post(watch: Saved, webhook: str, reader: Reader, fetcher: Fetcher) -> None:
    """Every claim of the batches after the last that went through, oldest first, in messages of at most a hundred."""
    claims = [claim_line(arrival.recorded) for arrival in reader.arrivals(watch.asked(), watch.posted)][::-1]
    for start in range(0, len(claims), MOST_POSTED):
        body = json.dumps({"watch": watch.name, "claims": claims[start : start + MOST_POSTED]}, ensure_ascii=False)
        status = fetcher.post(webhook, body.encode("utf-8", "replace"), "application/json")
        if not 200 <= status < 300:
            raise InputError(
                f"the webhook answered {status}", place=webhook, remedy="it is given the claims again", status="http"
            )


def _notice(arrival: Arrival, reader: Reader, line: Line) -> Notice:
    claim, where = arrival.recorded.claim, arrival.recorded.provenance
    sentence = reader.text(where.text)[slice(*claim.sentence)]
    return Notice(claim.id, line(arrival, sentence), sentence, arrival.seen, where.url)
