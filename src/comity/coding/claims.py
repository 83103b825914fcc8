"""From matches of event frames to claims: who does what to whom, with status and chain."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from comity.actors.discourse import FIRST, Discourse
from comity.actors.noun_phrases import actors_at, dig, dig_after, places_at, sites_at, spelled_out
from comity.actors.phrases import agent_of, core, is_actor
from comity.coding import factuality
from comity.coding.attribution import Reported, chain
from comity.coding.complements import double_objects
from comity.coding.confidence import confidence
from comity.coding.contexts import contexts
from comity.coding.demands import demanding
from comity.coding.doers import fit_for
from comity.coding.identity import identity
from comity.coding.links import links, same_speaker
from comity.coding.matching import Match, matches, passive
from comity.coding.participants import nearby, of_infinitive, slots, subject_or_patient
from comity.coding.threats import threats
from comity.coding.when import stated_at, time_at
from comity.coding.where import place_at
from comity.language.sentence import Sentence
from comity.values import QUADS, Actor, Claim, Quoted, Span, Status
from comity.vocabulary import words
from comity.vocabulary.frames import Frame, heads

# Acts that somebody can be asked for: "will not" makes a refusal of them.
REFUSABLE = frozenset({"AGREE", "SUPPORT", "CONCEDE", "CONSULT", "RETREAT", "AID", "COOPERATE"})
# Where several act together and no other side is named, they are each other's: "A and B agreed".
# Nouns of these types are too common to stand for an act unless both sides are named: "talks", "a call", "the deal".
PAIRED = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "REQUEST", "AID"})
MUTUAL = frozenset({"CONSULT", "COOPERATE"})
# What is said and not done by hand: only somebody can do it, no thing and no place.
VERBAL = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
# Acts that only somebody can do: what stands as their subject has to be an actor, a weapon or a deed.
FORCE = frozenset({"ASSAULT", "COERCE"})
# Modes in which the one moved is the one who moves, where nobody else is named.
MOVED = frozenset({"withdraw", "troops", "police"})
# Acts upon things: whose the thing is, is the other side ("seized a B trawler").
MATERIAL = FORCE | {"MOBILIZE", "SANCTION", "PROTEST", "RETREAT", "CONCEDE"}


@dataclass(frozen=True, slots=True)
class Event:
    """One matched event with the actors of its slots, before it becomes one claim for each pair."""

    match: Match
    type: str
    mode: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    status: Status
    weak: bool = False  # too little is said for a claim; a signal may still rest on it
    by_words: bool = False  # the act is the saying itself: a judgement or a demand of the one who speaks


@dataclass(frozen=True, slots=True)
class Weighed:
    """A frame that holds, and what became of it: the event, or why there is none. ``over``: the frame that took its head."""

    match: Match
    event: Event | None
    why: str = ""
    over: Match | None = None


def events(s: Sentence, d: Discourse, reported: list[Reported]) -> list[Event]:
    """The events of a sentence: the most specific frame at each head; heads used up by another frame are left out."""
    found = [w.event for w in weighed(s, d, reported) if w.event is not None]
    return sorted(found, key=lambda e: e.match.head)


def weighed(s: Sentence, d: Discourse, reported: list[Reported]) -> list[Weighed]:
    """Every frame that holds somewhere in a sentence, the most specific first, and the demands that grammar alone gives."""
    found: list[Weighed] = []
    taken: dict[int, Match] = {}
    at = heads()
    candidates = [m for t in s.tokens if t.lemma in at or t.text.lower() in at for m in matches(s, t.i)]
    for m in sorted(candidates, key=lambda m: (-m.weight, m.head)):
        w = _weighed(s, m, d, reported, taken)
        if w.event is not None and m.frame.stage is None:
            taken.update((i, m) for i in m.used if i == m.head or s.tokens[i].tag[:2] == "NN")
        found.append(w)
    by_grammar = (*demands(s, d, reported, taken), *threatened(s, d, reported, taken))
    return [*_told_once(s, found), *(Weighed(e.match, e) for e in by_grammar)]


def _told_once(s: Sentence, found: list[Weighed]) -> Iterator[Weighed]:
    """Without the nouns that name an act which a verb over them tells already."""
    told = [w.event for w in found if w.event is not None]
    for w in found:
        by = next((v.match for v in told if w.event is not None and _told_by_verb(s, w.event, v)), None)
        yield w if by is None else Weighed(w.match, None, "a verb over it tells the same act", by)


def _weighed(s: Sentence, m: Match, d: Discourse, reported: list[Reported], taken: Mapping[int, Match]) -> Weighed:
    if m.head in taken and m.frame.stage is None:
        return Weighed(m, None, "another pattern has this word", taken[m.head])
    if _only_purpose(s, m.head):
        return Weighed(m, None, "an infinitive of purpose: nobody is said to do it")
    if m.frame.noun and not m.slots and m.frame.parts and agent_of(s, m.head) is not None:
        return Weighed(m, None, "a noun of those who act, with nobody beside it to whom")
    if m.frame.noun and m.frame.type in VERBAL and _taken_back(s, m.head):
        return Weighed(m, None, "it is taken back")
    if _only_quality(s, m.head):
        return Weighed(m, None, "a participle that describes its noun")
    event = _judgement(s, m, d, reported) if m.frame.by_speaker else _event(s, m, d)
    if isinstance(event, Event):
        event = _disowned(s, _in_first_person(s, event, d, reported), d, reported)
    return Weighed(m, None, event) if isinstance(event, str) else Weighed(m, event)


def _in_first_person(s: Sentence, e: Event, d: Discourse, reported: list[Reported]) -> Event:
    """ "'We urge B to leave,' said A": who says "we" is the one whose words these are."""
    who = speaking(d, reported, e.match.head)
    if who is None or d.speaker is not None or who.text.lower() in FIRST:
        return e
    actors, recipients = (
        tuple(who if a.text.lower() in FIRST and a.code is None else a for a in side)
        for side in (e.actors, e.recipients)
    )
    return replace(e, actors=actors, recipients=recipients)


def _disowned(s: Sentence, e: Event, d: Discourse, reported: list[Reported]) -> Event:
    """ "A says that its guards never fired": who is quoted that it did not do a deed denies it."""
    t = s.tokens[e.match.head]
    modal = any(k.tag == "MD" or k.lemma in ("will", "would") for k in s.children(t.i, "aux"))
    if e.status != "negated" or e.type in VERBAL or not t.verbal or modal or not factuality.negated(s, t.i):
        return e
    who = speaking(d, reported, t.i)
    own = who is not None and who is not d.speaker and any(a.code and a.code == who.code for a in e.actors)
    return replace(e, status="denied") if own else e


def _told_by_verb(s: Sentence, noun: Event, verb: Event) -> bool:
    """Whether a noun names the act that a verb over it tells already ("announced two millions in aid for B")."""
    if noun.type != verb.type or not noun.match.frame.noun or verb.match.frame.noun:
        return False
    sides = [(noun.actors, verb.actors), (noun.recipients, verb.recipients)]
    if not all(_codes(a) == _codes(b) or (verb.type in FORCE and not a) for a, b in sides):
        return False
    return any(t.i == verb.match.head for t in s.ancestors(noun.match.head))


def _codes(actors: tuple[Actor, ...]) -> list[str]:
    return sorted(a.code or a.text for a in actors)


def _only_purpose(s: Sentence, i: int) -> bool:
    """An infinitive of purpose ("in order to gain", "the goal is to protect"): nobody is said to do or promise it."""
    t = s.tokens[i]
    if not t.verbal or not s.infinitive(i):
        return False
    head = s.tokens[t.head]
    if t.dep == "advcl":  # "could not bring itself to condemn" is no purpose
        return not any(k.text.lower().endswith(("self", "selves")) for k in s.children(head.i, "dobj"))
    lists = ("demanding", "future", "possible")
    noun = head.tag[:2] == "NN" and not any(head.lemma in factuality.words(g, "nouns") for g in lists)
    return t.dep in ("acl", "relcl") and noun


def _taken_back(s: Sentence, i: int) -> bool:
    """ "lifted its veto", "dropped the charges"."""
    return s.tokens[i].dep in ("dobj", "nsubjpass") and s.tokens[s.tokens[i].head].lemma in words(
        "grammar", "taking_back"
    )


def _only_quality(s: Sentence, i: int) -> bool:
    """A participle before its noun ("displaced people", "accepted norms") describes and tells no act.

    So do, behind a noun of people, those that say whose side they are on ("rebels backed by A").
    """
    t = s.tokens[i]
    sided = (
        t.dep == "acl" and t.tag == "VBN" and t.lemma in words("grammar", "siding") and agent_of(s, t.head) is not None
    )
    return (t.dep == "amod" and t.verbal) or sided


def speaking(d: Discourse, reported: list[Reported], i: int) -> Actor | None:
    """Whose words stand at ``i``: the innermost source, else the speaker of the text; None: the outlet's own."""
    return next((r.source for r in reversed(chain(reported, i)) if r.source is not None), d.speaker)


