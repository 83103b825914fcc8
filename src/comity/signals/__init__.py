"""Signals: what an analyst of a relation looks for beyond events, read from one sentence and its claims."""

from __future__ import annotations

from collections.abc import Sequence

from comity.actors.discourse import Discourse
from comity.coding.attribution import Reported
from comity.coding.claims import Event
from comity.language.sentence import Sentence
from comity.values import Claim, Signals, Span


def read_signals(
    s: Sentence, d: Discourse, span: Span, happened: Sequence[Event], reported: Sequence[Reported], made: Sequence[Claim]
) -> Signals:
    """All signals of one sentence."""
    return Signals()
