"""Publics and what they are said to think: "most Kenyans", "the people of B", "62 per cent of the public"."""

from __future__ import annotations

from comity.actors.owners import modifier
from comity.actors.phrases import core, entity_of
from comity.coding.matching import passive
from comity.language.sentence import Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene
from comity.values import Actor

HYPOTHETICAL = frozenset({"if", "unless", "whether"})
FAR = 8  # tokens after "public opinion" in which its state is named
DEEP = 2  # clauses under the public's verb in which its view may stand: "have said that they do not trust"


def is_public(scene: Scene, t: Token) -> bool:
    """A whole and not some of it: a people's name, or a word for a public with its state; "most of", "62 per cent of"."""
    s = scene.sentence
    if t.mention >= 0:
        kind = scene.discourse.mentions[t.mention].kind
        if _some_of_them(scene, t):
            return False
        return kind == "demonym" or (kind == "adjective" and t.dep in ("nsubj", "nsubjpass", "pobj"))
    if t.lemma in words("opinion", "parts"):
        inner = [n for p in s.children(t.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
        if any(is_public(scene, n) or n.lemma in words("opinion", "publics") for n in inner):
            return True
    if t.lemma in words("opinion", "everybody") and _in_a_state(scene, t):
        return True
    if t.lemma in words("opinion", "persons") and interviewed(scene, t):
        return True
    if t.lemma not in words("opinion", "publics"):
        return False
    if any(k.tag == "PRP$" and k.lemma in ("our", "my") for k in s.children(t.i, "poss")):
        return True
    whole = modifier(s, t.i, scene.discourse) is not None or _state_before(scene, t)
    counted = any(k.lemma in words("opinion", "parts") for k in s.children(t.i, "nummod", "amod", "det"))
    return t.lemma in ("public", "population", "society", "electorate") or whole or counted or interviewed(scene, t)


def interviewed(scene: Scene, t: Token) -> bool:
    """ "people I spoke with", "residents whom reporters met": those whom somebody has heard."""
    s = scene.sentence
    verb = s.tokens[t.head]
    heard = any(k.lemma in ("reporter", "journalist", "correspondent") for k in s.children(verb.i, "dobj"))
    if t.dep == "nsubj" and verb.lemma == "tell" and heard:
        return True
    return any(k.lemma in words("opinion", "anecdotes") for k in s.children(t.i, "relcl", "acl"))


def _some_of_them(scene: Scene, t: Token) -> bool:
    """ "three Kenyans": people, no public; "one in three" and "61 percent" stand for the whole."""
    s = scene.sentence
    counts = list(s.children(t.i, "nummod"))
    ratio = any(k.lemma in ("in", "of", "percent", "%") for c in counts for k in s.children(c.i))
    return bool(counts) and not ratio and not any(k.lemma in ("in", "million") for k in s.tokens[max(0, t.i - 4) : t.i])


def official(scene: Scene, t: Token, verb: Token) -> bool:
    """ "the Israelis rejected the offer": a people's name with "the" that does what governments do."""
    s = scene.sentence
    named = t.mention >= 0 and any(k.lemma == "the" for k in s.children(t.i, "det"))
    return named and verb.lemma in words("opinion", "governing")


def _in_a_state(scene: Scene, t: Token) -> bool:
    s = scene.sentence
    inner = [n for p in s.children(t.i, "prep") if p.lemma in ("in", "across") for n in s.children(p.i, "pobj")]
    return any(n.mention >= 0 for n in inner)


def of_those(scene: Scene, t: Token) -> Token | None:
    """Whose sentiment it is in "support among Danes", "unpopular with Malians", "Kenyans' trust": the people's name."""
    s = scene.sentence
    hosts = [t, s.tokens[t.head]]
    after = [
        n
        for h in hosts
        for p in s.children(h.i, "prep")
        if p.lemma in ("among", "amongst", "with", "in")
        for n in s.children(p.i, "pobj")
    ]
    near = [*s.children(t.i, "poss"), *after]
    demonyms = [k for k in near if k.mention >= 0 and scene.discourse.mentions[k.mention].kind == "demonym"]
    return next(iter(demonyms), None)


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
    if verb.lemma in ("divide", "split", "feed") and passive(s, verb.i):
        return verb.lemma != "feed" or any(k.lemma == "up" for k in s.children(verb.i, "prt"))
    if verb.lemma == "stand" and any(p.lemma == "behind" for p in s.children(verb.i, "prep")):
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
    named = entity_of(t, scene.discourse) if t.mention >= 0 else None
    if named is not None and named.code:
        return Actor(scene.text(span), span, named.code, None, "CVL")
    hated = any(x.text.lower().startswith("anti") for x in s.tokens[max(0, t.i - 3) : t.i])
    if hated:  # "anti-A sentiment in B" is that of B
        return Actor(scene.text(span), span, _state_after(scene, t), None, "CVL")
    inner = scene.actors(t.i)
    if inner and inner[0].code:
        return Actor(scene.text(span), span, inner[0].code, None, "CVL")
    owner = modifier(s, t.i, scene.discourse)
    code = owner.code if owner else _state_after(scene, t)
    return Actor(scene.text(span), span, code, None, "CVL")


def _state_after(scene: Scene, t: Token) -> str | None:
    """The state of "public opinion within B", wherever the phrase hangs; None where no state follows closely."""
    for x in scene.sentence.tokens[t.i + 1 : t.i + FAR]:
        entity = entity_of(x, scene.discourse) if x.mention >= 0 else None
        if entity is not None and entity.kind in ("state", "metonym"):
            return entity.code
    return None
