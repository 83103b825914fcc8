"""Reading articles into a record: where the coder's wing and the keeper's meet. Contains no coding and no query.

Articles are coded in order and written in batches, a transaction each; what the record holds already is not coded
again, so a reading that was cut short goes on where it stopped.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.asking import Asking
from comity.errors import InputError
from comity.record import Record
from comity.values import Article, Coded

if TYPE_CHECKING:
    from comity.digests import DigestLine
    from comity.pair_dossier import Dossier
    from comity.record.writing import Writer
    from comity.sources import Account, ReadingOptions

MOST_VERSIONS = 20  # of one fetched page: one that changes at every visit would fill the record with itself
BATCH_ARTICLES = 24
BATCH_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a reading stands: the article just met, and whether the record held it already."""

    path: str | None
    characters: int
    sentences: int
    claims: int
    known: bool


@dataclass(slots=True)
class Report:
    """What a reading did."""

    read: int = 0
    known: int = 0  # held already, in this coder's reading
    sentences: int = 0
    claims: int = 0
    undated: int = 0
    not_coded: Counter[str] = field(default_factory=Counter)  # stored, in a language without a coder
    errors: list[InputError] = field(default_factory=list)
    capped: Counter[str] = field(default_factory=Counter)  # by address: changed texts that are a version too many
    withdrawn: list[str] = field(default_factory=list)  # not read: each with its place, when and why it was taken out
    account: Account | None = None  # what each input gave; None where the articles did not come from inputs

    def as_json(self) -> dict[str, Any]:
        """The whole report for a file: totals, and the inputs one by one."""
        return {
            "read": self.read,
            "known": self.known,
            "sentences": self.sentences,
            "claims": self.claims,
            "undated": self.undated,
            "not_coded": dict(sorted(self.not_coded.items())),
            "not_kept": dict(sorted(self.capped.items())),
            "withdrawn": list(self.withdrawn),
            "inputs": self.account.as_json() if self.account else [],
        }


@dataclass(frozen=True, slots=True)
class Coder:
    """What codes articles, in their order, and what it says it is."""

    code: Callable[[Iterable[Article]], Iterator[Coded]]
    version: Mapping[str, str]


Watcher = Callable[[Progress], None]


class OpenRecord(Asking):
    """A record that articles can be read into and measures asked of."""

    def read(
        self,
        inputs: str | Path | Iterable[str | Path],
        options: ReadingOptions | None = None,
        *,
        processes: int | None = None,
        watch: Watcher | None = None,
    ) -> Report:
        """Reads files, folders and addresses; what cannot be read stands in the report's ``errors``, the rest is kept."""
        from comity.sources import Account, articles

        places = [inputs] if isinstance(inputs, str | Path) else inputs
        account = Account()
        report = read(self, articles(places, options, account), coder(processes), watch)
        report.account = account
        return report

    def dossier(self, one: str, other: str) -> Dossier:
        """Every measure of two actors, by code or name, with its quotations and the texts they stand in."""
        from comity.pair_dossier import dossier

        return dossier(self, one, other)


def coder(processes: int | None = None) -> Coder:
    """comity's own coder, over ``processes`` processes (default: the cores)."""
    from comity import coder as own

    return Coder(lambda articles: own.code_many(articles, processes), own.version())


def read(
    record: Record,
    found: Iterable[Article | InputError],
    by: Coder,
    watch: Watcher | None = None,
) -> Report:
    """Codes and writes every article that ``record`` does not hold in this coder's reading.

    Raises :class:`RecordError` where another process writes to the record, and :class:`StorageError` where the place
    is full or cannot be written: whole batches before it are kept.
    """
    report = Report()
    with record.writer(by.version) as writer:
        coming = _Coming(found, writer, report, watch)
        batch: list[tuple[Article, Coded]] = []
        for coded in by.code(coming):
            article = coming.sent.popleft()
            batch.append((article, coded))
            _count(report, article, coded)
            if watch:
                watch(Progress(article.path, len(article.text), len(coded.sentences), len(coded.claims), known=False))
            if len(batch) >= BATCH_ARTICLES or sum(len(a.text) for a, _ in batch) >= BATCH_CHARACTERS:
                writer.write(batch)
                batch = []
        writer.write(batch)
        writer.fold()
    return report


def digests(
    found: Iterable[Article | InputError],
) -> Iterator[tuple[Article, tuple[DigestLine, ...]] | InputError]:
    """The digest of each article, and what could not be read at its place. Nothing is kept."""
    from comity.coder import code_article
    from comity.digests import digest

    for item in found:
        yield item if isinstance(item, InputError) else (item, digest(item, code_article(item)))


def code_text(text: str, options: ReadingOptions) -> tuple[Article, Coded]:
    """A text at hand, read and coded as a file with it would be. Nothing is kept; :class:`InputError` where it holds none."""
    from comity.coder import code_article
    from comity.sources import articles

    problem = InputError("holds no text", remedy="give the words of an article")
    for found in articles(BytesIO(text.encode("utf-8", "replace")), options):
        if isinstance(found, Article):
            return found, code_article(found)
        problem = found
    raise problem


class _Coming:
    """The articles still to be coded, on their way to the coder. Invariant: ``sent`` holds them in the same order."""

    def __init__(
        self, found: Iterable[Article | InputError], writer: Writer, report: Report, watch: Watcher | None
    ) -> None:
        self.sent: deque[Article] = deque()
        self._found, self._writer, self._report, self._watch = found, writer, report, watch
        self._new: Counter[str] = Counter()  # versions on their way, by address

    def __iter__(self) -> Iterator[Article]:
        for item in self._found:
            if isinstance(item, InputError):
                self._report.errors.append(item)
            elif self._writer.knows(item):
                self._report.known += 1
                if self._watch:
                    self._watch(Progress(item.path, len(item.text), 0, 0, known=True))
            elif withdrawal := self._writer.withdrawal(item):
                told = (
                    f"article {item.id} was withdrawn on {withdrawal.at[:10]} ({withdrawal.why}) and is not read again"
                )
                self._report.withdrawn.append(f"{item.path}: {told}" if item.path else told)
            elif not self._too_many(item):
                self.sent.append(item)
                yield item

    def _too_many(self, article: Article) -> bool:
        """Whether a fetched page would have more versions than are kept. Articles of files are never capped."""
        if not article.url or not (article.path or "").startswith(("http://", "https://")):
            return False
        if self._writer.versions(article.url) + self._new[article.url] >= MOST_VERSIONS:
            self._report.capped[article.url] += 1
            return True
        self._new[article.url] += 1
        return False


def _count(report: Report, article: Article, coded: Coded) -> None:
    report.read += 1
    report.sentences += len(coded.sentences)
    report.claims += len(coded.claims)
    report.undated += article.published is None
    if not coded.sentences:
        report.not_coded[coded.language] += 1
