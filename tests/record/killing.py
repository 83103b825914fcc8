"""Readings killed at random moments and begun again: a program of its own, for the tests and for ``make soak``.

    python -m record.killing KILLS SEED PLACE…

Each kill reads articles of a demonstration dossier with the real coder into one of the places, in a process that is ended
by SIGKILL: every other time at a random moment, else at a random statement to the database, so that writing is met often.
The reading is begun again and runs to its end. Prints one JSON object: kills (a reading
that had ended before its moment is no kill, and the next place is taken), how many articles the record held at the
kill in the least and the most, and which records did not come out as an uninterrupted reading's.

The coder is loaded once; the readings are forks of this process.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from itertools import count, islice

from sqlalchemy import Engine, event

from comity import coder, dossiers, reading
from comity.errors import ComityError
from comity.exports.claims import claim_line
from comity.reading import Coder, OpenRecord
from comity.sources import articles
from comity.values import Article

ARTICLES, BATCH = 8, 2


def main(kills: int, seed: int, places: list[str]) -> dict[str, object]:
    """Kills and begins again so many times; the first place takes the uninterrupted reading."""
    given = [a for a in islice(articles([dossiers.folder("october-1962")]), ARTICLES) if isinstance(a, Article)]
    coder.code_article(given[0])  # loads what is loaded once
    whole, *others = places
    began = time.monotonic()
    statements = _counted(whole, given)
    lasted, expected = time.monotonic() - began, answers(whole)
    rng, held, wrong = random.Random(seed), [], []
    for place in others:
        moment = rng.uniform(0, lasted) if len(held) % 2 == 0 else rng.randrange(1, statements)
        if not _kill(place, given, moment):
            continue
        held.append(_articles(place))
        _end(_fork(place, given))
        if answers(place) != expected or OpenRecord(place).verify().faults:
            wrong.append(place)
        if len(held) == kills:
            break
    return {"kills": len(held), "least": min(held), "most": max(held), "wrong": wrong}


def answers(place: str) -> str:
    """Everything a record answers, as text."""
    reader = OpenRecord(place).reader()
    lists = (reader.signals(), reader.events(), reader.articles())
    return json.dumps([claim_line(c) for c in reader.claims()]) + repr([list(x) for x in lists]) + repr(reader.counts())


def _kill(place: str, given: list[Article], moment: float) -> bool:
    """Ends a reading after some seconds, or at a statement (a whole number); answers whether it was still running then."""
    child = _fork(place, given, lambda n: n == moment and os.kill(os.getpid(), signal.SIGKILL))
    if isinstance(moment, float):
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"a reading into {place} failed")
    return os.WIFSIGNALED(status)


def _counted(place: str, given: list[Article]) -> int:
    """An uninterrupted reading; answers how many statements and commits it took."""
    source, sink = os.pipe()
    _end(_fork(place, given, lambda n: os.write(sink, b".")))
    os.close(sink)
    with os.fdopen(source, "rb") as counted:
        return len(counted.read())


def _fork(place: str, given: list[Article], at: Callable[[int], object] | None = None) -> int:
    """A process that reads, and calls ``at`` with the number of every statement and commit."""
    child = os.fork()
    if child:
        return child
    try:
        if at is not None:
            _call_at_each(at)
        reading.BATCH_ARTICLES = BATCH
        by = Coder(lambda found: map(coder.code_article, found), coder.version())
        reading.read(OpenRecord(place), given, by)
        os._exit(0)
    except BaseException as error:  # noqa: BLE001 - whatever it is, this fork ends here and says so
        print(f"{place}: {error!r}", file=sys.stderr, flush=True)
        os._exit(1)


def _call_at_each(at: Callable[[int], object]) -> None:
    numbers = count(1)

    def step(*_: object) -> None:
        at(next(numbers))

    event.listen(Engine, "before_cursor_execute", step)
    event.listen(Engine, "commit", step)


def _end(child: int) -> None:
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit("a reading failed")


def _articles(place: str) -> int:
    try:
        return OpenRecord(place).reader().counts()["articles"]
    except ComityError:
        return 0  # it was killed before there was a record


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])))
