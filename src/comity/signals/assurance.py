"""Assurances: somebody commits itself to a course that the beneficiary wants. Not threats, predictions or demands."""

from __future__ import annotations

from collections.abc import Iterator

from comity.actors.discourse import FIRST
from comity.actors.noun_phrases import actors_at
from comity.coding import factuality
from comity.coding.claims import speaking
from comity.coding.matching import passive
from comity.coding.participants import subject, subject_or_patient
from comity.coding.when import due_at
from comity.language.sentence import Token
from comity.signals import beginnings
from comity.signals.beneficiaries import of_course, under
from comity.signals.lexicon import words
from comity.signals.promise import Course, Promise
from comity.signals.reference import indefinite
from comity.signals.scene import Scene
from comity.signals.standing_by import (
    by_counting,
    by_disclaiming,
    by_lasting,
    by_readiness,
    by_remaining,
    coming,
    harmed,
    spoken_for,
)
from comity.values import Actor, Assurance

OTHERS = (by_counting, by_remaining, by_lasting, by_disclaiming, by_readiness)
MADE = ("happened", "ongoing", "future", "conditional")


def assurances(scene: Scene) -> Iterator[Assurance]:
    """The assurances of a sentence, one for each promisor and beneficiary."""
    seen: set[tuple[str | None, str | None]] = set()
    for t in scene.beginnings(beginnings.assurance()):
        found = _promise(scene, t) or _otherwise(scene, t)
        promisors = [a for a in found.promisors if not indefinite(scene, a)] if found else []
        for promisor in promisors[:3]:
            for beneficiary in _others(found.beneficiaries if found else [], promisor):
                key = (promisor.code or promisor.text, beneficiary.code if beneficiary else None)
                if found and key not in seen:
                    seen.add(key)
                    yield _made(scene, t, found, promisor, beneficiary)


def _otherwise(scene: Scene, t: Token) -> Promise | None:
    """A promise told without a word of promising; never in a question."""
    if scene.sentence.tokens[-1].text == "?":
        return None
    return next((p for reading in OTHERS if (p := reading(scene, t)) is not None and p.promisors), None)


def _promise(scene: Scene, t: Token) -> Promise | None:
    s = scene.sentence
    if t.lemma in words("assurance", "adjectives") and (t.tag[:2] == "JJ" or (t.verbal and passive(s, t.i))):
        return _by_adjective(scene, t)
    if t.lemma in ("commit", "dedicate") and t.verbal and (passive(s, t.i) or t.dep in ("acomp", "oprd")):
        return _by_adjective(scene, t)
    if t.verbal and t.lemma in words("assurance", "verbs"):
        return _by_verb(scene, t)
    if t.verbal and t.lemma in ("bind", "agree"):
        return _by_agreeing(scene, t)
    if t.tag in ("NN", "NNS") and (t.lemma in words("assurance", "nouns") or _word(scene, t)):
        return _by_noun(scene, t)
    if t.verbal and t.lemma == "stand":
        return _by_standing(scene, t)
    willed = words("assurance", "helping") | words("assurance", "offered") | words("assurance", "harming")
    return _by_will(scene, t) if t.verbal and t.lemma in willed else None


def _word(scene: Scene, t: Token) -> bool:
    """ "gave B its word that": the word of somebody, with what it is given on."""
    s = scene.sentence
    owned = any(k.tag == "PRP$" for k in s.children(t.i, "poss"))
    return t.lemma == "word" and owned and s.tokens[t.head].lemma == "give"


def _by_agreeing(scene: Scene, t: Token) -> Promise | None:
    """ "agreed not to enrich uranium", "bound itself to amend": a course that somebody takes upon itself."""
    s = scene.sentence
    course = s.child(t.i, "xcomp")
    itself = any(k.text.lower() in ("itself", "themselves", "himself", "herself") for k in s.children(t.i, "dobj"))
    bound = itself if t.lemma == "bind" else course is not None and factuality.negated(s, course.i)
    if course is None or not bound or factuality.status(s, t.i) not in ("happened", "ongoing"):
        return None
    who = subject(s, t.i)
    promisor = [a for a in actors_at(s, who, scene.discourse) if a.code] if who is not None else []
    return Promise(promisor, harmed(scene, course), course.i) if promisor else None


