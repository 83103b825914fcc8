"""The frames of a record kept between questions: made once for a state of it, and again when it has changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from comity.measures.frames import Frames

State = tuple[int, ...]
AT_ONCE_SECONDS = 1.0  # frames that took no longer are made anew before an answer; others meanwhile, in the background


@dataclass(frozen=True, slots=True)
class Kept:
    """Frames with the state of the record that they were made of, and how long that took."""

    frames: Frames
    state: State
    seconds: float


class KeptFrames:
    """Answers with frames of the record as it stands. Invariant: one thread makes them, others wait or take the last.

    Where making them takes long and the record has changed meanwhile, the last are answered and new ones begun; ``state``
    tells of which state the answer is.
    """

    def __init__(self) -> None:
        self._kept: Kept | None = None
        self._making = threading.Lock()
        self._guard = threading.Lock()

    @property
    def state(self) -> State | None:
        """The state of the record that answers are of; None before the first."""
        return self._kept.state if self._kept else None

    def get(self, state: State, make: Callable[[], Frames]) -> Frames:
        """The frames of ``state``, or the last ones where new ones take long and are being made."""
        kept = self._kept
        if kept is not None and kept.state == state:
            return kept.frames
        if kept is None or kept.seconds <= AT_ONCE_SECONDS:
            with self._making:
                return self._made(state, make)
        with self._guard:
            if not self._making.locked():
                threading.Thread(target=self._later, args=(state, make), daemon=True).start()
        return kept.frames

    def _later(self, state: State, make: Callable[[], Frames]) -> None:
        with self._making:
            self._made(state, make)

    def _made(self, state: State, make: Callable[[], Frames]) -> Frames:
        if self._kept is None or self._kept.state != state:
            began = time.monotonic()
            frames = make()
            self._kept = Kept(frames, state, time.monotonic() - began)
        return self._kept.frames
