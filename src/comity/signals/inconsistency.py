"""Inconsistencies: somebody says that an actor's conduct does not fit its words. Kept as that somebody's claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import Token
from comity.signals import beginnings
from comity.signals.lexicon import words
from comity.signals.saying_and_doing import own_words, professed, spoken
from comity.signals.sayings import saying
from comity.signals.scene import Scene
from comity.values import Actor, Inconsistency

OWNING = frozenset({"its", "his", "her", "their", "it", "he", "she", "they"})


@dataclass(frozen=True, slots=True)
class Unfit:
    """Where a text says that conduct does not fit words: the cue, the words' head, and the verb of the clause."""

    about: int
    clause: int
    owned: bool = True  # the words must be those of the actor whose conduct it is
    claimed: bool = False  # only as somebody's claim: the wording alone could be the author's


def inconsistencies(scene: Scene) -> Iterator[Inconsistency]:
    """At most one for a sentence: whose claim it is, of whose conduct, against which words."""
    s = scene.sentence
    if s.tokens[-1].text == "?":
        return
    anywhere = "abroad" in s.lemmas or not s.lemmas.isdisjoint(beginnings.saying())
    for t in scene.beginnings(s.lemmas if anywhere else beginnings.inconsistency()):
        found = _unfit(scene, t)
        if found is None:
            continue
        claimant = speaking(scene.discourse, list(scene.reported), t.i)
        actor = _conduct_of(scene, t, found, claimant)
        if actor is None or (found.claimed and claimant is None):
            continue
        clause = s.extent(s.subtree(found.clause))
        yield Inconsistency(
            **scene.evidence("inconsistency", t.i, (clause,)),
            claimant=claimant,
            conduct_of=actor,
            about=scene.text(s.extent(s.subtree(found.about))),
            what=scene.text(clause),
        )
        return


def _unfit(scene: Scene, t: Token) -> Unfit | None:
    two_faced = t.lemma == "faced" and t.i > 1 and scene.sentence.tokens[t.i - 2].lemma == "two"
    if t.lemma in words("inconsistency", "adjectives") or two_faced or t.text.lower() == "odds":
        return _by_adjective(scene, t)
    if t.lemma in words("inconsistency", "faults") and t.tag[:2] == "NN":
        return _by_fault(scene, t)
    if t.lemma in words("inconsistency", "gaps") and t.tag[:2] == "NN":
        return _by_gap(scene, t)
    if t.lemma in words("inconsistency", "despite") and t.dep in ("prep", "mark", "advcl", "advmod", "acomp"):
        return _despite(scene, t)
    if t.lemma == "for" and any(
        k.lemma == "all" for n in scene.sentence.children(t.i, "pobj") for k in scene.sentence.children(n.i)
    ):
        return _despite(scene, t)  # "for all its talk of peace"
    if t.lemma in words("inconsistency", "hollow") or t.lemma in words("inconsistency", "breaches"):
        return _hollow(scene, t) or _breach(scene, t)
    if professed(scene.sentence, t):
        return Unfit(t.i, t.i, owned=False, claimed=True)
    if (about := saying(scene.sentence, t)) is not None:
        return Unfit(about, t.i, owned=False, claimed=True)
    return _by_verb(scene, t) if t.verbal else None


def _by_verb(scene: Scene, t: Token) -> Unfit | None:
    """ "contradicted its statements", "broke its promise", "did not keep its word", "says one thing and does another"."""
    s = scene.sentence
    state = factuality.status(s, t.i)
    near = [n.i for p in s.children(t.i, "prep", "dative") for n in s.children(p.i, "pobj", "pcomp")]
    objects = [k.i for k in s.children(t.i, "dobj", "nsubjpass", "ccomp")]
    back = {k.lemma for k in s.children(t.i, "advmod", "prt")}
    done = state in ("happened", "ongoing")
    if t.lemma == "say" and _one_thing(scene, t):
        return Unfit(t.i, t.i, owned=False)
    going_back = t.lemma in ("go", "back") and bool(back & {"back", "off", "away"})
    if t.lemma in words("inconsistency", "undercutting") and done:
        about = next((i for i in objects if _binding(scene, i)), None)
        return Unfit(about, t.i, claimed=True) if about is not None else None
    if t.lemma in ("come", "arrive", "materialise", "materialize"):
        return _nothing_came(scene, t)
    if t.lemma in words("inconsistency", "reneging") and done:
        about = next(iter(near), None)
    elif (t.lemma in words("inconsistency", "verbs") or going_back) and done:
        about = next((i for i in ((*near,) if going_back else (*objects, *near)) if _promise(scene, i)), None)
    elif t.lemma in words("inconsistency", "breaking") and done:
        about = next((i for i in objects if _binding(scene, i) or own_words(s, i)), None)
    elif t.lemma in words("inconsistency", "keeping") and _unkept(scene, t, state):
        about = next((i for i in (*objects, *near) if _promise(scene, i) or own_words(s, i)), None)
        subjects = [k.i for k in s.children(t.i, "nsubj") if _promise(scene, k.i)]
        if about is None and subjects and t.lemma in ("match", "fit", "meet", "square"):
            return Unfit(subjects[0], t.i, claimed=True)  # "its words do not match what its ships do"
    else:
        return None
    return Unfit(about, t.i) if about is not None else None


