"""A reading's progress on standard error: a bar by the bytes of the files, with articles and claims so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.reading import Progress

_LINE = re.compile(r"(:\d+|, line \d+)$")


@contextmanager
def reading_progress(inputs: Sequence[str]) -> Iterator[Callable[[Progress], None]]:
    """What to call with each step of the reading."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TextColumn("{task.description}"))
    with Bar(*columns, TimeElapsedColumn(), TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("reading", total=_bytes(inputs))
        done = Done()

        def watch(step: Progress) -> None:
            done.count(step)
            bar.update(task, completed=done.bytes, description=f"{done.articles} articles, {done.claims} claims")

        yield watch
        bar.update(task, total=max(done.bytes, 1), completed=max(done.bytes, 1))


class Done:
    """How far a reading has come. Invariant: a file left behind counts whole, the present one by its characters."""

    def __init__(self) -> None:
        self.articles = self.claims = self._behind = self._here = 0
        self._file: Path | None = None

    def count(self, step: Progress) -> None:
        file = Path(_LINE.sub("", step.path)) if step.path else None
        if file != self._file:
            self._behind += _size(self._file)
            self._file, self._here = file, 0
        self._here += step.characters
        self.articles += 1
        self.claims += step.claims

    @property
    def bytes(self) -> int:
        here = min(self._here, _size(self._file)) if self._file and self._file.is_file() else self._here
        return self._behind + here


def _bytes(inputs: Sequence[str]) -> int | None:
    """The size of everything to be read; None where standard input or an address is among it."""
    if any(name == "-" or "://" in name for name in inputs):
        return None
    files = (f for name in inputs for f in (Path(name).rglob("*") if Path(name).is_dir() else [Path(name)]))
    return sum(_size(f) for f in files)


def _size(file: Path | None) -> int:
    return file.stat().st_size if file and file.is_file() else 0
