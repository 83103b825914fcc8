"""The words of each signal, from vocabulary/signals/NAME.yaml."""

from __future__ import annotations

from functools import cache

from comity import vocabulary


@cache
def words(signal: str, key: str) -> frozenset[str]:
    """One word list of one signal."""
    return vocabulary.words(f"signals/{signal}", key)
