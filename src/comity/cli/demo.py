"""``comity demo``: the demonstration dossiers, read, briefed and left to be tried."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from comity.record.answers import Filter

if TYPE_CHECKING:
    from comity.digests.brief import Brief
    from comity.reading import OpenRecord
    from comity.values import Article


def demo(into: Annotated[Path, typer.Option(help="Folder for the records.")] = Path("demo")) -> None:
    """Read the demonstration dossiers, print a brief of each and what to try next."""
    import comity
    from comity import dossiers
    from comity.cli.progress import reading_progress
    from comity.digests.brief import brief, brief_lines

    into.mkdir(parents=True, exist_ok=True)
    tries: list[str] = []
    documents: list[str] = []
    for name, title in dossiers.titles().items():
        folder, record = dossiers.folder(name), comity.open(into / f"{name}.comity")
        with reading_progress([str(folder)]) as watch:
            record.read(folder, watch=watch)
        told = brief(record.reader())
        print(f"\n{title} — demonstration texts, written for comity; the record: {record.place}")
        for line in brief_lines(told):
            print(f"  {line}")
        article = _most_telling(record)
        for line in _digest(article):
            print(f"  {line}")
        tries += _suggestions(record, told, article)
        documents += _document(record, name)
    print("\nWhat to try next:")
    for line in (*tries, f"{_command()} read YOUR-ARTICLES --into mine.comity"):
        print(f"  {line}")
    print("\nAll that a record tells of two actors in one document, every number with its sentences:")
    for line in documents:
        print(f"  {line}")


def _most_telling(record: OpenRecord) -> Article | None:
    """The dated text with most signals: the one to show a digest of."""
    signals = Counter(s.provenance.path for s in record.reader().signals())
    dated = [a for a in record.reader().articles() if a.published and a.path and not a.path.endswith(".jsonl")]
    return max(dated, key=lambda a: (signals[a.path], a.id), default=None)


def _digest(article: Article | None) -> list[str]:
    """One text in a few cited lines, as `comity digest` prints them."""
    from comity.cli.digest import digest_lines
    from comity.reading import digests
    from comity.sources import articles

    if article is None or article.path is None:
        return []
    found = [x for x in digests(articles([article.path])) if not isinstance(x, Exception)]
    return ["one of its texts, digested:", *(f"  {line}" for x in found for line in digest_lines(*x))]


def _suggestions(record: OpenRecord, told: Brief, article: Article | None) -> list[str]:
    """Commands that find something in this very record."""
    place = shlex.quote(record.place)
    lines = [f"{_command()} digest {shlex.quote(article.path)}"] if article and article.path else []
    for event in told.events[:1]:
        lines.append(f"{_command()} claims {place} --actor {event.actor} --recipient {event.recipient}")
        claim = next(record.reader().claims(Filter(actor=event.actor, recipient=event.recipient), limit=1))
        lines.append(f"{_command()} show {place} {claim.claim.id}")
    return [*lines, f"{_command()} verify {place}"]


def _document(record: OpenRecord, name: str) -> list[str]:
    """The command that writes the dossier of the two between whom the record holds most events."""
    between = [sorted((e.actor, e.recipient)) for e in record.reader().events() if e.actor and e.recipient]
    pairs = Counter(tuple(pair) for pair in between if pair[0] != pair[1])
    place, document = shlex.quote(record.place), shlex.quote(str(Path(record.place).with_name(f"{name}.html")))
    most = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:1]
    return [f"{_command()} dossier {place} {' '.join(map(shlex.quote, pair))} --out {document}" for pair in most]


def _command() -> str:
    """The command as it must be typed here: its name where the shell finds it by that, else as it was called."""
    called = sys.argv[0]
    return "comity" if not called.endswith("comity") or shutil.which("comity") == called else shlex.quote(called)
