"""What is said: the words of a sentence that hang on a reporting verb or noun as its content, as token indices.

A clause comes first, then quoted words, a name given to a thing ("called it a farce"), an infinitive, an object and a
prepositional phrase. What stands before the object stays out, except in the passive, where the subject is the content.
"""

from __future__ import annotations

from comity.actors.phrases import words as grammar_words
from comity.coding.cues import QUOTES, infinitive, listed, passive, prepositions
from comity.language.sentence import Sentence, Token

ADJUNCTS = frozenset({"for", "as", "of", "over", "about", "against", "to"})  # they go on from an object
PREDICATES = ("oprd", "xcomp", "ccomp", "acomp", "attr")


def content_of_verb(s: Sentence, t: Token) -> list[int]:
    """The content of a reporting verb; empty where it has none."""
    if passive(s, t) and (of_passive := _of_passive(s, t)):
        return of_passive
    clause = _clause(s, t)
    if clause is not None:
        return _with_object(s, t, clause)
    if t.dep in ("parataxis", "ccomp") and (around := parenthetical(s, t)):
        return around
    return named(s, t) or _infinitive(s, t) or _object(s, t) or _prepositional(s, t) or _quoted(s, t)


def _clause(s: Sentence, t: Token) -> Token | None:
    for k in s.children(t.i, "ccomp", "pcomp"):
        if k.verbal or s.child(k.i, "cop", "nsubj", "attr") or len(s.kids[k.i]) > 1:
            return k
    if t.lemma not in listed("objects"):
        return None
    return next((k for k in s.children(t.i, "xcomp") if not infinitive(s, k) and k.verbal), None)


def _with_object(s: Sentence, t: Token, clause: Token) -> list[int]:
    """The clause; where it is an infinitive asked of somebody, that somebody belongs to it."""
    inside = s.subtree(clause.i, without=_going_on(s, t, clause))
    if infinitive(s, clause) and t.lemma in listed("infinitives"):
        return sorted(_asked(s, t, clause) + inside)
    return inside


def _going_on(s: Sentence, t: Token, clause: Token) -> frozenset[int]:
    """ "A says it stopped them, and B accuses …": a clause of its own behind a comma, in the tense of the telling."""
    found = set()
    for k in s.children(clause.i, "conj"):
        own = s.child(k.i, "nsubj")
        set_off = own is not None and any(x.text == "," for x in s.tokens[max(0, min(s.subtree(k.i)) - 2) : own.i])
        if own is not None and own.mention >= 0 and set_off and _tense(s, k) == _tense(s, t) != _tense(s, clause):
            found.add(k.i)
    return frozenset(found)


def _tense(s: Sentence, verb: Token) -> str:
    """ "VBD", "VBZ" and so on of the first finite word of a verb, with "had" told from the plain past."""
    helper = s.child(verb.i, "aux", "auxpass")
    tag = verb.tag if helper is None else f"{helper.lemma} {helper.tag}"
    return {"VBP": "VBZ"}.get(tag, tag)


def _asked(s: Sentence, t: Token, clause: Token) -> list[int]:
    found: list[int] = []
    for k in s.children(t.i, "dobj", "dative", "prep", "prt"):
        if not t.i < k.i < clause.i:
            continue
        if k.dep not in ("prep", "prt"):
            found.extend(s.subtree(k.i))
        elif k.lemma in ("on", "upon") and (noun := s.child(k.i, "pobj")):
            found.extend(s.subtree(noun.i))
    return found


def _infinitive(s: Sentence, t: Token) -> list[int]:
    if t.lemma not in listed("infinitives"):
        return []
    inf = next((k for k in s.children(t.i, "xcomp", "ccomp", "advcl") if infinitive(s, k) and k.i > t.i), None)
    if inf is None or (inf.dep == "advcl" and s.child(t.i, "dobj", "prep") is None):
        return _infinitive_of_object(s, t)
    return sorted(_asked(s, t, inf) + s.subtree(inf.i))


def _infinitive_of_object(s: Sentence, t: Token) -> list[int]:
    """ "urged the government to act", read by the parser as a government that is to act."""
    obj = s.child(t.i, "dobj", "dative")
    if obj is None or obj.i < t.i:
        return []
    return s.subtree(obj.i) if any(infinitive(s, k) for k in s.children(obj.i, "acl", "relcl")) else []


