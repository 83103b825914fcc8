"""Words of humanitarian need and help, and what a sentence says of them: warned of, appealed for, provided, kept out.

Each act is the weakest that the words allow: a warning is never a finding, a plan never a delivery.
"""

from __future__ import annotations

import re

from comity.coding import factuality
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene

PHASE = re.compile(r"\b[Pp]hase (\d|one|two|three|four|five)\b")
DIGITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
CLOSE = 12  # tokens between a negated verb of reaching and the aid that it speaks of


def lexicon(key: str) -> frozenset[str]:
    return words("humanitarian", key)


def of_need(scene: Scene, t: Token) -> bool:
    """Whether the word tells of need: a famine, a humanitarian situation, a phase of a scale that is named."""
    if t.mention >= 0 or t.tag[:2] not in ("NN", "JJ"):
        return False
    marks = {k.lemma for k in scene.sentence.children(t.i)}
    if t.lemma in lexicon("qualified"):
        return bool(marks & {"food", "humanitarian"}) or (t.lemma == "suffering" and bool(scene.actors(t.i)))
    graded = phase(scene) is not None and t.lemma in ("phase", "people", "part")
    situation = t.lemma in lexicon("situations") and bool(marks & lexicon("humanitarian"))
    return graded or situation or t.lemma in lexicon("needs")


def of_help(scene: Scene, t: Token) -> bool:
    """Whether the word tells of help: "humanitarian access", "food aid", food that is brought to people in need."""
    s = scene.sentence
    if t.mention >= 0 or t.tag[:2] != "NN":
        return False
    lemmas = {x.lemma for x in s.tokens if x.mention < 0}
    if t.lemma in lexicon("goods"):
        host = s.tokens[t.head]
        brought = t.dep in ("dobj", "nsubjpass") and host.lemma in lexicon("giving")
        return brought and bool(lemmas & lexicon("affected"))
    if t.lemma not in lexicon("help"):
        return False
    marks = {k.lemma for k in s.children(t.i)}
    if marks & lexicon("marks") - {"medical"} and not (t.lemma in ("work", "support") and "humanitarian" not in marks):
        return True
    return t.lemma in lexicon("plain_help") and bool(lemmas & (lexicon("humanitarian") | lexicon("needs")))


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
    if above & lexicon("warning") or "warning" in lemmas:
        return "warned_of"
    if any(x.lemma in lexicon("projecting") and (x.verbal or x.lemma != "project") for x in s.tokens):
        return "projected"
    state = factuality.status(s, t.i)
    graded = [x for x in s.tokens if x.mention < 0 and x.lemma in lexicon("scale_act") and scale_named(scene)]
    if state in ("negated", "denied") or any(x.verbal and factuality.negated(s, x.i) for x in graded):
        return "denied"
    near = above | {k.lemma for k in s.children(t.i)}
    if near & lexicon("risk") or state in ("possible", "conditional"):
        return "risk_of"  # who classifies phases and finds a risk has found no more than that
    if graded:
        return "classified"
    meeting = s.tokens[t.head].lemma in lexicon("meeting") or above & {"support", "help"}
    return "aid_provided" if t.lemma == "need" and meeting else "reported"


def act_of_help(scene: Scene, t: Token) -> str | None:
    """What is said of the help at ``t``; None where it is only named."""
    above = hosts(scene, t)
    if _kept_out(scene, t) or (above & lexicon("blocking") and not above & {"stop", "call", "demand", "urge"}):
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
            unable = any(a.lemma == "unable" for a in s.ancestors(verb.i)) or factuality.negated(s, verb.i)
            return unable
    return False
