"""According to whom a word stands: the links of a chain of speakers, outermost first."""

from __future__ import annotations

from comity.actors.discourse import FIRST, Discourse
from comity.coding.attribution import Reported, chain
from comity.values import Actor


def links(d: Discourse, reported: list[Reported], i: int) -> tuple[Actor, ...]:
    """According to whom the word at ``i`` stands, outermost first; begins with the speaker of a statement."""
    sources = [d.speaker, *(r.source for r in chain(reported, i))]
    told: list[Actor] = []
    for a in sources:
        # one and the same speaker in a row ("refused to deny that it …", "we said that we …") is one link
        if a is not None and not (told and (same_speaker(told[-1], a) or _of_the_issuer(a, told[-1], d))):
            told.append(a)
    return tuple(told)


def _of_the_issuer(a: Actor, last: Actor, d: Discourse) -> bool:
    """In a state's own statement its minister speaks for it: no further link."""
    return last is d.speaker and a.code is not None and a.code == last.code


def same_speaker(a: Actor, b: Actor) -> bool:
    """Whether two sources are one: the same words, "we" after a speaker, or the same actor."""
    if a.span == b.span or b.text.lower() in FIRST:
        return True
    return a.code is not None and (a.code, a.id, a.sector) == (b.code, b.id, b.sector)
