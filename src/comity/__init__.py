"""comity reads news and official texts and keeps a cited record of who said and did what to whom, according to whom.

What stands here is the Python API; each name loads what it needs when it is first used, so that importing is quick.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.release import VERSION

if TYPE_CHECKING:
    from comity.archive import OpenArchive
    from comity.asking import Asking
    from comity.digests import DigestLine
    from comity.explaining import Explanation
    from comity.reading import OpenRecord
    from comity.values import Article, Coded

__version__ = VERSION
__all__ = ["__version__", "ask", "code", "digest", "explain", "open", "open_archive", "relate"]


def open(place: str | Path) -> OpenRecord:
    """The record kept in ``place``: a file, or ``postgresql://…``; made when something is first read into it."""
    from comity.reading import OpenRecord

    return OpenRecord(place)


def open_archive(folder: str | Path) -> OpenArchive:
    """The archive of Parquet in ``folder``; made when something is first coded into it."""
    from comity.archive import OpenArchive

    return OpenArchive(folder)


def ask(place: str | Path) -> Asking:
    """What measures can be asked of: the archive in ``place`` where one lies there, else the record."""
    from comity.archive import is_archive

    return open_archive(place) if is_archive(place) else open(place)


def code(article: Article) -> Coded:
    """Everything the coder says about one article: sentences, attributions, claims, signals."""
    from comity.coder import code_article

    return code_article(article)


def relate(passage: Mapping[str, Any]) -> dict[str, Any]:
    """What the marked source says or does to the marked target there: an input line of ``comity relate``, answered.

    A passage that breaks the contract is answered with its ``error``.
    """
    from json import dumps

    from comity.streams import relate_lines

    return next(relate_lines([dumps(passage)], processes=1))


def digest(path: str | Path, *, published: str | None = None) -> tuple[DigestLine, ...]:
    """“No time to read?”: the lines that a busy reader needs of one article, each with its quotation and span.

    Raises :class:`comity.errors.InputError` where ``path`` cannot be read.
    """
    from comity.reading import digests
    from comity.sources import ReadingOptions, articles

    found = next(digests(articles([path], ReadingOptions(published=published))))
    if isinstance(found, Exception):
        raise found
    return found[1]


def explain(text: str, *, published: str | None = None) -> tuple[Explanation, ...]:
    """Why each sentence of a text is coded as it is: names, parse, patterns held and dropped, statuses, actors, claims."""
    from comity.explaining import explain as explained
    from comity.values import Article

    return explained(Article("explained", text, published=published))
