"""Red lines: a stated limit on another's act, on what is acceptable in a deal, or on oneself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from comity.actors.discourse import FIRST
from comity.actors.noun_phrases import actors_at
from comity.actors.phrases import PERSONAL
from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.matching import passive
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import EVERY_WORD, Token
from comity.signals import beginnings, conditions, limits
from comity.signals.lexicon import words
from comity.signals.reference import indefinite
from comity.signals.scene import Scene
from comity.values import Actor, RedLine

Sense = Literal["deterrent", "negotiating_limit", "internal"]
TOLD = (
    limits.taken_for_war,
    limits.followed_by_consequences,
    limits.crossing_a_line,
    limits.met_by_force,
    limits.forbidden_weapon,
    limits.out_of_the_question,
    limits.answered_if,
    conditions.no_deal,
    conditions.ruled_out,
    conditions.precondition,
    conditions.not_on_the_table,
    conditions.nothing_less,
    conditions.not_until,
)


def red_lines(scene: Scene) -> Iterator[RedLine]:
    """The limit that a sentence states, by its plainest wording; at most one."""
    if scene.sentence.tokens[-1].text == "?":
        return
    if scene.sentence.lemmas.isdisjoint(beginnings.any_red_line()) and not EVERY_WORD:
        return
    for reading in (_named, _not_negotiable, _refused, _only_if, _forbidden, _met):
        found = next((r for t in _beginnings(scene, reading.__name__) if (r := reading(scene, t))), None)
        if found is not None:
            yield found
            return
    for told in TOLD:
        limit = next((x for t in _beginnings(scene, told.__name__) if (x := told(scene, t))), None)
        if limit is not None and not _sporting(scene):
            yield _made(scene, limit.clause, (limit.by, limit.toward), limit.sense, limit.condition)
            return


def _beginnings(scene: Scene, reading: str) -> Sequence[Token]:
    """The words that a reading may begin at."""
    at = beginnings.red_line().get(reading)
    if at is None:
        elsewhere = beginnings.ELSEWHERE.get(reading)
        lemmas = scene.sentence.lemmas
        at = lemmas if elsewhere is None or not elsewhere.isdisjoint(lemmas) else frozenset()
    return scene.beginnings(at)


def _sporting(scene: Scene) -> bool:
    return bool(scene.sentence.lemmas & words("red_line", "sport"))


def _named(scene: Scene, t: Token) -> RedLine | None:
    """ "red line": of its possessor, or of who draws it."""
    s = scene.sentence
    if (
        t.lemma not in words("red_line", "nouns")
        or not t.i
        or s.tokens[t.i - 1].lemma != "red"
        or not _political(scene, t)
    ):
        return None
    by = _drawer(scene, t)
    source = speaking(scene.discourse, list(scene.reported), t.i)
    who = next((a for a in by if a.code), None) or source or next(iter(by), None)
    if who is not None and indefinite(scene, who):
        return None  # "when a president draws a red line": of nobody in particular
    attribute = t.dep in ("attr", "oprd")
    if who is None and not attribute:
        return None  # "dipped below the red line": nobody's
    refusing = next((a for a in s.ancestors(t.i) if a.verbal and _refused(scene, a)), t)
    refused = _refused(scene, refusing) if refusing is not t else None
    toward = refused.toward if refused is not None and refused.toward is not None else _toward(scene, t, who)
    return _made(scene, refusing, (who, toward), _sense_of_line(scene, t))


def _political(scene: Scene, t: Token) -> bool:
    """A red line that is somebody's: no railway, no "thin red line", none that was not drawn."""
    s = scene.sentence
    lemmas = {x.lemma for x in s.tokens}
    own = {k.lemma for k in s.children(t.i)}
    host = next((a for a in s.ancestors(t.i) if a.verbal), None)
    undrawn = host is not None and host.lemma in words("red_line", "drawing") and factuality.negated(s, host.i)
    return not (undrawn or lemmas & words("red_line", "railways") or own & {"thin", "no", "blue"})


