"""From matches of event frames to claims: who does what to whom, with status and chain."""

from __future__ import annotations

from dataclasses import dataclass

from comity.actors.discourse import Discourse
from comity.actors.noun_phrases import actors_at, dig, is_actor
from comity.coding import factuality
from comity.coding.attribution import Reported, chain
from comity.coding.identity import identity
from comity.coding.matching import Match, matches
from comity.coding.participants import slots
from comity.coding.when import stated_at, time_at
from comity.language.sentence import Sentence
from comity.values import QUADS, Actor, Claim, Quoted, Span, Status

RECIPIENT_REQUIRED = frozenset({"COOPERATE", "AID", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Event:
    """One matched event with the actors of its slots, before it becomes one claim for each pair."""

    match: Match
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    status: Status


def events(s: Sentence, d: Discourse) -> list[Event]:
    """The events of a sentence: the most specific frame at each head; heads used up by another frame are left out."""
    found: list[Event] = []
    taken: set[int] = set()
    candidates = [m for t in s.tokens for m in matches(s, t.i)]
    for m in sorted(candidates, key=lambda m: (-m.frame.weight, m.head)):
        if m.head in taken:
            continue
        event = _event(s, m, d)
        if event is not None:
            taken.update(i for i in m.used if i == m.head or s.tokens[i].tag[:2] == "NN")
            found.append(event)
    return sorted(found, key=lambda e: e.match.head)


def _event(s: Sentence, m: Match, d: Discourse) -> Event | None:
    a, b = slots(s, m)
    if m.frame.recipient == "actor" and b is not None and not any(is_actor(s, k, d) for k in s.conjuncts(b)):
        return None
    actors = tuple(_fillers(s, a, d))
    recipients = tuple(r for r in _fillers(s, b, d) if not _itself(r, actors))
    if m.frame.recipient == "inside" and b is not None and not recipients:
        return None
    if not actors and not recipients:
        return None
    return Event(m, actors, recipients, factuality.status(s, m.head))


def _itself(recipient: Actor, actors: tuple[Actor, ...]) -> bool:
    """ "dismissed its coach": the possessor in the object is the one who acts, not another side."""
    own = recipient.text.lower() in ("its", "his", "her", "their", "our", "my")
    return own and any(a.code == recipient.code and a.id == recipient.id for a in actors)


def _fillers(s: Sentence, i: int | None, d: Discourse) -> list[Actor]:
    if i is None:
        return []
    return actors_at(s, i, d) or dig(s, i, d)


def claims(s: Sentence, d: Discourse, span: Span, found: list[Event], reported: list[Reported]) -> list[Claim]:
    """One claim for each pair of actor and recipient of each event."""
    made = []
    for e in found:
        for a in e.actors or (None,):
            for b in e.recipients or (None,):
                if a is None or b is None or a.span != b.span:
                    made.append(_claim(s, d, span, e, (a, b), reported))
    return made


def links(d: Discourse, reported: list[Reported], i: int) -> tuple[Actor, ...]:
    """According to whom the word at ``i`` stands, outermost first; begins with the speaker of a statement."""
    speaker = (d.speaker,) if d.speaker else ()
    return speaker + tuple(r.source for r in chain(reported, i) if r.source is not None)


def _claim(
    s: Sentence, d: Discourse, span: Span, e: Event, pair: tuple[Actor | None, Actor | None], reported: list[Reported]
) -> Claim:
    t, frame = s.tokens[e.match.head], e.match.frame
    trigger = Quoted(t.text, (t.start, t.end))
    places = tuple(a.span if a else None for a in pair)
    return Claim(
        id=identity(d.article.id, "claim", span, trigger.span, frame.type, *places),
        actor=pair[0],
        recipient=pair[1],
        type=frame.type,
        mode=frame.mode,
        contexts=frame.contexts,
        quad=QUADS.get(frame.type),
        status=e.status,
        chain=links(d, reported, t.i),
        time=time_at(s, t.i, d),
        stated=stated_at(s, t.i, d, reported),
        place=None,
        trigger=trigger,
        sentence=span,
        confidence=0.5,
    )
