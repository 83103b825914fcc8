"""Words of humanitarian need and help, and what a sentence says of them: warned of, appealed for, provided, kept out.

Each act is the weakest that the words allow: a warning is never a finding, a plan never a delivery.
"""

from __future__ import annotations

import re

from comity.coding import factuality
from comity.coding.participants import subject
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.plight import of_another_world, of_plight
from comity.signals.relief import brought
from comity.signals.scene import Scene

PHASE = re.compile(r"\b[Pp]hase (\d|one|two|three|four|five)\b")
DIGITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
CLOSE = 12  # tokens between a negated verb of reaching and the aid that it speaks of


def lexicon(key: str) -> frozenset[str]:
    return words("humanitarian", key)


def of_need(scene: Scene, t: Token) -> bool:
    """Whether the word tells of need: a famine, a humanitarian situation, a phase of a scale that is named, a plight."""
    if t.mention < 0 and of_plight(scene, t):
        return not of_another_world(scene, t)
    if t.mention >= 0 or t.tag[:2] not in ("NN", "JJ"):
        return False
    marks = {k.lemma for k in scene.sentence.children(t.i)}
    if t.lemma in lexicon("qualified"):
        return bool(marks & {"food", "humanitarian"}) or (t.lemma == "suffering" and bool(scene.actors(t.i)))
    graded = phase(scene) is not None and t.lemma in ("phase", "people", "part")
    situation = t.lemma in lexicon("situations") and bool(marks & lexicon("humanitarian"))
    if t.dep in ("pobj", "conj") and any(a.lemma == "against" for a in list(scene.sentence.ancestors(t.i))[:3]):
        return False  # "the fight against famine"
    hungry = t.lemma in ("crisis", "emergency") and "food" in marks
    return graded or situation or hungry or (t.lemma.lower() in lexicon("needs") and not of_another_world(scene, t))


def of_help(scene: Scene, t: Token) -> bool:
    """Whether the word tells of help: "humanitarian access", "food aid", food that is brought to people in need."""
    s = scene.sentence
    if t.mention >= 0 or t.tag[:2] not in ("NN", "VB"):
        return False
    if t.verbal:
        return brought(scene, t) or _kept_from_work(scene, t)
    lemmas = {x.lemma for x in s.tokens if x.mention < 0}
    if brought(scene, t):
        return True
    if t.lemma == "appeal" and lemmas & {"fund", "funded", "underfunded"}:
        return True
    above = {a.lemma for a in list(s.ancestors(t.i))[:2] if not a.verbal}
    if t.lemma not in lexicon("help") or above & lexicon("texts"):
        return False
    if _needed_by_people(scene, t):
        return False
    marks = {k.lemma for k in s.children(t.i)}
    if marks & lexicon("marks") - {"medical"} and not (t.lemma in ("work", "support") and "humanitarian" not in marks):
        return True
    if t.lemma == "convoy":
        return bool(marks & {"aid", "relief"}) or (t.dep == "nsubj" and _kept_out(scene, t))
    urgent = lexicon("humanitarian") | lexicon("needs") | lexicon("affected") - {"crisis", "war", "population"}
    if any(k.mention < 0 and k.lemma not in lexicon("marks") for k in s.children(t.i, "compound")):
        return False  # "sanctions relief"
    others = {x.lemma for x in s.tokens if x.i != t.i and x.mention < 0}
    reached = t.lemma in ("relief", "aid") and any(a.lemma in lexicon("reaching") for a in list(s.ancestors(t.i))[:1])
    sought = t.lemma == "access" and bool(others & {"aid", "relief", "convoy"})
    return t.lemma in lexicon("plain_help") and (bool(lemmas & urgent) or reached or sought)


def _needed_by_people(scene: Scene, t: Token) -> bool:
    """ "people need food aid": their need is told, no help."""
    host = scene.sentence.tokens[scene.sentence.tokens[t.head].head if t.dep == "pobj" else t.head]
    return of_plight(scene, host)


def scale_named(scene: Scene) -> bool:
    """Whether a food security scale is named in the sentence or is its source."""
    text = scene.text(scene.span)
    chain = [a.code for a in scene.chain_at(scene.sentence.root)] if scene.sentence.tokens else []
    return any(name in text or name in chain for name in lexicon("scales"))


def phase(scene: Scene) -> int | None:
    """A phase of a food security scale, only where the scale is named."""
    found = PHASE.search(scene.text(scene.span))
    if found is None or not scale_named(scene):
        return None
    return DIGITS.get(found.group(1)) or int(found.group(1))


def hosts(scene: Scene, t: Token) -> set[str]:
    """The words above ``t`` up to the root, with their auxiliaries and adjectives in the predicate."""
    s = scene.sentence
    above = list(s.ancestors(t.i))
    return {h.lemma for h in above} | {k.lemma for h in above for k in s.children(h.i, "aux", "acomp", "prt")}