def _drawer(scene: Scene, t: Token) -> list[Actor]:
    s = scene.sentence
    owner = next((k.i for k in s.children(t.i, "poss")), None)
    after = [n.i for p in s.children(t.i, "prep") if p.lemma in ("of", "by") for n in s.children(p.i, "pobj")]
    after += [
        n.i for c in s.children(t.i, "acl", "relcl") for g in s.children(c.i, "agent") for n in s.children(g.i, "pobj")
    ]
    for i in (owner, *after, *_for_whom(scene, t)):
        if found := scene.actors(i):
            return found
    host = next((a for a in s.ancestors(t.i) if a.verbal), None)
    if host is None or host.lemma not in words("red_line", "drawing"):
        return []
    if factuality.status(s, host.i) == "demanded":  # "urged the council to draw a red line": whoever urges
        above = next((a for a in s.ancestors(host.i) if a.verbal), host)
        return scene.actors(subject(s, above.i))
    return scene.actors(subject(s, host.i))


def _for_whom(scene: Scene, t: Token) -> list[int]:
    """ "For B it is a red line": whose line it is, where the clause says what it is."""
    s = scene.sentence
    be = s.tokens[t.head]
    if t.dep != "attr" or be.lemma not in ("be", "remain", "become"):
        return []
    return [
        n.i for h in (be.i, t.i) for p in s.children(h, "prep") if p.lemma == "for" for n in s.children(p.i, "pobj")
    ]


def _toward(scene: Scene, t: Token, by: Actor | None) -> Actor | None:
    """Whom the line is held out to: an actor inside its phrase or the clause it stands in, else of an event beside it."""
    s = scene.sentence
    host = next((a for a in s.ancestors(t.i) if a.verbal), None)
    after = list(s.children(t.i, "prep", "acl", "relcl", "advcl"))
    after += [k for k in s.children(host.i, "advcl", "xcomp", "prep") if k.i > t.i] if host else []
    inside = [i for k in after for i in s.subtree(k.i)]
    named = [a for i in inside if s.tokens[i].mention >= 0 for a in actors_at(s, i, scene.discourse)]
    others = [a for e in scene.events for a in (*e.recipients, *e.actors)]
    told = limits.addressee(scene)
    apart = [a for a in (*named, *others, *([told] if told else [])) if by is None or a.code != by.code]
    return next((a for a in apart if a.code), None) or next(iter(apart), None)


def _sense_of_line(scene: Scene, t: Token) -> Sense:
    """Internal where drawn against one's own act, a limit of a deal where the clauses above speak of one."""
    s = scene.sentence
    above = list(s.ancestors(t.i))
    for host in (t, *above[:1]):
        if any(p.lemma == "against" and s.child(p.i, "pcomp") for p in s.children(host.i, "prep")):
            return "internal"
    near = [*above, *(k for a in (t, *above) for k in s.children(a.i, "nsubj", "nsubjpass", "dobj", "pobj", "appos"))]
    inner = [p for a in (t, *above) for p in s.children(a.i, "prep")]
    near += [n for p in inner for n in s.children(p.i, "pobj") if p.lemma in ("in", "for", "at", "during")]
    if any(x.lemma == "own" and s.tokens[x.head].lemma in ("soldier", "troop", "force") for x in s.tokens):
        return "internal"
    return "negotiating_limit" if any(k.lemma in words("red_line", "deal") for k in near) else "deterrent"


def _not_negotiable(scene: Scene, t: Token) -> RedLine | None:
    """ "our sovereignty is non-negotiable": of whose good it is, else of the speaker."""
    s = scene.sentence
    hyphened = t.lemma == "negotiable" and any(
        k.lemma in ("non", "not", "non-") for k in (*s.tokens[max(0, t.i - 2) : t.i], *s.children(t.head, "neg"))
    )
    if t.lemma not in words("red_line", "adjectives") and not hyphened:
        return None
    if t.dep == "amod" and s.tokens[t.head].dep != "attr":
        return None  # "a non-negotiable defence of": praise, no limit
    source = speaking(scene.discourse, list(scene.reported), t.i)
    holder = s.child(t.head, "nsubj", "nsubjpass") if s.tokens[t.head].verbal else None
    owner = next((k.i for k in s.children(holder.i, "poss")), None) if holder else None
    who = next((a for a in scene.actors(owner) if a.code), None) or source
    return _made(scene, s.tokens[t.head] if holder else t, (who, None), "negotiating_limit")


def _refused(scene: Scene, t: Token) -> RedLine | None:
    """A refusal for the future: "will not allow", "would never agree to", "cannot accept any"."""
    if not t.verbal or not _firm(scene, t) or not _own_negation(scene, t):
        return None
    assured = t.dep == "ccomp" and scene.sentence.tokens[t.head].lemma in ("assure", "reassure", "promise")
    if assured or not (_absolute(scene, t) or _bound(scene, t)):
        return None
    by = _refuser(scene, t)
    if by is None:
        return None
    found = _touched(scene, t)
    toward = next((a for a in found if a.code is None or a.code != by.code), None)
    return _made(scene, t, (by, toward), _sense(scene, t))


