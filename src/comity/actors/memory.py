"""What a sentence adds to the memory of its article: who was named, as what, and who was named together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from comity.actors.descriptions import answers_to
from comity.actors.discourse import Discourse
from comity.actors.gazetteer import scan
from comity.actors.noun_phrases import actors_at
from comity.actors.phrases import agent_of, entity_of, is_actor
from comity.actors.resolving import apposed, resolve
from comity.language.sentence import Sentence, Token
from comity.values import Actor


def observe(s: Sentence, d: Discourse) -> None:
    """Enter the actors of a sentence into the article's memory, in order of the text."""
    d.sentence += 1
    d.parties, d.joined = d.joined or d.parties, ()
    _remember_parties(s, d)
    for t in s.tokens:
        if not t.nominal or t.tag in ("PRP", "PRP$", "CD") or t.dep in ("compound", "nmod"):
            continue
        if not is_actor(s, t.i, d):
            _note_thing(s, t, d)
            continue
        a = resolve(s, t.i, d)
        d.note(
            a,
            pronoun=_gender(s, t, d),
            nouns=_nouns(s, t, d),
            surname=_surname(s, t, d),
            subject=t.dep in ("nsubj", "nsubjpass"),
        )


def _note_thing(s: Sentence, t: Token, d: Discourse) -> None:
    """A thing that was the subject ("the draft"): the "it" of the next sentence means it, and no actor before it."""
    main = s.tokens[t.head].dep == "ROOT"
    if main and t.tag == "NN" and t.dep in ("nsubj", "nsubjpass") and s.child(t.i, "det"):
        a = Actor(d.article.text[t.start : t.end], (t.start, t.end))
        d.note(a, pronoun="it", nouns=set(), surname=None, subject=True)


def _remember_parties(s: Sentence, d: Discourse) -> None:
    """Actors of different states or bodies that one sentence joins: "A and B", "A with B" as the parties of a talk."""
    for t in s.tokens:
        if t.dep not in ("nsubj", "nsubjpass", "pobj") or not t.nominal:
            continue
        if t.tag == "NNS" or len(s.conjuncts(t.i)) > 1:
            named = {a.code: a for a in actors_at(s, t.i, d) if a.code}
            if len(named) > 1:
                d.joined = tuple(named.values())
                return


def remember_contact(d: Discourse, sides: Iterable[Actor]) -> None:
    """The sides of a contact or accord just told are the parties that "they" and "both sides" mean after it."""
    named = {a.code: a for a in sides if a.code}
    if len(named) > 1 and not d.joined:
        d.joined = tuple(named.values())


def introduce(d: Discourse, headlines: list[Sentence]) -> None:
    """Remember whom the title names; its words are not in the text, so that what is remembered has no span."""
    for s in headlines:
        title = Discourse(replace(d.article, text=d.article.title or ""), scan(d.article.title or ""))
        observe(s, title)
        for known in title.known:
            d.known.append(replace(known, actor=replace(known.actor, span=None), places=[(-1, 0, False)]))
        states = {k.actor.code: replace(k.actor, span=None) for k in title.known if k.actor.code}
        if len(states) > 1:
            d.joined = tuple(states.values())


def _gender(s: Sentence, t: Token, d: Discourse) -> str | None:
    if t.mention >= 0:
        entity = entity_of(t, d)
        kind = d.mentions[t.mention].kind
        if kind in ("person", "surname"):
            return (entity.pronoun if entity else None) or "person"
        return "they" if kind == "demonym" else "it"
    if t.tag in ("NNS", "NNPS") or any(True for _ in s.children(t.i, "conj")):
        return "they"
    agent = agent_of(s, t.i)
    if agent is None:
        return "person"
    return "person" if agent.person else "it"


def _nouns(s: Sentence, t: Token, d: Discourse) -> set[str]:
    heads = [t.i, *apposed(s, t.i), *(k.i for k in s.children(t.i, "compound", "nmod", "amod"))]
    told = {a.noun for h in heads if (a := agent_of(s, h))}
    if t.mention >= 0 and (entity := entity_of(t, d)):
        told |= answers_to(entity, d.mentions[t.mention].text)
    return told


def _surname(s: Sentence, t: Token, d: Discourse) -> str | None:
    if t.mention >= 0:
        mention = d.mentions[t.mention]
        return mention.text.split()[-1] if mention.kind in ("person", "surname") else None
    return t.text if t.tag == "NNP" and agent_of(s, t.i) is None else None