def _judgement(s: Sentence, m: Match, d: Discourse, reported: list[Reported]) -> Event | str:
    """A judgement of the speaker on the sentence's subject ("the occupation is unlawful"), or why there is none."""
    who = speaking(d, reported, m.head)
    _, named = slots(s, m)
    about = named if named is not None else subject_or_patient(s, m.head)
    recipients = tuple(_fillers(s, about, d, places=True))
    if who is None or not recipients or recipients[0].code == who.code:
        return "a judgement: no speaker, or nobody else whom it is about"
    state: Status = "negated" if factuality.negated(s, m.head) else "happened"
    return Event(m, m.frame.type, m.frame.mode, (who,), recipients, state, by_words=True)


def _event(s: Sentence, m: Match, d: Discourse) -> Event | str:
    """The event of a frame that holds, or why there is none."""
    a, b = slots(s, m)
    if b is not None and _each_other(s, b) and len(both := tuple(_fillers(s, a, d, places=False))) > 1:
        return Event(m, m.frame.type, m.frame.mode, both, both, factuality.status(s, m.head))
    if not m.frame.noun and m.frame.type in FORCE and a is not None and s.tokens[a].lemma in words("agents", "causes"):
        return "nobody does it: its subject is an event of nature or the like"
    if m.frame.recipient == "actor" and b is not None and not any(is_actor(s, k, d) for k in s.conjuncts(b)):
        return "its other side has to be an actor, and is none"
    actors, b = _actors(s, m, d, (a, b))
    if (why := _nobody_acts(s, m, a, actors)) is not None:
        return why
    if m.frame.by and not any(fit_for(m.frame.by, x) for x in actors) and (actors or m.frame.by != "civilians"):
        return f"only by {m.frame.by}, and its subject is none"
    recipients = _spoken_to(s, m, d, b, actors) if m.frame.type in VERBAL else _recipients(s, m, d, b, actors)
    if m.frame.recipient == "inside" and b is not None and not recipients:
        return "an actor has to stand in its other side, and none does"
    actors, recipients = _shared(m.frame, actors, recipients)
    if not actors and not recipients:
        return "no actor on either side"
    if any(_is_deed(s, x) for x in actors) and not any(x.code for x in (*actors, *recipients)):
        return "a weapon or deed acts, and nobody is known by code"
    if m.frame.together and not (actors and recipients):
        return "it takes several who act together"
    type_, mode, state = m.frame.type, m.frame.mode, factuality.status(s, m.head)
    if state == "negated" and type_ in REFUSABLE and factuality.refused(s, m.head):
        type_, mode, state = "REJECT", None, "happened"
    if m.frame.stage is not None:
        if state not in ("happened", "ongoing"):
            return "it is neither promised nor asked for"
        state = "future" if m.frame.stage == "promised" else "demanded"
    weak = (m.frame.both or (m.frame.noun and m.frame.type in PAIRED)) and not (actors and recipients)
    return Event(m, type_, mode, actors, recipients, state, weak)


