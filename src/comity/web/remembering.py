"""Answers kept between requests, and how long a page waits for one that takes its time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, TypeVar, cast

Made = TypeVar("Made")
MOST = 128  # answers kept, the last asked for
WORKERS = 2


class Remembered:
    """Answers by question, of one state of a record. Invariant: a question is worked out once however many ask it.

    What fails is not kept: it is asked anew.
    """

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="answer")
        self._kept: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._state: object = None
        self._guard = threading.Lock()

    def get(self, state: object, question: Hashable, make: Callable[[], Made], seconds: float | None) -> Made | None:
        """The answer; None where it is not there after ``seconds`` (None: waits). What ``make`` raises is raised here."""
        with self._guard:
            if state != self._state:
                self._kept, self._state = OrderedDict(), state
            found = self._kept.get(question)
            if found is None:
                found = self._kept[question] = self._pool.submit(copy_context().run, make)
                if len(self._kept) > MOST:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(question)
        try:
            return cast(Made, found.result(seconds))
        except TimeoutError:
            if found.done():
                raise
            return None
        except BaseException:
            with self._guard:
                if self._kept.get(question) is found:
                    del self._kept[question]
            raise
