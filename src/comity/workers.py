"""One ordered map over processes: bounded in memory, the same answers with any number of workers."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from comity.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 3  # batches under way for each process


def processes(wanted: int | None = None) -> int:
    """How many processes: as asked, else COMITY_PROCESSES, else one a core."""
    return max(1, wanted or int(os.environ.get("COMITY_PROCESSES") or 0) or os.cpu_count() or 1)


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Items in lists of ``size``, the last one shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def spread(function: Callable[[list[T]], list[R]], work: Iterator[list[T]], count: int) -> Iterator[R]:
    """``function`` over every batch, its answers in order. Workers are forked, so that they share what is loaded.

    The second batch decides whether workers are started at all: a single article is never worth a process. Raises
    :class:`WorkerError` where a worker is killed, for what it was given has no answer.
    """
    first, second = next(work, None), next(work, None)
    if first is None:
        return
    if count == 1 or second is None:
        for batch in (first, second):
            yield from function(batch) if batch else ()
        for batch in work:
            yield from function(batch)
        return
    context = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
    with ProcessPoolExecutor(count, context) as pool:
        try:
            waiting = deque(pool.submit(function, b) for b in (first, second))
            for batch in work:
                waiting.append(pool.submit(function, batch))
                while len(waiting) > AHEAD * count:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            remedy = "was there memory enough? Start it again, with fewer processes: what was written whole is kept"
            raise WorkerError("a process that worked was ended from outside", remedy=remedy) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