def _others(found: list[Actor], promisor: Actor) -> list[Actor | None]:
    others: list[Actor | None] = [a for a in found if a.code is None or a.code != promisor.code]
    return others[:4] or [None]


def _by_verb(scene: Scene, t: Token) -> Promise | None:
    s = scene.sentence
    seeking = t.dep == "xcomp" and s.tokens[t.head].lemma in ("seek", "try", "move")
    told_so = factuality.status(s, t.i) in MADE or (seeking and not factuality.negated(s, t.head))
    if not told_so or factuality.negated(s, t.i) or _owed(scene, t) or _idle(scene, t):
        return None
    course = s.child(t.i, "xcomp", "ccomp") or next(
        (k for p in s.children(t.i, "prep") for k in s.children(p.i, "pcomp")), None
    )
    if course is not None and (_threatens(scene, course) or _limits(scene, course) or _states(scene, t, course)):
        return None
    if course is None and t.lemma in ("undertake", "commit") and not any(p.lemma == "to" for p in s.children(t.i)):
        return None
    holder = subject(s, t.i)
    promisor = actors_at(s, holder, scene.discourse) if holder is not None else []
    promisor = [a for a in promisor if a.sector != "BUS"]
    if promisor and not any(a.code for a in promisor) and course is not None and t.lemma in ("assure", "reassure"):
        own = subject(s, course.i)  # "A will not allow it, the minister assured B"
        promisor = ([a for a in scene.actors(own) if a.code] if own is not None else []) or promisor
    if not promisor and t.dep in ("ccomp", "ROOT") and (who := speaking(scene.discourse, list(scene.reported), t.i)):
        promisor = [who] if t.tag in ("VBP", "VB", "VBZ") else []
    pledged = t.lemma in ("commit", "dedicate")  # "committed their nations to": the object is what is pledged
    to_whom = [] if pledged else [k for k in s.children(t.i, "dobj", "dative") if k.nominal]
    told = [a for k in to_whom for a in scene.actors(k.i)]
    told += [a for p in s.children(t.i, "prep", "dative") if p.lemma in ("to", "for") for a in under(scene, p)]
    told += [
        a
        for k in s.children(t.i, "dobj")  # "pledged support for B"
        for p in s.children(k.i, "prep")
        if p.lemma in ("to", "for")
        for a in under(scene, p)
    ]
    if passive(s, t.i):
        told += [a for k in s.children(t.i, "nsubjpass") for a in actors_at(s, k.i, scene.discourse)]
    told = told or (of_course(scene, course.i) if course else [])
    told = [a for a in told if a.code or a.sector or a.text[0].isupper() or a.text.lower() == "you"]
    thing = next((k for k in s.children(t.i, "dobj") if not actors_at(s, k.i, scene.discourse)), None)
    given: Course | None = "do" if thing is not None and t.lemma in words("assurance", "giving") else None
    return Promise(promisor, told, course.i if course else None, given) if promisor else None


def _idle(scene: Scene, t: Token) -> bool:
    """ "promised voters", "vowed revenge", "promised itself", "if A promised": nothing that another side is assured of."""
    s = scene.sentence
    objects = list(s.children(t.i, "dobj", "dative"))
    inner = [k for o in objects for k in (o, *s.children(o.i, "conj"))]
    held = {k.lemma for k in inner}
    supposed = t.dep == "advcl" and any(k.lemma in ("if", "unless") for k in s.children(t.i, "mark"))
    itself = t.lemma not in ("commit", "bind") and any(
        k.text.lower() in ("itself", "themselves", "himself", "herself") for k in objects
    )
    return supposed or itself or bool(held & (words("assurance", "insiders") | words("assurance", "reprisals")))


