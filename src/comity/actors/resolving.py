"""From a noun phrase of a parsed sentence to the actor it means.

The code comes from the head where it is a name, else from the names that modify it ("officials of A", "the president of
A", "A's ambassador"), else from what the article said before. Grammar only: names live in the vocabulary.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from comity.actors.agents import Agent
from comity.actors.descriptions import of_the_text
from comity.actors.discourse import FIRST, Discourse
from comity.actors.entities import Entity
from comity.actors.offices import load_offices
from comity.actors.owners import modifier, of_its_clause
from comity.actors.people import Tenure, load_people
from comity.actors.phrases import POINTING, agent_of, core, counted, entity_of, is_actor, words
from comity.actors.roles import code_on, reference_day, tenure_on
from comity.actors.surnames import in_office, titled
from comity.language.sentence import Sentence, Token
from comity.values import Actor


def resolve(s: Sentence, i: int, d: Discourse) -> Actor:
    """The actor that a phrase means. Its code is None where the text does not tell."""
    t = s.tokens[i]
    span = s.extent(core(s, i))
    text = d.article.text[span[0] : span[1]]
    if t.tag in ("PRP", "PRP$") and t.mention < 0:
        owner = of_its_clause(s, t, d) if t.tag == "PRP$" else None
        return Actor(text, span, owner.code, owner.id, owner.sector) if owner else _pronoun(t, d)
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
    if (
        t.text.lower() in ("you", "your")
        and d.issuer is not None
        and d.speaker is not None
        and d.speaker.sector == "MED"
    ):
        a = d.issuer  # a question at a briefing addresses whoever holds it
        return Actor(t.text, (t.start, t.end), a.code, a.id, a.sector)
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
        code, tenure = on_the_day(entity.id, d.article.published)
        sector = sector or (load_offices()[tenure.office].sector if tenure else None)
        if tenure and role in (None, tenure.office):
            role = f"{tenure.office} to {tenure.to}" if tenure.to else tenure.office
    if mention.kind == "adjective":
        sector = "CVL"
    actor = Actor(a.text, a.span, code, entity.id, sector, role)
    if entity.kind == "person" and actor.role is None and (known := d.by_surname(entity.name.split()[-1])):
        actor = replace(actor, role=known.actor.role)
    return actor


@cache
def on_the_day(person_id: str, published: str | None) -> tuple[str | None, Tenure | None]:
    """Code and tenure of a person of the vocabulary on the day of publication; no tenure where none is certain."""
    person = load_people().by_id[person_id]
    day = reference_day(published)
    return code_on(person, day), tenure_on(person, day)


def apposed(s: Sentence, i: int) -> list[int]:
    near = [k.i for k in s.children(i, "appos")]
    if s.tokens[i].dep == "appos":
        near.append(s.tokens[i].head)
    return near


def _related(s: Sentence, i: int, d: Discourse, owner: Entity | None) -> Entity | None:
    """Whose "allies" and "counterparts" are, by whose they are not: "our A allies" are A's, "A's allies" anybody's."""
    possessor = s.child(i, "poss")
    adjective = next((k for k in s.children(i, "amod", "compound", "nmod") if k.mention >= 0), None)
    if possessor is not None and possessor.tag == "PRP$" and adjective is not None:
        return entity_of(adjective, d)
    if possessor is not None:
        return _from_next(s, i, d) or _apposed_owner(s, i, d)
    unclear = agent_of(s, i) is not None and s.tokens[i].lemma in words("sided_nouns")
    return None if unclear and adjective is not None else owner


def _apposed_owner(s: Sentence, i: int, d: Discourse) -> Entity | None:
    """ "A's ally, the government of B": named by what stands beside it."""
    beside = (k for k in apposed(s, i) if s.tokens[k].mention < 0 and agent_of(s, k))
    return next((owner for k in beside if (owner := modifier(s, k, d))), None)


def _from_next(s: Sentence, i: int, d: Discourse) -> Entity | None:
    """ "their counterparts from B": whose they are stands after them, not in the possessive."""
    after = s.tokens[i + 1] if i + 1 < len(s.tokens) else None
    named = s.child(after.i, "pobj") if after is not None and after.lemma in ("from", "in", "of") else None
    return entity_of(named, d) if named is not None and named.mention >= 0 else None


def _bare(s: Sentence, i: int, a: Actor, d: Discourse) -> Actor:
    """A described actor without "a", "all", "some" before it; "the" and "this" stay, since they point to somebody."""
    tokens = core(s, i)
    while (
        len(tokens) > 1 and s.tokens[tokens[0]].dep in ("det", "predet") and s.tokens[tokens[0]].lemma not in POINTING
    ):
        tokens = tokens[1:]
    span = s.extent(tokens)
    return replace(a, text=d.article.text[span[0] : span[1]], span=span)


def seat_of(office: str, d: Discourse) -> str | None:
    """The one organisation named in the article whose office it is ("the Secretary-General"); None: none, or several."""
    if load_offices()[office].of != "organisation":
        return None
    bodies = [e for m in d.mentions if m.kind in ("organisation", "abbreviation") for e in m.entities]
    seats = {code for e in bodies for code in (e.code, e.parent) if code and load_people().in_office(office, code)}
    return seats.pop() if len(seats) == 1 else None


def _of_a_region(s: Sentence, i: int, agent: Agent) -> bool:
    """ "the states of a continent", "the countries of the south": several states of a region, not bodies of the one so called."""
    return agent.noun in ("state", "country", "nation", "republic") and s.tokens[i].tag == "NNS"


def _described(s: Sentence, i: int, d: Discourse, a: Actor, agent: Agent) -> Actor:
    a = _bare(s, i, a, d)
    owner = modifier(s, i, d) if not _of_a_region(s, i, agent) else None
    if agent.noun in words("relational_nouns"):
        owner = _related(s, i, d, owner)
    for k in apposed(s, i):
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
        seat = seat_of(agent.office, d) if definite and agent.office else None
        if seat is None and (definite or s.tokens[i].tag == "NNP") and s.tokens[i].tag != "NNS":
            seat = of_the_text(agent, s.tokens[i].start, d)
        return replace(a, code=seat, role=agent.office) if seat else a
    return Actor(a.text, a.span, owner.code, None, a.sector, agent.office)


def _known_surname(s: Sentence, i: int, title: Agent | None, d: Discourse) -> tuple[str | None, str] | None:
    """Code and id of the office-holder whom a surname means, with a title or, on a known day, without a first name."""
    if title is not None and title.office:
        return titled(s.tokens[i].text, title.office, d.article.published)
    first = any(k.tag == "NNP" for k in s.children(i, "compound", "nmod"))
    return None if first or title is not None else in_office(s.tokens[i].text, d.article.published)


def _unknown_name(s: Sentence, i: int, d: Discourse, a: Actor) -> Actor:
    surname = s.tokens[i].text
    title = next((g for k in s.children(i, "compound", "nmod", "amod") if (g := agent_of(s, k.i))), None)
    owner = modifier(s, i, d)
    role = (title.office or title.noun) if title else None
    sector = title.sector if title else None
    for k in apposed(s, i):
        if owner is None:
            owner = modifier(s, k, d)
        if g := agent_of(s, k):
            sector, role = sector or g.sector, role or g.office or g.noun
    if owner is None and (known := d.by_surname(surname)):
        met = known.actor
        return Actor(a.text, a.span, met.code, met.id, sector or met.sector, role or met.role)
    if owner is None and (one := _known_surname(s, i, title, d)):
        return Actor(a.text, a.span, one[0], one[1], sector, role)
    return Actor(a.text, a.span, owner.code if owner else None, None, sector, role)
