"""Whether the words for an actor mean somebody in particular."""

from __future__ import annotations

from comity.signals.scene import Scene
from comity.values import Actor

INDEFINITE = frozenset({"a", "an", "any", "no", "every"})


def indefinite(scene: Scene, actor: Actor) -> bool:
    """ "when a president draws a line": nobody in particular, by the article in the phrase or right before it."""
    if actor.span is None:
        return False
    before = scene.text((max(0, actor.span[0] - 8), actor.span[0])).split()
    return actor.text.split()[0].lower() in INDEFINITE or (bool(before) and before[-1].lower() in INDEFINITE)
