"""The record that lies on the desk: opened once, its frames kept, for every view of a workspace."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from starlette.requests import Request

from comity.asking.frames import frames, kept_in
from comity.asking.kept_frames import KeptFrames
from comity.facts.store import opened
from comity.measures.answer import Basis, basis
from comity.reading import OpenRecord
from comity.web.remembering import Remembered

if TYPE_CHECKING:
    from comity.record.queries import Reader
    from comity.record.verification import Verification


@dataclass(frozen=True, slots=True)
class Verified:
    """What reading everything again gave; ``found`` is None while it goes on or where it could not be done."""

    began: str
    found: Verification | None = None
    problem: str | None = None


Made = TypeVar("Made")
SOON_SECONDS = 0.12  # a page is shown without what takes longer, and says so


class Desk:
    """One record and what is kept of it between requests. Views ask ``record`` and ``reader``; they write nothing else.

    ``facts`` is the folder of imported official data, if one is given; :class:`InputError` where there is no such folder.
    """

    def __init__(self, place: str, facts: Path | None = None) -> None:
        self.facts = opened(facts).folder
        self.record = OpenRecord(place)
        self.reader: Reader = self.record.reader()
        self.kept = KeptFrames()
        self.verified: Verified | None = None  # what the last reading of everything again gave
        self._covered: tuple[object, Basis] | None = None
        self._remembered = Remembered()

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Within, every measure starts from the kept frames."""
        with kept_in(self.kept):
            yield

    def covered(self) -> Basis:
        """What the record covers: the line that stands on each view."""
        found = frames(self.reader)
        if self._covered is None or self._covered[0] is not found:
            self._covered = (found, basis(found))
        return self._covered[1]

    def remembered(self, question: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` answers to the question, worked out once for a state of the record."""
        return cast(Made, self._asked(question, make, None))

    def soon(self, question: Hashable, make: Callable[[], Made]) -> Made | None:
        """The same, or None where it takes its time: it is worked out meanwhile, and there when it is asked again."""
        return self._asked(question, make, SOON_SECONDS)

    def _asked(self, question: Hashable, make: Callable[[], Made], seconds: float | None) -> Made | None:
        with self.asked():
            frames(self.reader)
            return self._remembered.get(self.kept.state, question, make, seconds)


def desk(request: Request) -> Desk:
    """The desk of the workspace that is asked: a dependency of every view."""
    return cast(Desk, request.app.state.desk)
