"""Help in kind: food, tents and doses that are brought, rescuers who are sent, money that is given to people in need."""

from __future__ import annotations

from comity.language.sentence import Sentence, Token
from comity.signals.lexicon import words
from comity.signals.scene import Scene


def lexicon(key: str) -> frozenset[str]:
    return words("humanitarian", key)


def brought(scene: Scene, t: Token) -> bool:
    """Whether the word is a thing or a team that is brought, asked for, kept out, or that arrives."""
    s = scene.sentence
    if t.mention >= 0 or t.tag[:2] not in ("NN", "VB"):
        return False
    if t.verbal:
        return _fed(s, t)
    lemmas = {x.lemma for x in s.tokens if x.mention < 0}
    at = _whole(s, t)
    host = s.tokens[at.head]
    if t.lemma in lexicon("money"):
        return _given_for_need(scene, t, lemmas)
    team = t.lemma in lexicon("rescuers") or (
        t.lemma in ("team", "crew", "hospital") and any(k.lemma in lexicon("rescuing") for k in s.children(t.i))
    )
    if team:
        sent = at.dep in ("dobj", "nsubjpass") and host.lemma in lexicon("giving")
        return sent or (at.dep == "nsubj" and host.lemma in lexicon("rescues"))
    if t.lemma not in lexicon("goods"):
        return False
    urgent = bool(lemmas & lexicon("affected")) or t.lemma in lexicon("relief_goods")
    if at.dep in ("dobj", "nsubjpass") and host.lemma in lexicon("giving"):
        return urgent or _to_somebody(scene, host)
    if at.dep == "nsubj" and host.lemma in lexicon("arriving") | lexicon("reaching"):
        return urgent or t is not at
    if any(k.lemma in lexicon("arriving") | lexicon("reaching") and k.tag == "VBN" for k in s.children(at.i, "acl")):
        return urgent or t is not at  # "trucks of flour crossed into B, the office said"
    asked = at.dep == "pobj" and s.tokens[host.head].lemma in lexicon("appeal") and host.lemma == "for"
    return asked and urgent


def _whole(s: Sentence, t: Token) -> Token:
    """ "tonnes of wheat", "a plane with tents", "a consignment of doses": the head of what is brought."""
    at = t
    for _ in range(3):
        prep = s.tokens[at.head]
        if at.dep in ("compound", "conj", "nmod") and s.tokens[at.head].tag[:2] == "NN":
            at = s.tokens[at.head]
        elif at.dep == "pobj" and prep.lemma in ("of", "with") and s.tokens[prep.head].lemma in lexicon("loads"):
            at = s.tokens[prep.head]
        else:
            break
    return at


def _to_somebody(scene: Scene, verb: Token) -> bool:
    """ "sent wheat to B": a gift to a country; goods that are sold have another verb."""
    s = scene.sentence
    to = [n for p in s.children(verb.i, "prep", "dative") if p.lemma in ("to", "for") for n in s.children(p.i, "pobj")]
    return any(n.mention >= 0 for n in (*to, *s.children(verb.i, "dative")))


def _fed(s: Sentence, t: Token) -> bool:
    """ "vaccinated 400,000 children", "has fed two million people"."""
    if t.lemma not in lexicon("feeding"):
        return False
    objects = {k.lemma for k in s.children(t.i, "dobj", "nsubjpass")}
    return bool(objects & lexicon("people")) and any(k.tag == "CD" for i in s.subtree(t.i) for k in (s.tokens[i],))


def _given_for_need(scene: Scene, t: Token, lemmas: set[str]) -> bool:
    """ "will give 20 million dollars for refugees", "appealed for 4 billion dollars for B"."""
    s = scene.sentence
    host = s.tokens[t.head]
    need = bool(lemmas & (lexicon("affected") | lexicon("needs") | lexicon("humanitarian")))
    if t.dep == "dobj" and host.lemma in lexicon("given") | {"release", "seek"}:
        return need
    verb = s.tokens[host.head] if t.dep == "pobj" and host.lemma == "for" else None
    return verb is not None and verb.lemma in ("appeal", "plead") and any(p.lemma == "for" for p in s.children(verb.i))
