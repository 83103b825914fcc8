"""One attribution as a sentence gives it: the value that the forms make and that chains are built from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from comity.actors.discourse import Discourse
from comity.coding.cues import listed
from comity.coding.sources import actor_or_phrase
from comity.language.sentence import Sentence
from comity.values import Actor, Span


@dataclass(frozen=True, slots=True)
class Reported:
    """One attribution inside one sentence, before chains are joined: token indices of cue and content."""

    cue: int
    cue_span: Span
    source: Actor | None
    content: tuple[Span, ...]
    stance: str
    medium: Actor | None
    factive: bool
    inside: frozenset[int]  # token indices of the content
    listed: bool = True  # False: a link of chains only (nested.py)
    jointly: tuple[Actor, ...] = ()  # who says the same in the same breath: "A and B told the council …"


def made(s: Sentence, cue: list[int], content: list[int], who: Actor | None, stance: str) -> Reported | None:
    """The attribution with these tokens as cue and content; None where no word is left as content."""
    kept = [i for i in content if i not in cue]
    spans = s.gapless(kept)
    if not spans:
        return None
    factive = s.tokens[cue[0]].lemma in listed("factive")
    return Reported(cue[0], s.extent(cue), who, spans, stance, None, factive, frozenset(kept))


def who_at(s: Sentence, source: int | None, d: Discourse) -> Actor | None:
    return None if source is None else actor_or_phrase(s, source, d)


def clausal(s: Sentence, cue: int, content: Collection[int]) -> bool:
    """Whether a clause, before, after or around the cue, is what is said."""
    return s.tokens[cue].head in content or any(s.tokens[i].head == cue and s.tokens[i].dep == "ccomp" for i in content)