def _firm(scene: Scene, t: Token) -> bool:
    return any(k.lemma in words("red_line", "modals") for k in scene.sentence.children(t.i, "aux"))


def _own_negation(scene: Scene, t: Token) -> bool:
    """Negated by its own "not" or "never", not by a subject that is nobody ("no state could accept")."""
    s = scene.sentence
    who = s.child(t.i, "nsubj", "nsubjpass")
    never_an_inch = who is not None and _land(scene, who) and any(s.tokens[i].lemma == "not" for i in s.subtree(who.i))
    if never_an_inch:
        return True
    nobody = who is not None and (who.lemma in ("nobody", "none") or any(k.lemma == "no" for k in s.children(who.i)))
    return (factuality.negated(s, t.i) or limits.under_no_circumstances(s, t)) and not nobody


def _absolute(scene: Scene, t: Token) -> bool:
    """A verb that draws a limit by itself, with what is not allowed."""
    s = scene.sentence
    if limits.under_no_circumstances(s, t):
        return True
    if t.lemma == "stand":
        return any(k.lemma in ("by", "idly", "aside") for k in s.children(t.i, "advmod", "prep", "prt"))
    objects = ("dobj", "ccomp", "xcomp", "nsubjpass")
    given = list(s.children(t.i, "dobj", "nsubjpass"))
    if t.lemma in words("red_line", "ceding") and any(_land(scene, k) for k in given):
        return True
    if _sporting(scene) or any(k.lemma in words("red_line", "guests") for k in given):
        return False
    return t.lemma in words("red_line", "unconditional") and any(True for _ in s.children(t.i, *objects))


