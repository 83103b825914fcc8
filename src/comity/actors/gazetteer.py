"""Names of actors and places found in a text: exact, case-sensitive, at word boundaries, longest first.

One pass of an Aho-Corasick automaton over the whole text. A name that several entities bear keeps them all; who is meant is
decided later (or never: unknown is a value).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from comity.actors.entities import Entity, Name, names
from comity.values import Span

BODIES = ("organisation", "group")
AFTER_NAMES = re.compile(
    r",? (?:Jr|Sr)\.|,? (?:Jr|Sr|II|III)\b"
)  # what tells people of one name apart belongs to the name


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


def _alone(text: str, start: int, end: int) -> bool:
    """Whether no capitalised word stands right before or after a name: "Jordan said", not "Michael Jordan"."""
    before = re.search(r"(\S+) $", text[max(0, start - 30) : start])
    after = re.match(r" (\S)", text[end : end + 2])
    named_before = (
        before is not None
        and before.group(1)[0].isupper()
        and before.group(1).isalpha()
        and not _opens(text, start, before.group(1))
    )
    return not named_before and not (after is not None and after.group(1).isupper())


def _opens(text: str, start: int, word: str) -> bool:
    """Whether the word before a name is capitalised only because a sentence begins with it ("In Jordan")."""
    at = start - 1 - len(word)
    return at <= 0 or text[at - 1] in '\n“"' or text[max(0, at - 2) : at].strip() in (".", "?", "!", ":")


def _to_the_end(text: str, end: int, kind: str) -> int:
    """Where a person's name ends that goes on with "Jr." or the like; a full stop that ends the sentence as well stays out."""
    after = AFTER_NAMES.match(text, end) if kind in ("person", "surname") else None
    return after.end() if after else end


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
            if bearers[0].ambiguous and not _alone(text, start, -end):
                continue
            kind = bearers[0].kind
            kinds = BODIES if kind in BODIES else (kind,)  # one abbreviation of a body and of a group
            last = _to_the_end(text, -end, kind)
            found.append(Mention((start, last), word, kind, tuple(b.entity for b in bearers if b.kind in kinds)))
    return tuple(found)
