"""comity reads news and official texts and keeps a cited record of who said and did what to whom, according to whom.

What stands here is the Python API; each name loads what it needs when it is first used, so that importing is quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.reading import OpenRecord
    from comity.values import Article, Coded

__version__ = "0.1.0"
__all__ = ["__version__", "code", "open"]


def open(place: str | Path) -> OpenRecord:
    """The record kept in ``place`` (a file, made when something is first read into it)."""
    from comity.reading import OpenRecord

    return OpenRecord(place)


def code(article: Article) -> Coded:
    """Everything the coder says about one article: sentences, attributions, claims, signals."""
    from comity.coder import code_article

    return code_article(article)