def act_of_need(scene: Scene, t: Token) -> str:
    """What is said of the need at ``t``."""
    s = scene.sentence
    lemmas = {x.lemma for x in s.tokens if x.mention < 0}
    above = hosts(scene, t)
    if above & lexicon("denying"):
        return "denied"
    alarmed = "alarm" in lemmas and bool(lemmas & {"sound", "raise"})
    if above & lexicon("warning") or t.lemma in lexicon("warning") or "warning" in lemmas or alarmed:
        return "warned_of"
    if any(x.lemma in lexicon("projecting") and (x.verbal or x.lemma != "project") for x in s.tokens):
        return "projected"
    state = factuality.status(s, t.head if t.dep in ("acomp", "oprd") else t.i)
    graded = [x for x in s.tokens if x.mention < 0 and x.lemma in lexicon("scale_act") and scale_named(scene)]
    if state in ("negated", "denied") or any(x.verbal and factuality.negated(s, x.i) for x in graded):
        return "denied"
    near = above | {k.lemma for k in s.children(t.i)}
    if near & lexicon("risk") or state in ("possible", "conditional"):
        return "risk_of"  # who classifies phases and finds a risk has found no more than that
    if graded:
        return "classified"
    if state == "future":
        return "projected"
    meeting = s.tokens[t.head].lemma in lexicon("meeting") or above & {"support", "help"}
    return "aid_provided" if t.lemma == "need" and meeting else "reported"


def act_of_help(scene: Scene, t: Token) -> str | None:
    """What is said of the help at ``t``; None where it is only named."""
    above = hosts(scene, t)
    if t.verbal:
        return "access_constraint" if _kept_from_work(scene, t) else "aid_provided"
    if t.lemma == "appeal":
        return "appealed"
    if _kept_out(scene, t) or _shut(scene, t) or (above & lexicon("blocking") and not above & lexicon("appeal")):
        return "access_constraint"
    if _asked_for(scene, t, above):
        return "appealed"
    thanked = any(x.lemma in lexicon("thanking") for x in scene.sentence.tokens)
    brought = thanked or bool(above & lexicon("given"))
    return "aid_provided" if brought or t.lemma not in lexicon("bodies") | {"access"} else None


def _asked_for(scene: Scene, t: Token, above: set[str]) -> bool:
    """Whether help is called for, needed or said to matter; not where the nearest word says that it is given."""
    s = scene.sentence
    verb = next((a for a in s.ancestors(t.i) if a.verbal), None)
    if verb is not None and factuality.status(s, verb.i) == "demanded":
        return True
    if any(a.lemma in lexicon("urging") and not a.verbal for a in s.ancestors(t.i)) or _said_to_matter(scene, t):
        return True
    nearest = next((a.lemma for a in s.ancestors(t.i) if a.lemma in lexicon("given") | lexicon("appeal")), "")
    return bool(above & lexicon("appeal")) and nearest not in lexicon("plainly_given")


def _said_to_matter(scene: Scene, t: Token) -> bool:
    """ "it is important that aid be given": an adjective that the clause hangs on."""
    s = scene.sentence
    return any(
        k.lemma in lexicon("urging") for a in s.ancestors(t.i) if a.lemma == "be" for k in s.children(a.i, "acomp")
    )


def _kept_out(scene: Scene, t: Token) -> bool:
    """ "no aid has entered", "could not deliver aid": help that did not arrive, or cannot."""
    s = scene.sentence
    for verb in list(s.ancestors(t.i))[:3]:
        if verb.verbal and verb.lemma in lexicon("reaching") and abs(verb.i - t.i) < CLOSE:
            return unable(scene, verb)
    if t.dep != "nsubj" or s.tokens[t.head].lemma not in ("be", "remain"):
        return False
    able = [k for k in s.children(t.head, "acomp") if k.lemma in ("able", "unable")]
    reach = any(k.verbal and k.lemma in lexicon("reaching") for a in able for k in s.children(a.i, "xcomp"))
    return reach and (able[0].lemma == "unable" or factuality.negated(s, t.head))


def unable(scene: Scene, verb: Token) -> bool:
    """Whether a verb of reaching says that nothing arrives."""
    s = scene.sentence
    for a in s.ancestors(verb.i):
        if a.lemma == "unable" or (a.lemma == "able" and factuality.negated(s, a.head)):
            return True
    return factuality.negated(s, verb.i)


def _kept_from_work(scene: Scene, t: Token) -> bool:
    """ "MSF cannot reach the villages", "UNICEF suspended its distribution": an agency that cannot work there."""
    s = scene.sentence
    agency = any(a.sector in ("NGO", "IGO") for k in s.children(t.i, "nsubj") for a in scene.actors(k.i))
    if not agency and t.lemma in lexicon("reaching"):
        agency = any(a.sector == "NGO" for a in scene.actors(subject(s, t.i)))
    if not agency:
        return False
    objects = {k.lemma for k in s.children(t.i, "dobj")}
    if t.lemma in lexicon("closing"):
        own = any(k.lemma in lexicon("working") and s.child(k.i, "poss") for k in s.children(t.i, "dobj"))
        return own and factuality.status(s, t.i) in ("happened", "ongoing")
    barred = any(k.lemma in ("can", "could", "cannot") for k in s.children(t.i, "aux")) and factuality.negated(s, t.i)
    return t.lemma in ("reach", "enter", "access") and barred and not objects & {"deal", "agreement", "consensus"}


def _shut(scene: Scene, t: Token) -> bool:
    """ "the crossing remains shut to convoys", "keeps aid workers out"."""
    s = scene.sentence
    prep = s.tokens[t.head] if t.dep == "pobj" else None
    shut = prep is not None and prep.lemma == "to" and s.tokens[prep.head].lemma in ("shut", "close", "closed", "seal")
    kept = s.tokens[t.head].lemma == "keep" and any(k.lemma == "out" for k in s.children(t.head))
    return shut or kept
