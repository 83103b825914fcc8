"""Coding articles into an archive, on one machine or many: nothing twice, nothing lost, everything told.

Whoever works, a batch becomes a part by :func:`comity.archive.parts.land`; here stands who is sent which batch. What the
archive holds already is not coded again, so a run that was cut short goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from comity import workers
from comity.archive import parts
from comity.archive.folder import Folder
from comity.archive.manifest import Keys, Manifest, among, known_keys
from comity.archive.parts import BATCH, BATCH_CHARACTERS, Bad, Row, article_keys, fault
from comity.coder import version, warm
from comity.errors import InputError, NoArticleError
from comity.record.lock import writer_lock
from comity.sources import Account, ReadingOptions, articles
from comity.sources.finishing import Read
from comity.values import Article

Inputs = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Work:
    """Who codes: processes on this machine, or Ray with so many at a time, at an address or on this machine."""

    engine: str = "processes"
    workers: int | None = None  # None: one a core
    address: str | None = None
    batch: int = BATCH  # articles of a part


@dataclass(slots=True)
class Filled:
    """What a run did. All that was met is ``coded + known + bad + left_out``, where articles of no date count as any other."""

    coded: int = 0
    claims: int = 0
    parts: int = 0
    known: int = 0  # held already, or met before in this run
    bad: int = 0
    left_out: int = 0  # things that are no articles


@dataclass(frozen=True, slots=True)
class Landed:
    """One step of a run: a part that landed, if any, and what became of all that was met on the way to it."""

    row: Row | None = None
    bad: tuple[Bad, ...] = ()
    known: int = 0
    left_out: int = 0


def fill(root: str | Path, inputs: Inputs, options: ReadingOptions | None = None, work: Work | None = None) -> Filled:
    """Codes what the archive does not hold yet. Raises :class:`StorageError` where it cannot be written,
    :class:`RecordError` where another coder made it or another process writes to it."""
    folder, chosen = Folder(Path(root)), work or Work()
    folder.open_for(version())
    with writer_lock(str(folder.root / "archive")):
        folder.clear()
        manifest, known = Manifest(folder), known_keys(folder)
        done = Filled()
        for landed in _landed(folder, inputs, options or ReadingOptions(), chosen, known):
            _count(done, landed, manifest)
    return done


def _count(done: Filled, landed: Landed, manifest: Manifest) -> None:
    if landed.row is not None and manifest.add(landed.row):
        done.parts += 1
        done.coded += landed.row["rows"]["articles"]
        done.claims += landed.row["rows"]["claims"]
    manifest.add_bad(landed.bad)
    done.bad += len(landed.bad)
    done.known += landed.known
    done.left_out += landed.left_out


def _landed(folder: Folder, inputs: Inputs, options: ReadingOptions, work: Work, known: Keys) -> Iterator[Landed]:
    if work.engine == "ray":
        from comity.archive.on_ray import landed_by_ray

        return landed_by_ray(folder, inputs, options, work, known)
    return _landed_by_processes(folder, inputs, options, work, known)


def _landed_by_processes(
    folder: Folder, inputs: Inputs, options: ReadingOptions, work: Work, known: Keys
) -> Iterator[Landed]:
    """This process reads, others code."""
    met = Met(known)
    account = Account()
    new = met.new(articles(inputs, options, account))
    count = workers.processes(work.workers)
    if count > 1:
        warm()
    for landed in workers.spread(partial(land_all, str(folder.arrived)), batches(new, work.batch), count):
        yield Landed(landed.row, (*landed.bad, *met.told()))
    yield Landed(None, met.told(), met.known, account.left_out)


def land_all(arrived: str, batch: list[Article]) -> list[Landed]:
    """One batch as a part."""
    row, bad = parts.land(arrived, batch)
    return [Landed(row if row["rows"]["articles"] else None, tuple(bad))]


def batches(found: Iterable[Article], size: int = BATCH) -> Iterator[list[Article]]:
    """Articles in batches of ``size``, or of fewer that have BATCH_CHARACTERS: what a worker holds at a time is bounded."""
    batch: list[Article] = []
    characters = 0
    for article in found:
        batch.append(article)
        characters += len(article.text)
        if len(batch) >= size or characters >= BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


class Met:
    """What a run meets. Invariant: an article is let through once, and never one that the archive holds."""

    def __init__(self, known: Keys) -> None:
        self._held, self._seen = known, set[str]()
        self._bad: list[Bad] = []
        self.known = self.left_out = 0

    def new(self, found: Iterable[Read]) -> Iterator[Article]:
        """The articles that are to be coded; the others and what could not be read are counted and told."""
        for item in found:
            if isinstance(item, NoArticleError):
                self.left_out += 1
            elif isinstance(item, InputError):
                self._bad.append(fault(item.place or "an input", item.status, item.problem))
            elif (key := article_keys([item])[0]) in self._seen or among(self._held, key):
                self.known += 1
            else:
                self._seen.add(key)
                yield item

    def told(self) -> tuple[Bad, ...]:
        """What could not be read since this was asked last."""
        bad, self._bad = tuple(self._bad), []
        return bad
