"""Condemnations: made, withheld, demanded or denied, with four booleans from which the degree follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from comity.coding import factuality
from comity.coding.claims import Event, speaking
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Condemnation

Polarity = Literal["made", "withheld", "demanded", "denied"]
Degree = Literal["full", "partial", "generic", "concern", "other", "support"]
OF_STATUS: dict[str, Polarity] = {
    "happened": "made",
    "ongoing": "made",
    "negated": "withheld",
    "denied": "denied",
    "demanded": "demanded",
    "conditional": "made",
    "future": "made",
}


def condemnations(scene: Scene) -> Iterator[Condemnation]:
    """The condemnations of a sentence, one for each pair of who condemns and who is condemned."""
    for t in scene.sentence.tokens:
        strong = t.lemma in words("condemnation", "words")
        plain = t.lemma in words("condemnation", "denunciations") and t.verbal
        if (strong or plain) and t.mention < 0 and t.tag[:2] in ("VB", "NN"):
            yield from _by_word(scene, t, strong)
        elif t.lemma in words("condemnation", "adjectives") and t.tag[:2] in ("JJ", "VB"):
            yield from _by_adjective(scene, t)
        elif t.lemma in words("condemnation", "silent") and t.tag[:2] in ("JJ", "NN"):
            yield from _silence(scene, t)


def _by_word(scene: Scene, t: Token, strong: bool) -> Iterator[Condemnation]:
    if t.tag == "VBN" and scene.sentence.child(t.i, "xcomp"):
        return  # "condemned to wait"
    event = next((e for e in scene.events if e.match.head == t.i), None)
    by = event.actors if event else ()
    target = event.recipients if event else ()
    target = target or _blamed(scene, t)
    if not by and (who := _holder(scene, t, event)):
        by = (who,)
    if not by and not target:
        return
    polarity = _polarity(scene, t)
    if polarity is None:
        return
    for a in by or (None,):
        for b in target or (None,):
            yield _made(scene, t, (a, b), polarity, strong)


def _blamed(scene: Scene, t: Token) -> tuple[Actor, ...]:
    """To whom the condemned act is attributed: "the seizure of boats attributed to B"."""
    s = scene.sentence
    for k in (s.tokens[i] for i in s.subtree(t.i)):
        if k.lemma in words("condemnation", "attributing") and k.tag == "VBN":
            for p in s.children(k.i, "prep", "agent"):
                noun = s.child(p.i, "pobj") if p.lemma in ("to", "on", "by") else None
                if noun is not None and (found := scene.actors(noun.i)):
                    return tuple(found)
    return ()


def _holder(scene: Scene, t: Token, event: Event | None) -> Actor | None:
    """Who condemns where the word names nobody: the speaker; of a verb in passive or a bare noun only."""
    if event is not None and event.actors:
        return event.actors[0]
    return speaking(scene.discourse, list(scene.reported), t.i)


def _polarity(scene: Scene, t: Token) -> Polarity | None:
    s = scene.sentence
    head = s.tokens[s.tokens[t.head].head]
    if t.dep == "acl" and head.lemma in words("condemnation", "blocking"):
        return "withheld"  # a text that would have condemned was blocked
    if (
        t.tag[:2] == "NN"
        and any(x.lemma in ("any", "whether") for x in s.tokens[max(0, t.i - 3) : t.i])
        and s.tokens[-1].text == "?"
    ):
        return "demanded"
    if _slow(scene, t):
        return "made"
    return OF_STATUS.get(factuality.status(s, t.i))


def _slow(scene: Scene, t: Token) -> str | None:
    """The words that claim a delay ("noticeably slower"), where they govern the condemning."""
    s = scene.sentence
    for k in (*s.ancestors(t.i), *s.children(t.i)):
        if k.lemma in words("condemnation", "slow") and abs(k.i - t.i) < 9:
            first = k.i - 1 if k.i and s.tokens[k.i - 1].tag[:2] == "RB" and s.tokens[k.i - 1].dep != "neg" else k.i
            return scene.text((s.tokens[first].start, k.end))
    return None


def _made(
    scene: Scene, t: Token, pair: tuple[Actor | None, Actor | None], polarity: Polarity, strong: bool
) -> Condemnation:
    s = scene.sentence
    named = pair[1] is not None and pair[1].span is not None
    act = _act_named(scene, t, pair[1])
    limited = polarity == "withheld" and any(
        k.lemma in words("condemnation", "partial_limits") for k in s.children(t.i)
    )
    qualified = limited or any(x.lemma in words("condemnation", "qualifiers") for x in s.tokens if abs(x.i - t.i) < 14)
    last = max(s.subtree(t.i))
    return Condemnation(
        **scene.evidence("condemnation", t.i, ((t.start, s.tokens[last].end),)),
        by=pair[0],
        target=pair[1],
        polarity=polarity,
        word=strong,
        perpetrator_named=named,
        act_named=act,
        unqualified=not qualified,
        degree=degree(strong, named, act, not qualified),
        delay_claimed=_slow(scene, t),
    )


def degree(word: bool, perpetrator: bool, act: bool, unqualified: bool) -> Degree:
    """The degree that follows from the four booleans; docs/coding.md."""
    if not word:
        return "other"
    if not act:
        return "generic"
    return "full" if perpetrator and unqualified else "partial"


def _act_named(scene: Scene, t: Token, target: Actor | None) -> bool:
    """Whether what was done is named: an object that is no actor, or a "for" or "over" phrase."""
    s = scene.sentence
    objects = list(s.children(t.i, "dobj", "nsubjpass", "pobj")) + [
        n for p in s.children(t.i, "prep") if p.lemma in ("of", "on") for n in s.children(p.i, "pobj")
    ]
    thing = any(not _is_target(k, target) for k in objects)
    reason = any(p.lemma in ("for", "over", "after") for k in (t, *objects) for p in s.children(k.i, "prep"))
    return thing or reason


def _is_target(k: Token, target: Actor | None) -> bool:
    return target is not None and target.span is not None and target.span[0] <= k.start < target.span[1]


def _by_adjective(scene: Scene, t: Token) -> Iterator[Condemnation]:
    """A plain denunciation without a condemn-class word: "the attack is unacceptable", "we are appalled by"."""
    s = scene.sentence
    who = speaking(scene.discourse, list(scene.reported), t.i)
    be = s.tokens[t.head]
    if who is None or t.dep not in ("acomp", "ccomp", "ROOT", "conj", "attr") or factuality.negated(s, be.i):
        return
    subject = s.child(be.i, "nsubj", "nsubjpass") or s.child(t.i, "nsubjpass", "nsubj")
    about = scene.actors(subject.i) if subject else []
    target = next((a for a in about if a.code != who.code), None)
    if subject is None or (target is None and subject.tag in ("PRP", "WDT", "DT") and subject.lemma != "we"):
        return
    act = subject.tag[:2] == "NN" and not _is_target(subject, target)
    yield Condemnation(
        **scene.evidence("condemnation", t.i, ((subject.start, t.end),) if subject.start < t.end else ()),
        by=who,
        target=target,
        polarity="made",
        word=False,
        perpetrator_named=target is not None,
        act_named=act,
        unqualified=not any(x.lemma in words("condemnation", "qualifiers") for x in s.tokens),
        degree="other",
        delay_claimed=None,
    )


def _silence(scene: Scene, t: Token) -> Iterator[Condemnation]:
    """ "remained silent on the attack": a condemnation withheld, as the text tells it."""
    s = scene.sentence
    host = s.tokens[t.head]
    about = [
        n.i for p in s.children(t.i, "prep") if p.lemma in ("on", "about", "over") for n in s.children(p.i, "pobj")
    ]
    if not about or not host.verbal or factuality.negated(s, host.i):
        return
    subject = s.child(host.i, "nsubj")
    who = next(iter(scene.actors(subject.i if subject else None)), None)
    target = next(iter(scene.actors(about[0])), None)
    if who is None:
        return
    yield Condemnation(
        **scene.evidence("condemnation", t.i, ((who.span[0] if who.span else t.start, s.tokens[about[0]].end),)),
        by=who,
        target=target,
        polarity="withheld",
        word=False,
        perpetrator_named=target is not None,
        act_named=True,
        unqualified=True,
        degree="other",
        delay_claimed=None,
    )
