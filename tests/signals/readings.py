"""The signals of one sentence, for the tests of their readers."""

from __future__ import annotations

from typing import Any

from comity.coder import code_article
from comity.values import Actor, Article, Signals


def signals(text: str, **page: Any) -> Signals:
    """What is read from a text published on 5 February 2024."""
    return code_article(Article("t", text, **{"published": "2024-02-05", **page})).signals


def codes(*actors: Actor | None) -> list[str | None]:
    return [a.code if a else None for a in actors]
