"""Measures asked of an archive: the same methods as of a record, over Parquet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Never

from comity.archive.folder import ABOUT
from comity.asking import Asking
from comity.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.archive.filling import Filled, Work
    from comity.archive.folding import Folded
    from comity.archive.reader import ArchiveReader
    from comity.archive.verification import Verified
    from comity.measures.answer import Answer
    from comity.measures.posture import Window
    from comity.record.verdicts import Verdict
    from comity.sources import ReadingOptions


class OpenArchive(Asking):
    """An archive's folder. Opening it touches nothing until it is used; what only a record can do is refused."""

    def code(
        self, inputs: Sequence[str | Path], options: ReadingOptions | None = None, work: Work | None = None
    ) -> Filled:
        """Codes what the archive does not hold yet; :meth:`fold_parts` makes it answer."""
        from comity.archive.filling import fill

        return fill(self.place, inputs, options, work)

    def fold_parts(self) -> Folded | None:
        """Lays everything out by day, with copies and events worked out; None where nothing waits for it."""
        from comity.archive.folding import fold

        return fold(self.place)

    def check(self) -> Verified:
        """Every text hashed again, every span read again, every column compared with what was coded."""
        from comity.archive.verification import verify

        return verify(self.place)

    def reader(self) -> ArchiveReader:  # type: ignore[override]  # measures ask both for frames and texts alone
        from comity.archive.reader import ArchiveReader

        return ArchiveReader(self.place)

    def posture(self, one: str, other: str, window: Window | None = None, scores: str | Path | None = None) -> Answer:
        """As of a record; only what was told of the pair is read."""
        from comity.measures.intensities import intensities
        from comity.measures.posture import Window, posture
        from comity.vocabulary.rules import rules

        table, chosen = rules("intensities", scores), window or Window()
        frames = self.reader().pair(one, other, chosen.since, chosen.until)
        return posture(frames, (one, other), intensities(table.content), chosen, {table.name: table.version})

    def between(self, one: str, other: str, limit: int | None = None) -> Answer:
        """As of a record; only what was told of the pair is read."""
        from comity.measures.between import LIMIT, between

        return between(self.reader().pair(one, other), one, other, limit or LIMIT)

    def disputes(self, between: tuple[str, str]) -> Answer:
        """As of a record; only what was told of the pair is read."""
        from comity.measures.disputes import disputes

        return disputes(self.reader().pair(*between), *between)

    def verdicts(self, assurance: str | None = None) -> tuple[Verdict, ...]:
        """None: an archive keeps no verdicts."""
        return ()

    def judge(self, assurance: str, verdict: str | None, *, because: str, name: str) -> Never:
        """Refused: :class:`RecordError`."""
        self._refuse()

    def writer(self, coder: Any) -> Never:
        """Refused: :class:`RecordError`."""
        self._refuse()

    def verify(self) -> Never:
        """Refused: :class:`RecordError`; :meth:`check` reads an archive again."""
        self._refuse("comity archive verify")

    def backup(self, file: str | Path) -> Never:
        """Refused: :class:`RecordError`."""
        self._refuse("copy the folder")

    def restore(self, file: str | Path) -> Never:
        """Refused: :class:`RecordError`."""
        self._refuse("copy the folder")

    def migrate(self) -> Never:
        """Refused: :class:`RecordError`."""
        self._refuse()

    def forget(self, article: str, why: str) -> Never:
        """Refused: :class:`RecordError`."""
        self._refuse()

    def _refuse(self, remedy: str = "read the articles into a record: comity read") -> Never:
        raise RecordError("is an archive, and this is done to records", place=self.place, remedy=remedy)


def is_archive(place: str | Path) -> bool:
    """Whether an archive lies there."""
    try:
        return "fold" in json.loads((Path(place) / ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
