"""Archives of articles that a coder of the tests' own reads: quick, and with known answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from comity import coder
from comity.archive import OpenArchive
from comity.archive.filling import Work
from comity.values import Article, Coded
from record.scenes import code

ONE = Work(workers=1, batch=2)
BREAKS = "This one breaks the coder."


def scene(article: Article) -> Coded:
    if BREAKS in article.text:
        raise ValueError("cannot be coded")
    return code(article)


def scenes(articles: Iterable[Article], processes: int | None = None) -> Iterator[Coded]:
    return (scene(article) for article in articles)


@pytest.fixture(autouse=True)
def quick_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coder, "code_many", scenes)
    monkeypatch.setattr(coder, "code_article", scene)


@pytest.fixture
def archive(tmp_path: Path) -> OpenArchive:
    return OpenArchive(tmp_path / "claims")


def line(text: str, day: str | None = "2024-05-01", outlet: str = "Demo Wire North") -> dict[str, str | None]:
    """An article as a line of a JSONL file."""
    return {"id": text[:12], "text": text, "published": day, "outlet": outlet}
