"""Who is listed and by whom: the phrases of a designation that name the designee and the authority."""

from __future__ import annotations

from dataclasses import replace

from comity.actors.phrases import core
from comity.language.sentence import Sentence, Token
from comity.signals.lexicon import words
from comity.signals.listing import below
from comity.signals.scene import Scene
from comity.values import Actor


def objects_of(scene: Scene, t: Token) -> list[Actor]:
    """Who is listed: the object, the passive subject, the subject of the small clause, or what the clause describes."""
    s = scene.sentence
    objects = [k.i for k in s.children(t.i, "dobj", "dative", "nsubjpass") if k.tag not in ("WDT", "WP")]
    objects += [x.i for c in s.children(t.i, "ccomp", "xcomp") for x in s.children(c.i, "nsubj")]
    named = [a for i in objects for a in listed_at(scene, i)]
    mark = s.child(t.i, "mark")
    if not named and mark is not None and mark.lemma == "that" and mark.i and s.tokens[mark.i - 1].tag[:2] == "NN":
        return listed_at(scene, _described(s, mark.i - 1))  # a relative clause that the parse hangs on the main verb
    if named or t.dep not in ("acl", "relcl"):
        return named
    return listed_at(scene, _described(s, t.head))


def _described(s: Sentence, i: int) -> int:
    """What a clause describes: of an apposition ("B, an arm of the navy that …") what it stands beside."""
    above = [s.tokens[i], *s.ancestors(i)][:4]
    beside = next((k for k in above if k.dep == "appos"), None)
    through = above[: above.index(beside)] if beside else []
    return beside.head if beside and all(k.dep in ("pobj", "prep") for k in through) else i


def listed_at(scene: Scene, i: int) -> list[Actor]:
    """The actors of a phrase that may stand on a list; what the list makes of them ("a terrorist group") is none."""
    s = scene.sentence
    if {s.tokens[k].lemma for k in core(s, i)} & words("designation", "classes") and not s.tokens[i].mention >= 0:
        return [a for k in s.children(i, "appos") for a in scene.actors(k.i)]
    found = [a for a in scene.actors(i) if a.code or a.id or a.sector]
    noun = s.tokens[i].lemma
    counted = {n.lemma for n in below(s, s.tokens[i], "of")} | {noun}
    if counted & words("designation", "listable") and not any(_covers(a, s, i) for a in found):
        span = s.extent(core(s, i))
        found = [Actor(scene.text(span), span, next((a.code for a in found), None))]
    pronoun = s.tokens[i].tag == "PRP" and not found
    return [Actor(s.tokens[i].text, (s.tokens[i].start, s.tokens[i].end))] if pronoun else found


def _covers(a: Actor, s: Sentence, i: int) -> bool:
    """Whether an actor is the phrase itself or a name in it, and not only the adjective before it."""
    heads = [s.tokens[i], *below(s, s.tokens[i], "of")]
    return a.span is not None and any(a.span[0] <= h.start < a.span[1] for h in heads)


def may_be_sanctioned(scene: Scene, a: Actor) -> bool:
    """Whether sanctions on it list somebody: no state itself, none of its goods ("exports of A"), nobody in general."""
    if a.sector == "GOV" and a.id is not None and a.id == a.code:
        return False
    inside = [t for t in scene.sentence.tokens if a.span and a.span[0] <= t.start < a.span[1]]
    only_quality = len(inside) == 1 and inside[0].dep in ("amod", "compound", "nmod", "poss")
    vague = a.code is None and bool(inside) and inside[-1].lemma in words("designation", "vague")
    return not only_quality and not vague


def official(authority: Actor | None) -> bool:
    return (
        authority is not None and authority.code is not None and authority.sector in ("GOV", "LEG", "JUD", "IGO", None)
    )


def authority_of(scene: Scene, t: Token) -> Actor | None:
    """The forum of a "by", "in" or "within" phrase; kept as text without a code where it names none."""
    s = scene.sentence
    near = [s.tokens[i] for i in s.subtree(t.i)] + [k for a in list(s.ancestors(t.i))[:1] for k in s.children(a.i)]
    far = [x for x in s.tokens[t.i :] if x.lemma in ("in", "within")]
    for p in (*near, *far):
        noun = s.child(p.i, "pobj") if p.lemma in ("by", "in", "within", "at") else None
        if noun is None:
            continue
        known = scene.actors(noun.i) if p in near else []
        if known and (known[0].code or known[0].sector):
            return known[0]
        if noun.lemma in words("designation", "forums"):
            span = s.extent(core(s, noun.i))
            return Actor(scene.text(span), span)
    return None


def apart(designee: Actor, authority: Actor | None) -> Actor:
    """Nobody lists itself: a pronoun that seems to mean the authority means somebody not known."""
    own = authority is not None and authority.code is not None and designee.code == authority.code
    return replace(designee, code=None, id=None, sector=None) if own and designee.id == designee.code else designee
