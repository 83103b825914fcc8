"""What is kept between requests."""

from __future__ import annotations

import threading

import pytest

from comity.errors import RecordError
from comity.web.remembering import MOST, Remembered


def test_a_question_is_worked_out_once_for_a_state() -> None:
    kept, asked = Remembered(), []
    for state in (1, 1, 2):
        assert kept.get(state, "q", lambda: asked.append(1) or len(asked), None) in (1, 2)
    assert len(asked) == 2


def test_an_answer_that_takes_long_is_none_and_there_later() -> None:
    kept, done = Remembered(), threading.Event()
    assert kept.get(1, "q", lambda: done.wait(60), 0.01) is None
    done.set()
    assert kept.get(1, "q", lambda: pytest.fail("asked twice"), None) is True


def test_what_fails_is_raised_and_asked_anew() -> None:
    kept, tries = Remembered(), []

    def failing() -> int:
        tries.append(1)
        raise RecordError("no such trigger")

    for _ in range(2):
        with pytest.raises(RecordError, match="no such trigger"):
            kept.get(1, "q", failing, None)
    assert len(tries) == 2


def test_only_the_last_asked_for_are_kept() -> None:
    kept, asked = Remembered(), []
    for n in (*range(MOST + 1), 0):
        kept.get(1, n, lambda n=n: asked.append(n), None)
    assert asked.count(0) == 2
