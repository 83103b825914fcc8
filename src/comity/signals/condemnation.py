"""Condemnations: made, withheld, demanded or denied, with four booleans from which the degree follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from comity.actors.noun_phrases import actors_at
from comity.coding import factuality
from comity.coding.claims import Event, speaking
from comity.coding.matching import passive
from comity.coding.participants import subject
from comity.language.sentence import Token
from comity.signals import beginnings, denunciations
from comity.signals.lexicon import words
from comity.signals.perpetrators import perpetrators
from comity.signals.qualification import act_named, delay, objects_of, qualified
from comity.signals.scene import Scene
from comity.values import Actor, Condemnation

Polarity = Literal["made", "withheld", "demanded", "denied"]
Degree = Literal["full", "partial", "generic", "concern", "other", "support"]
DENOUNCING = (
    denunciations.by_naming,
    denunciations.by_saying_what_it_is,
    denunciations.by_lashing_out,
)
OF_STATUS: dict[str, Polarity] = {
    "happened": "made",
    "ongoing": "made",
    "negated": "withheld",
    "denied": "denied",
    "demanded": "demanded",
}


def condemnations(scene: Scene) -> Iterator[Condemnation]:
    """The condemnations of a sentence, one for each pair of who condemns and who is condemned."""
    for t in scene.beginnings(beginnings.condemnation()):
        strong = t.lemma in words("condemnation", "words")
        plain = t.lemma in words("condemnation", "denunciations") and t.verbal
        if (strong or plain) and t.tag[:2] in ("VB", "NN"):
            yield from _by_word(scene, t, strong)
        elif t.lemma in words("condemnation", "adjectives") and t.tag[:2] in ("JJ", "VB"):
            yield from _by_adjective(scene, t)
        elif t.lemma in words("condemnation", "silent") and t.tag[:2] in ("JJ", "NN"):
            yield from _silence(scene, t)
        elif found := next((x for reading in DENOUNCING if (x := reading(scene, t))), None):
            acts = act_named(scene, t, found.target, found.things)
            yield _plain(scene, t, (found.by, found.target), "made", acts)


def _by_word(scene: Scene, t: Token, strong: bool) -> Iterator[Condemnation]:
    if _other_sense(scene, t):
        return
    event = next((e for e in scene.events if e.match.head == t.i), None)
    things = objects_of(scene, t)
    target = perpetrators(scene, things) or _beside(scene, t) or _spoken_of(event, things)
    by = _condemning(scene, t, event)
    polarity = _polarity(scene, t)
    if (not by and not target) or polarity is None or (not strong and not _serious(by, target, things)):
        return
    for a in by or (None,):
        for b in target or (None,):
            if a is None or b is None or a.code is None or a.code != b.code or a.sector != b.sector:
                yield _made(scene, t, (a, b), polarity, strong)


def _serious(by: tuple[Actor, ...], target: tuple[Actor, ...], things: list[Token]) -> bool:
    """Whether "blasted", "slammed" and the like are said of a side or its acts, by a side: not of doors, films or ports."""
    known = any(a.code for a in by) and not any(a.sector == "MED" for a in by)
    aimed = any(a.code for a in target) or any(
        k.lemma in words("condemnation", "grave") | words("condemnation", "vague") | words("condemnation", "deeds")
        for k in things
    )
    return known and aimed


def _other_sense(scene: Scene, t: Token) -> bool:
    """ "condemned to wait", "condemned to death", "blasted off", "one cannot condemn": no condemnation by somebody."""
    s = scene.sentence
    fated = t.verbal and (
        (t.tag == "VBN" and s.child(t.i, "xcomp") is not None) or any(p.lemma == "to" for p in s.children(t.i, "prep"))
    )
    to = [p for k in s.children(t.i, "dobj", "nsubjpass") for p in s.children(k.i, "prep") if p.lemma == "to"]
    fated = fated or any(n.lemma in words("condemnation", "fates") for p in to for n in s.children(p.i, "pobj"))
    objects = {k.lemma for k in s.children(t.i, "dobj", "nsubjpass")}
    if t.lemma == "denounce" and objects & {"treaty", "convention", "pact", "accord"}:
        return True  # to give notice of its end
    if objects & {"house", "building", "bridge"} and passive(s, t.i):
        return True
    particle = any(k.lemma in ("off", "away", "through", "out") for k in s.children(t.i, "prt"))
    own = s.child(t.i, "nsubj")
    nobody = own is not None and own.lemma in ("one", "nobody", "everybody")
    return fated or particle or nobody


def _beside(scene: Scene, t: Token) -> tuple[Actor, ...]:
    """ "condemned the attack on the port by B": a parser may hang "by" on an active verb."""
    s = scene.sentence
    if not t.verbal or passive(s, t.i):
        return ()
    by = [n.i for p in s.children(t.i, "prep", "agent") if p.lemma == "by" for n in s.children(p.i, "pobj")]
    return tuple(a for i in by for a in actors_at(s, i, scene.discourse))


def _spoken_of(event: Event | None, things: list[Token]) -> tuple[Actor, ...]:
    """The recipients of the event where grammar found no object at the word itself."""
    return event.recipients if event is not None and not things else ()


def _condemning(scene: Scene, t: Token, event: Event | None) -> tuple[Actor, ...]:
    """Who condemns: the event's actor, the owner or giver of a noun, else the speaker where a passive leaves it out."""
    s = scene.sentence
    if t.dep == "acl" and s.tokens[t.head].lemma in words("condemnation", "texts"):
        return tuple(_authors(scene, s.tokens[t.head]))
    if event is not None and event.actors:
        return event.actors
    source = speaking(scene.discourse, list(scene.reported), t.i)
    if t.tag[:2] == "NN":
        from_ = [n.i for p in s.children(t.i, "prep") if p.lemma in ("from", "by") for n in s.children(p.i, "pobj")]
        owners = [*(k.i for k in s.children(t.i, "poss")), *from_]
        host = next((a for a in list(s.ancestors(t.i))[:2] if a.verbal), None)
        if host is not None and host.lemma in words("condemnation", "voicing"):
            owners += [i for i in (subject(s, host.i),) if i is not None]
        if host is not None and host.lemma in ("draw", "come", "meet", "bring", "prompt", "attract"):
            drawn = [p for p in s.children(host.i, "prep") if p.lemma in ("from", "by")]
            owners += [n.i for p in drawn for n in s.children(p.i, "pobj")]
        found = next((f for i in owners if (f := scene.actors(i))), [])
        asked = s.tokens[-1].text == "?" and source is not None
        return tuple(found) or ((source,) if source and asked else ())
    who = subject(s, t.i)
    found = actors_at(s, who, scene.discourse) if who is not None else []
    left_out = who is None and (passive(s, t.i) or factuality.status(s, t.i) in OF_STATUS) and t.dep != "csubj"
    spoken = source if left_out and not (t.tag == "VB" and t.dep in ("xcomp", "acl", "advcl")) else None
    return tuple(found) or ((spoken,) if spoken else ())


