"""Who says it and to whom: the phrases of a sentence that are source and medium of an attribution."""

from __future__ import annotations

from comity.actors.discourse import Discourse
from comity.actors.noun_phrases import actors_at, dig
from comity.actors.phrases import core, is_actor
from comity.actors.resolving import resolve
from comity.coding.cues import listed, passive, stances
from comity.coding.participants import subject, subject_or_patient
from comity.language.sentence import Sentence, Token
from comity.values import Actor


def actor_or_phrase(s: Sentence, i: int, d: Discourse) -> Actor:
    """The actor a source phrase means; a phrase without a name ("a report") stays as text, with the actor inside it."""
    if is_actor(s, i, d):
        return resolve(s, i, d)
    span = s.extent(core(s, i))
    inner = dig(s, i, d)
    code = inner[0] if inner else Actor("")
    return Actor(d.article.text[span[0] : span[1]], span, code.code, code.id, code.sector, None)


def joint(s: Sentence, i: int, d: Discourse) -> tuple[Actor, ...]:
    """Who says it together with the one at ``i``: "A and B told …"; nobody where one of them is left open or set apart."""
    if any(k.lemma in ("or", "nor", "not", "but") for j in s.conjuncts(i) for k in s.children(j)):
        return ()
    found = actors_at(s, i, d)
    return tuple(a for a in found[1:] if (a.code, a.id) != (found[0].code, found[0].id))


def source_of_verb(s: Sentence, t: Token, d: Discourse) -> int | None:
    """The head of the phrase that says: the verb's logical subject; None where nobody is named."""
    if passive(s, t):
        told = t.lemma in ("tell", "inform", "quote", "cite", "hear")
        return subject_or_patient(s, t.i) if told and t.lemma == "quote" else subject(s, t.i)
    if (
        t.dep == "advcl"
        and t.tag == "VBG"
        and s.child(t.i, "nsubj") is None
        and _set_off(s, t)
        and s.tokens[t.head].verbal
    ):
        return subject_or_patient(s, t.head)
    found = subject(s, t.i)
    if t.dep == "acl" and t.tag == "VBG" and found is not None and (_set_off(s, t) or not is_actor(s, found, d)):
        found = _of_outer_cue(s, found) or found
    return _without_pronoun(s, t, found)


def _set_off(s: Sentence, t: Token) -> bool:
    """Whether a comma parts a participle from the noun that the parser hung it on: "told the group, adding …"."""
    return t.i > 0 and s.tokens[t.i - 1].text in (",", "—", "–")


def _of_outer_cue(s: Sentence, noun: int) -> int | None:
    """ "made the case, arguing that …": a participle that the parser hung on a thing belongs to the one who acts."""
    for verb in s.ancestors(noun):
        if verb.verbal and (verb.lemma in stances() or verb.dep in ("ROOT", "conj", "advcl")):
            return subject_or_patient(s, verb.i)
    return None


def _without_pronoun(s: Sentence, t: Token, found: int | None) -> int | None:
    """No bare "that" or "what" speaks, nor does the negation that a contraction left."""
    if found is None or _grammatical(s.tokens[found]):
        own = next((k for k in s.children(t.i, "nsubj", "aux") if k.nominal and k.lemma != "not"), None)
        return own.i if own is not None else None
    return found


def _grammatical(t: Token) -> bool:
    """Whether a token is no word that can stand for somebody: a negation, a mark, a function word."""
    if t.mention >= 0:
        return False
    return t.lemma == "not" or not t.text[:1].isalnum() or t.tag in ("RB", "WRB", "TO", "MD")


def addressee(s: Sentence, t: Token, d: Discourse) -> Actor | None:
    """Whom it was said to ("told the paper", "said to the council", "in an interview with …"); None where not told."""
    for k in s.children(t.i, "dative", "dobj"):
        if k.nominal and is_actor(s, k.i, d):
            return resolve(s, k.i, d)
    for k in s.children(t.i, "prep", "dative"):
        if k.lemma in ("to", "with", "in") and (noun := s.child(k.i, "pobj")):
            found = actors_at(s, noun.i, d)
            if found and (k.lemma == "to" or found[0].sector == "MED"):
                return found[0]
            inner = dig(s, noun.i, d) if k.lemma in ("in", "with") else []
            if inner and inner[0].sector == "MED":
                return inner[0]
    return None


def owner_of_noun(s: Sentence, t: Token) -> int | None:
    """Whose a noun of saying is: its possessor, "by …", "from …", or the subject of the verb that utters it."""
    for k in s.children(t.i, "poss"):
        return k.i
    for p in s.children(t.i, "prep"):
        if p.lemma in ("by", "from") and (noun := s.child(p.i, "pobj")):
            return noun.i
    for k in s.children(t.i, "amod", "compound", "nmod"):
        if k.mention >= 0:
            return k.i
    if t.dep == "dobj" and s.tokens[t.head].verbal and s.tokens[t.head].lemma not in listed("not_uttering"):
        return subject(s, t.head)
    return None