def _actors(
    s: Sentence, m: Match, d: Discourse, heads: tuple[int | None, int | None]
) -> tuple[tuple[Actor, ...], int | None]:
    """Who acts, and the head of the other side: "the troops were withdrawn" is told of those who withdrew."""
    a, b = heads
    verbal = m.frame.type in VERBAL
    actors = tuple(_fillers(s, a, d, places=False)) or (() if verbal else tuple(_instrument(s, a, d)))
    moved = s.child(m.head, "nsubjpass") if not actors and not m.frame.noun and m.frame.mode in MOVED else None
    if moved is None:
        return actors, b
    return tuple(_fillers(s, moved.i, d, places=False)), None if b == moved.i else b


def _nobody_acts(s: Sentence, m: Match, a: int | None, actors: tuple[Actor, ...]) -> str | None:
    """Why a verbal act is nobody's: only somebody can say something, no thing and no "you" in general."""
    if m.frame.type not in VERBAL:
        return None
    if m.frame.noun and m.frame.type == "THREATEN" and not actors:
        return "nobody is said to threaten"
    if a is not None and not passive(s, m.head) and (not actors or _anybody(actors)):
        return "a thing, or anybody, does what only somebody can"
    return None


def _spoken_to(s: Sentence, m: Match, d: Discourse, b: int | None, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The other side of a verbal act: who is accused, asked, refused, threatened, praised or promised something."""
    if m.frame.recipient == "none":
        return ()
    deed = m.frame.type == "ACCUSE" and b is not None and s.tokens[b].lemma in words("grammar", "suffered_deeds")
    side = _doers(s, b, d) if deed and b is not None else _fillers(s, b, d, places=True)
    side = side or ([] if deed else _places(s, b, d) or _sites(s, b, d))
    of_him = ("his", "her") if m.frame.type == "REQUEST" else ()  # "requested his extradition" asks nothing of him
    found = [r for r in side if not _itself(r, actors) and r.text.lower() not in of_him]
    found = [r for r in found if r.code or not _is_site(s, r, b)] or _addressed_thing(s, m, b, d)
    found = found or ([] if deed else [r for r in _beside(s, m, b, d) if not _itself(r, actors)])
    if not found and b is not None and s.tokens[b].tag == "VBG":
        found = _done_to(s, m, d, {x.code for x in actors})
    if not found and not deed and not m.frame.together and _names_no_place(m):
        found = _nearby(s, m, d, actors)
    if not found and b is not None:
        found = [a for p in s.children(m.head, "prep") if p.lemma == "by" for a in _under(s, p.i, d)]
    return tuple(found)


def _recipients(s: Sentence, m: Match, d: Discourse, b: int | None, actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The other side: in its slot, in the object that the pattern names, else in a phrase nearby."""
    if m.frame.recipient == "none":
        return ()
    named = _fillers(s, b, d, places=True) or _places(s, b, d) or _sites(s, b, d)
    found = [r for r in named if not _itself(r, actors)]
    found = found or [r for r in _beside(s, m, b, d) if not _ones_own(r, actors)]
    if not found and m.frame.type in MATERIAL:
        if b is not None:  # "its border with B": B is the other side
            found = [r for r in dig_after(s, b, d) if not _ones_own(r, actors)]
        if not found and not m.frame.reciprocal and m.frame.type != "MOBILIZE":
            inside = [spelled_out(r, d) for r in _in_objects(s, m, d) if not _itself(r, actors)]
            found = [r for r in inside if m.frame.type in FORCE or not _ones_own(r, actors)]
    if not found and m.frame.owner:
        found = [r for r in _in_objects(s, m, d) if not _ones_own(r, actors)]
    if not found and not m.frame.together and _names_no_place(m) and m.frame.mode != "expel":
        found = [r for r in _nearby(s, m, d, actors) if not _ones_own(r, actors)]
    if not found and b is not None:
        found = [a for p in s.children(m.head, "prep") if p.lemma == "by" for a in _under(s, p.i, d)]
    return tuple(found)


def _shared(
    frame: Frame, actors: tuple[Actor, ...], recipients: tuple[Actor, ...]
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Both sides where only one is named and it is several who act upon each other: "A and B agreed"."""
    several = actors or recipients
    if (actors and recipients) or len(several) < 2:
        return actors, recipients
    return (several, several) if frame.type in MUTUAL or frame.reciprocal else (actors, recipients)


def demands(s: Sentence, d: Discourse, reported: list[Reported], taken: Mapping[int, Match]) -> list[Event]:
    """ "B must stop", said by somebody: a request of the speaker to the subject."""
    found = []
    for i, addressee in demanding(s):
        who = speaking(d, reported, i)
        asked = tuple(a for a in _fillers(s, addressee, d, places=False) if who and a.code != who.code)
        asked_by_pattern = i in taken and taken[i].frame.type in VERBAL
        if who and asked and not asked_by_pattern:
            frame = Frame.plain(s.tokens[i].lemma, "REQUEST")
            found.append(Event(Match(frame, i), "REQUEST", None, (who,), asked, "happened", by_words=True))
    return found


def threatened(s: Sentence, d: Discourse, reported: list[Reported], taken: Collection[int]) -> Iterator[Event]:
    """ "A warned that it would strike B": a threat of the one who warns."""
    for x in threats(s, d, reported):
        if x.cue not in taken:
            m = Match(Frame.plain(s.tokens[x.cue].lemma, "THREATEN"), x.cue)
            yield Event(m, "THREATEN", None, (x.by,), x.toward, factuality.status(s, x.cue))


def _each_other(s: Sentence, i: int) -> bool:
    """ "each other", "one another", "each … the other", "each other's envoys": who acts is the other side as well."""
    t = s.tokens[i]
    if t.lemma == "one" and any(k.lemma == "another" for k in s.children(i)):
        return True
    if t.lemma == "other":
        before = s.tokens[i - 1].lemma if i else ""
        return before == "each" or (before == "the" and any(x.lemma == "each" for x in s.tokens[:i]))
    return any(_each_other(s, k.i) for k in s.children(i, "poss"))


def _instrument(s: Sentence, i: int | None, d: Discourse) -> list[Actor]:
    """A weapon or deed as the one that acts ("a car bomb killed"): kept as text, its code unknown."""
    if i is None or s.tokens[i].lemma not in words("agents", "instruments"):
        return []
    span = s.extent(core(s, i))
    return [Actor(d.article.text[span[0] : span[1]], span)]


def _is_deed(s: Sentence, a: Actor) -> bool:
    return a.span is not None and any(
        t.end == a.span[1] and t.lemma in words("agents", "instruments") for t in s.tokens
    )


def _sites(s: Sentence, i: int | None, d: Discourse) -> list[Actor]:
    return sites_at(s, i, d) if i is not None else []


def _addressed_thing(s: Sentence, m: Match, b: int | None, d: Discourse) -> list[Actor]:
    """The first of two objects is who gets or is denied something, whatever it is: "refused the rescue ship a berth"."""
    if m.frame.noun or b is None or b not in double_objects(s, m.head)[:1] or s.tokens[b].mention >= 0:
        return []
    span = s.extent(core(s, b))
    return [Actor(d.article.text[span[0] : span[1]], span)]


def _beside(s: Sentence, m: Match, b: int | None, d: Discourse) -> list[Actor]:
    """ "approved the deal with B": who stands in the phrase right behind the object, hung on the verb by the parser."""
    after = s.tokens[b + 1] if b is not None and b + 1 < len(s.tokens) else None
    hung = after is not None and after.dep == "prep" and after.head == m.head and after.i not in m.used
    if after is None or not hung or after.lemma not in words("grammar", "describing_prepositions"):
        return []
    noun = s.child(after.i, "pobj")
    return (actors_at(s, noun.i, d) or dig(s, noun.i, d)) if noun else []


def _doers(s: Sentence, i: int, d: Discourse) -> list[Actor]:
    """Whose a deed is: its possessor or adjective, or who stands after "by"; not who suffered it."""
    before = [k.i for k in s.children(i, "poss", "amod", "compound", "nmod") if k.dep == "poss" or k.mention >= 0]
    after = [n.i for k in s.subtree(i) if s.tokens[k].lemma == "by" and k > i for n in s.children(k, "pobj")]
    return next((found for k in (*before, *after) if (found := actors_at(s, k, d))), [])


def _anybody(actors: tuple[Actor, ...]) -> bool:
    """ "you", "one": nobody in particular, where the text does not tell whom it addresses."""
    return all(a.code is None and a.text.lower() in ("you", "one", "your", "anyone") for a in actors)


def _is_site(s: Sentence, r: Actor, i: int | None) -> bool:
    """A building, a road or a piece of land, to which nothing is said or promised; a court or mission is somebody."""
    sites = [k for k in s.conjuncts(i) if s.tokens[k].lemma in words("grammar", "site_nouns")] if i is not None else []
    return any(r.span and r.span[1] == s.tokens[k].end and agent_of(s, k) is None for k in sites)


def _places(s: Sentence, i: int | None, d: Discourse) -> list[Actor]:
    if i is None:
        return []
    inner = [n.i for p in s.children(i, "prep") for n in s.children(p.i, "pobj")]
    before = [k.i for k in s.children(i, "compound", "poss", "nmod")]
    return next((found for k in (i, *before, *inner) if (found := places_at(s, k, d))), [])


def _done_to(s: Sentence, m: Match, d: Discourse, not_these: Collection[str | None]) -> list[Actor]:
    """To whom the deed of the infinitive or gerund is done: "refused to meet B", "ruled out freeing B's sailors"."""
    for i in of_infinitive(s, m):
        found = [r for r in actors_at(s, i, d) or dig(s, i, d) if r.code is not None and r.code not in not_these]
        if found:
            return found
    return []


def _nearby(s: Sentence, m: Match, d: Discourse, actors: tuple[Actor, ...]) -> list[Actor]:
    """The other side from a phrase beside the event that no pattern asks for."""
    spans = {a.span for a in actors}
    own = {a.code for a in actors}
    if found := _done_to(s, m, d, own):
        return found
    for i in nearby(s, m):
        partners = m.frame.type in MUTUAL or m.frame.reciprocal
        if partners and s.tokens[s.tokens[i].head].lemma not in words("grammar", "partner_prepositions"):
            continue  # "met in a town", "traded on the terms of B"
        if m.frame.type in FORCE and _whence(s, i):
            continue  # "a missile fired from B", "the arrest of a man from B"
        found = [
            r
            for r in actors_at(s, i, d)
            or _elsewhere(places_at(s, i, d), own)
            or dig(s, i, d)
            or _near_sites(s, m, i, d)
            if r.span not in spans
            and not (m.frame.type in VERBAL and r.code is None and s.tokens[i].lemma in words("grammar", "site_nouns"))
            and not (m.frame.type in VERBAL and r.code in own - {None})
        ]
        if found:
            return found
    return []


def _whence(s: Sentence, i: int) -> bool:
    return s.tokens[s.tokens[i].head].lemma in ("from", "for")


def _near_sites(s: Sentence, m: Match, i: int, d: Discourse) -> list[Actor]:
    """Sites in a phrase nearby; where a right is restricted is a place and no other side."""
    where = s.tokens[s.tokens[i].head].lemma in ("in", "at", "near", "across")
    return [] if where and m.frame.type in ("COERCE", "RETREAT") else sites_at(s, i, d)


def _elsewhere(found: list[Actor], own: set[str | None]) -> list[Actor]:
    """Places that are not the actor's own: "closed the crossing at a town" of one's own has no other side."""
    return [a for a in found if a.code not in own]


def _in_objects(s: Sentence, m: Match, d: Discourse) -> list[Actor]:
    """The other side in the object that the pattern names: "seized a B trawler", "turned back forty B workers"."""
    for u in m.used:
        t = s.tokens[u]
        under = m.head in (t.head, s.tokens[t.head].head)  # its own object, or that of a verb joined to it
        named = u != m.head and under and t.dep in ("dobj", "nsubjpass", "nsubj") and t.tag[:2] == "NN"
        if named and (found := actors_at(s, u, d) or dig(s, u, d, places=False)):
            return found
    return []


def _names_no_place(m: Match) -> bool:
    """Whether the pattern leaves open where its recipient stands, so that a phrase nearby may be it."""
    relations = {p.relation for p in m.frame.parts if "B" in p.words}
    return "object" not in relations and not (m.frame.noun and "prep" in relations)


def _under(s: Sentence, preposition: int, d: Discourse) -> list[Actor]:
    noun = s.child(preposition, "pobj")
    return actors_at(s, noun.i, d) if noun else []


def _ones_own(a: Actor, actors: tuple[Actor, ...]) -> bool:
    """ "withdrew its soldiers", "recalled its ambassador": what is the actor's own is no other side."""
    first = a.text.split(" ", 1)[0].lower()
    return first in ("its", "his", "her", "their", "our", "my") and any(x.code == a.code for x in actors)


def _itself(recipient: Actor, actors: tuple[Actor, ...]) -> bool:
    """ "dismissed its coach": the possessor in the object is the one who acts, not another side."""
    own = recipient.text.lower() in ("its", "his", "her", "their", "our", "my", "it", "he", "she", "they", "we")
    return own and any(a.code == recipient.code and a.id == recipient.id for a in actors)


def _fillers(s: Sentence, i: int | None, d: Discourse, places: bool) -> list[Actor]:
    if i is None:
        return []
    found = actors_at(s, i, d) or dig(s, i, d, places)
    nots = [k for k in s.children(i) if k.lemma == "not" and k.i < i]
    if any(s.tokens[k.i + 1].lemma not in ("only", "just") for k in nots) and len(s.conjuncts(i)) > 1:
        found = found[1:]  # "not A but B"
    return [spelled_out(a, d) for a in found]


def claims(s: Sentence, d: Discourse, span: Span, found: list[Event], reported: list[Reported]) -> list[Claim]:
    """One claim for each pair of actor and recipient of each event."""
    return [claim_of(s, d, span, e, (a, b), reported) for e in found for a, b in pairs(e) if unclaimed(e, a, b) is None]


def pairs(e: Event) -> Iterator[tuple[Actor | None, Actor | None]]:
    """The pairs of actor and recipient of an event."""
    for a in e.actors or (None,):
        for b in e.recipients or (None,):
            yield a, b


def unclaimed(e: Event, a: Actor | None, b: Actor | None) -> str | None:
    """Why a pair of an event makes no claim; None where it makes one."""
    if e.weak:
        return "a common noun that stands for an act only where both sides are named"
    if not _tells(a, b):
        return "no side is known by code, and one is not named"
    if a is not None and b is not None and ((a.span, a.code) == (b.span, b.code) or _own(a, b)):
        return "both sides are the same"
    return None


def _tells(a: Actor | None, b: Actor | None) -> bool:
    """Whether a claim says who did something to whom: one side known by code, or both sides named at least."""
    return any(x is not None and x.code is not None for x in (a, b)) or (a is not None and b is not None)


def _own(a: Actor, b: Actor) -> bool:
    """The same state on both sides without a word that tells two of its bodies apart: it does nothing to itself."""
    return a.code is not None and a.code == b.code and a.sector == b.sector and a.id == b.id


def _without_own_act(
    s: Sentence, e: Event, actor: Actor | None, told: tuple[Actor, ...], d: Discourse
) -> tuple[Actor, ...]:
    """The links without the one who acts by these very words: a judgement, a demand, a thing that his own verb voices."""
    t = s.tokens[e.match.head]
    voiced = t.tag[:2] == "NN" and t.dep in ("dobj", "attr", "conj") and e.type in VERBAL
    if not told or actor is None or told[-1] is d.speaker or not (e.by_words or voiced):
        return told
    same_side = voiced and actor.code is not None and actor.code == told[-1].code
    return told[:-1] if same_side or same_speaker(told[-1], actor) else told


def _in_whose_words(e: Event, pair: tuple[Actor | None, Actor | None], told: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """What is only promised stands in the words of the one who promises it, what is asked for in those of who asks."""
    if e.match.frame.stage is None:
        return told
    who = pair[0] if e.match.frame.stage == "promised" else pair[1]
    if who is None or (told and (same_speaker(told[-1], who) or who.code == told[-1].code)):
        return told
    return (*told, who)


def claim_of(
    s: Sentence, d: Discourse, span: Span, e: Event, pair: tuple[Actor | None, Actor | None], reported: list[Reported]
) -> Claim:
    t = s.tokens[e.match.head]
    trigger = Quoted(t.text, (t.start, t.end))
    places = tuple(a.span if a else None for a in pair)
    return Claim(
        id=identity(d.article.id, "claim", span, trigger.span, e.type, *places),
        actor=pair[0],
        recipient=pair[1],
        type=e.type,
        mode=e.mode,
        contexts=contexts(s),
        quad=QUADS.get(e.type),
        status=e.status,
        chain=_in_whose_words(e, pair, _without_own_act(s, e, pair[0], links(d, reported, t.i), d)),
        time=time_at(s, t.i, d, e.status),
        stated=stated_at(s, t.i, d, reported),
        place=place_at(s, t.i, d),
        trigger=trigger,
        sentence=span,
        confidence=confidence(e.match, pair, e.status, e.match.head == s.root, len(list(pairs(e))) == 1),
    )