def _authors(scene: Scene, text: Token) -> list[Actor]:
    """Who condemns in "a statement condemning": whose text it is, or who issues or blocks it."""
    s = scene.sentence
    owned = scene.actors(text.i)
    host = next((a for a in s.ancestors(text.i) if a.verbal), None)
    return owned or (scene.actors(subject(s, host.i)) if host is not None else [])


def _polarity(scene: Scene, t: Token) -> Polarity | None:
    s = scene.sentence
    head = s.tokens[s.tokens[t.head].head]
    if t.dep == "acl" and head.lemma in words("condemnation", "blocking"):
        return "withheld"  # a text that would have condemned was blocked
    asked = any(x.lemma in ("any", "whether") for x in s.tokens[max(0, t.i - 3) : t.i]) and s.tokens[-1].text == "?"
    if t.tag[:2] == "NN" and asked:
        return "demanded"
    if t.dep == "xcomp" and any(k.lemma == "yet" for k in s.children(t.head, "advmod")):
        return "withheld"  # "has yet to condemn"
    if delay(scene, t):
        return "made"
    if t.tag[:2] == "NN" and (factuality.lacking(s, t) or any(k.lemma == "no" for k in s.children(t.i, "det"))):
        return "withheld"
    state = factuality.status(s, t.i)
    if state == "future" and s.tokens[t.head].lemma == "expect" and s.child(t.i, "nsubj") is not None:
        return "demanded"  # "expects B to condemn"
    return OF_STATUS.get(state)


