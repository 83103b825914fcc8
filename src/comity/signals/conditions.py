"""Limits of a deal told as its conditions: "no deal without", "rules out talks unless", "not for sale", "our precondition"."""

from __future__ import annotations

from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.limits import Limit, addressee
from comity.signals.scene import Scene
from comity.values import Actor


def _limit(scene: Scene, clause: Token, by: Actor | None, condition: Token | None = None) -> Limit | None:
    """A limit of the speaker or the one given, toward the other side that the clause names or that is told so."""
    s = scene.sentence
    by = by or speaking(scene.discourse, list(scene.reported), clause.i)
    if by is None or (by.code is None and by.sector is None):
        return None
    inside = [a for i in s.subtree(clause.i) if s.tokens[i].mention >= 0 for a in scene.actors(i)]
    others = [a for a in (*inside, addressee(scene)) if a is not None and a.code and a.code != by.code]
    return Limit(clause, by, next(iter(others), None), "negotiating_limit", condition)


def conditioned(scene: Scene, clause: Token) -> bool:
    """Whether the clause has a condition: "until", "unless", "without", "while", "as long as"."""
    s = scene.sentence
    inside = [s.tokens[i] for i in s.subtree(clause.i)]
    long = any(k.lemma == "long" and k.i and s.tokens[k.i - 1].text.lower() == "as" for k in inside)
    return long or any(k.lemma in words("red_line", "conditioning") and k.dep in ("mark", "prep") for k in inside)


def no_deal(scene: Scene, t: Token) -> Limit | None:
    """ "there will be no deal without", "no agreement is possible until", "dialogue is impossible as long as"."""
    s = scene.sentence
    if t.mention >= 0 or t.lemma not in words("red_line", "deal") | words("red_line", "dealings"):
        return None
    be = s.tokens[t.head]
    if be.lemma != "be" or t.dep not in ("attr", "nsubj") or not conditioned(scene, be):
        return None
    none = any(k.lemma == "no" for k in s.children(t.i, "det"))
    impossible = any(
        k.lemma in ("impossible", "unthinkable") or (k.lemma == "possible" and factuality.negated(s, be.i))
        for k in s.children(be.i, "acomp")
    )
    return _limit(scene, be, None) if none or impossible else None


def ruled_out(scene: Scene, t: Token) -> Limit | None:
    """ "rules out any talks with B unless": a step in a deal refused until a condition is met."""
    s = scene.sentence
    out = t.lemma == "rule" and t.verbal and any(k.lemma == "out" for k in s.children(t.i, "prt", "advmod", "prep"))
    dealing = words("red_line", "deal") | words("red_line", "dealings")
    if not out or not any(k.lemma in dealing for k in s.children(t.i, "dobj")) or not conditioned(scene, t):
        return None
    if factuality.negated(s, t.i):
        return None
    who = subject(s, t.i)
    by = next((a for a in scene.actors(who) if a.code or a.sector), None) if who is not None else None
    return _limit(scene, t, by)


def precondition(scene: Scene, t: Token) -> Limit | None:
    """ "made any talks conditional on", "a halt is our precondition for talks"."""
    s = scene.sentence
    host = s.tokens[t.head]
    if t.lemma == "conditional" and host.verbal and host.lemma in ("make", "be", "keep"):
        on = [p for h in (t.i, host.i) for p in s.children(h, "prep") if p.lemma in ("on", "upon")]
        who = subject(s, host.i) if host.lemma != "be" else None
        by = next((a for a in scene.actors(who) if a.code), None) if who is not None else None
        return _limit(scene, host, by, on[0]) if on and (by or host.lemma == "be") else None
    if t.lemma != "precondition" or t.dep != "attr" or factuality.negated(s, host.i):
        return None
    owner = s.child(t.i, "poss")
    owned = [a for a in scene.actors(owner.i) if a.code] if owner is not None else []
    return _limit(scene, host, owned[0] if owned else None)


def not_on_the_table(scene: Scene, t: Token) -> Limit | None:
    """ "not up for negotiation", "not for sale", "not on the table"."""
    s = scene.sentence
    if t.lemma not in words("red_line", "bargained") or t.dep != "pobj":
        return None
    be = next((a for a in s.ancestors(t.i) if a.verbal), None)
    if be is None or be.lemma not in ("be", "remain") or not factuality.negated(s, be.i):
        return None
    between = {x.lemma for x in s.tokens[be.i + 1 : t.i]}
    if not between <= {"not", "up", "for", "on", "the", "open", "to", "a"}:
        return None
    source = speaking(scene.discourse, list(scene.reported), be.i)
    return _limit(scene, be, source) if source is not None and source.code else None


def nothing_less(scene: Scene, t: Token) -> Limit | None:
    """ "will settle for nothing less than", "nothing less than a withdrawal will do"."""
    s = scene.sentence
    if t.lemma != "nothing" or not any(x.lemma == "less" for x in s.tokens[t.i + 1 : t.i + 3]):
        return None
    verb = next((a for a in s.ancestors(t.i) if a.verbal), None)
    if verb is None or verb.lemma not in ("settle", "accept", "do", "suffice"):
        return None
    who = subject(s, verb.i)
    by = next((a for a in scene.actors(who) if a.code), None) if who is not None and who != t.i else None
    return _limit(scene, verb, by)


def not_until(scene: Scene, t: Token) -> Limit | None:
    """ "Not until B drops it will A change": the condition stands first, the refusal after it."""
    s = scene.sentence
    if t.dep != "advcl" or not any(k.lemma == "until" for k in s.children(t.i, "mark")):
        return None
    mark = next(k for k in s.children(t.i, "mark") if k.lemma == "until")
    verb = s.tokens[t.head]
    late = mark.i and s.tokens[mark.i - 1].lemma == "not" and t.i < verb.i
    if not late or not any(k.lemma in ("will", "would", "can") for k in s.children(verb.i, "aux")):
        return None
    who = subject(s, verb.i)
    by = next((a for a in scene.actors(who) if a.code), None) if who is not None else None
    return _limit(scene, verb, by, t) if by is not None else None
