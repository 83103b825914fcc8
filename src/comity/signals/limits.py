"""Limits told by what would follow: an act that would be taken for war, bring consequences, cross a line or be met by force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from comity.actors.noun_phrases import actors_at
from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.matching import passive
from comity.coding.participants import subject
from comity.language.sentence import Sentence, Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit before it becomes a value: the verb of its clause, who sets it, to whom, and what is not to be done."""

    clause: Token
    by: Actor | None
    toward: Actor | None
    sense: Literal["deterrent", "negotiating_limit", "internal"] = "deterrent"
    condition: Token | None = None


def addressee(scene: Scene) -> Actor | None:
    """To whom a limit is said: "…, A told B", "A warned B that …"."""
    s = scene.sentence
    for t in s.tokens:
        if t.verbal and t.lemma in ("tell", "warn", "remind", "inform"):
            told = [a for k in s.children(t.i, "dobj", "dative") for a in scene.actors(k.i) if a.code]
            if told:
                return told[0]
    return None


def _set(scene: Scene, clause: Token, act: Token | None, by: Actor | None = None) -> Limit | None:
    """A limit of the speaker's, or of the one given, toward whoever may do the act or is told so."""
    by = by or speaking(scene.discourse, list(scene.reported), clause.i)
    if by is None or (act is not None and act.tag == "PRP"):
        return None
    inside = scene.actors(act.i) if act is not None else []
    named = [a for a in inside if a.code and a.code != by.code]
    other = addressee(scene)
    toward = named[0] if named else other if other is None or other.code != by.code else None
    return Limit(clause, by, toward, condition=act)


def _modal(s: Sentence, t: Token) -> bool:
    return any(k.lemma in ("will", "would", "shall", "'ll") for k in s.children(t.i, "aux")) and not factuality.negated(
        s, t.i
    )


def _hostile(s: Sentence, act: Token | None) -> bool:
    """ "any attack", "anyone who", "the use of such weapons": an act that somebody might do."""
    if act is None:
        return False
    held = [s.tokens[i] for i in s.subtree(act.i)]
    whoever = act.lemma in ("anyone", "anybody", "whoever", "whosoever")
    kind = any(k.lemma in words("red_line", "hostile") for k in held)
    entering = any(k.dep in ("relcl", "prep", "acl") for k in held) and any(
        k.lemma == "any" for k in s.children(act.i, "det")
    )
    return whoever or kind or entering


def taken_for_war(scene: Scene, t: Token) -> Limit | None:
    """ "will be treated as an act of war", "would regard it as an attack on", "would be very close to an act of war"."""
    s = scene.sentence
    if t.lemma in words("red_line", "taking") and t.verbal and _modal(s, t):
        as_ = [n for p in s.children(t.i, "prep") if p.lemma == "as" for n in s.children(p.i, "pobj")]
        as_ += list(s.children(t.i, "oprd"))
        if any(_war(s, n) for n in as_):
            patients = list(s.children(t.i, "nsubjpass"))  # a name before a colon is the first of two
            act = patients[-1] if patients else s.child(t.i, "dobj")
            holder = subject(s, t.i) if not passive(s, t.i) else None
            by = next((a for a in scene.actors(holder) if a.code), None) if holder is not None else None
            return _set(scene, t, act, by)
    above = next((a for a in s.ancestors(t.i) if a.verbal), None)
    be = t.lemma == "act" and _war(s, t) and above is not None and above.lemma in ("be", "mean", "amount", "constitute")
    if be and above is not None and _modal(s, above):
        return _set(scene, above, s.child(above.i, "nsubj", "csubj"))
    return None


def _war(s: Sentence, n: Token) -> bool:
    of = {k.lemma for p in s.children(n.i, "prep") for k in s.children(p.i, "pobj")}
    declared = n.lemma in ("act", "declaration") and bool(of & {"war", "aggression"})
    return declared or (
        n.lemma in words("red_line", "invaders")
        or (n.lemma in ("attack", "aggression") and any(p.lemma in ("on", "against") for p in s.children(n.i)))
    )


def followed_by_consequences(scene: Scene, t: Token) -> Limit | None:
    """ "Any attack will have serious consequences", "would trigger a response"."""
    s = scene.sentence
    if not t.verbal or not _modal(s, t):
        return None
    objects = {k.lemma for k in s.children(t.i, "dobj")}
    grave = t.lemma in ("have", "bring", "carry") and "consequence" in objects
    answered = t.lemma in words("red_line", "bringing") and bool(objects & words("red_line", "answers"))
    act = s.child(t.i, "nsubj", "csubj")
    found = _set(scene, t, act) if (grave or answered) and _hostile(s, act) else None
    if found is None or found.toward is not None:
        return found
    for_ = [
        n for k in s.children(t.i, "dobj") for p in s.children(k.i, "prep") if p.lemma == "for" for n in s.children(p.i)
    ]
    borne = (a for n in for_ for a in scene.actors(n.i) if a.code and found.by and a.code != found.by.code)
    return replace(found, toward=next(borne, None))


