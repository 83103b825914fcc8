"""Contacts: meetings, calls, visits and talks between representatives of two or more actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from comity.actors.noun_phrases import actors_at
from comity.actors.offices import load_offices
from comity.coding import factuality
from comity.coding.claims import Event
from comity.coding.participants import subject
from comity.coding.when import time_at
from comity.language.sentence import Token
from comity.signals import beginnings, encounters
from comity.signals import parties as sides
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
# A meeting that simply did not take place is none; nobody is said to have refused it.
STATES: dict[str, State] = {
    "happened": "happened",
    "ongoing": "happened",
    "future": "planned",
    "demanded": "proposed",
    "possible": "proposed",
    "conditional": "proposed",
}
ORDER: tuple[Level, ...] = ("head", "minister", "deputy", "other")


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting before it becomes a value: its word, who meets, how, and whether it took place."""

    word: Token
    parties: list[Actor]
    mode: Mode
    status: State


def contacts(scene: Scene) -> Iterator[Contact]:
    """The contacts of a sentence, one for each set of parties."""
    seen: list[frozenset[str]] = []
    if _sporting(scene):
        return
    for met in _all(scene):
        found = replace(met, parties=[a for a in met.parties if not sides.of_ones_own(scene, a)])
        if not _two(found.parties):
            continue
        parties = frozenset(a.code or a.text for a in found.parties)
        if not any(parties <= other or other <= parties for other in seen):
            seen.append(parties)
            yield _made(scene, found)


def _sporting(scene: Scene) -> bool:
    """ "met in the final": a game; "the final talks" are none."""
    named = [t for t in scene.beginnings(words("contact", "sport")) if t.lemma in words("contact", "sport")]
    return any(t.tag[:2] == "NN" or t.dep in ("pobj", "dobj", "nsubj") for t in named)


def _all(scene: Scene) -> Iterator[Met]:
    told = {e.match.head for e in scene.events}
    for e in scene.events:
        inviting = scene.sentence.tokens[e.match.head].lemma in words("contact", "inviting")
        if not inviting and (found := _of_event(scene, e)):
            yield found
    for t in scene.beginnings(beginnings.contact()):
        if t.verbal and t.i not in told and t.lemma in words("contact", "discussing"):
            found = _of_verb(scene, t)
        elif t.verbal and t.lemma in words("contact", "inviting"):
            found = _invitation(scene, t)
        else:
            found = _of_noun(scene, t) if _is_meeting(scene, t) else None
        if found:
            yield found
        elif other := _encounter(scene, t):
            yield other


def _encounter(scene: Scene, t: Token) -> Met | None:
    """A meeting told by another verb: an arrival, a table, a mediator, an offer that is turned down."""
    s = scene.sentence
    if not t.verbal:
        return None
    if turned_down := sides.distinct(encounters.refused_offer(scene, t)):
        return Met(t, turned_down, "talks", "refused") if _two(turned_down) else None
    for reading, mode in (
        (encounters.arrival, "visit"),
        (encounters.brought_together, "third-party"),
        (encounters.sitting_down, None),
        (encounters.seen, None),
    ):
        parties = sides.distinct(reading(scene, t))
        if _two(parties):
            due = t.lemma == "expect" or any(k.lemma == "due" for k in s.children(t.i, "acomp"))
            status = "planned" if due else _verbal(scene, t, factuality.status(s, t.i))
            ringing = t.lemma in words("contact", "ringing")
            return Met(t, parties, "call" if ringing else _mode(scene, mode, parties, t), status) if status else None
    return None


def _of_event(scene: Scene, e: Event) -> Met | None:
    t = scene.sentence.tokens[e.match.head]
    refusing = e.type == "REJECT" and (e.mode == "meet" or t.lemma in words("contact", "discussing"))
    if e.type != "CONSULT" and not refusing:
        return None
    if t.verbal and _only_spoken(scene, t):
        return None
    if t.lemma == "call" and t.verbal and _naming(scene, t):
        return None
    parties = sides.of_event(scene, e)
    status = _status(scene, e)
    if status is None or not _two(parties):
        return None
    return Met(
        scene.sentence.tokens[e.match.head],
        parties,
        _mode(scene, "third-party" if t.lemma == "mediate" else e.mode, parties, t),
        status,
    )


