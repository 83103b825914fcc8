"""From a noun phrase of a parsed sentence to the actor it means, or none.

The code comes from the head where it is a name, else from the names that modify it ("Israeli officials", "the president of
France", "Israel's ambassador"), else from what the article said before. Grammar only: names live in the vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from comity import vocabulary
from comity.actors.agents import Agent, agents
from comity.actors.discourse import FIRST, Discourse
from comity.actors.entities import Entity
from comity.actors.gazetteer import scan
from comity.actors.offices import load_offices
from comity.actors.people import load_people
from comity.actors.roles import code_on, office_on, reference_day
from comity.language.sentence import Sentence, Token
from comity.values import Actor, Span

CORE = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nmod",
        "poss",
        "nummod",
        "quantmod",
        "predet",
        "advmod",
        "case",
        "neg",
        "punct",
        "npadvmod",
    }
)
DIGGING = ("poss", "compound", "nmod", "amod")
INWARD = ("by", "of", "from", "against", "on", "with", "for", "in", "to", "between", "among")
WHERE = frozenset({"in", "at", "near", "from"})
POSSESSED = frozenset({"of", "for", "to", "from", "in", "at", "within", "inside"})
PERSONAL = frozenset(
    {"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "his", "their", "its", "our", "my"}
)
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase seen in its sentence: the head's index, its core span and the agent noun it is built on, if any."""

    sentence: Sentence
    head: int
    span: Span
    agent: Agent | None


def core(s: Sentence, i: int) -> list[int]:
    """The head with determiners, adjectives, compounds and possessors before it: no clause, no phrase after it."""
    kept = [i]
    for k in s.children(i):
        if k.i < i and k.dep in CORE:
            kept.extend(s.subtree(k.i))
    run = [i]
    inside = set(kept)
    while run[0] - 1 in inside:
        run.insert(0, run[0] - 1)
    while len(run) > 1 and s.tokens[run[0]].dep == "punct":
        run.pop(0)
    return run


def agent_of(s: Sentence, i: int) -> Agent | None:
    """The agent noun that token ``i`` is, alone or with the word before it ("prime minister")."""
    t = s.tokens[i]
    if t.mention >= 0 or t.tag[:2] not in ("NN", "CD"):
        return None
    known = agents()
    before = s.tokens[i - 1].text.lower() if i else ""
    two_before = s.tokens[i - 2].text.lower() if i > 1 else ""
    after = [x.text.lower() for x in s.tokens[i + 1 : i + 3]]
    low = t.lemma.lower() if t.tag[:2] == "NN" else t.text.lower()
    for words in (f"{two_before} {before} {low}", f"{before} {low}", " ".join([low, *after]), low, t.text.lower()):
        if words in known:
            return known[words]
    return None


def phrase(s: Sentence, i: int) -> Phrase:
    return Phrase(s, i, s.extent(core(s, i)), agent_of(s, i))


@cache
def words(key: str) -> frozenset[str]:
    """A list of words of vocabulary/grammar.yaml."""
    return frozenset(vocabulary.table("grammar")[key])


def counted(s: Sentence, i: int) -> int | None:
    """What a quantity noun counts: "dozens of soldiers" means the soldiers."""
    if s.tokens[i].mention < 0 and s.tokens[i].lemma in words("quantity_nouns"):
        for prep in s.children(i, "prep"):
            if prep.lemma == "of" and (noun := s.child(prep.i, "pobj")):
                return noun.i
    return None


def is_actor(s: Sentence, i: int, d: Discourse) -> bool:
    """Whether a noun phrase with this head can act: a name, an agent noun, an unknown proper name, a personal pronoun."""
    t = s.tokens[i]
    if t.mention >= 0:
        kind = d.mentions[t.mention].kind
        return kind != "place" and not (kind == "metonym" and _is_town(s, t, d))
    if t.tag in ("PRP", "PRP$"):
        return t.text.lower() in PERSONAL
    if agent_of(s, i):
        return True
    if (inner := counted(s, i)) is not None:
        return is_actor(s, inner, d)
    return (
        t.tag in ("NNP", "NNPS")
        and t.text[:1].isupper()
        and t.lemma not in words("time_nouns")
        and _like_a_person(s, t, d)
    )


