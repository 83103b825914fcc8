"""The record that lies on the desk: opened once, its frames kept, for every view of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from starlette.requests import Request

from comity.asking.frames import frames, kept_in
from comity.asking.kept_frames import KeptFrames
from comity.measures.answer import Basis, basis
from comity.reading import OpenRecord

if TYPE_CHECKING:
    from comity.record.queries import Reader
    from comity.record.verification import Verification


@dataclass(frozen=True, slots=True)
class Verified:
    """What reading everything again gave; ``found`` is None while it goes on or where it could not be done."""

    began: str
    found: Verification | None = None
    problem: str | None = None


class Desk:
    """One record and what is kept of it between requests. Views ask ``record`` and ``reader``; they write nothing else."""

    def __init__(self, place: str) -> None:
        self.record = OpenRecord(place)
        self.reader: Reader = self.record.reader()
        self.kept = KeptFrames()
        self.verified: Verified | None = None  # what the last reading of everything again gave
        self._covered: tuple[object, Basis] | None = None

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


def desk(request: Request) -> Desk:
    """The desk of the workspace that is asked: a dependency of every view."""
    return cast(Desk, request.app.state.desk)
