"""The actors of a noun phrase: coordinated ones each for itself, those that stand for it, those inside it."""

from __future__ import annotations

from dataclasses import replace

from comity.actors.descriptions import two_states
from comity.actors.discourse import FIRST, Discourse
from comity.actors.owners import DIGGING, modifier
from comity.actors.phrases import PERSONAL, agent_of, core, entity_of, is_actor, is_the_two, words
from comity.actors.resolving import resolve
from comity.language.sentence import Sentence, Token
from comity.values import Actor

INWARD = ("by", "of", "from", "against", "on", "with", "for", "in", "to", "between", "among")
WHERE = frozenset({"in", "at", "near", "from"})


def actors_at(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """The actors that the phrase with this head means, coordinated ones each for itself; empty where it is no actor."""
    found = []
    for k in (*s.conjuncts(i), *_hyphened(s, i)):
        if is_actor(s, k, d):
            found.extend(_examples(s, k, d) or _of_each(s, k, d) or _together(s, k, d) or [resolve(s, k, d)])
    return found


def _hyphened(s: Sentence, i: int) -> list[int]:
    """The first of two names that a hyphen joins before a noun: "A-B talks"."""
    before = (k for k in s.children(i, "compound", "nmod", "amod") if k.mention >= 0 and k.i == i - 2)
    return [k.i for k in before if s.tokens[i].mention >= 0 and s.tokens[i - 1].text in ("-", "–", "/")]


def _examples(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """ "states such as A and B", "groups including A": those named stand for the phrase."""
    if s.tokens[i].mention >= 0:
        return []
    for prep in s.children(i, "prep"):
        such = prep.lemma == "as" and any(k.lemma == "such" for k in s.children(prep.i))
        noun = s.child(prep.i, "pobj") if such or prep.lemma == "include" else None
        if noun is not None and noun.mention >= 0:
            return actors_at(s, noun.i, d)
    return []


def _of_each(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """ "The presidents of A and B", "A and B officials": one phrase, an actor for each name that it joins."""
    agent = agent_of(s, i)
    if agent is None or (s.tokens[i].tag != "NNS" and agent.noun not in words("collective_nouns")):
        return []
    after = [n.i for p in s.children(i, "prep") if p.lemma in ("of", "from", "for") for n in s.children(p.i, "pobj")]
    for owner in [*after, *(k.i for k in s.children(i, "amod", "compound", "nmod", "poss"))]:
        joined = [k for k in s.conjuncts(owner) if s.tokens[k].mention >= 0]
        named = [(k, e) for k in joined if (e := entity_of(s.tokens[k], d)) and e.kind != "place"]
        if len({e.code for _, e in named}) > 1:
            spans = [(s.tokens[k].start, s.tokens[k].end) for k, _ in named]
            return [
                Actor(d.article.text[a:b], (a, b), e.code, None, agent.sector, agent.office)
                for (a, b), (_, e) in zip(spans, named, strict=True)
            ]
    return _bodies(s, after, d)


def _bodies(s: Sentence, owners: list[int], d: Discourse) -> list[Actor]:
    """ "Negotiators from A's army and B": each of the joined bodies, where their codes differ."""
    for owner in owners:
        found = [resolve(s, k, d) for k in s.conjuncts(owner) if is_actor(s, k, d)]
        if len({a.code for a in found if a.code}) > 1:
            return found
    return []


def _together(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """The parties that "they", "both leaders" or "the two sides" mean, each with the span of those words."""
    t = s.tokens[i]
    parties = d.parties_before(t.start)
    if t.mention >= 0 or t.tag not in ("NNS", "NNPS", "PRP", "CD", "DT"):
        return []
    if t.tag == "NNS" and agent_of(s, i) and _from_both(s, i):
        parties = parties or two_states(t.start, d)
        return _each(s, i, d, parties)
    plural = t.text.lower() in ("they", "them", "both") or is_the_two(s, i)
    if t.tag in ("NNS", "NNPS") and t.lemma.lower() in words("party_nouns"):
        owned = any(k.mention >= 0 for k in s.children(i))
        plural = not owned and any(k.lemma in ("the", "both", "two") for k in s.children(i, "det", "nummod", "predet"))
    if t.lemma == "side" and plural:
        parties = parties or two_states(t.start, d)
    if t.tag == "NNS" and agent_of(s, i) and d.joined and parties == d.joined:
        plural = plural or any(k.text.lower() == "their" for k in s.children(i, "poss"))
    return _each(s, i, d, parties) if plural else []


def _each(s: Sentence, i: int, d: Discourse, parties: tuple[Actor, ...]) -> list[Actor]:
    """Each of several parties under the words that mean them all."""
    span = s.extent(core(s, i))
    return [replace(a, text=d.article.text[span[0] : span[1]], span=span) for a in parties] if len(parties) > 1 else []


def _from_both(s: Sentence, i: int) -> bool:
    """ "Elders from both sides", "officials of the two countries"."""
    after = [n for p in s.children(i, "prep") if p.lemma in ("from", "of", "on") for n in s.children(p.i, "pobj")]
    return any(
        n.lemma in words("party_nouns") and any(k.lemma in ("both", "two") for k in s.children(n.i)) for n in after
    )


def spelled_out(a: Actor, d: Discourse) -> Actor:
    """The actor that a pronoun means, as the text named it before; itself where it is no pronoun or nobody is known."""
    if a.span is None or a.text.lower() not in PERSONAL or a.text.lower() in FIRST:
        return a
    known = d.by_pronoun(a.text, a.span[0])
    if known is None or known.actor.span is None or known.actor.span[0] >= a.span[0]:
        return a
    return replace(a, text=known.actor.text, span=known.actor.span)


def sites_at(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """Towns, camps, buildings and the like that stand where the other side would; their code is that of whose they are."""
    found = []
    for k in s.conjuncts(i):
        if s.tokens[k].lemma in words("site_nouns") and s.tokens[k].tag[:2] == "NN":
            span = s.extent(core(s, k))
            owner = modifier(s, k, d)
            found.append(Actor(d.article.text[span[0] : span[1]], span, owner.code if owner else None))
    return found


def places_at(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """Places that stand where the other side would: "shelled Kharkiv", "its envoy in a capital"."""
    found = []
    for k in s.conjuncts(i):
        t = s.tokens[k]
        if t.mention >= 0 and d.mentions[t.mention].kind in ("place", "metonym") and (entity := entity_of(t, d)):
            span = s.extent(core(s, k))
            found.append(Actor(d.article.text[span[0] : span[1]], span, entity.code, entity.id, None))
    return found


def dig(s: Sentence, i: int, d: Discourse, places: bool = True) -> list[Actor]:
    """Actors inside a phrase whose head is none: "the decision of A", "an attack by rebels on the town".

    Where a thing stands is no actor: without ``places`` nothing is taken from "in", "at" or "near".
    """
    order = sorted(s.children(i, *DIGGING), key=lambda t: (t.dep != "poss", t.mention < 0, DIGGING.index(t.dep)))
    for k in order:  # "the A power grid": A, and no power
        if k.i and s.tokens[k.i - 1].text == "-":
            continue  # "non-state actors"
        if k.mention >= 0 or agent_of(s, k.i) or k.tag in ("PRP$",) or _owns(k):
            if k.mention >= 0 and d.mentions[k.mention].kind == "place":
                continue
            if k.tag == "PRP$" and (beyond := _with(s, i, d)):
                return beyond  # "its border with B"
            return [resolve(s, c, d) for c in s.conjuncts(k.i)]
        inner = dig(s, k.i, d, places) if k.dep == "poss" else []
        if inner:
            return inner
    inner = dig_after(s, i, d, places)
    return inner or [a for k in s.children(i, "conj") for a in dig(s, k.i, d, places)]


def _owns(k: Token) -> bool:
    """An unknown proper name as possessor; "Friday's list" is nobody's."""
    return k.dep == "poss" and k.tag[:3] == "NNP" and k.lemma.lower() not in words("time_nouns")


def _with(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    nouns = (n for p in s.children(i, "prep") if p.lemma == "with" for n in s.children(p.i, "pobj"))
    return next((found for n in nouns if (found := actors_at(s, n.i, d))), [])


def dig_after(s: Sentence, i: int, d: Discourse, places: bool = True) -> list[Actor]:
    """Actors in what follows the head: prepositions, then participles and relative clauses ("imposed by", "that X made")."""
    for prep in sorted(
        s.children(i, "prep", "agent"), key=lambda t: INWARD.index(t.lemma) if t.lemma in INWARD else 99
    ):
        if (
            prep.lemma in INWARD
            and (noun := s.child(prep.i, "pobj"))
            and not (prep.lemma in WHERE and _a_place(noun, d, places))
        ):
            inner = actors_at(s, noun.i, d) or dig(s, noun.i, d, places)
            if inner:
                return inner
    for clause in s.children(i, "acl", "relcl"):
        if clause.lemma in words("judging") and clause.dep == "relcl":
            continue
        for k in s.children(clause.i, "agent", "nsubj", "prep"):
            if k.dep == "prep" and not (k.lemma == "to" and clause.tag == "VBN"):
                continue
            noun_after = k if k.dep == "nsubj" else s.child(k.i, "pobj")
            if noun_after and noun_after.tag not in ("WDT", "WP"):
                return actors_at(s, noun_after.i, d) or dig(s, noun_after.i, d, places)
    return []


def _a_place(noun: Token, d: Discourse, places: bool) -> bool:
    """After "in" a capital is a town, and a state the place of an act; as the other side a state may still be meant."""
    return not places or (noun.mention >= 0 and d.mentions[noun.mention].kind == "metonym")
