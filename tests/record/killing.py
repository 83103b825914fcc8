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
from itertools import islice

from sqlalchemy import Engine, event

from comity import coder, dossiers, reading
from comity.errors import ComityError
from comity.exports.claims import claim_line
from comity.reading import Coder, OpenRecord
from comity.sources import articles
from comity.values import Article

ARTICLES, BATCH = 8, 2
STATEMENTS = 45  # to the database, for an article: about as many as there are


def main(kills: int, seed: int, places: list[str]) -> dict[str, object]:
    """Kills and begins again so many times; the first place takes the uninterrupted reading."""
    given = [a for a in islice(articles([dossiers.folder("october-1962")]), ARTICLES) if isinstance(a, Article)]
    coder.code_article(given[0])  # loads what is loaded once
    whole, *others = places
    began = time.monotonic()
    _end(_fork(whole, given, None))
    lasted, expected = time.monotonic() - began, answers(whole)
    rng, held, wrong = random.Random(seed), [], []
    for place in others:
        if not _kill(place, given, rng, lasted, len(held) % 2 == 0):
            continue
        held.append(_articles(place))
        _end(_fork(place, given, None))
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


def _kill(place: str, given: list[Article], rng: random.Random, lasted: float, by_time: bool) -> bool:
    """Ends a reading at a random moment; answers whether it was still running then."""
    child = _fork(place, given, None if by_time else rng.randrange(1, STATEMENTS * ARTICLES))
    if by_time:
        time.sleep(rng.uniform(0, lasted))
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"a reading into {place} failed")
    return os.WIFSIGNALED(status)


def _fork(place: str, given: list[Article], statement: int | None) -> int:
    """A process that reads, and ends itself at a statement if one is given."""
    child = os.fork()
    if child:
        return child
    try:
        if statement is not None:
            _die_at(statement)
        reading.BATCH_ARTICLES = BATCH
        by = Coder(lambda found: map(coder.code_article, found), coder.version())
        reading.read(OpenRecord(place), given, by)
        os._exit(0)
    except BaseException as error:  # noqa: BLE001 - whatever it is, this fork ends here and says so
        print(f"{place}: {error!r}", file=sys.stderr, flush=True)
        os._exit(1)


def _die_at(statement: int) -> None:
    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

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
