"""Whose a phrase is: possessors, adjectives, compounds, "of" phrases, and who somebody is said to be linked to."""

from __future__ import annotations

from comity.actors.discourse import FIRST, Discourse
from comity.actors.entities import Entity
from comity.actors.phrases import entity_of
from comity.language.sentence import Sentence, Token

DIGGING = ("poss", "compound", "nmod", "amod")
POSSESSED = frozenset({"of", "for", "to", "from", "in", "at", "within", "inside"})


def modifier(s: Sentence, i: int, d: Discourse) -> Entity | None:
    """The entity that a phrase belongs to by a possessor, adjective, compound or "of" phrase."""
    owners = sorted(s.children(i, *DIGGING), key=lambda t: (t.tag == "PRP$", DIGGING.index(t.dep)))
    for k in owners:
        if k.mention >= 0 and (entity := entity_of(k, d)):
            return entity
        if k.tag == "PRP$" and (entity := of_its_clause(s, k, d) or _owner(k, d)):
            return entity
        if entity := modifier(s, k.i, d):
            return entity
    return _owner_after(s, i, d) or next(
        (e for k in s.children(i, "conj") if (e := _owner_after(s, k.i, d))), _linked(s, i, d)
    )


def of_its_clause(s: Sentence, k: Token, d: Discourse) -> Entity | None:
    """ "ordered A to halt its offensive", "said that A would open its border": whom the clause under the verb is about."""
    verb = next((t for t in s.ancestors(k.i) if t.verbal), None)
    if k.text.lower() != "its" or verb is None or verb.dep not in ("xcomp", "ccomp"):
        return None
    about = s.child(verb.i, "nsubj") or (s.child(verb.head, "dobj") if verb.dep == "xcomp" else None)
    named = (
        about is not None
        and about.mention >= 0
        and d.mentions[about.mention].kind not in ("person", "surname", "place")
    )
    return entity_of(about, d) if about is not None and named and about.i < k.i else None


def _owner(k: Token, d: Discourse) -> Entity | None:
    """Whom a possessive pronoun means: the speaker for "our", else an actor met before."""
    a = d.speaker if k.text.lower() in FIRST else None
    if a is None and (known := d.by_pronoun(k.text, k.start)):
        a = known.actor
    return Entity(a.id or "", a.code, a.text, "state", a.sector) if a else None


def _owner_after(s: Sentence, i: int, d: Discourse) -> Entity | None:
    """The owner in an "of" or "from" phrase after the head; shared by coordinated heads ("the government and people of B")."""
    for prep in s.children(i, "prep"):
        if prep.lemma in POSSESSED and (noun := s.child(prep.i, "pobj")) and noun.i > i:
            if noun.mention >= 0 and prep.lemma != "to":
                return entity_of(noun, d)
            if prep.lemma in ("of", "for", "at") and (entity := modifier(s, noun.i, d)):
                return entity
    return None


def _linked(s: Sentence, i: int, d: Discourse) -> Entity | None:
    """ "representatives linked to B", "fighters loyal to B": whose they are said to be."""
    for k in s.children(i, "acl", "amod"):
        if k.tag == "VBN" or k.lemma in ("loyal", "close"):
            for prep in s.children(k.i, "prep"):
                noun = s.child(prep.i, "pobj") if prep.lemma in ("to", "with") else None
                if noun and noun.mention >= 0:
                    return entity_of(noun, d)
    return None