def _unkept(scene: Scene, t: Token, state: str) -> bool:
    """Whether a verb of keeping says that it was not kept: negated, "hard to square", "should practise"."""
    s = scene.sentence
    hard = t.dep == "xcomp" and s.tokens[t.head].lemma in ("hard", "difficult", "impossible")
    urged = t.lemma in ("practise", "practice") and state == "demanded"
    asked = any(k.lemma in ("will", "shall") for k in s.children(t.i, "aux"))
    return hard or urged or (not asked and (state == "negated" or factuality.negated(s, t.i)))


def _nothing_came(scene: Scene, t: Token) -> Unfit | None:
    """ "nothing came of its promises", "the promised help never came"."""
    s = scene.sentence
    who = s.child(t.i, "nsubj")
    if who is None or not factuality.negated(s, t.i):
        return None
    of = [n.i for p in s.children(t.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
    about = next((i for i in of if _binding(scene, i)), None) if who.lemma in ("nothing", "little") else None
    if any(k.lemma in ("promise", "pledge") for k in s.children(who.i, "amod")):
        about = who.i
    return Unfit(about, t.i, claimed=True) if about is not None else None


def _hollow(scene: Scene, t: Token) -> Unfit | None:
    """ "its pledges ring hollow", "its promises are not worth the paper": said of words that somebody gave."""
    s = scene.sentence
    if t.lemma not in words("inconsistency", "hollow") or t.dep not in ("acomp", "oprd", "attr"):
        return None
    about = next((k.i for k in s.children(t.head, "nsubj", "nsubjpass") if _promise(scene, k.i)), None)
    refused = factuality.negated(s, t.head) != (t.lemma == "worth")
    return Unfit(about, t.head, claimed=True) if about is not None and not refused else None


def _breach(scene: Scene, t: Token) -> Unfit | None:
    """ "called the raid a breach of B's promise", "flies in the face of its assurances", "makes a mockery of"."""
    s = scene.sentence
    if t.lemma not in words("inconsistency", "breaches"):
        return None
    host = s.tokens[s.tokens[t.head].head] if t.dep == "pobj" else s.tokens[t.head]
    carried = {"face": ("fly",), "mockery": ("make",)}.get(t.lemma)
    if carried is not None and host.lemma not in carried:
        return None
    of = [n.i for p in s.children(t.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
    about = next((i for i in of if _binding(scene, i)), None)
    return Unfit(about, t.i, claimed=True) if about is not None else None


def _one_thing(scene: Scene, t: Token) -> bool:
    s = scene.sentence
    thing = next((k for k in s.children(t.i, "dobj") if k.lemma == "thing" and s.child(k.i, "nummod")), None)
    if thing is not None and any(s.tokens[k].lemma == "another" for k in s.subtree(thing.i)):
        return True  # "says one thing in Lima and another in La Paz"
    return thing is not None and any(
        s.tokens[k].lemma in ("do", "practise", "practice", "pursue") for k in s.conjuncts(t.i)
    )


def _by_adjective(scene: Scene, t: Token) -> Unfit | None:
    """ "inconsistent with those assurances", "at odds with its statements", "hypocritical"."""
    s = scene.sentence
    clause = next((a.i for a in s.ancestors(t.i) if a.verbal), t.i)
    hosts = (t.i, clause, t.head)
    near = [
        n.i for h in hosts for p in s.children(h, "prep") if p.lemma == "with" for n in s.children(p.i, "pobj", "pcomp")
    ]
    if factuality.negated(s, clause) or factuality.negated(s, t.i):
        return None
    if t.lemma in words("inconsistency", "insincere"):
        return Unfit(t.i, clause, owned=False)
    about = next((i for i in near if _promise(scene, i)), None)
    return Unfit(about, clause) if about is not None else None


def _by_fault(scene: Scene, t: Token) -> Unfit | None:
    """ "accused B of hypocrisy", "B's double standards"."""
    s = scene.sentence
    if t.lemma in ("standard", "game") and not any(k.lemma == "double" for k in s.children(t.i)):
        return None
    above = list(s.ancestors(t.i))
    accusing = any(a.lemma in words("inconsistency", "accusing") for a in above[:2])
    owned = t.lemma != "game" and s.child(t.i, "poss") is not None
    if factuality.status(s, t.i) in ("negated", "denied"):
        return None
    if accusing or owned:
        return Unfit(t.i, t.i, owned=False)
    played = t.dep == "dobj" and above[0].lemma in words("inconsistency", "applying")
    named = t.dep in ("attr", "acomp") or (t.dep == "dobj" and above[0].lemma == "see")
    if played:
        return Unfit(t.i, above[0].i, owned=False, claimed=True)
    return Unfit(t.i, t.i, owned=False, claimed=True) if named else None


def _by_gap(scene: Scene, t: Token) -> Unfit | None:
    """ "a gap between B's words and its deeds"."""
    s = scene.sentence
    for p in s.children(t.i, "prep"):
        for c in s.children(p.i, "pcomp") if p.lemma == "between" else ():
            if spoken(s, c.i) and any(s.tokens[k].lemma == "do" for k in s.conjuncts(c.i)):
                return Unfit(c.i, c.i, owned=False)
        for n in s.children(p.i, "pobj"):
            both = {s.tokens[k].lemma for k in s.conjuncts(n.i)}
            if p.lemma == "between" and _promise(scene, n.i) and both & words("inconsistency", "deeds"):
                return Unfit(n.i, t.i, owned=False)
    return None


def _despite(scene: Scene, t: Token) -> Unfit | None:
    """ "despite its declarations, B …": where the one who declared is said to do otherwise."""
    s = scene.sentence
    after = [t, *s.children(t.i, "prep")]
    noun = next((n for p in after for n in s.children(p.i, "pobj", "pcomp") if _promise(scene, n.i)), None)
    if noun is None:
        return None
    owner = _owner(scene, noun.i)
    clause = next((a.i for a in s.ancestors(t.i) if a.verbal), None)
    if owner is None or clause is None:
        return None
    doers = [subject_or_patient(s, a.i) for a in s.tokens if a.verbal and a.i not in s.subtree(t.i)]
    codes = {a.code for i in doers if i is not None and i != noun.i for a in scene.actors(i)}
    return Unfit(noun.i, t.i) if owner.code is not None and owner.code in codes else None


def _promise(scene: Scene, i: int) -> bool:
    s = scene.sentence
    return spoken(s, i) or any(s.tokens[k].lemma in words("inconsistency", "promises") for k in s.conjuncts(i))


def _binding(scene: Scene, i: int) -> bool:
    """Words that can be broken: a promise, no mere statement."""
    s = scene.sentence
    return any(s.tokens[k].lemma in words("inconsistency", "binding") for k in s.conjuncts(i))


def _owner(scene: Scene, i: int) -> Actor | None:
    """Whose words they are: a possessor (a pronoun means the subject of the clause), an adjective, "of" or "by"."""
    s = scene.sentence
    said = s.child(i, "nsubj") if s.tokens[i].verbal else None
    possessor = said or s.child(i, "poss")
    if possessor is not None and possessor.lemma in OWNING:
        for a in s.ancestors(i):
            who = subject_or_patient(s, a.i) if a.verbal else None
            found = [x for x in scene.actors(who) if x.code] if who is not None and who != i else []
            if found:
                return found[0]
    spots = [possessor.i] if possessor is not None else []
    spots += [k.i for k in s.children(i, "amod", "compound") if k.mention >= 0]
    spots += [n.i for p in s.children(i, "prep") if p.lemma in ("of", "by", "from") for n in s.children(p.i, "pobj")]
    return next((a for k in spots for a in scene.actors(k)), None)


def _conduct_of(scene: Scene, t: Token, found: Unfit, claimant: Actor | None) -> Actor | None:
    """Whose conduct: the owner of the words, the subject, or the one accused; never the claimant, never another's words."""
    s = scene.sentence
    owner = _owner(scene, found.about)
    hosts = [found.clause, *(a.i for a in list(s.ancestors(t.i))[:4])]
    spots = [subject(s, h) if h == t.i else subject_or_patient(s, h) for h in hosts if s.tokens[h].verbal]
    spots += [k.i for h in hosts for k in s.children(h, "dobj") if not found.owned and k.i != t.i]
    doers = [a for i in spots if i is not None and i != found.about for a in scene.actors(i)]
    doer = next((a for a in doers if not _same(a, claimant)), None)
    clause = s.tokens[found.clause]
    holder = subject_or_patient(s, clause.i) if clause.verbal else None
    own = next(iter(scene.actors(holder)), None)
    if found.owned and owner is not None and own is not None and own.code and owner.code and own.code != owner.code:
        return None  # "contradicted the statement of B": no claim that B's conduct differs
    chosen = owner or doer or _named(scene, claimant)
    return None if chosen is None or _same(chosen, claimant) else chosen


def _named(scene: Scene, claimant: Actor | None) -> Actor | None:
    """Who else the sentence names, where grammar tells no doer."""
    named = (a for t in scene.sentence.tokens if t.mention >= 0 for a in scene.actors(t.i))
    return next((a for a in named if a.code and not _same(a, claimant)), None)


def _same(a: Actor, b: Actor | None) -> bool:
    return b is not None and (a.code or a.text) == (b.code or b.text)
