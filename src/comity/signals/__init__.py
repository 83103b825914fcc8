"""Signals: what an analyst of a relation looks for beyond events, read from one sentence and its claims.

One module a signal; each has one function from a Scene to values. The definitions are in docs/coding.md, the words in
vocabulary/signals/*.yaml.
"""

from __future__ import annotations

from comity.signals.scene import Scene
from comity.values import Signals


def read_signals(scene: Scene) -> Signals:
    """All signals of one sentence."""
    return Signals()