def met_by_force(scene: Scene, t: Token) -> Limit | None:
    """ "will shoot down any drone that enters", "any vessel that enters will be seized"."""
    s = scene.sentence
    if not t.verbal or t.lemma not in words("red_line", "punishing") or not _modal(s, t):
        return None
    down = t.lemma != "shoot" or any(k.lemma == "down" for k in s.children(t.i, "prt", "advmod", "prep"))
    held = t.lemma != "hold" or any(k.lemma in ("to", "accountable", "responsible") for k in s.children(t.i))
    act = s.child(t.i, "nsubjpass") if passive(s, t.i) else s.child(t.i, "dobj")
    doing = act is not None and any(k.dep in ("relcl", "acl") for k in s.children(act.i))
    who = subject(s, t.i)
    by = next((a for a in actors_at(s, who, scene.discourse) if a.code), None) if who is not None else None
    anyone = _hostile(s, act) and doing and (passive(s, t.i) or by is not None)
    return _set(scene, t, act, by) if down and held and anyone else None


def crossing_a_line(scene: Scene, t: Token) -> Limit | None:
    """ "would cross a line", "a line that B must not cross"."""
    s = scene.sentence
    if t.lemma != "cross" or not t.verbal:
        return None
    line = any(
        k.lemma == "line" and not any(x.lemma == "red" for x in s.children(k.i)) for k in s.children(t.i, "dobj")
    )
    if line and _modal(s, t):
        return _set(scene, t, s.child(t.i, "nsubj", "csubj"))
    noun = s.tokens[t.head]
    must = any(k.lemma in ("must", "may", "can", "should") for k in s.children(t.i, "aux"))
    if t.dep == "relcl" and noun.lemma == "line" and must and factuality.negated(s, t.i):
        who = s.child(t.i, "nsubj")
        return _set(scene, t, None if who is not None and who.tag == "PRP" else who)
    return None


def out_of_the_question(scene: Scene, t: Token) -> Limit | None:
    """ "For A a base on the island is out of the question": said of what somebody else might want."""
    s = scene.sentence
    before = [x.lemma for x in s.tokens[max(0, t.i - 3) : t.i]]
    be = next((a for a in s.ancestors(t.i) if a.lemma in ("be", "remain")), None)
    if t.lemma != "question" or before != ["out", "of", "the"] or be is None or factuality.negated(s, be.i):
        return None
    holders = [n.i for p in s.children(be.i, "prep") if p.lemma == "for" for n in s.children(p.i, "pobj")]
    by = next((a for i in holders for a in scene.actors(i) if a.code), None)
    limit = _set(scene, be, s.child(be.i, "nsubj", "csubj"), by)
    return replace(limit, sense="negotiating_limit") if limit is not None else None


def answered_if(scene: Scene, t: Token) -> Limit | None:
    """ "If B fires on our boats, we will fire back": the speaker's own answer to what another may do."""
    s = scene.sentence
    if not t.verbal or t.lemma not in words("red_line", "answering") or not _modal(s, t):
        return None
    by = speaking(scene.discourse, list(scene.reported), t.i)
    own = [a.code for a in scene.actors(subject(s, t.i))]
    if by is None or by.code is None or by.code not in own:
        return None
    for clause in s.children(t.i, "advcl"):
        marked = any(k.lemma == "if" for k in s.children(clause.i, "mark", "advmod"))
        who = s.child(clause.i, "nsubj")
        act = clause.lemma in words("red_line", "provoking")
        others = [a for a in (scene.actors(who.i) if who is not None else []) if a.code and a.code != by.code]
        if marked and act and others:
            return Limit(t, by, others[0], condition=clause)
    return None


def forbidden_weapon(scene: Scene, t: Token) -> Limit | None:
    """ "B must never get a nuclear weapon", "must under no circumstances open the corridor"."""
    s = scene.sentence
    if not t.verbal or not any(k.lemma in ("must", "can", "shall") for k in s.children(t.i, "aux")):
        return None
    never = any(k.lemma == "never" for k in s.children(t.i))
    arms = t.lemma in words("red_line", "acquiring") and any(
        k.lemma in words("red_line", "weapons") for k in s.children(t.i, "dobj")
    )
    who = s.child(t.i, "nsubj")
    found = _set(scene, t, who) if (never and arms) or under_no_circumstances(s, t) else None
    return found if found is not None and found.toward is not None else None


def under_no_circumstances(s: Sentence, t: Token) -> bool:
    """A phrase that negates the verb for every case."""
    return any(
        k.lemma == "no"
        for p in s.children(t.i, "prep")
        if p.lemma in ("under", "in", "at")
        for n in s.children(p.i, "pobj")
        if n.lemma in ("circumstance", "condition", "case")
        for k in s.children(n.i, "det")
    )
