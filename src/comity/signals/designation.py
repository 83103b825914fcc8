"""Designations: who is listed, delisted or not listed by which authority. A label given by an author is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from comity.actors.phrases import core
from comity.coding import factuality
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Designation

Listed = Literal["listed", "delisted", "not_listed", "called_for", "proposed", "suspended"]
OF_STATUS: dict[str, Listed] = {
    "happened": "listed",
    "ongoing": "listed",
    "negated": "not_listed",
    "denied": "not_listed",
    "demanded": "called_for",
    "future": "proposed",
    "possible": "proposed",
    "conditional": "proposed",
}


def designations(scene: Scene) -> Iterator[Designation]:
    """At most one designation for each designee of a sentence."""
    seen: set[str | None] = set()
    for t in scene.sentence.tokens:
        found = _at(scene, t) if t.mention < 0 else None
        if found is None:
            continue
        authority, designees, status = found
        for d in designees:
            key = d.code or d.text
            if key not in seen:
                seen.add(key)
                yield _made(scene, t, authority, d, status)


Found = tuple[Actor | None, list[Actor], Listed]


def _at(scene: Scene, t: Token) -> Found | None:
    if t.lemma in words("designation", "fringe") and _classed(scene, t):
        return _authority(scene, t), scene.actors(subject_or_patient(scene.sentence, t.head)), "not_listed"
    if t.text.lower() == "designated" and t.dep == "amod" and _classed(scene, scene.sentence.tokens[t.head]):
        head = scene.sentence.tokens[t.head]
        owner = [head.head] if head.dep == "appos" else [subject_or_patient(scene.sentence, head.head) or head.i]
        return None, scene.actors(owner[0]), "listed"
    if t.verbal and (t.lemma in words("designation", "verbs") or t.lemma in words("designation", "naming")):
        return _by_verb(scene, t) if _classed(scene, t) or t.lemma in ("blacklist", "proscribe", "delist") else None
    if t.verbal and t.lemma in words("designation", "removing"):
        return _removal(scene, t)
    if t.tag[:2] == "NN" and t.lemma in words("designation", "lists"):
        return _by_noun(scene, t)
    return None


def _classed(scene: Scene, t: Token) -> bool:
    """Whether the phrase under a naming word says "terrorist", "sponsor of terrorism" and the like."""
    s = scene.sentence
    inside = s.subtree(t.i)
    return any(s.tokens[i].lemma in words("designation", "classes") for i in inside)


def _by_verb(scene: Scene, t: Token) -> Found | None:
    s = scene.sentence
    status = OF_STATUS[factuality.status(s, t.i)]
    if t.lemma == "delist":
        status = "delisted" if status == "listed" else status
    actor = scene.actors(subject(s, t.i))
    authority = next(iter(actor), None) or _authority(scene, t)
    objects = [k.i for k in s.children(t.i, "dobj", "dative", "nsubjpass")]
    objects += [x.i for c in s.children(t.i, "ccomp", "xcomp") for x in s.children(c.i, "nsubj")]
    objects += [t.head] if t.dep in ("acl", "relcl") and t.tag in ("VBN", "VBD") else []
    objects += [s.tokens[i].head for i in list(objects) if s.tokens[i].dep == "appos"]
    designees = [a for i in objects for a in scene.actors(i) if s.tokens[i].lemma not in ("organization", "group")]
    if t.lemma in ("consider", "regard", "call", "brand", "describe", "name", "label") and not _official(authority):
        return None
    if any(x.text.lower() in ("until", "formerly") for x in s.tokens[: t.i]) and status == "listed":
        status = "delisted"
    return (authority, designees, status) if designees else None


def _official(authority: Actor | None) -> bool:
    return (
        authority is not None and authority.code is not None and authority.sector in ("GOV", "LEG", "JUD", "IGO", None)
    )


def _removal(scene: Scene, t: Token) -> Found | None:
    """ "removed B from its list", "revoked the designation of B"."""
    s = scene.sentence
    lists = [n for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj") if n.lemma in ("list", "blacklist")]
    named = [k for k in s.children(t.i, "dobj", "nsubjpass") if k.lemma in ("designation", "listing")]
    if not (lists or named) or not (any(_classed(scene, x) for x in (*lists, *named)) or named):
        return None
    objects = [k.i for k in s.children(t.i, "dobj", "nsubjpass")] if lists else [k.i for k in named]
    status: Listed = (
        "delisted" if OF_STATUS[factuality.status(s, t.i)] == "listed" else OF_STATUS[factuality.status(s, t.i)]
    )
    return next(iter(scene.actors(subject(s, t.i))), None), [a for i in objects for a in scene.actors(i)], status


def _by_noun(scene: Scene, t: Token) -> Found | None:
    """ "designation of B as a terrorist group", "sanctions on B", "B's place on the list of sponsors of terrorism"."""
    s = scene.sentence
    if t.lemma == "sanction":
        return _sanctions(scene, t)
    if t.lemma != "designation" and not _classed(scene, t):
        return None
    owners = [n.i for p in s.children(t.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
    owners += [k.i for k in s.children(t.i, "poss")]
    designees = [a for i in owners for a in scene.actors(i) if a.id or a.code]
    if not designees:
        moves = ("removal", "remove", "place", "put", "add")
        host = next((a for a in s.ancestors(t.i) if a.lemma in moves), None)
        host = host or next((a for a in s.tokens[max(0, t.i - 5) : t.i] if a.lemma in moves), None)
        named = [k.i for k in s.children(host.i, "poss", "dobj", "nsubjpass")] if host else []
        designees = [a for i in named for a in scene.actors(i)]
    ended = any(a.lemma in words("designation", "removing") for a in s.ancestors(t.i))
    state = factuality.status(s, t.i)
    asked = state == "demanded" or any(a.lemma in ("call", "demand", "urge") for a in s.ancestors(t.i))
    status: Listed = "called_for" if asked else "delisted" if ended else OF_STATUS[state]
    return (_authority(scene, t), designees, status) if designees else None


def _sanctions(scene: Scene, t: Token) -> Found | None:
    """Sanctions that a text reports as imposed: on whom, and by whom."""
    event = next(
        (e for e in scene.events if e.type == "SANCTION" and _of_same(scene, t, e.match.head, e.match.used)), None
    )
    if event is None or not event.actors or not event.recipients or event.status in ("negated", "denied"):
        return None
    return event.actors[0], list(event.recipients), "listed"


def _of_same(scene: Scene, t: Token, head: int, used: tuple[int, ...]) -> bool:
    """Whether the event is these sanctions: the noun itself, its verb, or the clause that says who imposed them."""
    return t.i in (head, *used) or scene.sentence.tokens[head].head == t.i


def _authority(scene: Scene, t: Token) -> Actor | None:
    """The forum of a "by", "in" or "within" phrase; kept as text without a code where it names none."""
    s = scene.sentence
    for k in (t, *s.children(t.i), *list(s.ancestors(t.i))[:2]):
        for p in s.children(k.i, "prep", "agent"):
            noun = s.child(p.i, "pobj")
            if noun is None or p.lemma not in ("by", "in", "within", "at"):
                continue
            known = scene.actors(noun.i)
            if known and (known[0].code or known[0].sector):
                return known[0]
            if noun.lemma in ("forum", "body", "list", "jurisdiction", "country", "state"):
                span = s.extent(core(s, noun.i))
                return Actor(scene.text(span), span)
    for p in s.tokens[t.i :]:
        noun = s.child(p.i, "pobj") if p.lemma in ("in", "within") else None
        if noun is not None and noun.lemma in ("forum", "body", "jurisdiction"):
            span = s.extent(core(s, noun.i))
            return Actor(scene.text(span), span)
    return None


def _made(scene: Scene, t: Token, authority: Actor | None, designee: Actor, status: Listed) -> Designation:
    text = scene.text(scene.span)
    ends = [t.start, t.end, *(designee.span or ())]
    program = next((p for p in sorted(words("designation", "programs")) if p in text), None)
    wing = any(w in text for w in words("designation", "wings"))
    return Designation(
        **scene.evidence("designation", t.i, ((min(ends), max(ends)),)),
        designee=designee,
        authority=authority,
        status=status,
        part="wing" if wing else "whole",
        program=program,
    )
