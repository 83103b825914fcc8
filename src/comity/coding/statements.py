"""What is said where no event is: a STATEMENT of each who says it."""

from __future__ import annotations

from dataclasses import replace

from comity import vocabulary
from comity.actors.discourse import Discourse
from comity.coding.claims import Event, claim_of
from comity.coding.matching import Match
from comity.coding.reported import Reported
from comity.language.sentence import Sentence
from comity.values import STATEMENT, Actor, Claim, Span
from comity.vocabulary.frames import Frame

SHORTEST = 6  # tokens: less than this is a heading or an exclamation


def statements(s: Sentence, d: Discourse, span: Span, reported: list[Reported]) -> list[Claim]:
    """A STATEMENT of the innermost source, each for itself where several say it jointly, else of the speaker of the text."""
    verb = s.tokens[s.root] if s.tokens else None
    if verb is None or not verb.verbal or len(s.tokens) < SHORTEST:
        return []
    said = next((r for r in reported if r.source is not None), None)
    if said is None and d.speaker is None:
        return []
    if d.article.kind == "statement" and any(t.mention >= 0 and t.dep != "compound" for t in s.tokens):
        return []
    sure = float(vocabulary.table("confidence")["statement"])
    made = []
    for who in [said.source, *said.jointly] if said else [d.speaker]:
        heard = [replace(r, source=who) if r is said else r for r in reported]
        e = Event(Match(Frame.plain(verb.lemma, STATEMENT), verb.i), STATEMENT, None, _one(who), (), "happened")
        made.append(replace(claim_of(s, d, span, e, (who, None), heard), confidence=sure))
    return made


def _one(who: Actor | None) -> tuple[Actor, ...]:
    return (who,) if who else ()
