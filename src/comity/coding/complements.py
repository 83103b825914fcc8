"""What follows a verb as its complement: a clause that states or asks, a clause of what is to be, a name given to a thing.

Grammar of vocabulary/frames.py's parts "that=", "should=" and "name="; the words stand in the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.actors.phrases import words
from comity.coding.cues import QUOTES, infinitive, listed
from comity.language.sentence import Sentence, Token

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
INTERROGATIVE = frozenset({"WP", "WDT", "WRB", "WP$"})


def stating(s: Sentence, verb: int) -> Iterator[tuple[Token, int]]:
    """(clause, who acts in it) for each clause that says that something is so, before or after the verb."""
    for clause in s.children(verb, "ccomp"):
        own = s.child(clause.i, "nsubj", "nsubjpass")
        if own is not None and not infinitive(s, clause) and not asking(s, clause) and not to_be_done(s, clause):
            yield clause, acting(s, clause, own)


def to_be_done(s: Sentence, clause: Token) -> bool:
    """Whether a clause says what is to be: "(that) B leave", "(that) the men be freed"."""
    helpers = list(s.children(clause.i, "aux", "auxpass"))
    if s.child(clause.i, "nsubj", "nsubjpass") is None or any(k.tag in FINITE for k in helpers):
        return False
    own = s.child(clause.i, "nsubj", "nsubjpass")
    # a verb without "-s" after a singular; one that the tagger took for a noun
    plain = clause.tag == "VB" or (clause.tag == "VBP" and own is not None and own.tag in ("NN", "NNP"))
    plain = plain or (clause.tag == "NN" and not helpers and s.child(clause.i, "mark") is not None)
    bare = plain and not any(k.lemma == "to" for k in helpers)
    return bare or any(k.text.lower() == "be" for k in helpers)


def wanted(s: Sentence, verb: int) -> Iterator[tuple[Token, int]]:
    """(clause, who is to act in it) for each clause that says what is to be."""
    for clause in s.children(verb, "ccomp"):
        own = s.child(clause.i, "nsubj", "nsubjpass")
        if own is not None and to_be_done(s, clause):
            yield clause, acting(s, clause, own)


def acting(s: Sentence, clause: Token, own: Token) -> int:
    """Who acts in a clause: its subject, of a passive the one after "by"; the clause itself where nobody is told."""
    if own.dep != "nsubjpass":
        return clause.i if own.tag in ("PRP", "EX") else own.i
    by = next((k for k in s.children(clause.i, "agent", "prep") if k.lemma == "by"), None)
    agent = s.child(by.i, "pobj") if by is not None else None
    return clause.i if agent is None else agent.i


def asking(s: Sentence, clause: Token) -> bool:
    """Whether a clause is a question: "whether", "if", or a question word at its beginning."""
    if any(k.lemma in ("whether", "if") for k in s.children(clause.i, "mark")):
        return True
    return s.tokens[s.subtree(clause.i)[0]].tag in INTERROGATIVE


def inquires(s: Sentence, t: Token) -> bool:
    """Whether a verb such as "ask" wants to know something and no deed: "asked whether", "asked about"."""
    if t.lemma not in words("inquiring"):
        return False
    if any(k.lemma == "about" for k in s.children(t.i, "prep")):
        return True
    return any(asking(s, k) for k in s.children(t.i, "ccomp", "pcomp"))


def names(s: Sentence, t: Token) -> list[int]:
    """What a verb of naming calls its object: the heads of "a betrayal", "as illegal", and what "act of" is an act of."""
    if t.lemma not in listed("naming") and t.lemma not in words("holding"):
        return []
    found = [k.i for k in s.children(t.i, "oprd", "acomp") if k.i > t.i]
    found += [k.i for k in s.children(t.i, "advcl") if k.tag == "JJ" and t.lemma in words("holding")]
    for k in (k for i in (t.i, *(o.i for o in s.children(t.i, "dobj"))) for k in s.children(i, "prep", "advcl")):
        if k.lemma == "as":
            found += [n.i for n in s.children(k.i, "pobj", "amod", "pcomp", "acomp")]
        elif k.dep == "advcl" and k.head == t.i and s.child(k.i, "mark", "prep") is not None and not k.verbal:
            found.append(k.i)
    for k in s.children(t.i, "ccomp"):
        if not k.verbal:
            found.append(k.i)
        elif k.lemma == "be" and not any(a.tag == "MD" for a in s.children(k.i, "aux")):
            found += [n.i for n in s.children(k.i, "attr", "acomp")]
    objects = [k for k in s.children(t.i, "dobj") if k.nominal]
    found += [k.i for k in objects[1:] if t.lemma not in words("holding")]
    for obj in objects[:1]:
        found += [k.i for k in s.children(obj.i, "appos") if s.tokens[s.subtree(k.i)[0] - 1].text in (*QUOTES, "``")]
    found = [k for k in found if s.tokens[k].mention < 0]
    return found + [
        n.i for k in found for p in s.children(k, "prep") if p.lemma == "of" for n in s.children(p.i, "pobj")
    ]


def named_thing(s: Sentence, t: Token) -> list[int]:
    """The thing that is given a name, where a parser made it the subject of a clause without a verb."""
    if t.lemma not in listed("naming") and t.lemma not in words("holding"):
        return []
    return [n.i for k in s.children(t.i, "ccomp") if not k.verbal for n in s.children(k.i, "nsubj")]


def double_objects(s: Sentence, i: int) -> list[int]:
    """Objects of a verb, the one who gets or is asked first ("promised B rice", "refused B a berth")."""
    bare = [k for k in s.children(i, "dobj", "dative") if k.nominal]
    if len(bare) > 1 or not bare or s.tokens[i].lemma not in words("giving"):
        return [k.i for k in bare] if len(bare) > 1 else []
    name = next((k for k in s.children(bare[0].i, "compound", "nmod") if k.mention >= 0 and k.i == i + 1), None)
    return [] if name is None else [name.i, bare[0].i]  # "promised B rice", read by the parser as a sort of rice
