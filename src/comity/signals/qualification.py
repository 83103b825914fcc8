"""What a condemnation names and how far it goes: the act, "but" and "both sides", and the delay that is claimed of it."""

from __future__ import annotations

from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor


def objects_of(scene: Scene, t: Token) -> list[Token]:
    """The heads of what is condemned: object, passive subject, "condemnation of", the noun a participle describes."""
    s = scene.sentence
    found = list(s.children(t.i, "dobj", "nsubjpass"))
    if t.tag[:2] == "NN":
        hosts = [t] + ([s.tokens[t.head]] if t.dep == "conj" else [])
        found += [
            n
            for h in hosts
            for p in s.children(h.i, "prep")
            if p.lemma in ("of", "on", "for", "over", "against")
            for n in s.children(p.i, "pobj")
        ]
    if not found and t.verbal:
        inner = [k for c in s.children(t.i, "ccomp", "xcomp", "oprd") for k in s.children(c.i, "nsubj", "nsubjpass")]
        shared = [s.tokens[k.i] for k in _shared(scene, t)]
        found = inner or shared or _antecedent(scene, t)
    return [k for k in found if k.lemma not in words("condemnation", "times")]


def _shared(scene: Scene, t: Token) -> list[Token]:
    """ "condemned and rejected the raid": an object that the last of the verbs has."""
    s = scene.sentence
    later = [k for k in s.conjuncts(t.i) if k != t.i and s.tokens[k].verbal and s.child(k, "nsubj") is None]
    return [o for k in later for o in s.children(k, "dobj")][:1]


def _antecedent(scene: Scene, t: Token) -> list[Token]:
    s = scene.sentence
    relative = t.dep == "relcl" and not any(k.tag in ("WDT", "WP") for k in s.children(t.i, "nsubj"))
    return [s.tokens[t.head]] if relative and s.child(t.i, "nsubj") is not None else []


def act_named(scene: Scene, t: Token, target: Actor | None, things: list[Token] | None = None) -> bool:
    """Whether what was done is named: a thing that tells more than "actions", or a reason after "for" or "over"."""
    s = scene.sentence
    things = things if things is not None else objects_of(scene, t)
    heads = [s.tokens[i] for k in things for i in s.conjuncts(k.i)]
    told = any(k.tag[:2] == "NN" and k.mention < 0 and not _is(k, target) and not _vague(scene, k) for k in heads)
    hosts = (t, *things)
    reasons = [
        n
        for h in hosts
        for p in s.children(h.i, "prep")
        if p.lemma in ("for", "over") or (p.lemma == "of" and h is t and t.tag[:2] == "JJ")
        for n in s.children(p.i, "pobj", "pcomp")
    ]
    return told or any(n.verbal or (n.tag[:2] == "NN" and n.mention < 0 and not _vague(scene, n)) for n in reasons)


def _vague(scene: Scene, k: Token) -> bool:
    """ "actions", "conduct"; not where it is told where or against whom they were."""
    place = any(p.lemma in ("in", "against") for p in scene.sentence.children(k.i, "prep"))
    return k.lemma in words("condemnation", "vague") and not (place and k.lemma in words("condemnation", "placed"))


def _is(k: Token, target: Actor | None) -> bool:
    return target is not None and target.span is not None and target.span[0] <= k.start and k.end <= target.span[1]


def qualified(scene: Scene, t: Token, withheld: bool) -> bool:
    """Whether the condemnation is limited: "but", "both sides", "partially"; withheld: only "fully" and the like."""
    s = scene.sentence
    if withheld:
        return any(k.lemma in words("condemnation", "partial_limits") for k in s.children(t.i))
    near = [x for x in s.tokens if abs(x.i - t.i) < 14]
    return any(
        x.lemma in words("condemnation", "qualifiers")
        or (x.lemma == "but" and _limits(scene, t, x))
        or (x.lemma in ("both", "all") and s.tokens[x.head].lemma in words("condemnation", "sides"))
        for x in near
    )


def _limits(scene: Scene, t: Token, but: Token) -> bool:
    """Whether "but" turns on the condemnation itself: not "not only … but also", not another's act."""
    s = scene.sentence
    if any(x.lemma in ("only", "merely", "just") for x in s.tokens[max(0, but.i - 12) : but.i]):
        return False
    after = next((k for k in s.children(but.head, "conj") if k.i > but.i), None)
    other = s.child(after.i, "nsubj") if after is not None and after.verbal else None
    return other is None or other.tag == "PRP" or but.i < t.i


def delay(scene: Scene, t: Token) -> str | None:
    """The words that claim a delay ("noticeably slower", "after weeks of silence"), where they govern the condemning."""
    s = scene.sentence
    for k in (*s.ancestors(t.i), *s.children(t.i)):
        if k.lemma in words("condemnation", "slow") and abs(k.i - t.i) < 9:
            degree = k.i and s.tokens[k.i - 1].tag[:2] == "RB" and s.tokens[k.i - 1].dep != "neg"
            return scene.text((s.tokens[k.i - 1 if degree else k.i].start, k.end))
    for p in s.children(t.i, "prep"):
        noun = s.child(p.i, "pobj") if p.lemma == "after" else None
        if noun is not None and noun.lemma in words("condemnation", "times"):
            return scene.text(s.extent(s.subtree(p.i)))
    taken = s.tokens[t.head]
    if taken.lemma in ("take", "wait") and t.dep in ("xcomp", "advcl"):
        long = [k for k in s.children(taken.i) if k.lemma in words("condemnation", "times")]
        return scene.text(s.extent(s.subtree(long[0].i))) if long else None
    return None