def _like_a_person(s: Sentence, t: Token, d: Discourse) -> bool:
    """An unknown proper name counts where it acts, owns, is introduced, or has a first name or title before it."""
    if t.dep in ("nsubj", "nsubjpass", "poss", "appos") or d.by_surname(t.text):
        return True
    before = [k for k in s.children(t.i, "compound", "nmod") if k.mention < 0]
    return any(k.tag == "NNP" and k.text[:1].isupper() for k in before) or any(agent_of(s, k.i) for k in before)


def _is_town(s: Sentence, t: Token, d: Discourse) -> bool:
    """A capital after "in" or "near" is the town; a seat that was none on the day is a place as well."""
    if t.dep == "pobj" and s.tokens[t.head].lemma in ("in", "near", "at", "outside", "around"):
        return True
    return not any(_existed(e, d.article.published) for e in d.mentions[t.mention].entities)


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
    """Places that stand where the other side would: "shelled Kharkiv". The country is the gazetteer's."""
    found = []
    for k in s.conjuncts(i):
        t = s.tokens[k]
        if t.mention >= 0 and d.mentions[t.mention].kind == "place" and (entity := entity_of(t, d)):
            span = s.extent(core(s, k))
            found.append(Actor(d.article.text[span[0] : span[1]], span, entity.code, entity.id, None))
    return found


def entity_of(t: Token, d: Discourse) -> Entity | None:
    """The one entity that a named token means on the article's date; None where several remain."""
    mention = d.mentions[t.mention]
    day = d.article.published
    possible = [e for e in mention.entities if _existed(e, day)] or list(mention.entities)
    codes = {e.code for e in possible}
    return possible[0] if len(codes) == 1 or len(possible) == 1 else None


def _existed(e: Entity, day: str | None) -> bool:
    """Whether an entity existed on a day; without a date, whether it exists now."""
    if day is None:
        return e.ends is None
    return not ((e.begins and e.begins > day) or (e.ends and e.ends < day))


