"""Names of actors and places found in a text: exact, case-sensitive, at word boundaries, longest first.

One pass of an Aho-Corasick automaton over the whole text. A name that several entities bear keeps them all; who is meant is
decided later (or never: unknown is a value).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from comity.actors.entities import Entity, Name, names
from comity.values import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text; ``kind`` as in entities.Name; ``entities`` all who bear it, in order of the vocabulary."""

    span: Span
    text: str
    kind: str
    entities: tuple[Entity, ...]


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[str, tuple[Name, ...]], ...]]:
    table: dict[str, list[Name]] = {}
    for name in names():
        table.setdefault(name.text, []).append(name)
    entries = tuple((text, tuple(found)) for text, found in table.items())
    return AhoCorasick([text for text, _ in entries]), entries


def _bounded(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
    after = end == len(text) or not text[end].isalnum()
    return before and after


def scan(text: str) -> tuple[Mention, ...]:
    """All mentions in a text, in order, not overlapping; of overlapping ones the first, then the longest."""
    automaton, entries = _automaton()
    hits = [
        (start, -end, index)
        for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
        if _bounded(text, start, end)
    ]
    found: list[Mention] = []
    last = 0
    for start, end, index in sorted(hits):
        if start >= last:
            word, bearers = entries[index]
            kind = bearers[0].kind
            found.append(Mention((start, -end), word, kind, tuple(b.entity for b in bearers if b.kind == kind)))
            last = -end
    return tuple(found)
