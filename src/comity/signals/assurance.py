"""Assurances: somebody commits itself to a course that the beneficiary wants. Not threats, predictions or demands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from comity.actors.noun_phrases import actors_at
from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.participants import subject, subject_or_patient
from comity.coding.when import due_at
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor, Assurance

Course = Literal["do", "refrain", "maintain", "general"]
MADE = ("happened", "ongoing", "future", "conditional")


def assurances(scene: Scene) -> Iterator[Assurance]:
    """The assurances of a sentence, one for each promisor and beneficiary."""
    seen: set[tuple[str | None, str | None]] = set()
    for t in scene.sentence.tokens:
        if t.mention >= 0:
            continue
        found: tuple[list[Actor], list[Actor], int | None] | None = None
        if t.verbal and t.lemma in words("assurance", "verbs"):
            found = _by_verb(scene, t)
        elif t.tag[:2] == "NN" and t.lemma in words("assurance", "nouns"):
            found = _by_noun(scene, t)
        elif t.lemma in words("assurance", "adjectives") and t.tag[:2] in ("JJ", "VB"):
            found = _by_adjective(scene, t)
        elif t.verbal and t.lemma in words("assurance", "helping"):
            found = _by_will(scene, t)
        if found is None:
            continue
        for promisor in found[0][:3]:
            for beneficiary in _benefit(found[1], promisor):
                key = (promisor.code or promisor.text, beneficiary.code if beneficiary else None)
                if key not in seen:
                    seen.add(key)
                    yield _made(scene, t, promisor, beneficiary, found[2])


def _benefit(found: list[Actor], promisor: Actor) -> list[Actor | None]:
    others: list[Actor | None] = [a for a in found if a.code is None or a.code != promisor.code]
    return others[:4] or [None]


Found = tuple[list[Actor], list[Actor], int | None]


def _by_verb(scene: Scene, t: Token) -> Found | None:
    s = scene.sentence
    if factuality.status(s, t.i) not in MADE or factuality.negated(s, t.i):
        return None
    course = s.child(t.i, "xcomp", "ccomp") or next(
        (k for p in s.children(t.i, "prep") for k in s.children(p.i, "pcomp")), None
    )
    threat = course is not None and any(
        s.tokens[k].lemma in words("assurance", "threats") for k in s.conjuncts(course.i)
    )
    if threat and course is not None and not factuality.negated(s, course.i):
        return None
    if course is not None and course.lemma in words("red_line", "unconditional") and factuality.negated(s, course.i):
        return None  # a limit, not a promise
    if (
        t.lemma in ("undertake", "commit")
        and course is None
        and not any(p.lemma == "to" for p in s.children(t.i, "prep"))
    ):
        return None
    holder = subject(s, t.i)
    promisor = actors_at(s, holder, scene.discourse) if holder is not None else []
    if not promisor and t.dep in ("ccomp", "ROOT") and (who := speaking(scene.discourse, list(scene.reported), t.i)):
        promisor = [who] if t.tag in ("VBP", "VB", "VBZ") else []
    beneficiary = [a for k in s.children(t.i, "dobj", "dative") for a in scene.actors(k.i)]
    beneficiary += [a for p in s.children(t.i, "prep", "dative") if p.lemma in ("to", "for") for a in _under(scene, p)]
    if course is not None and not beneficiary:
        beneficiary = _of_course(scene, course.i)
    return (promisor, beneficiary, course.i if course else None) if promisor else None


def _under(scene: Scene, p: Token) -> list[Actor]:
    noun = scene.sentence.child(p.i, "pobj")
    return scene.actors(noun.i) if noun else []


def _of_course(scene: Scene, i: int) -> list[Actor]:
    """Who would have the good of the promised act: the other side of the event there, or its object."""
    s = scene.sentence
    inside = set(s.subtree(i))
    for e in scene.events:
        if e.match.head in inside and e.recipients:
            return list(e.recipients)
    for k in s.children(i, "dobj", "prep"):
        found = scene.actors(k.i) if k.dep == "dobj" else _under(scene, k)
        if found:
            return found
    return []


def _by_noun(scene: Scene, t: Token) -> Found | None:
    s = scene.sentence
    host = s.tokens[t.head]
    if any(k.lemma in ("must", "should", "ought") for k in s.children(host.i, "aux")):
        return None
    if factuality.status(s, t.i) in ("demanded", "negated", "denied") and not _first_person_refusal(scene, t):
        return None
    owner = next((k.i for k in s.children(t.i, "poss")), None)
    promisor = scene.actors(owner)
    if not promisor:
        promisor = [a for k in s.children(t.i, "amod", "compound") if k.mention >= 0 for a in scene.actors(k.i)]
    if not promisor and host.verbal and t.dep in ("dobj", "attr", "pobj"):
        promisor = scene.actors(subject(s, host.i))
    if not promisor and t.dep == "pobj" and s.tokens[host.head].lemma in words("assurance", "retold"):
        promisor = scene.actors(subject_or_patient(s, s.tokens[host.head].i))
    if not promisor:
        promisor = [a for p in s.children(t.i, "prep") if p.lemma in ("from", "by", "of") for a in _under(scene, p)]
    for above in list(s.ancestors(t.i))[:4] if not promisor else ():
        who = subject(s, above.i) if above.verbal else None
        promisor = promisor or (actors_at(s, who, scene.discourse) if who is not None else [])
    course = s.child(t.i, "acl", "ccomp")
    beneficiary = [
        a
        for p in s.children(t.i, "prep")
        if p.lemma in ("to", "for", "on", "toward", "about")
        for a in _under(scene, p)
    ]
    beneficiary += [a for k in s.children(host.i, "dative") for a in scene.actors(k.i)] if host.verbal else []
    if course is not None and not beneficiary:
        beneficiary = _of_course(scene, course.i)
    return (promisor, beneficiary, course.i if course else None) if promisor else None


def _first_person_refusal(scene: Scene, t: Token) -> bool:
    """ "We would not make any commitments to": a stated restraint of the speaker."""
    host = scene.sentence.tokens[t.head]
    who = subject(scene.sentence, host.i) if host.verbal else None
    return (
        who is not None
        and scene.sentence.tokens[who].lemma in ("we", "i")
        and factuality.negated(scene.sentence, host.i)
    )


def _by_adjective(scene: Scene, t: Token) -> Found | None:
    """ "remain committed to supporting B": only with a course or a beneficiary, not as a general virtue."""
    s = scene.sentence
    be = s.tokens[t.head] if t.dep in ("acomp", "oprd", "attr") else t
    who = subject_or_patient(s, be.i) if be.verbal else None
    if who is None and be.i == t.i:
        holder = s.child(t.i, "nsubj", "nsubjpass")
        who = holder.i if holder else None
    if who is None or factuality.status(s, be.i) not in MADE:
        return None
    courses = [k for p in s.children(t.i, "prep") if p.lemma == "to" for k in s.children(p.i, "pcomp", "pobj")] + list(
        s.children(t.i, "xcomp")
    )
    if not courses:
        return None
    course = courses[0]
    return scene.actors(who), _of_course(scene, course.i) or scene.actors(course.i), course.i


def _by_will(scene: Scene, t: Token) -> Found | None:
    """ "We will continue to support B": the speaker's own side, in the future, toward somebody named."""
    s = scene.sentence
    auxiliaries = {k.lemma for k in s.children(t.i, "aux")}
    intends = t.dep == "xcomp" and s.tokens[t.head].lemma in ("continue", "intend") and "to" in auxiliaries
    host = s.tokens[t.head] if intends else t
    if "will" not in {k.lemma for k in s.children(host.i, "aux")} or s.tokens[-1].text == "?":
        return None
    who = subject(s, host.i)
    promisor = scene.actors(who)
    speaker = speaking(scene.discourse, list(scene.reported), t.i)
    own = speaker is not None and any(a.code == speaker.code and a.code for a in promisor)
    if not own:
        return None
    beneficiary = [a for a in _of_course(scene, t.i) if a.code != promisor[0].code]
    return (promisor, beneficiary, host.i) if beneficiary else None