def actors_at(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """The actors that the phrase with this head means, coordinated ones each for itself; empty where it is no actor."""
    found = []
    for k in s.conjuncts(i):
        if is_actor(s, k, d):
            found.extend(_examples(s, k, d) or _of_each(s, k, d) or _together(s, k, d) or [resolve(s, k, d)])
    return found


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
    if agent is None or s.tokens[i].tag != "NNS":
        return []
    owners = [n.i for p in s.children(i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
    owners += [k.i for k in s.children(i, "amod", "compound", "nmod", "poss")]
    for owner in owners:
        joined = [k for k in s.conjuncts(owner) if s.tokens[k].mention >= 0]
        named = [(k, e) for k in joined if (e := entity_of(s.tokens[k], d)) and e.kind != "place"]
        if len({e.code for _, e in named}) > 1:
            spans = [(s.tokens[k].start, s.tokens[k].end) for k, _ in named]
            return [
                Actor(d.article.text[a:b], (a, b), e.code, None, agent.sector, agent.office)
                for (a, b), (_, e) in zip(spans, named, strict=True)
            ]
    return []


def _together(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """The parties that "they", "both leaders" or "the two sides" mean, each with the span of those words."""
    t = s.tokens[i]
    if len(d.parties) < 2 or t.mention >= 0:
        return []
    plural = t.text.lower() in ("they", "them", "both")
    if t.tag == "NNS" and t.lemma in words("party_nouns"):
        owned = any(k.mention >= 0 for k in s.children(i))
        plural = not owned and any(k.lemma in ("the", "both", "two") for k in s.children(i, "det", "nummod", "predet"))
    if not plural:
        return []
    span = s.extent(core(s, i))
    return [replace(a, text=d.article.text[span[0] : span[1]], span=span) for a in d.parties]


def dig(s: Sentence, i: int, d: Discourse, places: bool = True) -> list[Actor]:
    """Actors inside a phrase whose head is none: "the Russian decision", "an attack by rebels on the town".

    Where a thing stands is no actor: without ``places`` nothing is taken from "in", "at" or "near".
    """
    for k in sorted(s.children(i, *DIGGING), key=lambda t: DIGGING.index(t.dep)):
        if k.i and s.tokens[k.i - 1].text == "-":
            continue  # "non-state actors"
        if k.mention >= 0 or agent_of(s, k.i) or k.tag in ("PRP$",) or (k.dep == "poss" and k.tag[:3] == "NNP"):
            if k.mention >= 0 and d.mentions[k.mention].kind == "place":
                continue
            return [resolve(s, c, d) for c in s.conjuncts(k.i)]
        inner = dig(s, k.i, d, places) if k.dep == "poss" else []
        if inner:
            return inner
    inner = _dig_after(s, i, d, places)
    return inner or [a for k in s.children(i, "conj") for a in dig(s, k.i, d, places)]


def _dig_after(s: Sentence, i: int, d: Discourse, places: bool) -> list[Actor]:
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


def resolve(s: Sentence, i: int, d: Discourse) -> Actor:
    """The actor that a phrase means. Its code is None where the text does not tell."""
    t = s.tokens[i]
    span = s.extent(core(s, i))
    text = d.article.text[span[0] : span[1]]
    if t.tag in ("PRP", "PRP$") and t.mention < 0:
        return _pronoun(t, d)
    agent = agent_of(s, i)
    inner = counted(s, i) if agent is None else None
    if inner is not None and is_actor(s, inner, d):
        a = resolve(s, inner, d)
        whole = (span[0], a.span[1]) if a.span and a.span[1] > span[1] else span
        return replace(a, text=d.article.text[whole[0] : whole[1]], span=whole)
    if t.mention >= 0:
        return _named(s, i, d, Actor(text, span))
    if agent:
        return _described(s, i, d, Actor(text, span, sector=agent.sector), agent)
    return _unknown_name(s, i, d, Actor(text, span))


def _pronoun(t: Token, d: Discourse) -> Actor:
    if t.text.lower() in FIRST and d.speaker is not None:
        return Actor(t.text, (t.start, t.end), d.speaker.code, d.speaker.id, d.speaker.sector, d.speaker.role)
    known = d.by_pronoun(t.text, t.start)
    if known is None:
        return Actor(t.text, (t.start, t.end))
    a = known.actor
    return Actor(t.text, (t.start, t.end), a.code, a.id, a.sector, a.role)


def _named(s: Sentence, i: int, d: Discourse, a: Actor) -> Actor:
    t = s.tokens[i]
    mention = d.mentions[t.mention]
    entity = entity_of(t, d)
    title = next((g for k in s.children(i, "compound", "nmod", "amod") if (g := agent_of(s, k.i))), None)
    role = title.office or title.noun if title else None
    if entity is None:
        owner = modifier(s, i, d)
        return Actor(a.text, a.span, owner.code if owner else None, None, None, role)
    code, sector = entity.code, entity.sector or (title.sector if title else None)
    if entity.kind == "person":
        code, office = on_the_day(entity.id, d.article.published)
        role = role or office
        sector = sector or (load_offices()[office].sector if office else None)
    if mention.kind == "adjective":
        sector = "CVL"
    actor = Actor(a.text, a.span, code, entity.id, sector, role)
    if entity.kind == "person" and actor.role is None and (known := d.by_surname(entity.name.split()[-1])):
        actor = replace(actor, role=known.actor.role)
    return actor


@cache
def on_the_day(person_id: str, published: str | None) -> tuple[str | None, str | None]:
    """Code and office of a person of the vocabulary on the day of publication; no office where none is certain."""
    person = load_people().by_id[person_id]
    day = reference_day(published)
    return code_on(person, day), office_on(person, day)


def modifier(s: Sentence, i: int, d: Discourse) -> Entity | None:
    """The entity that a phrase belongs to by a possessor, adjective, compound or "of" phrase."""
    owners = sorted(s.children(i, *DIGGING), key=lambda t: (t.tag == "PRP$", DIGGING.index(t.dep)))
    for k in owners:
        if k.mention >= 0 and (entity := entity_of(k, d)):
            return entity
        if k.tag == "PRP$" and (entity := _owner(k, d)):
            return entity
        if entity := modifier(s, k.i, d):
            return entity
    return _owner_after(s, i, d) or next(
        (e for k in s.children(i, "conj") if (e := _owner_after(s, k.i, d))), _linked(s, i, d)
    )


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


def _apposed(s: Sentence, i: int) -> list[int]:
    near = [k.i for k in s.children(i, "appos")]
    if s.tokens[i].dep == "appos":
        near.append(s.tokens[i].head)
    return near


def _described(s: Sentence, i: int, d: Discourse, a: Actor, agent: Agent) -> Actor:
    owner = modifier(s, i, d)
    for k in _apposed(s, i):
        t = s.tokens[k]
        if t.mention >= 0 and d.mentions[t.mention].kind in ("person", "surname") and (entity := entity_of(t, d)):
            return Actor(a.text, a.span, entity.code, entity.id, a.sector, agent.office or agent.noun)
    if owner is None:
        definite = any(k.lemma in ("the", "this", "that") for k in s.children(i, "det"))
        known = d.by_noun(agent.noun) if definite else None
        if known:
            return Actor(
                a.text, a.span, known.actor.code, known.actor.id, known.actor.sector or a.sector, known.actor.role
            )
        return a
    return Actor(a.text, a.span, owner.code, None, a.sector, agent.office)


def _unknown_name(s: Sentence, i: int, d: Discourse, a: Actor) -> Actor:
    surname = s.tokens[i].text
    title = next((g for k in s.children(i, "compound", "nmod", "amod") if (g := agent_of(s, k.i))), None)
    owner = modifier(s, i, d)
    role = (title.office or title.noun) if title else None
    sector = title.sector if title else None
    for k in _apposed(s, i):
        if owner is None:
            owner = modifier(s, k, d)
        if g := agent_of(s, k):
            sector, role = sector or g.sector, role or g.office or g.noun
    if owner is None and (known := d.by_surname(surname)):
        met = known.actor
        return Actor(a.text, a.span, met.code, met.id, sector or met.sector, role or met.role)
    return Actor(a.text, a.span, owner.code if owner else None, None, sector, role)


def observe(s: Sentence, d: Discourse) -> None:
    """Enter the actors of a sentence into the article's memory, in order of the text."""
    d.sentence += 1
    _remember_parties(s, d)
    for t in s.tokens:
        if not t.nominal or t.tag in ("PRP", "PRP$", "CD") or t.dep in ("compound", "nmod") or not is_actor(s, t.i, d):
            continue
        a = resolve(s, t.i, d)
        d.note(
            a,
            pronoun=_gender(s, t, d),
            nouns=_nouns(s, t),
            surname=_surname(s, t, d),
            subject=t.dep in ("nsubj", "nsubjpass"),
        )


def _remember_parties(s: Sentence, d: Discourse) -> None:
    """Actors of different states or bodies that one sentence joins: "A and B", "A with B" as the parties of a talk."""
    for t in s.tokens:
        if t.dep in ("nsubj", "nsubjpass", "pobj") and t.nominal and len(s.conjuncts(t.i)) > 1:
            named = {a.code: a for k in s.conjuncts(t.i) if is_actor(s, k, d) and (a := resolve(s, k, d)).code}
            if len(named) > 1:
                d.parties = tuple(named.values())
                return


def introduce(d: Discourse, headlines: list[Sentence]) -> None:
    """Remember whom the title names; its words are not in the text, so that what is remembered has no span."""
    for s in headlines:
        title = Discourse(replace(d.article, text=d.article.title or ""), scan(d.article.title or ""))
        observe(s, title)
        for known in title.known:
            d.known.append(replace(known, actor=replace(known.actor, span=None), places=[(-1, 0, False)]))
        states = {k.actor.code: replace(k.actor, span=None) for k in title.known if k.actor.code}
        if len(states) > 1:
            d.parties = tuple(states.values())


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


def _nouns(s: Sentence, t: Token) -> set[str]:
    heads = [t.i, *_apposed(s, t.i), *(k.i for k in s.children(t.i, "compound", "nmod", "amod"))]
    return {a.noun for h in heads if (a := agent_of(s, h))}


def _surname(s: Sentence, t: Token, d: Discourse) -> str | None:
    if t.mention >= 0:
        mention = d.mentions[t.mention]
        return mention.text.split()[-1] if mention.kind in ("person", "surname") else None
    return t.text if t.tag == "NNP" and agent_of(s, t.i) is None else None
