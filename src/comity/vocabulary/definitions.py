"""The definition of each event type, as it stands at the head of its file, with examples of a mode."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from comity.vocabulary import documents

EXAMPLES = 3
STAND_INS = {"{A}": "A", "{B}": "B"}


@dataclass(frozen=True, slots=True)
class Definition:
    """What a type means, where that is from, and sentences that are coded so; A acts, B is acted on."""

    type: str
    words: str
    source: str
    examples: tuple[str, ...]
    modes: tuple[str, ...]  # every mode of the type


@cache
def definition(type_: str, mode: str | None = None) -> Definition | None:
    """The definition of an event type with examples of the mode; None for what is no type (STATEMENT)."""
    found = next((d for d in documents("events") if d["type"] == type_), None)
    if found is None:
        return None
    patterns = found["patterns"]
    of_mode = [p for p in patterns if p.get("mode") == mode]
    examples = [sentence for p in of_mode or patterns for sentence in p.get("examples", ())]
    modes = dict.fromkeys(p["mode"] for p in patterns if p.get("mode"))
    return Definition(
        type_, found["definition"], found["source"], tuple(map(_plain, examples[:EXAMPLES])), tuple(modes)
    )


def _plain(example: str) -> str:
    for slot, name in STAND_INS.items():
        example = example.replace(slot, name)
    return example