def _owed(scene: Scene, t: Token) -> bool:
    """ "must promise", "an obligation to guarantee": the auxiliary may stand at the verb that it is coordinated with."""
    s = scene.sentence
    hosts = [t] + ([s.tokens[t.head]] if t.dep == "conj" else [])
    helpers = {k.lemma for h in hosts for k in s.children(h.i, "aux")}
    governor = s.tokens[hosts[-1].head]
    purpose = "to" in helpers and governor.lemma not in words("assurance", "willing")
    return purpose or bool(helpers & words("assurance", "owing"))


def _threatens(scene: Scene, course: Token) -> bool:
    s = scene.sentence
    threat = any(s.tokens[k].lemma in words("assurance", "threats") for k in s.conjuncts(course.i))
    return threat and not factuality.negated(s, course.i)


def _limits(scene: Scene, course: Token) -> bool:
    """ "vowed that it would never allow": a limit, no promise."""
    if scene.sentence.tokens[course.head].lemma in ("assure", "reassure", "promise", "guarantee"):
        return False
    return course.lemma in words("red_line", "unconditional") and factuality.negated(scene.sentence, course.i)


def _states(scene: Scene, t: Token, course: Token) -> bool:
    """ "assured them that it was safe": a statement of what is, no course to come."""
    s = scene.sentence
    helpers = {k.lemma for k in s.children(course.i, "aux", "auxpass")}
    coming = helpers & {"will", "would", "shall", "'ll", "to", "wo", "can"} or course.lemma in words(
        "assurance", "standing"
    )
    return course.dep == "ccomp" and t.lemma in ("assure", "reassure", "swear", "promise", "guarantee") and not coming


def _by_noun(scene: Scene, t: Token) -> Promise | None:
    """ "A's assurances on", "gave a pledge to", "reaffirmed its commitment to": with a course or somebody it is for."""
    s = scene.sentence
    host = _carrier(scene, t)
    refusing = host is not None and _first_person_refusal(scene, host)
    if host is not None and not refusing and not _stands(scene, t, host):
        return None
    promisor = _promisor_of_noun(scene, t, host)
    course = s.child(t.i, "acl", "ccomp", "relcl")
    if course is not None and not any(k.lemma in ("to", "that") for k in s.children(course.i, "aux", "mark")):
        course = None
    course = course or next((k for p in s.children(t.i, "prep") for k in s.children(p.i, "pcomp")), None)
    if course is None and host is not None and _word(scene, t):
        course = s.child(host.i, "ccomp")
    for_ = ("to", "for", "on", "toward", "towards", "about", "over")
    told = [a for p in s.children(t.i, "prep") if p.lemma in for_ and not _virtue(scene, p) for a in under(scene, p)]
    if host is not None and host.lemma in words("assurance", "making") | words("assurance", "affirming"):
        told += [a for k in s.children(host.i, "dative") if k.nominal for a in scene.actors(k.i)]
        given = [p for p in s.children(host.i, "prep", "dative") if p.lemma in ("to", "for")]
        told = told or [a for p in given for a in under(scene, p)]
        if passive(s, host.i) and t.dep != "nsubjpass":
            told += [a for k in s.children(host.i, "nsubjpass") for a in actors_at(s, k.i, scene.discourse)]
    if course is not None and not told:
        told = of_course(scene, course.i)
    told = [a for a in told if a.code or a.sector]
    made = host is not None and host.lemma in words("assurance", "making") | words("assurance", "receiving")
    affirmed = host is not None and host.lemma in words("assurance", "affirming")
    grounds = made or any(a.code for a in told) or (course is not None and (affirmed or t.lemma != "commitment"))
    if not promisor or not grounds or (course is not None and _threatens(scene, course)):
        return None
    return Promise(promisor, told, course.i if course else None, "refrain" if refusing else None)