def _made(scene: Scene, t: Token, promisor: Actor, beneficiary: Actor | None, course: int | None) -> Assurance:
    s = scene.sentence
    speaker = scene.discourse.speaker
    last = max(s.subtree(t.i))
    return Assurance(
        **scene.evidence("assurance", t.i, ((t.start, max(t.end, s.tokens[last].end)),)),
        promisor=promisor,
        beneficiary=beneficiary,
        kind=_kind(scene, t, course),
        specificity=_specificity(scene, t, course, beneficiary),
        conditional=any(x.lemma in ("if", "unless", "provided") for x in s.tokens),
        reported=not (
            speaker is not None and promisor.code == speaker.code and promisor.text.lower() in ("i", "we", "our", "my")
        ),
        due=due_at(s, course if course is not None else t.i, scene.discourse),
    )


def _kind(scene: Scene, t: Token, course: int | None) -> Course:
    s = scene.sentence
    at = s.tokens[course] if course is not None else None
    lemmas = {t.lemma} | ({at.lemma} if at else set()) | {k.lemma for k in s.children(t.i)}
    if at is not None and (factuality.negated(s, at.i) or factuality.status(s, at.i) == "negated"):
        return "refrain"
    if lemmas & words("assurance", "standing") or s.tokens[t.head].lemma in words("assurance", "standing"):
        return "maintain"
    return "do" if at is not None and at.verbal else "general"


def _specificity(scene: Scene, t: Token, course: int | None, beneficiary: Actor | None) -> int:
    """One point each for a concrete act, an object or target, a deadline or standing window."""
    s = scene.sentence
    if course is None:
        return int(beneficiary is not None)
    act = s.tokens[course].verbal
    target = beneficiary is not None or any(True for _ in s.children(course, "dobj"))
    window = any(s.tokens[i].lemma in words("assurance", "windows") for i in s.subtree(course))
    return int(act) + int(target) + int(window)