def named(s: Sentence, t: Token) -> list[int]:
    """ "called the vote a farce", "described the plan as illegal": the thing and its name."""
    if t.lemma not in listed("naming"):
        return []
    obj = s.child(t.i, "dobj", "nsubj") if passive(s, t) else s.child(t.i, "dobj")
    name = next((k for k in s.children(t.i, *PREDICATES) if k.i > t.i and not infinitive(s, k)), None)
    if name is None:
        after = s.children(t.i, "prep", "advcl")
        name = next((k for k in after if k.lemma == "as" or s.child(k.i, "mark", "prep") is not None), None)
    if name is None:
        return []
    return sorted((s.subtree(obj.i) if obj and obj.i > t.i else []) + s.subtree(name.i))


def _object(s: Sentence, t: Token) -> list[int]:
    obj = s.child(t.i, "dobj")
    if (
        obj is None
        or not (t.lemma in listed("objects") or _particle(s, t))
        or obj.text.lower().endswith(("self", "selves"))
    ):
        return []
    if obj.i < t.i and obj.tag not in ("WP", "WDT"):
        return []
    return sorted(s.subtree(obj.i) + [i for k in _adjuncts(s, t, obj) for i in s.subtree(k.i)])


def _particle(s: Sentence, t: Token) -> bool:
    wanted = prepositions("with_particle").get(t.lemma, frozenset())
    return any(k.lemma in wanted for k in s.children(t.i, "prt"))


def _adjuncts(s: Sentence, t: Token, obj: Token) -> list[Token]:
    """What goes on after the object: "for breaking the truce", "as an example"."""
    after = [
        k for k in s.children(t.i, "prep", "xcomp", "oprd", "conj") if k.i > obj.i and (k.dep != "conj" or k.nominal)
    ]
    return [k for k in after if k.dep != "prep" or (k.lemma in ADJUNCTS and not _circumstance(s, k))]


def _circumstance(s: Sentence, prep: Token) -> bool:
    """When, or in which text, something was said: no part of what was said."""
    noun = s.child(prep.i, "pobj")
    return noun is not None and (noun.lemma in grammar_words("time_nouns") or noun.lemma in listed("texts"))


def trimmed(s: Sentence, content: list[int], clausal: bool) -> list[int]:
    """Without a last clause that goes on about the content behind a comma (", which …", ", arguing that …").

    Where the content is a clause itself (``clausal``), a relative clause at its end is part of what was said.
    """
    kept = set(content)
    last = max(content, default=0)
    for i in content:
        t = s.tokens[i]
        if (
            t.dep in (("advcl", "acl") if clausal else ("relcl", "advcl", "acl"))
            and t.head < i
            and t.head in kept
            and _loose(s, t)
        ):
            tail = [k for k in s.subtree(i) if k in kept]
            if tail[-1] >= last - 1:
                kept -= set(tail)
    return sorted(kept)


def _loose(s: Sentence, t: Token) -> bool:
    first = s.subtree(t.i)[0]
    if first == 0 or s.tokens[first - 1].text not in (",", "-", "—", "–"):
        return False
    aside = any(k.dep == "mark" and k.lemma in ("although", "though", "while") for k in s.children(t.i))
    return t.dep == "relcl" or t.tag == "VBG" or aside


def _prepositional(s: Sentence, t: Token) -> list[int]:
    wanted = prepositions("with_preposition").get(t.lemma)
    for k in s.children(t.i, "prep", "prt", "advmod") if wanted else ():
        if wanted and k.lemma in wanted and k.i > t.i and (noun := s.child(k.i, "pobj", "pcomp")):
            return s.subtree(noun.i)
    return []


def _quoted(s: Sentence, t: Token) -> list[int]:
    """Quoted words that hang on a reporting verb without a clause of its own."""
    for k in s.children(t.i, "dobj", "oprd", "attr", "prep", "advcl", "dep", "acomp", "npadvmod", "intj"):
        inside = s.subtree(k.i)
        if any(s.tokens[i].text in QUOTES or s.tokens[i].tag in ("``", "''") for i in inside):
            return inside
    return []


