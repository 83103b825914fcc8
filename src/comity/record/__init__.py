"""The keeper: one file of articles, claims, signals and clusters, every one with its span.

``Record`` is the façade; reading and writing are two classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from comity.errors import without_password

if TYPE_CHECKING:
    from comity.record.queries import Reader
    from comity.record.verification import Verification
    from comity.record.withdrawals import Withdrawal
    from comity.record.writing import Writer

__all__ = ["Record"]


class Record:
    """The record kept in one file, or in a database by URL. Opening it touches nothing until it is used."""

    def __init__(self, place: str | Path) -> None:
        self.place = str(place)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({without_password(self.place)!r})"

    def reader(self) -> Reader:
        """The read side; :class:`RecordError` where there is no record yet."""
        from comity.record.queries import Reader

        return Reader(self.place)

    def writer(self, coder: Mapping[str, str]) -> Writer:
        """The write side for one version of the coder, to be used as a context."""
        from comity.record.writing import Writer

        return Writer(self.place, coder)

    def verify(self) -> Verification:
        """Every text hashed again, every span read again."""
        from comity.record.verification import verify

        return verify(self.place)

    def backup(self, file: str | Path) -> None:
        """A copy as it stands now, in one file that is a record itself."""
        from comity.record.keeping import backup

        backup(self.place, Path(file))

    def restore(self, file: str | Path) -> None:
        """Brings the record back from a backup, where it is not there any more; :class:`RecordError` where it is."""
        from comity.record.keeping import restore

        restore(Path(file), self.place)

    def migrate(self) -> tuple[int, str | None]:
        """Brings the record to today's schema; answers which it had, and where the original is kept."""
        from comity.record.opening import bring_up

        return bring_up(self.place)

    def fold(self) -> None:
        """Works out copies and clusters anew, where ``verify`` found that they are not what the articles say."""
        from comity.record.keeping import fold

        fold(self.place)

    def forget(self, article: str, why: str) -> Withdrawal:
        """Takes an article out by its id, with what only it says; that it was there stays, with the reason."""
        from comity.record.withdrawals import forget

        return forget(self.place, article, why)