def _virtue(scene: Scene, p: Token) -> bool:
    """ "commitment to the principle": nobody's good, unless it is "of" somebody."""
    s = scene.sentence
    noun = s.child(p.i, "pobj")
    of = noun is not None and any(k.lemma == "of" for k in s.children(noun.i, "prep"))
    return noun is not None and noun.lemma in words("assurance", "virtues") and not of


def _carrier(scene: Scene, t: Token) -> Token | None:
    """The verb whose object the noun is, through a preposition ("read as commitments"), or that it is the subject of."""
    s = scene.sentence
    at = t
    for _ in range(4):
        if at.head == at.i or at.dep not in ("dobj", "pobj", "prep", "attr", "conj", "nsubjpass", "nsubj", "oprd"):
            return None
        at = s.tokens[at.head]
        if at.verbal:
            return at
    return None


def _stands(scene: Scene, t: Token, host: Token) -> bool:
    """Whether the noun tells of a promise that was made: not one asked for, owed, denied or only possible."""
    s = scene.sentence
    if any(k.lemma in words("assurance", "owing") for k in s.children(host.i, "aux")):
        return False
    return factuality.status(s, t.i) not in ("demanded", "negated", "denied") and not factuality.negated(s, host.i)


def _promisor_of_noun(scene: Scene, t: Token, host: Token | None) -> list[Actor]:
    """Who promises: the owner or adjective of the noun, whom it is from, or who gives, affirms or is read so."""
    s = scene.sentence
    owner = next((k.i for k in s.children(t.i, "poss")), None)
    named = scene.actors(owner) or [
        a for k in s.children(t.i, "amod", "compound") if k.mention >= 0 for a in scene.actors(k.i)
    ]
    from_ = [a for p in s.children(t.i, "prep") if p.lemma in ("from", "by", "of") for a in under(scene, p)]
    pronoun = owner is not None and s.tokens[owner].tag == "PRP$"
    if pronoun and host is not None and host.lemma in words("assurance", "affirming") | words("assurance", "making"):
        whole = [a for a in scene.actors(subject(s, host.i)) if a.code]  # "both leaders affirmed their commitment"
        named = whole if s.tokens[owner or 0].lemma not in ("our", "my") and whole else named
    if named or from_ or host is None:
        return [a for a in named if a.code or not pronoun] or from_
    clause = s.child(t.i, "ccomp", "acl")
    if host.lemma in words("assurance", "receiving"):  # "received a commitment that B would": B promises
        giver = s.child(clause.i, "nsubj") if clause else None
        return scene.actors(giver.i) if giver else []
    retold = host.lemma in words("assurance", "retold")
    if not (retold or host.lemma in words("assurance", "making") | words("assurance", "affirming")):
        return []
    if retold:
        return scene.actors(subject_or_patient(s, host.i))
    above = (a for a in (host, *list(s.ancestors(host.i))[:4]) if a.verbal)  # the nearest verb with an actor before it
    return next((found for a in above if (found := scene.actors(subject(s, a.i)))), [])


def _first_person_refusal(scene: Scene, host: Token) -> bool:
    """ "We would not make any commitments to": a stated restraint of the speaker."""
    who = subject(scene.sentence, host.i)
    first = who is not None and scene.sentence.tokens[who].lemma in ("we", "i")
    willing = any(k.lemma in ("will", "would") for k in scene.sentence.children(host.i, "aux"))
    return first and willing and factuality.negated(scene.sentence, host.i)


