"""When what the coder found is what a label says: actors, chains, times, places, the fields of signals. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from comity.evaluation.labels import CODED_AS, ClaimLabel, Days, Side, SignalLabel, content, field_kind
from comity.values import Actor, Claim, Evidence, Place, Time

CLAIM_FIELDS = ("status", "mode", "chain", "time", "place")


def same_side(label: Side, found: Actor | None) -> bool:
    """By code; where the label has none, by a word that both share; nobody is nobody."""
    if label.told is None:
        return found is None
    if found is None:
        return False
    if label.code is not None:
        return found.code == label.code
    return label.text is not None and share_words(label.text, found.text)


def share_words(one: str, other: str) -> bool:
    return bool(content(one) & content(other))


def same_link(label: str | None, found: Actor | None) -> bool:
    """An actor that a label gives as one code or words: by code, else by a shared word where the coder has no code."""
    if label is None or found is None:
        return label is None and found is None
    return found.code == label or (found.code is None and share_words(label, found.text))


def same_chain(label: Sequence[str], found: Sequence[Actor]) -> bool:
    """The same sources in the same order, outermost first."""
    return len(label) == len(found) and all(same_link(x, y) for x, y in zip(label, found, strict=True))


def same_actors(label: Sequence[str], found: Sequence[Actor]) -> bool:
    """The same actors in any order."""
    left = list(found)
    for x in label:
        fitting = next((k for k, y in enumerate(left) if same_link(x, y)), None)
        if fitting is None:
            return False
        left.pop(fitting)
    return not left


def same_time(label: Days | None, found: Time) -> bool:
    """The same closed interval of days. An open one ("not after the day of publication") tells no time, as null does."""
    if found.earliest is None or found.latest is None:
        return label is None
    return label == (found.earliest[:10], found.latest[:10])


def same_place(label: str | None, found: Place | None) -> bool:
    """The same country; a place whose country is not known is none."""
    return (found.country if found else None) == label


def same_claim(label: ClaimLabel, found: Claim) -> bool:
    """The same type with the same actor and recipient; that both stand in the same sentence is asked elsewhere."""
    if label.type != found.type:
        return False
    straight = same_side(label.actor, found.actor) and same_side(label.recipient, found.recipient)
    crossed = same_side(label.actor, found.recipient) and same_side(label.recipient, found.actor)
    return straight or (label.mutual and crossed)


def claim_fields(label: ClaimLabel, found: Claim) -> dict[str, bool]:
    """Which of the fields of a matched claim are as labelled, in either pass."""
    right = _claim_fields(label, found)
    other = _claim_fields(label.other, found) if label.other else {}
    return {name: value or other.get(name, False) for name, value in right.items()}


def _claim_fields(label: ClaimLabel, found: Claim) -> dict[str, bool]:
    return {
        "status": label.status == found.status,
        "mode": label.mode == found.mode,
        "chain": same_chain(label.chain, found.chain),
        "time": same_time(label.time, found.time),
        "place": same_place(label.place, found.place),
    }


def signal_fields(label: SignalLabel, found: Evidence) -> dict[str, bool]:
    """Which of the fields of a matched signal are as labelled, in either pass; a value that it leaves open is not judged."""
    right = _signal_fields(label, found)
    other = _signal_fields(label.other, found) if label.other else {}
    return {name: value or other.get(name, False) for name, value in right.items()}


def _signal_fields(label: SignalLabel, found: Evidence) -> dict[str, bool]:
    judged = {}
    for name, wanted in label.fields.items():
        kind, given = field_kind(label.kind, name), getattr(found, CODED_AS.get(name, name))
        if wanted is not None or not isinstance(kind, tuple):
            judged[name] = _same_field(kind, wanted, given)
    return judged


def _same_field(kind: Any, wanted: Any, given: Any) -> bool:
    if kind == "actor":
        return same_link(wanted, given)
    if kind == "actors":
        return same_actors(wanted, given)
    if kind == "place":
        return same_place(wanted, given)
    return bool(wanted == given)
