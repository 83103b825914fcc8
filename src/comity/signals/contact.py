"""Contacts: meetings, calls, visits and talks between representatives of two or more actors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from comity.actors.offices import load_offices
from comity.coding.claims import Event
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Contact

Mode = Literal["visit", "call", "talks", "multilateral", "third-party"]
Level = Literal["head", "minister", "deputy", "other"]
State = Literal["happened", "planned", "cancelled", "refused", "proposed"]
MODES: dict[str | None, Mode] = {
    "visit": "visit",
    "phone": "call",
    "multilateral": "multilateral",
    "third-party": "third-party",
}
STATES: dict[str, State] = {
    "happened": "happened",
    "ongoing": "happened",
    "future": "planned",
    "demanded": "proposed",
    "possible": "proposed",
    "conditional": "proposed",
    "negated": "refused",
}
ORDER: tuple[Level, ...] = ("head", "minister", "deputy", "other")


def contacts(scene: Scene) -> Iterator[Contact]:
    """The contacts of a sentence, one for each set of parties."""
    seen: list[frozenset[str]] = []
    for e in scene.events:
        found = _of_event(scene, e)
        if found is None:
            continue
        parties = frozenset(a.code or a.text for a in found.parties)
        if not any(parties <= other or other <= parties for other in seen):
            seen.append(parties)
            yield found


def _of_event(scene: Scene, e: Event) -> Contact | None:
    meeting = e.type == "CONSULT"
    refusing = e.type in ("REJECT", "REQUEST") and e.mode == "meet"
    if not (meeting or refusing):
        return None
    parties = _distinct((*e.actors, *e.recipients))
    if len(parties) < 2:
        parties = _distinct((*parties, *_own_side(scene, e)))
    if len(parties) < 2 or not any(a.code for a in parties):
        return None
    status = _status(scene, e)
    if status is None:
        return None
    t = scene.sentence.tokens[e.match.head]
    spans = [t.start, t.end, *(x for a in parties if a.span for x in a.span)]
    return Contact(
        **scene.evidence("contact", t.i, ((min(spans), max(spans)),)),
        parties=tuple(parties),
        mode=_mode(scene, e),
        level=level(parties),
        status=status,
        regular_claimed=_regular(scene, e),
    )


def _distinct(actors: tuple[Actor, ...]) -> list[Actor]:
    """One of each side: meetings within one state are no contact."""
    kept: dict[str, Actor] = {}
    for a in actors:
        if a.code or a.sector:
            kept.setdefault(a.code or a.text, a)
    return list(kept.values())


def _own_side(scene: Scene, e: Event) -> tuple[Actor, ...]:
    """In a statement that tells of "our talks with B" the issuing body is the other party."""
    speaker = scene.discourse.speaker
    own = scene.discourse.article.kind == "statement" and not e.actors and e.type == "CONSULT"
    return (speaker,) if speaker and own else ()


def _mode(scene: Scene, e: Event) -> Mode:
    s = scene.sentence
    title = (scene.discourse.article.title or "").lower()
    if e.mode in MODES:
        return MODES[e.mode]
    if any(x.lemma in ("phone", "telephone") for x in s.tokens) or "call with" in title or "phone" in title:
        return "call"
    return "multilateral" if len(_distinct((*e.actors, *e.recipients))) > 3 else "talks"


def _status(scene: Scene, e: Event) -> State | None:
    verb = scene.sentence.tokens[e.match.head]
    if e.type == "REJECT":
        return "cancelled" if verb.lemma in words("contact", "cancelling") or verb.lemma == "call" else "refused"
    if e.type == "REQUEST":
        return "proposed"
    host = scene.sentence.tokens[verb.head]
    if e.status == "negated" and host.lemma in words("contact", "cancelling"):
        return "cancelled"
    return STATES.get(e.status)


def _regular(scene: Scene, e: Event) -> str | None:
    """The word that claims regularity, where it stands at the meeting or its verb."""
    s = scene.sentence
    head = s.tokens[e.match.head]
    near = [*s.children(head.i), *(k for u in e.match.used for k in s.children(u)), *s.children(head.head)]
    found = next((k for k in near if k.lemma in words("contact", "regular")), None)
    return found.text if found else None


def level(parties: list[Actor]) -> Level:
    """The highest level of office among the parties, as the text gives their roles."""
    offices = load_offices()
    levels = {offices[a.role].level for a in parties if a.role in offices}
    return next((x for x in ORDER if x in levels), "other")
