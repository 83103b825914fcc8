"""The signals of one sentence, for the tests of their readers."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from comity.coder import code_article
from comity.values import Actor, Article, Place, Signals

COMMON = ("id", "spans", "sentence", "chain", "claim", "time", "stated", "confidence", "figures", "figure", "due")


def signals(text: str, **page: Any) -> Signals:
    """What is read from a text published on 5 February 2024."""
    return code_article(Article("t", text, **{"published": "2024-02-05", **page})).signals


def codes(*actors: Actor | None) -> list[str | None]:
    return [a.code if a else None for a in actors]


def read(kind: str, text: str, **page: Any) -> tuple[Any, ...]:
    """The signals of one kind that are read from a text."""
    return getattr(signals(text, **page), kind)


def told(signal: Any) -> dict[str, Any]:
    """The fields of a signal with actors as their codes (or words), places as their countries, lists sorted."""
    return {f.name.rstrip("_"): _plain(getattr(signal, f.name)) for f in fields(signal) if f.name not in COMMON}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return sorted(map(str, map(_plain, value)))
    if isinstance(value, Actor):
        return value.code or value.text
    return value.country or value.text if isinstance(value, Place) else value