def _made(
    scene: Scene, t: Token, pair: tuple[Actor | None, Actor | None], polarity: Polarity, strong: bool
) -> Condemnation:
    s = scene.sentence
    named = pair[1] is not None and pair[1].span is not None
    act = act_named(scene, t, pair[1])
    plain = not qualified(scene, t, polarity == "withheld")
    last = max(s.subtree(t.i))
    return Condemnation(
        **scene.evidence("condemnation", t.i, ((t.start, s.tokens[last].end),)),
        by=pair[0],
        target=pair[1],
        polarity=polarity,
        word=strong,
        perpetrator_named=named,
        act_named=act,
        unqualified=plain,
        degree=_instead(scene, polarity) or degree(strong, named, act, plain),
        delay_claimed=delay(scene, t),
    )


def degree(word: bool, perpetrator: bool, act: bool, unqualified: bool) -> Degree:
    """The degree that follows from the four booleans; docs/coding.md."""
    if not word:
        return "other"
    if not act:
        return "generic"
    return "full" if perpetrator and unqualified else "partial"


def _instead(scene: Scene, polarity: Polarity) -> Degree | None:
    """What was voiced where a condemnation was withheld: "stopped short of condemning it but voiced concern"."""
    lemmas = {x.lemma for x in scene.sentence.tokens}
    return "concern" if polarity == "withheld" and lemmas & words("condemnation", "concern") else None


def _by_adjective(scene: Scene, t: Token) -> Iterator[Condemnation]:
    """A plain denunciation without a condemn-class word: "the attack was barbaric", "we are appalled by"."""
    s = scene.sentence
    who = speaking(scene.discourse, list(scene.reported), t.i)
    noun = s.tokens[t.head] if t.dep == "amod" and s.tokens[t.head].dep == "attr" else None
    be = s.tokens[noun.head] if noun else next((a for a in s.ancestors(t.i) if s.child(a.i, "nsubj", "nsubjpass")), t)
    placed = noun is not None or t.dep in ("acomp", "ccomp", "ROOT", "conj", "attr")
    if who is None or not placed or factuality.negated(s, be.i) or s.tokens[-1].text == "?":
        return
    about = s.child(be.i, "nsubj", "nsubjpass") or s.child(t.i, "nsubjpass", "nsubj")
    shocked = t.lemma in words("condemnation", "shocked")
    if shocked and (about is None or about.lemma not in ("we", "i")):
        return  # who else is shocked condemns nothing
    if shocked:
        things = [
            n for p in s.children(t.i, "agent", "prep") if p.lemma in ("by", "at") for n in s.children(p.i, "pobj")
        ]
    else:
        things = [about] if about is not None and about.tag not in ("PRP", "WDT", "WP", "DT") else []
    target = next((a for a in perpetrators(scene, things) if a.code and a.code != who.code), None)
    grave = any(k.lemma in words("condemnation", "grave") for k in things)
    weak = t.lemma in words("condemnation", "weak") and target is None and not grave
    if not things or weak or (noun is not None and (target is None or things[0].mention < 0)):
        return
    yield _plain(scene, t, (who, target), "made", act_named(scene, t, target, things))


def _plain(scene: Scene, t: Token, pair: tuple[Actor, Actor | None], polarity: Polarity, act: bool) -> Condemnation:
    """A denunciation, or a silence, told without a condemn-class word."""
    s = scene.sentence
    inside = s.subtree(t.i)
    return Condemnation(
        **scene.evidence("condemnation", t.i, (s.extent(inside),)),
        by=pair[0],
        target=pair[1],
        polarity=polarity,
        word=False,
        perpetrator_named=pair[1] is not None,
        act_named=act,
        unqualified=not qualified(scene, t, False),
        degree="other",
        delay_claimed=None,
    )


def _silence(scene: Scene, t: Token) -> Iterator[Condemnation]:
    """ "remained silent on the attack": a condemnation withheld, as the text tells it; "not silent about": one made."""
    s = scene.sentence
    host = s.tokens[t.head]
    marks = ("on", "about", "over")
    about = [n for p in s.children(t.i, "prep") if p.lemma in marks for n in s.children(p.i, "pobj")]
    if not about or not host.verbal:
        return
    who = next(iter(scene.actors(subject(s, host.i))), None)
    target = next(iter(perpetrators(scene, about)), None)
    spoken = factuality.negated(s, host.i)
    if who is not None and (spoken or factuality.status(s, host.i) in ("happened", "ongoing")):
        yield _plain(scene, t, (who, target), "made" if spoken else "withheld", act_named(scene, t, target, about))
