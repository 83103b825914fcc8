"""Two passes of labels as one set of labels: what both give is sure, what one gives is open. No third opinion. Pure.

A sure label that the coder has not counts as missed; an open one neither counts as missed nor makes what fits it spurious. Where
the passes differ in a field of a sure label, either value is right. An act that two do together ("A and B met") is one label
that holds in both directions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from comity.evaluation.labels import AttributionLabel, ClaimLabel, Labels, Side, SignalLabel, content

X = TypeVar("X", ClaimLabel, SignalLabel, AttributionLabel)
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})


def joined(first: Labels, second: Labels) -> Labels:
    """The labels of both passes, each with whether it is sure and with what the other pass gives for it."""
    return Labels(
        _joined(together(first.claims), together(second.claims), _same_act, _shared_words),
        _joined(first.signals, second.signals, lambda x, y: (x.s, x.kind) == (y.s, y.kind), _same_fields),
        _joined(first.attributions, second.attributions, _same_cue, lambda x, y: float(x.source == y.source)),
    )


def together(claims: Sequence[ClaimLabel]) -> tuple[ClaimLabel, ...]:
    """Of two labels that tell one mutual act from either side the first, marked as holding in both directions."""
    kept: list[ClaimLabel] = []
    for c in claims:
        twin = next((k for k, x in enumerate(kept) if _reversed(x, c)), None)
        if twin is None:
            kept.append(c)
        else:
            kept[twin] = replace(kept[twin], mutual=True)
    return tuple(kept)


def _joined(
    first: Sequence[X], second: Sequence[X], same: Callable[[X, X], bool], likeness: Callable[[X, X], float]
) -> tuple[X, ...]:
    options = [(-likeness(x, y), i, j) for i, x in enumerate(first) for j, y in enumerate(second) if same(x, y)]
    partner: dict[int, int] = {}
    for _, i, j in sorted(options):
        if i not in partner and j not in partner.values():
            partner[i] = j
    found: list[X] = [_sure(x, second[partner[i]] if i in partner else None) for i, x in enumerate(first)]
    found += [_sure(y, None) for j, y in enumerate(second) if j not in partner.values()]
    return tuple(found)


def _sure(label: X, other: X | None) -> X:
    """The label as both passes give it, or as open where the other pass has none."""
    return replace(label, sure=other is not None, other=other)


def _reversed(one: ClaimLabel, other: ClaimLabel) -> bool:
    """Whether ``other`` tells the same mutual act from the other side."""
    same = (one.s, one.type, one.status, one.chain) == (other.s, other.type, other.status, other.chain)
    swapped = one.actor.told == other.recipient.told and one.recipient.told == other.actor.told
    return same and swapped and one.type in TOGETHER and _shared_words(one, other) > 0


def _same_act(one: ClaimLabel, other: ClaimLabel) -> bool:
    if (one.s, one.type) != (other.s, other.type):
        return False
    straight = _same_side(one.actor, other.actor) and _same_side(one.recipient, other.recipient)
    crossed = _same_side(one.actor, other.recipient) and _same_side(one.recipient, other.actor)
    return straight or (crossed and (one.mutual or other.mutual))


def _same_side(one: Side, other: Side) -> bool:
    if one.code is not None or other.code is not None or one.text is None or other.text is None:
        return one.code == other.code and (one.code is not None or one.told == other.told)
    return bool(content(one.text) & content(other.text))


def _shared_words(one: ClaimLabel, other: ClaimLabel) -> float:
    return float(len(content(one.trigger) & content(other.trigger)))


def _same_fields(one: SignalLabel, other: SignalLabel) -> float:
    return float(sum(value == other.fields.get(name) for name, value in one.fields.items()))


def _same_cue(one: AttributionLabel, other: AttributionLabel) -> bool:
    return one.s == other.s and bool(content(one.cue) & content(other.cue))
