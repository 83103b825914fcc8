"""One sentence as every reader of signals sees it: parse, memory, events, attributions and claims, with shared answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.actors.discourse import Discourse
from comity.actors.noun_phrases import actors_at, dig
from comity.coding.attribution import Reported
from comity.coding.claims import Event
from comity.coding.identity import identity
from comity.coding.links import links
from comity.coding.when import stated_at, time_at
from comity.language.sentence import EVERY_WORD, Sentence, Token
from comity.values import Actor, Claim, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """``span`` is the whole sentence in the article (``sentence.span`` may begin after a speaker's label)."""

    sentence: Sentence
    discourse: Discourse
    span: Span
    events: tuple[Event, ...]
    reported: tuple[Reported, ...]
    claims: tuple[Claim, ...]

    def text(self, span: Span) -> str:
        return self.discourse.article.text[span[0] : span[1]]

    def beginnings(self, at: frozenset[str]) -> Sequence[Token]:
        """The words of the sentence, names left out, that are one of these: where a reading of them can begin."""
        s = self.sentence
        if EVERY_WORD:
            return [t for t in s.tokens if t.mention < 0]
        if at.isdisjoint(s.lemmas):
            return ()
        return [t for t in s.tokens if t.lemma in at and t.mention < 0]

    def chain_at(self, i: int) -> tuple[Actor, ...]:
        """According to whom the word at ``i`` stands, outermost first; begins with the speaker of a statement."""
        return links(self.discourse, list(self.reported), i)

    def actors(self, i: int | None) -> list[Actor]:
        """The actors that the phrase with head ``i`` means, or that stand inside it; empty: none or cannot be told."""
        if i is None:
            return []
        return actors_at(self.sentence, i, self.discourse) or dig(self.sentence, i, self.discourse)

    def claim_at(self, i: int) -> Claim | None:
        """The claim whose trigger stands at token ``i``."""
        t = self.sentence.tokens[i]
        return next((c for c in self.claims if c.trigger.span == (t.start, t.end)), None)

    def evidence(self, kind: str, i: int, spans: tuple[Span, ...] = (), confidence: float = 0.5) -> dict[str, Any]:
        """The fields that every signal has, for a signal whose cue stands at token ``i``."""
        t = self.sentence.tokens[i]
        where = spans or ((t.start, t.end),)
        claim = self.claim_at(i)
        return {
            "id": identity(self.discourse.article.id, kind, self.span, where),
            "spans": where,
            "sentence": self.span,
            "chain": self.chain_at(i),
            "claim": claim.id if claim else None,
            "time": claim.time if claim else time_at(self.sentence, i, self.discourse, "happened"),
            "stated": claim.stated if claim else stated_at(self.sentence, i, self.discourse, list(self.reported)),
            "confidence": confidence,
        }