def _by_adjective(scene: Scene, t: Token) -> Promise | None:
    """ "remain committed to supporting B": only with a course or a beneficiary, not as a general virtue."""
    s = scene.sentence
    hosts = [t, *(a for a in list(s.ancestors(t.i))[:3] if a.verbal or a.lemma in words("assurance", "adjectives"))]
    if any(k.lemma in words("assurance", "owing") for h in hosts for k in s.children(h.i, "aux")):
        return None
    be = s.tokens[t.head] if t.dep in ("acomp", "oprd", "attr") else t
    who = subject_or_patient(s, be.i) if be.verbal else None
    holder = s.child(t.i, "nsubj", "nsubjpass") if who is None and be.i == t.i else None
    who = holder.i if holder else who
    if who is None or factuality.status(s, be.i) not in MADE:
        return None
    courses = [k for p in s.children(t.i, "prep") if p.lemma == "to" for k in s.children(p.i, "pcomp", "pobj")]
    courses += list(s.children(t.i, "xcomp"))
    if not courses:
        return None
    course = courses[0]
    if course.verbal:
        told = of_course(scene, course.i)
    else:
        told = [] if course.lemma in words("assurance", "virtues") else [a for a in scene.actors(course.i) if a.code]
        if not told:
            return None
    kept: Course | None = "maintain" if be.lemma in words("assurance", "standing") else None
    return None if _threatens(scene, course) else Promise(actors_at(s, who, scene.discourse), told, course.i, kept)


def _by_will(scene: Scene, t: Token) -> Promise | None:
    """ "We will continue to support B": the speaker's own side, in the future, toward somebody or as a standing course."""
    s = scene.sentence
    auxiliaries = {k.lemma for k in s.children(t.i, "aux")}
    above = s.tokens[t.head]
    going_on = t.dep == "pcomp" and above.lemma == "on" and s.tokens[above.head].lemma in ("go", "carry")
    above = s.tokens[above.head] if going_on else above
    standing = going_on or (
        t.dep == "xcomp"
        and (above.lemma == "keep" or (above.lemma in ("continue", "intend", "be") and "to" in auxiliaries))
    )
    host = above if standing else t
    own = coming(s, host) or (host.lemma == "be" and standing and host.tag in ("VBZ", "VBP", "VBD"))
    if not own or s.tokens[-1].text == "?":
        return None
    who = subject(s, host.i)
    promisor = actors_at(s, who, scene.discourse) if who is not None else []
    promisor = spoken_for(scene, promisor, t.i)
    if not promisor:
        return None
    refusing = factuality.negated(s, host.i)
    harm = t.lemma in words("assurance", "harming") and t.lemma not in words("assurance", "helping")
    if (harm and not refusing) or (t.lemma == "let" and not _down(scene, t)):
        return None
    told = (_injured(scene, t) or (harmed(scene, t) if harm else [])) if refusing else of_course(scene, t.i)
    told = told or (_given_to(scene, t) if not refusing else [])
    told = [a for a in told if a.code != promisor[0].code]
    lasting = standing and host.lemma in ("continue", "keep", "go") and not refusing
    traded = not refusing and _conditional(scene, t, None) and t.lemma in words("assurance", "offered")
    kind: Course | None = "refrain" if refusing else "maintain" if lasting else None
    kind = None if host.lemma == "continue" else kind
    return Promise(promisor, told, host.i, kind) if told or lasting or traded else None


def _down(scene: Scene, t: Token) -> bool:
    """ "let B down": not "let B do something"."""
    return any(k.lemma == "down" for k in scene.sentence.children(t.i))


def _given_to(scene: Scene, t: Token) -> list[Actor]:
    """Whom the thing is given to or built for: "to B", "for B", "in B" after the object."""
    s = scene.sentence
    hosts = [t, *s.children(t.i, "dobj")]
    return [
        a
        for h in hosts
        for p in s.children(h.i, "prep")
        if p.lemma in ("to", "for", "in")
        for a in under(scene, p)
        if a.code
    ]