def _only_spoken(scene: Scene, t: Token) -> bool:
    """ "exchanged fire", "who spoke before me", "spoke in the debate", "talk of friendship": nobody meets."""
    s = scene.sentence
    objects = list(s.children(t.i, "dobj"))
    if t.lemma == "exchange":
        return bool(objects) and not any(k.lemma in words("contact", "exchanged") for k in objects)
    if t.lemma not in ("speak", "talk"):
        return False
    inner = {n.lemma for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj")}
    marks = {p.lemma for p in s.children(t.i, "prep", "advmod")}
    together = bool(marks & {"with", "to", "together", "by"})
    return not together and (bool(inner & {"debate", "assembly", "i", "me", "we"}) or bool(marks & {"of", "before"}))


def _naming(scene: Scene, t: Token) -> bool:
    """ "called him a liar", not "called the president to explain"."""
    s = scene.sentence
    if any(k.tag == "PRP" for k in s.children(t.i, "dobj")):
        return True
    clauses = [k for k in s.children(t.i, "xcomp", "ccomp") if not s.infinitive(k.i)]
    return bool(clauses) or s.child(t.i, "oprd") is not None


def _of_verb(scene: Scene, t: Token) -> Met | None:
    """ "The two discussed …": a verb of talking whose sides are only in its subject."""
    if _only_spoken(scene, t):
        return None
    parties = sides.together(scene, t)
    status = _verbal(scene, t, factuality.status(scene.sentence, t.i))
    return Met(t, parties, _mode(scene, None, parties, t), status) if _two(parties) and status else None


def _of_noun(scene: Scene, t: Token) -> Met | None:
    parties = sides.of_noun(scene, t)
    if len(parties) < 2:
        parties = sides.distinct((*parties, *encounters.beside_the_verb(scene, t)))
    definite = any(k.lemma in ("the", "this", "these", "our", "today") for k in scene.sentence.children(t.i))
    if not [a for a in parties if a.text.lower() != "our"] and definite and _by_a_party(scene):
        parties = sides.named_by_title(scene)
    status = _nominal(scene, t)
    if status is None or not _two(parties):
        return None
    visiting = t.lemma in words("contact", "visiting")
    return Met(t, parties, _mode(scene, "visit" if visiting else None, parties, t), status)


def _by_a_party(scene: Scene) -> bool:
    return scene.discourse.article.kind == "statement"


def _is_meeting(scene: Scene, t: Token) -> bool:
    """A noun for a meeting: a bare "call" is a demand unless it is by telephone or with somebody."""
    s = scene.sentence
    if t.tag[:2] != "NN" or t.lemma not in words("contact", "nouns") or t.dep == "compound":
        return False
    if t.lemma == "call":
        return any(k.lemma in ("phone", "telephone", "with") for k in s.children(t.i, "compound", "prep"))
    return not (t.lemma == "talk" and t.tag == "NN")


def _invitation(scene: Scene, t: Token) -> Met | None:
    """ "invited B to Ankara for talks", "invited B to visit"."""
    s = scene.sentence
    asked = [a for k in s.children(t.i, "dobj", "nsubjpass") for a in actors_at(s, k.i, scene.discourse)]
    purposes = [n for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj")]
    place = any(p.lemma == "to" and n.mention >= 0 for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj"))
    meeting = any(n.lemma in words("contact", "nouns") for n in purposes)
    coming = any(k.lemma in words("contact", "coming") for k in s.children(t.i, "xcomp", "ccomp", "advcl"))
    challenge = t.lemma == "challenge" and not any(p.lemma == "to" for p in s.children(t.i, "prep"))
    if not asked or challenge or not (place or meeting or coming) or factuality.negated(s, t.i):
        return None
    parties = sides.distinct((*scene.actors(subject(s, t.i)), *asked))
    return Met(t, parties, "visit", "proposed") if _two(parties) else None


def _two(parties: list[Actor]) -> bool:
    return len(parties) > 1 and any(a.code for a in parties)


def _mode(scene: Scene, mode: str | None, parties: list[Actor], t: Token | None = None) -> Mode:
    if mode in MODES:
        return MODES[mode]
    title = (scene.discourse.article.title or "").lower()
    by_phone = any(x.lemma in ("phone", "telephone") for x in scene.sentence.tokens)
    titled = ("phone" in title or "call with" in title) and (t is None or t.lemma not in ("meet", "meeting", "summit"))
    if by_phone or titled or (t is not None and t.lemma == "call"):
        return "call"
    gathering = t is not None and t.lemma in words("contact", "gatherings") and len(parties) != 2
    return "multilateral" if len(parties) > 3 or gathering else "talks"


def _status(scene: Scene, e: Event) -> State | None:
    t = scene.sentence.tokens[e.match.head]
    if e.type == "REJECT":
        return "cancelled" if t.lemma in words("contact", "cancelling") or t.lemma == "call" else "refused"
    if t.tag[:2] == "NN":
        return _nominal(scene, t)
    return _verbal(scene, t, e.status)


def _verbal(scene: Scene, t: Token, state: str) -> State | None:
    """The status of a meeting told by a verb; negated it is refused only where somebody would not or refused."""
    s = scene.sentence
    governor = s.tokens[t.head]
    if state == "negated":
        modal = any(k.lemma in ("will", "would") for k in s.children(t.i, "aux"))
        if governor.lemma in words("contact", "cancelling"):
            return "cancelled"
        return "refused" if modal or governor.lemma in words("contact", "refusing") else None
    infinitive = s.infinitive(t.i)
    offers = words("contact", "offering")
    if state in ("happened", "future") and (t.lemma in offers or (infinitive and governor.lemma in offers)):
        return "proposed"
    if infinitive and state == "happened" and governor.lemma == "be":
        return "planned" if s.child(governor.i, "nsubj") is not None and _personal(scene, governor) else "proposed"
    if infinitive and state == "happened" and governor.lemma in words("contact", "awaiting"):
        return "planned"
    return "planned" if state == "happened" and _to_come(scene, t) else STATES.get(state)


def _personal(scene: Scene, be: Token) -> bool:
    """Whether the subject of "are to discuss" is somebody ("the only way is to hold talks" is not)."""
    who = scene.sentence.child(be.i, "nsubj")
    return who is not None and bool(actors_at(scene.sentence, who.i, scene.discourse))


def _nominal(scene: Scene, t: Token) -> State | None:
    """The status of a meeting told by a noun: from what is done with it, its adjectives and its date."""
    s = scene.sentence
    above = [a for a in list(s.ancestors(t.i))[:4] if a.verbal or a.tag[:2] in ("NN", "JJ")]
    near = above[:2]
    if any(k.lemma in words("contact", "cancelling") for k in near) or _called_off(scene, near):
        return "cancelled"
    down = any(a.lemma == "turn" and any(k.lemma == "down" for k in s.children(a.i, "prt")) for a in near)
    if down or any(k.lemma in words("contact", "refusing") for k in near):
        return "refused"
    placed = ("at", "in", "during", "after", "following", "since", "on", "over")
    where = t.dep == "pobj" and s.tokens[t.head].lemma in placed
    state = "happened" if where else factuality.status(s, t.i)
    if any(k.lemma in words("contact", "proposing") for k in near) or state in ("demanded", "possible", "conditional"):
        return "proposed"
    if state == "negated":
        return None
    modifiers = {k.lemma for k in s.children(t.i)} | {k.lemma for n in s.children(t.i, "poss") for k in s.children(n.i)}
    before = any(a.lemma in words("contact", "awaiting") for a in list(s.ancestors(t.i))[:3])
    if modifiers & words("contact", "coming_up") or before:
        return "planned"
    return "planned" if state == "future" or _to_come(scene, t) else "happened"


def _called_off(scene: Scene, near: list[Token]) -> bool:
    off = [a for a in near if any(k.lemma == "off" for k in scene.sentence.children(a.i, "prt"))]
    return any(a.lemma in ("call", "break") for a in off)


def _to_come(scene: Scene, t: Token) -> bool:
    """Whether the text gives the meeting a date after the publication."""
    published = scene.discourse.article.published
    when = time_at(scene.sentence, t.i, scene.discourse)
    return bool(published and when.basis == "text" and when.earliest and when.earliest[:10] > published[:10])


def _made(scene: Scene, m: Met) -> Contact:
    inside = scene.span
    near = [a.span for a in m.parties if a.span and inside[0] <= a.span[0] and a.span[1] <= inside[1]]
    ends = [m.word.start, m.word.end, *(x for span in near for x in span)]
    return Contact(
        **scene.evidence("contact", m.word.i, ((min(ends), max(ends)),)),
        parties=tuple(m.parties),
        mode=m.mode,
        level=level(m.parties),
        status=m.status,
        regular_claimed=_regular(scene, m.word),
    )


def _regular(scene: Scene, t: Token) -> str | None:
    """The words that claim regularity ("regular", "every week"), where they hang on the meeting or its verb."""
    s = scene.sentence
    hosts = [t, *(a for a in list(s.ancestors(t.i))[:2] if a.lemma in words("contact", "holding"))]
    hosts += [s.tokens[k] for k in s.subtree(t.i) if s.tokens[k].lemma in words("contact", "nouns")]
    hosts += [s.tokens[k] for h in hosts for k in s.conjuncts(h.i)]
    for k in (k for h in hosts for k in (*s.children(h.i), *(g for c in s.children(h.i) for g in s.children(c.i)))):
        if k.lemma in words("contact", "regular"):
            return k.text
        if k.lemma in ("every", "each") and s.tokens[k.head].lemma in words("contact", "periods"):
            return scene.text((k.start, s.tokens[k.head].end))
    return None


def level(parties: list[Actor]) -> Level:
    """The highest level of office among the parties, as the text gives their roles."""
    offices = load_offices()
    levels = {offices[a.role].level for a in parties if a.role in offices}
    return next((x for x in ORDER if x in levels), "other")
