"""Who meets whom: the sides of a meeting from the grammar around its word, or from the title of a readout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from comity.actors.noun_phrases import actors_at, places_at
from comity.coding.claims import Event
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import Token
from comity.signals.encounters import who_at
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor

JOINING = frozenset({"with", "between", "among", "amongst", "alongside", "involve"})
ABOUT = frozenset({"about", "on", "over", "regard", "concern"})
WORLD_BODY = re.compile(r"\bU\.?N\b|\bUnited Nations\b")
FAR = 8  # tokens between a visit and the country after "to"
TITLE = -1  # where the memory of an article places what its title names


def distinct(actors: Iterable[Actor]) -> list[Actor]:
    """One of each side, those without representatives left out: meetings within one state are no contact."""
    kept: dict[str, Actor] = {}
    for a in actors:
        if a.code or (a.sector and _apart(a)):
            kept.setdefault(a.code or a.text, a)
    coded = [a for a in kept.values() if a.code]
    # beside two states a body that has no name ("the assembly") is where they met
    return [a for a in kept.values() if a.code or len(coded) < 2 or a.sector not in ("LEG", "IGO")]


def of_ones_own(scene: Scene, a: Actor) -> bool:
    """Whether a body may be the state's own of the same name: in a state's statement that never names the world body."""
    article = scene.discourse.article
    if article.kind != "statement" or not any(h in (a.code or "").lower() for h in words("contact", "homonyms")):
        return False
    return WORLD_BODY.search(f"{article.title or ''} {article.text}") is None


def _apart(a: Actor) -> bool:
    """Whether someone whose state is not told is a side of its own: rebels, "foreign leaders", not "officials"."""
    if a.sector in words("contact", "publics"):
        return False
    return a.sector != "GOV" or bool({w.lower() for w in a.text.split()} & words("contact", "foreign"))


def of_event(scene: Scene, e: Event) -> list[Actor]:
    """The sides of a meeting that is an event: its actors, and its recipients but for those only talked about."""
    s, t = scene.sentence, scene.sentence.tokens[e.match.head]
    titled = together(scene, t) if _plural_pronoun(scene, t) else []
    if titled:
        return titled
    topic = _topic(scene, t.i)
    met = [a for a in e.recipients if a.span is None or not any(x <= a.span[0] < y for x, y in topic)]
    if e.mode is None and t.verbal:  # "met in B": where they met is no party
        within = [n for p in s.children(t.i, "prep") if p.lemma in ("in", "at") for n in s.children(p.i, "pobj")]
        met = [a for a in met if a.span is None or not any(a.span[0] <= n.start < a.span[1] for n in within)]
    found = distinct((*e.actors, *met))
    if e.mode == "visit" and e.recipients and not any(a in found for a in e.recipients if a.code):
        return []  # "hosts refugees", "visited the museum"
    if e.mode == "visit" and (_receives_a_thing(scene, t) or _moved(scene, e)):
        return []
    if len(found) < 2:
        found = distinct((*found, *_own_side(scene, e)))
    return found if len(found) > 1 else together(scene, t)


def _receives_a_thing(scene: Scene, t: Token) -> bool:
    """ "received a pledge from B": the object of the verb is nobody."""
    s = scene.sentence
    things = [k for k in s.children(t.i, "dobj", "nsubjpass") if t.lemma in words("contact", "receiving")]
    return any(not actors_at(s, k.i, scene.discourse) for k in things)


def _moved(scene: Scene, e: Event) -> bool:
    """ "a plane flying to B", "refugees arriving in B", "came to the defence of B": no visit by a representative."""
    s, t = scene.sentence, scene.sentence.tokens[e.match.head]
    who = subject(s, t.i) if t.verbal else None
    if who is not None and not actors_at(s, who, scene.discourse):
        return True
    if e.actors and all(a.sector in words("contact", "publics") for a in e.actors):
        return True
    goal = e.match.slots.get("B")
    loose = t.lemma in words("contact", "going") and goal is not None
    turned = any(k.lemma in ("around", "up", "down", "across", "under") for k in s.children(t.i, "prt", "advmod"))
    return loose and (
        turned or not (actors_at(s, goal or 0, scene.discourse) or places_at(s, goal or 0, scene.discourse))
    )


def _plural_pronoun(scene: Scene, t: Token) -> bool:
    """Whether a verb of discussing has "they", "we" or "the two" as its subject: the sides that a title names, if any."""
    who = subject(scene.sentence, t.i) if t.lemma in words("contact", "discussing") else None
    return who is not None and scene.sentence.tokens[who].text.lower() in words("contact", "plural_subjects")


def _topic(scene: Scene, i: int) -> list[tuple[int, int]]:
    """What a verb of discussing is about: its object and phrases with "on", but not "with" somebody inside them."""
    s = scene.sentence
    if s.tokens[i].lemma not in words("contact", "topical"):
        return []
    heads = [*s.children(i, "dobj"), *(p for p in s.children(i, "prep") if p.lemma in ABOUT)]
    spans: list[tuple[int, int]] = []
    for head in heads:
        partner = frozenset(p.i for p in s.children(head.i, "prep") if p.lemma in JOINING)
        spans.extend(s.gapless(s.subtree(head.i, partner)))
    return spans


def _own_side(scene: Scene, e: Event) -> tuple[Actor, ...]:
    """In a statement that tells of "our talks with B" the issuing body is the other party."""
    speaker = scene.discourse.speaker
    own = scene.discourse.article.kind == "statement" and not e.actors and e.type == "CONSULT"
    return (speaker,) if speaker and own else ()


def together(scene: Scene, t: Token) -> list[Actor]:
    """The sides that one plural subject names or means: "A, B and C spoke", "the two discussed"."""
    s = scene.sentence
    who = subject(s, t.i) if t.verbal and t.lemma in words("contact", "discussing") else None
    if who is None:
        return []
    pronoun = s.tokens[who].text.lower() in words("contact", "plural_subjects")
    titled = named_by_title(scene) if pronoun or s.tokens[who].tag == "NNS" else []
    if pronoun and titled:
        return titled
    listed = distinct(a for i in _listed(scene, who) for a in actors_at(s, i, scene.discourse))
    return listed if len(listed) > 1 else titled


def _listed(scene: Scene, i: int) -> Iterator[int]:
    """The heads that a list joins, with those that a parser takes for an apposition."""
    s = scene.sentence
    yield i
    for k in s.children(i, "conj", "appos"):
        yield from _listed(scene, k.i)


def named_by_title(scene: Scene) -> list[Actor]:
    """The sides that the title of a readout or of a press conference names; empty where it names no meeting."""
    title = scene.discourse.article.title or ""
    if not {w.lower() for w in re.findall(r"[A-Za-z]+", title)} & words("contact", "titles"):
        return []
    named = [k.actor for k in scene.discourse.known if any(at == TITLE for at, _, _ in k.places)]
    speaker = scene.discourse.speaker
    found = distinct(a for a in (*named, *((speaker,) if speaker else ())) if a.code)
    return found if len(found) > 1 else []


def of_noun(scene: Scene, t: Token) -> list[Actor]:
    """The sides of a meeting told by a noun: owner, adjectives, "with", "between", "to", and who holds or attends it."""
    s = scene.sentence
    found = [a for k in _before(scene, t) for a in actors_at(s, k, scene.discourse) or places_at(s, k, scene.discourse)]
    between = _after(scene, t)
    if len(distinct(between)) > 1 and not found:
        return distinct(between)
    return distinct((*found, *_holders(scene, t), *between))


def _before(scene: Scene, t: Token) -> list[int]:
    """Possessor and named modifiers: "A's talks", "the A-B summit"."""
    s = scene.sentence
    near = list(s.children(t.i, "poss", "compound", "amod", "nmod"))
    near += [k for n in near for k in s.children(n.i, "compound", "amod", "nmod", "conj", "npadvmod")]
    owner = [k.i for k in near if k.dep == "poss"]
    return owner + [k.i for k in near if k.mention >= 0 and k.dep != "poss"]


def _after(scene: Scene, t: Token) -> list[Actor]:
    """Whom the phrases after the noun name; "between" may hang on a word above it."""
    s = scene.sentence
    visiting = t.lemma in words("contact", "visiting")
    above = list(s.ancestors(t.i))[:2]
    found = []
    for host in (t, *above):
        for p in s.children(host.i, "prep", "acl"):
            joins = p.lemma in JOINING and host in (t, *above[:1])
            own = host is t and p.lemma in ("of", "by", "from")
            to = visiting and p.lemma == "to" and p.i < t.i + FAR
            if p.i > t.i and (joins or own or to):
                for n in s.children(p.i, "pobj", "dobj"):
                    inner = [
                        g
                        for q in s.children(n.i, "prep")
                        if own and visiting and q.lemma == "to"
                        for g in s.children(q.i, "pobj")
                    ]
                    found += [a for g in inner for a in actors_at(s, g.i, scene.discourse)]
                    found += who_at(scene, n.i) or (places_at(s, n.i, scene.discourse) if to or joins else [])
    for clause in s.children(t.i, "acl", "relcl"):  # "a summit hosted by B"
        agents = [n for g in s.children(clause.i, "agent") for n in s.children(g.i, "pobj")]
        found += [a for n in agents for a in actors_at(s, n.i, scene.discourse)]
    inside = [s.tokens[i] for i in s.subtree(t.i)] if not found and not visiting else []
    for p in inside:  # "talks on an accord with B"
        found += [a for n in s.children(p.i, "pobj") if p.lemma == "with" for a in who_at(scene, n.i) if a.code]
    for p in s.tokens[t.i + 1 : t.i + 5] if not found else ():  # wherever a parser has hung it
        if p.lemma in ("between", "among") and (noun := s.child(p.i, "pobj")):
            found += actors_at(s, noun.i, scene.discourse)
    return found


def _holders(scene: Scene, t: Token) -> list[Actor]:
    """Who holds, hosts, attends or is said to be at it."""
    s = scene.sentence
    host = s.tokens[t.head]
    if t.dep == "conj" and host.tag[:2] == "NN":
        host = s.tokens[host.head]
    for _ in range(2):  # "announced the designation of a delegation"
        if host.dep == "prep" or (host.tag[:2] == "NN" and host.dep == "dobj"):
            host = s.tokens[host.head]
    if not host.verbal or host.lemma not in words("contact", "holding"):
        return []
    by = [n.i for g in s.children(host.i, "agent") for n in s.children(g.i, "pobj")]
    who = by[0] if by else subject_or_patient(s, host.i) if t.dep not in ("nsubj", "nsubjpass") else None
    return scene.actors(who) if who is not None and s.tokens[who].i != t.i else []