def _land(scene: Scene, k: Token) -> bool:
    """ "an inch", "a single metre", "one inch of land"."""
    s = scene.sentence
    inner = [n for p in s.children(k.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
    return any(x.lemma in words("red_line", "land") for x in (k, *inner))


def _bound(scene: Scene, t: Token) -> bool:
    """A verb of dealing with "until", "unless", "never", "any": "will not lift them until", "make no deal without"."""
    s = scene.sentence
    above = s.tokens[t.head] if t.dep == "ccomp" else t  # "he will not sign, he said, if B insists"
    loose = any(k.dep == "advcl" and conditions.conditioned(scene, k) for k in s.children(above.i))
    plain = any(s.tokens[i].lemma in words("red_line", "conditions") for i in s.subtree(t.i))
    guests = any(k.lemma in words("red_line", "guests") for k in s.children(t.i, "dobj"))
    if not (plain or loose or conditions.conditioned(scene, t)) or _sporting(scene) or guests:
        return False
    dealing = t.lemma in words("red_line", "making") and any(
        k.lemma in words("red_line", "deal") for k in s.children(t.i, "dobj")
    )
    return t.lemma in words("red_line", "verbs") or dealing


def _refuser(scene: Scene, t: Token) -> Actor | None:
    """Who will not: the subject, where it is an actor; one without a code speaks for the state whose words these are."""
    s = scene.sentence
    who = subject_or_patient(s, t.i) if not passive(s, t.i) else subject(s, t.i)
    source = speaking(scene.discourse, list(scene.reported), t.i)
    if who is None:
        willing = any(k.lemma in ("will", "shall") for k in s.children(t.i, "aux"))
        return source if passive(s, t.i) and willing else None
    found = actors_at(s, who, scene.discourse)
    coded = next((a for a in found if a.code), None)
    named = next((a for a in found if a.text.lower() not in FIRST), None)
    after = source is not None and source.span is not None and source.span[0] > t.start  # "he will not sign, A said"
    ours = any(a.text.lower() in FIRST or (after and a.text.lower() in PERSONAL) for a in found)
    spoken = source if ours and source is not None and source.code and t.dep in ("ccomp", "ROOT") else None
    return coded or (scene.discourse.speaker if found else None) or spoken or named


def _touched(scene: Scene, t: Token) -> list[Actor]:
    """Whom the limit is held out to: the other side in the verb's object or clause, those with a code first."""
    s = scene.sentence
    found: list[Actor] = []
    for k in s.children(t.i, "dobj", "ccomp", "xcomp", "prep", "advcl", "nsubjpass"):
        inner = [x.i for x in s.children(k.i, "nsubj", "nsubjpass", "dobj", "pobj")]
        if not k.verbal:  # "any deal with B that leaves": the other side of the deal
            inner += [n.i for p in s.children(k.i, "prep") if p.lemma == "with" for n in s.children(p.i, "pobj")]
        for i in inner if k.verbal or k.dep == "prep" else [k.i, *inner]:
            found += scene.actors(i)
    named = [a for a in found if a.code or a.text.lower() not in PERSONAL]
    return sorted(named, key=lambda a: a.code is None)


def _sense(scene: Scene, t: Token) -> Sense:
    s = scene.sentence
    objects = [*s.children(t.i, "dobj", "nsubjpass"), *(n for p in s.children(t.i, "prep") for n in s.children(p.i))]
    deal = any(k.lemma in words("red_line", "deal") for k in objects)
    return "negotiating_limit" if deal or t.lemma in words("red_line", "bargaining") else "deterrent"


def _only_if(scene: Scene, t: Token) -> RedLine | None:
    """ "will lift the sanctions only if": a step in a deal made to hang on another's."""
    s = scene.sentence
    if not t.verbal or t.lemma not in words("red_line", "bargaining") | {"allow"} or not _firm(scene, t):
        return None
    for clause in s.children(t.i, "advcl"):
        mark = next((k for k in s.children(clause.i, "mark", "advmod") if k.lemma in ("if", "when", "after")), None)
        only = mark and any(k.lemma == "only" and k.i in (mark.i - 1, t.i - 1) for k in s.tokens)
        by = _refuser(scene, t) if only else None
        if by is not None:
            toward = next((a for a in _touched(scene, t) if a.code != by.code), None)
            return _made(scene, t, (by, toward), "negotiating_limit", clause)
    return None


def _forbidden(scene: Scene, t: Token) -> RedLine | None:
    """ "B must never use it under any circumstances": a limit that the speaker sets to another."""
    s = scene.sentence
    if not t.verbal or not any(k.lemma in ("must", "shall") for k in s.children(t.i, "aux")):
        return None
    never = any(k.lemma == "never" for k in s.children(t.i))
    absolute = any(p.lemma in ("under", "at", "in") and _whatever(scene, p) for p in s.children(t.i, "prep"))
    by = speaking(scene.discourse, list(scene.reported), t.i)
    toward = next((a for a in scene.actors(subject(s, t.i)) if by and a.code and a.code != by.code), None)
    return _made(scene, t, (by, toward), "deterrent") if never and absolute and toward else None


def _whatever(scene: Scene, p: Token) -> bool:
    s = scene.sentence
    return any(k.lemma in ("any", "no") for n in s.children(p.i, "pobj") for k in s.children(n.i, "det"))


def _met(scene: Scene, t: Token) -> RedLine | None:
    """ "Any attack on us will be met with force": an act of whoever may do it, and what would follow."""
    s = scene.sentence
    if t.lemma not in words("red_line", "met") or not passive(s, t.i) or not _firm(scene, t):
        return None
    act = s.child(t.i, "nsubjpass")
    hostile = act is not None and any(k.lemma == "any" for k in s.children(act.i, "det"))
    by = speaking(scene.discourse, list(scene.reported), t.i)
    if act is None or by is None or not hostile:
        return None
    toward = next((a for a in scene.actors(act.i) if a.code != by.code), None)
    return _made(scene, t, (by, toward), "deterrent", act)


def _made(
    scene: Scene, t: Token, pair: tuple[Actor | None, Actor | None], sense: Sense, condition: Token | None = None
) -> RedLine:
    s = scene.sentence
    inside = s.subtree(t.i)
    told = (s.child(t.i, dep) for dep in ("nsubjpass", "dobj", "ccomp", "xcomp", "advcl"))
    what = condition or next((c for c in told if c is not None), None)
    return RedLine(
        **scene.evidence("red_line", t.i, (s.extent(inside),)),
        by=pair[0],
        toward=pair[1],
        sense=sense,
        condition=scene.text(s.extent(s.subtree(what.i))) if what else None,
        consequence=_consequence(scene),
    )


def _consequence(scene: Scene) -> str | None:
    """What is said to follow: "could lead to", "will be met with"."""
    s = scene.sentence
    for t in s.tokens:
        if t.lemma in words("red_line", "following") and any(k.tag == "MD" for k in s.children(t.i, "aux")):
            phrase = s.child(t.i, "prep", "agent", "dobj")
            if phrase:
                return scene.text(s.extent(s.subtree(phrase.i)))
    return None