def _injured(scene: Scene, t: Token) -> list[Actor]:
    """ "will not recognise A's annexation of B's region": for whom it is, those in the object who do not own the act."""
    s = scene.sentence
    for k in s.children(t.i, "dobj"):
        owner = {
            x.i for o in s.children(k.i, "poss", "amod", "compound") for x in (s.tokens[i] for i in s.subtree(o.i))
        }
        inside = [i for i in s.subtree(k.i) if s.tokens[i].mention >= 0 and i not in owner]
        if owner and inside:
            return [a for i in inside[:1] for a in scene.actors(s.tokens[i].i) if a.code]
    return []


def _by_standing(scene: Scene, t: Token) -> Promise | None:
    """ "stands with B against", "will stand by B": a side taken for the time to come, not a word of sympathy."""
    s = scene.sentence
    auxiliaries = {k.lemma for k in s.children(t.i, "aux")}
    reported = t.dep == "ccomp" and "would" in auxiliaries
    future = bool(auxiliaries & {"will", "shall", "'ll"}) or reported or t.dep == "xcomp"
    if s.tokens[-1].text == "?" or t.tag == "VBD" or factuality.status(s, t.i) not in MADE:
        return None
    beside = [a for p in s.children(t.i, "prep") if p.lemma in ("with", "by") for a in under(scene, p)]
    cause = any(p.lemma == "against" or s.child(p.i, "pcomp") for p in s.children(t.i, "prep"))
    who = subject(s, t.i)
    promisor = actors_at(s, who, scene.discourse) if who is not None else []
    told = [a for a in beside if a.code]
    return Promise([a for a in promisor if a.code], told, None, "maintain") if told and (future or cause) else None


def _made(scene: Scene, t: Token, p: Promise, promisor: Actor, beneficiary: Actor | None) -> Assurance:
    s = scene.sentence
    speaker = scene.discourse.speaker
    last = max(s.subtree(t.i))
    own = speaker is not None and promisor.text.lower() in FIRST
    return Assurance(
        **scene.evidence("assurance", t.i, ((t.start, max(t.end, s.tokens[last].end)),)),
        promisor=promisor,
        beneficiary=beneficiary,
        kind=p.kind or _kind(scene, t, p.course),
        specificity=_specificity(scene, p.course, beneficiary),
        conditional=_conditional(scene, t, p.course),
        reported=not own,
        due=due_at(s, p.course if p.course is not None else t.i, scene.discourse),
    )


def _conditional(scene: Scene, t: Token, course: int | None) -> bool:
    """Whether the course hangs on a condition that stands in its own clause."""
    s = scene.sentence
    inside = {*s.subtree(t.i), *(s.subtree(course) if course is not None else ())}
    return any(s.tokens[i].lemma in ("if", "unless", "provided", "lest") for i in inside)


def _kind(scene: Scene, t: Token, course: int | None) -> Course:
    s = scene.sentence
    at = s.tokens[course] if course is not None else None
    if at is not None and (factuality.negated(s, at.i) or factuality.status(s, at.i) == "negated"):
        return "refrain"
    if at is not None and at.lemma in words("assurance", "avoiding"):
        return "refrain"
    lemmas = {at.lemma} | {k.lemma for k in s.children(at.i, "amod")} if at else set()
    if lemmas & words("assurance", "standing") or s.tokens[t.head].lemma in words("assurance", "remaining"):
        return "maintain"
    if at is None or not at.verbal or at.lemma in words("assurance", "vague"):
        return "general"
    return "do"


def _specificity(scene: Scene, course: int | None, beneficiary: Actor | None) -> int:
    """One point each for a concrete act, an object or target, a deadline or standing window."""
    s = scene.sentence
    if course is None:
        return int(beneficiary is not None)
    act = s.tokens[course].verbal and s.tokens[course].lemma not in words("assurance", "vague")
    target = beneficiary is not None or any(True for _ in s.children(course, "dobj"))
    window = any(s.tokens[i].lemma in words("assurance", "windows") for i in s.subtree(course))
    return int(act) + int(target) + int(window)