def _of_passive(s: Sentence, t: Token) -> list[int]:
    """ "is expected to resign", "was criticised for the raid": the subject is part of what is thought or said."""
    patient = s.child(t.i, "nsubjpass", "csubjpass")
    if t.lemma == "quote" or patient is None or t.lemma not in listed("passives"):
        return []
    rest = [k for k in s.children(t.i, *PREDICATES, "prep") if k.i > t.i and (k.dep != "prep" or k.lemma in ADJUNCTS)]
    by_agent = any(k.lemma == "by" for k in s.children(t.i, "agent", "prep"))
    if (not rest and not by_agent) or (patient.lemma == "it" and any(k.dep == "ccomp" for k in rest)):
        return []
    return sorted(s.subtree(patient.i) + [i for k in rest for i in s.subtree(k.i)])


def parenthetical(s: Sentence, t: Token) -> list[int]:
    """ "The town, officials said, was shelled": the cue's clause hangs inside its content."""
    if t.dep == "ccomp" and not (s.tokens[t.head].verbal and _framed(s, t)):
        return []
    outside = frozenset(s.subtree(t.i))
    return [i for i in s.subtree(t.head) if i not in outside]


def _framed(s: Sentence, t: Token) -> bool:
    """Whether a clause stands between commas, with neither complement nor conjunction: "X, Y said, did Z"."""
    inside = s.subtree(t.i)
    first, last = inside[0], inside[-1]
    if any(k.dep == "mark" for k in s.children(t.i)):
        return False
    before = first > 0 and s.tokens[first - 1].text in (",", "—", "–")
    after = last + 1 < len(s.tokens) and s.tokens[last + 1].text in (",", "—", "–")
    return before and (after or last + 1 >= len(s.tokens) - 1)


def content_around(s: Sentence, i: int) -> list[int]:
    """The clause that an adverbial such as "according to …" qualifies, without the adverbial."""
    outside = frozenset(s.subtree(i))
    head = s.tokens[i].head
    for t in s.ancestors(i):
        if t.verbal:
            head = t.i
            break
    return [k for k in s.subtree(head) if k not in outside]


def content_of_noun(s: Sentence, t: Token, owned: bool) -> list[int]:
    """The content of a noun of saying: its that-clause; where its owner is told, an infinitive or a thing, too."""
    clause = s.child(t.i, "acl", "ccomp", "relcl")
    if clause is not None and any(
        k.lemma == "that" and (k.dep == "mark" or k.tag == "IN") for k in s.children(clause.i)
    ):
        return s.subtree(clause.i)
    if not owned:
        return []
    if clause is not None and infinitive(s, clause) and t.lemma in listed("nouns_with_infinitive"):
        return s.subtree(clause.i)
    wanted = prepositions("nouns_with_preposition").get(t.lemma, frozenset())
    for k in s.children(t.i, "prep"):
        if k.lemma in wanted and (noun := s.child(k.i, "pobj", "pcomp")):
            return s.subtree(noun.i)
    return []


def content_of_adjective(s: Sentence, t: Token) -> list[int]:
    """What somebody is said to be sure, afraid or critical of: a clause, or a thing behind the right preposition."""
    wanted = prepositions("adjectives").get(t.lemma, frozenset())
    for k in s.children(t.i, "ccomp", "prep"):
        if k.dep == "ccomp" and "that" in wanted:
            return s.subtree(k.i)
        if k.dep == "prep" and k.lemma in wanted and (noun := s.child(k.i, "pobj", "pcomp")):
            return s.subtree(noun.i)
    return []


def tagged(s: Sentence, t: Token, source: int | None) -> list[int]:
    """ "The bridge stands, he said.": all that stands before the tag, where the parser found no content."""
    if source is None or source > t.i or any(k.i > t.i and k.dep != "punct" for k in s.children(t.i)):
        return []
    first = min(s.subtree(source)[0], source)
    before = s.tokens[first - 1] if first else None
    return list(range(first - 1)) if before is not None and before.text in (",", "”", '"', "''") else []
