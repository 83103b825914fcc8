"""Need told by verbs and adjectives: people who go hungry, flee their homes, need help to live; stocks that run out."""

from __future__ import annotations

from comity.coding import factuality
from comity.language.sentence import Sentence, Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene

CONTENT = ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "compound", "nmod")
SOME_YEARS = 3  # a need of so many years before the text is history


def lexicon(key: str) -> frozenset[str]:
    return words("humanitarian", key)


def of_plight(scene: Scene, t: Token) -> bool:
    """Whether the word tells that people suffer want, flee, or that what they live by gives out."""
    s = scene.sentence
    if t.lemma == "starve" and t.verbal:
        return _about(s, t, "people")
    if t.lemma in lexicon("afflicted") and t.dep in ("acomp", "oprd", "ccomp", "ROOT", "conj", "advcl", "attr"):
        return True
    if t.lemma == "insecure" and any(k.lemma == "food" for k in s.children(t.i)):
        return True
    if t.lemma == "enough" and any(k.lemma == "eat" for k in s.children(t.i)):
        return factuality.negated(s, t.head)
    if not t.verbal:
        return t.lemma == "need" and t.dep == "pobj" and _of(s, t, "help_needed", "vital") and _people_at(s, t.head)
    if t.lemma in ("displace", "uproot"):
        return t.dep != "amod" and _about(s, t, "people")
    if t.lemma in ("flee", "drive", "lose", "force", "leave"):
        return _of_homes(s, t)
    if t.lemma in ("need", "require", "lack"):
        helped = {k.lemma for k in s.children(t.i, "dobj")} & (lexicon("help_needed") | lexicon("vital"))
        return bool(helped) and _about(s, t, "people", ("nsubj",))
    return _gives_out(s, t)


def _gives_out(s: Sentence, t: Token) -> bool:
    """ "fuel will run out", "hospitals are running out of blood", "rations would be cut", "two hospitals are still working"."""
    out = t.lemma == "run" and any(k.lemma in ("out", "low", "short", "dry") for k in s.children(t.i))
    if out or t.lemma == "dwindle":
        return _about(s, t, "vital", ("nsubj",)) or _deep(s, t, "vital")
    if t.lemma in ("cut", "halve", "reduce", "slash"):
        return _about(s, t, "rations", ("dobj", "nsubjpass"))
    if t.lemma == "last":
        fuel = s.child(s.tokens[t.head].i, "dobj") if t.dep == "ccomp" else None
        return _about(s, t, "vital", ("nsubj",)) or (fuel is not None and fuel.lemma in lexicon("vital"))
    if t.lemma in ("work", "function", "operate"):
        few = any(k.lemma in ("still", "only", "longer", "partially", "barely") for k in s.children(t.i))
        return (few or factuality.negated(s, t.i)) and _about(s, t, "wards", ("nsubj",))
    return False


def _of_homes(s: Sentence, t: Token) -> bool:
    """ "fled their homes", "driven from their homes", "lost their homes"."""
    near = [*s.children(t.i, "dobj"), *(n for p in s.children(t.i, "prep") for n in s.children(p.i, "pobj"))]
    home = any(k.lemma in ("home", "house", "village") and s.child(k.i, "poss") for k in near)
    return home and t.lemma != "leave" and not (t.lemma == "force" and t.dep == "amod")


def _about(s: Sentence, t: Token, key: str, deps: tuple[str, ...] = ("dobj", "nsubjpass", "nsubj")) -> bool:
    """Whether a subject or object of the verb, or what it counts ("two of the hospitals"), is a word of that list."""
    heads = [s.tokens[i] for k in s.children(t.i, *deps) for i in s.conjuncts(k.i)]
    inner = [n for h in heads for p in s.children(h.i, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")]
    named = key == "people" and any(h.mention >= 0 and h.tag[:3] == "NNP" and h.tag != "NNP" for h in heads)
    counted = [k for h in (*heads, *inner) for k in s.children(h.i, "compound")] if key == "vital" else []
    return named or any(k.lemma.lower() in lexicon(key) for k in (*heads, *inner, *counted))


def _deep(s: Sentence, t: Token, key: str) -> bool:
    """ "running out of blood and oxygen": after the particle, or the preposition a parser makes of it."""
    return any(
        s.tokens[i].lemma in lexicon(key) for p in s.children(t.i, "prep", "prt") for i in s.subtree(p.i) if i > t.i
    )


def _of(s: Sentence, t: Token, *keys: str) -> bool:
    inner = [n for p in s.children(t.i, "prep") if p.lemma in ("of", "for") for n in s.children(p.i, "pobj")]
    return any(n.lemma in lexicon(k) for n in inner for k in keys)


def _people_at(s: Sentence, prep: int) -> bool:
    """Whether the subject of the verb over "in need of" is people."""
    verb = s.tokens[s.tokens[prep].head]
    return verb.verbal and _about(s, verb, "people", ("nsubj",))


def of_another_world(scene: Scene, t: Token) -> bool:
    """Whether the need is that of a book, a game or a past century, or another sense of the word."""
    s = scene.sentence
    lemmas = {x.lemma for x in s.tokens}
    if t.dep in ("compound", "nmod") and s.tokens[t.head].mention < 0:
        return s.tokens[t.head].lemma not in lexicon("outbreaks")
    if lemmas & lexicon("works") or any(k.lemma in lexicon("games") for k in s.children(t.i, "compound", "amod")):
        return True
    published = scene.discourse.article.published
    years = [int(x.text) for x in s.tokens if x.tag == "CD" and x.text.isdigit() and len(x.text) == 4]
    if published and any(1000 < y < int(published[:4]) - SOME_YEARS for y in years):
        return True
    if t.lemma != "displacement":
        return False
    of_people = {s.tokens[i].lemma for i in s.subtree(t.i)} & (lexicon("people") | lexicon("forced"))
    return not (of_people or lemmas & (lexicon("forced") | lexicon("needs") - {"displacement"}))
