"""Signals: what an analyst of a relation looks for beyond events, read from one sentence and its claims.

One module a signal; each has one function from a Scene to values. The definitions are in docs/coding.md, the words in
vocabulary/signals/*.yaml.
"""

from __future__ import annotations

from comity.signals.alignment import alignments
from comity.signals.assurance import assurances
from comity.signals.condemnation import condemnations
from comity.signals.contact import contacts
from comity.signals.designation import designations
from comity.signals.humanitarian import humanitarian
from comity.signals.inconsistency import inconsistencies
from comity.signals.opinion import opinions
from comity.signals.red_line import red_lines
from comity.signals.scene import Scene
from comity.values import Signals


def read_signals(scene: Scene) -> Signals:
    """All signals of one sentence."""
    if not scene.sentence.tokens:
        return Signals()
    return Signals(
        assurances=tuple(assurances(scene)),
        condemnations=tuple(condemnations(scene)),
        red_lines=tuple(red_lines(scene)),
        contacts=tuple(contacts(scene)),
        humanitarian=tuple(humanitarian(scene)),
        designations=tuple(designations(scene)),
        alignments=tuple(alignments(scene)),
        opinions=tuple(opinions(scene)),
        inconsistencies=tuple(inconsistencies(scene)),
    )
