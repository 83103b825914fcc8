"""The slots of a claim that a reviewer can change, as a labelled set writes them, and what each may hold. Pure.

Names and forms are those of a labelled claim (docs/evaluation.md): sides by code and words, ``chain`` as a list of codes or
words, ``time`` as two days, ``place`` as a country's code, ``trigger`` as words of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from comity.errors import InputError
from comity.values import QUADS, Actor, Claim, Status

SLOTS = (
    *("actor", "actor_text", "recipient", "recipient_text", "type", "mode", "status"),
    *("chain", "trigger", "time", "place"),
)
STATUSES: tuple[str, ...] = get_args(Status)
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_COUNTRY = re.compile(r"[A-Z]{3}")


def slots_of(claim: Claim) -> dict[str, Any]:
    """What a claim has in each slot."""
    earliest, latest = claim.time.earliest, claim.time.latest
    return {
        **_side("actor", claim.actor),
        **_side("recipient", claim.recipient),
        "type": claim.type,
        "mode": claim.mode,
        "status": claim.status,
        "chain": [actor.code or actor.text for actor in claim.chain],
        "trigger": claim.trigger.text,
        "time": [earliest[:10], latest[:10]] if earliest and latest else None,
        "place": _country(claim),
    }


def changed(claim: Claim, wanted: Mapping[str, Any], sentence: str) -> dict[str, Any]:
    """The slots of ``wanted`` that differ from the claim's; :class:`InputError` names the first that cannot be so.

    A type that is changed takes the mode with it, unless a mode is given too.
    """
    own = slots_of(claim)
    for name, value in wanted.items():
        if name not in own:
            raise InputError(f"a claim has no slot {name!r}", remedy=f"one of: {', '.join(SLOTS)}")
        good, told = _ALLOWED[name]
        if value != own[name] and not (good(value) and (name != "trigger" or _stands(value, sentence))):
            raise InputError(f"{name} cannot be {value!r}", remedy=told)
    found = {name: value for name, value in wanted.items() if value != own[name]}
    if "type" in found and "mode" not in wanted and own["mode"] is not None:
        found["mode"] = None
    return found


def _side(name: str, actor: Actor | None) -> dict[str, str | None]:
    return {name: actor.code if actor else None, f"{name}_text": actor.text if actor else None}


def _country(claim: Claim) -> str | None:
    code = claim.place.country if claim.place else None
    return code if code and _COUNTRY.fullmatch(code) else None


def _words(value: Any) -> bool:
    return value is None or (isinstance(value, str) and bool(value.strip()))


def _links(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(link, str) and link.strip() for link in value)


def _days(value: Any) -> bool:
    if value is None:
        return True
    try:
        first, last = (date.fromisoformat(day) for day in value)
    except (TypeError, ValueError):
        return False
    return isinstance(value, list) and first <= last


def _stands(value: str, sentence: str) -> bool:
    """Whether the words stand in the sentence."""
    return set(_WORD.findall(value.lower())) <= set(_WORD.findall(sentence.lower()))


_SIDE = (_words, "a code like KEN, words, or nothing")
_ALLOWED: dict[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(("actor", "actor_text", "recipient", "recipient_text", "mode"), _SIDE),
    "type": (lambda value: value in QUADS, f"one of: {', '.join(QUADS)}"),
    "status": (lambda value: value in STATUSES, f"one of: {', '.join(STATUSES)}"),
    "chain": (_links, "codes or words of who says so, the outermost first"),
    "trigger": (lambda value: isinstance(value, str) and bool(value.strip()), "words of the sentence"),
    "time": (_days, "two days like 2024-05-01, the earlier first, or nothing"),
    "place": (
        lambda value: value is None or bool(_COUNTRY.fullmatch(str(value))),
        "a country's code like UKR, or nothing",
    ),
}
