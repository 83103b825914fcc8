"""Publics and what they are said to think: "most Kenyans", "the people of B", "62 per cent of the public"."""

from __future__ import annotations

from comity.actors.owners import modifier
from comity.actors.phrases import core, entity_of
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor

HYPOTHETICAL = frozenset({"if", "unless", "whether"})
DEEP = 2  # clauses under the public's verb in which its view may stand: "have said that they do not trust"


def is_public(scene: Scene, t: Token) -> bool:
    """A whole and not some of it: a people's name, or a word for a public with its state; "most of", "62 per cent of"."""
    s = scene.sentence
    if t.mention >= 0:
        kind = scene.discourse.mentions[t.mention].kind
        return kind == "demonym" or (kind == "adjective" and t.dep in ("nsubj", "nsubjpass", "pobj"))
    if t.lemma in words("opinion", "parts"):
        inner = [n for p in s.children(t.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
        if any(is_public(scene, n) or n.lemma in words("opinion", "publics") for n in inner):
            return True
    if t.lemma not in words("opinion", "publics"):
        return False
    whole = modifier(s, t.i, scene.discourse) is not None or _state_before(scene, t)
    counted = any(k.lemma in words("opinion", "parts") for k in s.children(t.i, "nummod", "amod", "det"))
    return t.lemma in ("public", "population", "society", "electorate") or whole or counted or interviewed(scene, t)


def interviewed(scene: Scene, t: Token) -> bool:
    """ "people I spoke with", "residents whom reporters met": those whom somebody has heard."""
    s = scene.sentence
    return any(k.lemma in words("opinion", "anecdotes") for k in s.children(t.i, "relcl", "acl"))


def _state_before(scene: Scene, t: Token) -> bool:
    """ "In Iceland, people remember": the sentence opens with the place of the public."""
    first = scene.sentence.tokens[:4]
    return t.i < 7 and first[0].lemma == "in" and any(x.mention >= 0 for x in first)


def holds_a_view(scene: Scene, verb: Token, depth: int = DEEP) -> bool:
    """Whether the verb, or a clause under it, tells of an attitude; not where it is only supposed."""
    s = scene.sentence
    if verb.lemma in words("opinion", "no_views") or any(k.lemma in HYPOTHETICAL for k in s.children(verb.i, "mark")):
        return False
    if verb.lemma in words("opinion", "attitudes"):
        return True
    minded = any(k.lemma in words("opinion", "states_of_mind") for k in s.children(verb.i, "acomp", "attr"))
    held = any(k.lemma in words("opinion", "harbored") for k in s.children(verb.i, "dobj"))
    if minded or (held and verb.lemma in words("opinion", "harboring")):
        return True
    below = [k for k in s.children(verb.i, "conj", "ccomp", "xcomp") if k.verbal and _same_subject(scene, k)]
    return depth > 0 and any(holds_a_view(scene, k, depth - 1) for k in below)


def _same_subject(scene: Scene, verb: Token) -> bool:
    """Whether a clause is about the same public: it has no subject of its own, or a pronoun."""
    own = scene.sentence.child(verb.i, "nsubj", "nsubjpass")
    return own is None or own.tag == "PRP"


def population(scene: Scene, t: Token) -> Actor:
    """The population as an actor: the state's people; its code unknown where the text names no state."""
    s = scene.sentence
    span = s.extent(core(s, t.i))
    inner = scene.actors(t.i)
    if inner and inner[0].code:
        return Actor(scene.text(span), span, inner[0].code, None, "CVL")
    owner = modifier(s, t.i, scene.discourse)
    code = owner.code if owner else _state_after(scene, t)
    return Actor(scene.text(span), span, code, None, "CVL")


def _state_after(scene: Scene, t: Token) -> str | None:
    """The state of "public opinion within B", wherever the phrase hangs; None where no state follows closely."""
    for x in scene.sentence.tokens[t.i + 1 : t.i + 4]:
        entity = entity_of(x, scene.discourse) if x.mention >= 0 else None
        if entity is not None and entity.kind == "state":
            return entity.code
    return None
