"""Plain denunciations without a condemn-class word: "called the raid an atrocity", "it is a disgrace", "lashed out at"."""

from __future__ import annotations

from dataclasses import dataclass

from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject
from comity.language.sentence import Sentence, Token
from comity.signals.lexicon import words
from comity.signals.perpetrators import perpetrators
from comity.signals.scene import Scene
from comity.values import Actor


@dataclass(frozen=True, slots=True)
class Denounced:
    """Who denounces, whom, and the heads of what is denounced."""

    by: Actor
    target: Actor | None
    things: list[Token]


def outrage(s: Sentence, n: Token) -> bool:
    """ "an atrocity", "a war crime", "a barbaric act", "an act of barbarity"."""
    if n.tag[:2] != "NN" or n.mention >= 0:
        return False
    of = {k.lemma for p in s.children(n.i, "prep") if p.lemma == "of" for k in s.children(p.i, "pobj")}
    qualities = {s.tokens[k].lemma for a in s.children(n.i, "amod", "compound") for k in s.conjuncts(a.i)}
    beside = {k.lemma for k in s.children(n.head, "cc", "conj")} if n.dep == "attr" else set()
    if n.lemma in words("condemnation", "outrages"):
        return True
    if n.lemma == "crime":
        return (
            bool(qualities & {"war", "heinous"})
            or bool(of & {"war"})
            or "humanity" in {k.lemma for p in s.children(n.i, "prep") for k in s.children(p.i, "pobj")}
        )
    vile = words("condemnation", "vile") | words("condemnation", "adjectives")
    acts = words("condemnation", "grave") | {"act"}
    return n.lemma in acts and bool((qualities | beside) & vile or of & words("condemnation", "outrages"))


def by_naming(scene: Scene, t: Token) -> Denounced | None:
    """ "called the strike an atrocity", "described the attack as a war crime", "branded it a barbarity"."""
    s = scene.sentence
    if not t.verbal or t.lemma not in words("condemnation", "calling") or factuality.negated(s, t.i):
        return None
    objects = list(s.children(t.i, "dobj"))
    named = [*s.children(t.i, "oprd"), *objects[1:], *(k for o in objects for k in s.children(o.i, "appos"))]
    named += [n for p in s.children(t.i, "prep") if p.lemma == "as" for n in s.children(p.i, "pobj")]
    named += [k for c in s.children(t.i, "ccomp", "xcomp") if not c.verbal for k in (c,)]
    if not any(outrage(s, n) for n in named):
        return None
    things = objects[:1] or [k for c in s.children(t.i, "ccomp") for k in s.children(c.i, "nsubj")]
    if not things or factuality.status(s, t.i) not in ("happened", "ongoing"):
        return None
    who = subject(s, t.i)
    by = next((a for a in scene.actors(who) if a.code), None) if who is not None else None
    beside = [n for p in s.children(t.i, "prep", "agent") if p.lemma == "by" for n in s.children(p.i, "pobj")]
    target = [*perpetrators(scene, things), *(a for n in beside for a in scene.actors(n.i))]
    return Denounced(by, _other(target, by), things) if by is not None else None


def by_saying_what_it_is(scene: Scene, t: Token) -> Denounced | None:
    """ "the killing is a disgrace, A said"; "it was a cowardly attack"."""
    s = scene.sentence
    be = s.tokens[t.head]
    if t.dep != "attr" or be.lemma != "be" or not outrage(s, t) or factuality.negated(s, be.i):
        return None
    by = speaking(scene.discourse, list(scene.reported), be.i)
    about = s.child(be.i, "nsubj")
    if by is None or by.code is None or about is None or s.tokens[-1].text == "?":
        return None
    if any(k.tag == "MD" for k in s.children(be.i, "aux")):
        return None
    things = [about] if about.tag[:2] == "NN" else [t]
    return Denounced(by, _other(list(perpetrators(scene, things)), by), things)


def by_lashing_out(scene: Scene, t: Token) -> Denounced | None:
    """ "lashed out at B", "hit out at B over the sale", "railed against the drills by B"."""
    s = scene.sentence
    out = t.lemma in ("lash", "hit", "lash") and any(k.lemma == "out" for k in s.children(t.i, "prt", "advmod", "prep"))
    if not t.verbal or not (out or t.lemma in ("rail", "inveigh", "fulminate")) or factuality.negated(s, t.i):
        return None
    hosts = [t, *s.children(t.i, "prt", "prep")]
    things = [
        n
        for h in hosts
        for p in s.children(h.i, "prep")
        if p.lemma in ("at", "against")
        for n in s.children(p.i, "pobj")
    ]
    things += [n for p in s.children(t.i, "prep") if p.lemma in ("at", "against") for n in s.children(p.i, "pobj")]
    who = subject(s, t.i)
    by = next((a for a in scene.actors(who) if a.code), None) if who is not None else None
    if by is None or factuality.status(s, t.i) not in ("happened", "ongoing"):
        return None
    target = _other(list(perpetrators(scene, things)), by)
    return Denounced(by, target, things) if target is not None else None


def _other(found: list[Actor], by: Actor | None) -> Actor | None:
    return next((a for a in found if a.code and (by is None or a.code != by.code)), None)
