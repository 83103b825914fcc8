"""Who acts and who is acted upon at a verb or event noun: subjects and objects by grammar, shared, raised or left out."""

from __future__ import annotations

from collections.abc import Iterator

from comity import vocabulary
from comity.coding.matching import Match, passive
from comity.language.sentence import Sentence, Token, once
from comity.vocabulary import words

SHARING = frozenset({"conj", "advcl", "xcomp", "dep"})
BENEFITING = frozenset({"AID", "AGREE", "COOPERATE"})  # acts whose purpose tells for whom they are done
FOR_WHOM = ("for", "in", "of", "to")


@once
def subject(s: Sentence, i: int) -> int | None:
    """The head of the logical subject of the verb at ``i``: its own, by-agent, shared, controlled or antecedent."""
    if passive(s, i):
        if (bound := _bound(s, i)) is not None:
            return bound
        by = _by_agent(s, i)
        return by if by is not None else _by_deed(s, i)
    own = s.child(i, "nsubj")
    t = s.tokens[i]
    if own is not None:
        if own.tag in ("WP", "WDT") and t.dep == "relcl":
            return author(s, t.head)
        return own.i
    if t.dep == "relcl":
        return None if any(True for _ in s.children(i, "dobj")) is False else t.head
    if t.dep == "acl":
        return author(s, t.head) if t.tag == "VBG" else _controller(s, t.head, i)
    if t.dep in ("xcomp", "pcomp", "ccomp") or (t.dep == "advcl" and t.tag in ("VBG", "VB")):
        return _controller(s, t.head, i)
    if t.dep == "conj":
        return subject(s, t.head) if s.tokens[t.head].verbal else None
    return None


def _bound(s: Sentence, i: int) -> int | None:
    """ "A is committed to helping B": passive in form, and A is the one who commits itself."""
    own = s.child(i, "nsubjpass") if s.tokens[i].lemma in words("grammar", "binding") else None
    return own.i if own is not None else None


def author(s: Sentence, i: int) -> int:
    """Who says what a text says: whose the text is, or who issues it; of any other noun the noun itself."""
    t = s.tokens[i]
    if t.mention >= 0 or t.lemma not in words("grammar", "text_nouns"):
        return i
    owner = next((k.i for k in s.children(i, "poss") if k.nominal or k.tag == "PRP$"), None)
    verb = s.tokens[t.head]
    issuing = t.dep in ("dobj", "pobj") and verb.verbal and subject(s, verb.i)
    return owner if owner is not None else issuing or i


def _by_agent(s: Sentence, i: int) -> int | None:
    inner = [n.i for p in s.children(i, "prep", "dative") for n in s.children(p.i, "pobj")]
    inner += [n.i for n in s.children(i, "dobj")]
    for at in (i, *inner):  # "was supplied with shells by A": a parser may hang the one who acts on what stands before
        for k in s.children(at, "agent", "prep"):
            if k.lemma == "by" and (noun := s.child(k.i, "pobj")) and noun.nominal:
                return noun.i
    return None


def _by_deed(s: Sentence, i: int) -> int | None:
    """ "were killed in an attack by B", "was wounded by gunfire": the deed stands for who did it."""
    nouns = (n for p in s.children(i, "prep") if p.lemma in ("in", "during") for n in s.children(p.i, "pobj"))
    return next((n.i for n in nouns if n.lemma in words("agents", "instruments")), None)


def _controller(s: Sentence, head: int, i: int) -> int | None:
    """The subject that a clause without its own takes from the word it hangs on."""
    t = s.tokens[head]
    if not t.verbal and not t.nominal and t.dep in ("prep", "advmod", "acomp", "prt", "pcomp", "agent", "oprd", "mark"):
        return _controller_over_preposition(s, t.head, head, i)
    if t.verbal:
        if t.lemma in words("grammar", "subject_control"):
            return subject_or_patient(s, head)
        obj = _object(s, head)
        if obj is not None and s.tokens[i].dep in ("xcomp", "ccomp", "advcl") and _addressed(s, head, i):
            return obj
        return subject_or_patient(s, head)
    if t.lemma in words("grammar", "asking_nouns") and (asked := _asked_of(s, head)) is not None:
        return asked  # "its call on B to withdraw"
    if t.tag[:2] == "NN":  # "a promise to withdraw": who promised
        for k in s.children(head, "poss"):
            return k.i
        for p in s.children(head, "prep"):
            if p.lemma == "of" and (owner := s.child(p.i, "pobj")):
                return owner.i
        verb = t.head
        if t.dep in ("dobj", "attr", "pobj") and s.tokens[verb].verbal:
            return subject_or_patient(s, verb)
        if t.dep == "pobj" and s.tokens[s.tokens[verb].head].verbal:
            return subject_or_patient(s, s.tokens[verb].head)
    return None


def _controller_over_preposition(s: Sentence, outer: int, inner: int, i: int) -> int | None:
    """ "accused B of attacking" takes the object, "stopped short of attacking" the subject."""
    t = s.tokens[outer]
    if t.verbal:
        owner = _object(s, outer) if t.lemma in words("grammar", "object_of_preposition_control") else None
        return subject_or_patient(s, outer) if owner is None else owner
    return _controller(s, outer, i) if outer != inner else None


def _asked_of(s: Sentence, noun: int) -> int | None:
    """Of whom a noun of asking asks something: "a call on B", "the demand to B"."""
    for k in s.children(noun, "prep"):
        if k.lemma in ("on", "upon", "to", "for") and (asked := s.child(k.i, "pobj")):
            return asked.i
    return None


def _addressed(s: Sentence, verb: int, i: int) -> bool:
    """Whether the clause at ``i`` speaks of the verb's object ("urged B to stop") and not of a purpose."""
    return s.tokens[i].dep in ("xcomp", "ccomp") or s.tokens[verb].lemma in words("grammar", "object_control")


def _object(s: Sentence, i: int) -> int | None:
    """The direct object, or the object of the one preposition that a demanding verb takes ("call on B")."""
    if passive(s, i) and (patient := s.child(i, "nsubjpass")):
        return patient.i
    for k in s.children(i, "dobj", "dative"):
        if k.dep == "dobj" or k.nominal:
            return k.i
    if s.tokens[i].lemma in words("grammar", "object_control"):
        for k in s.children(i, "prep"):
            if k.lemma in ("on", "upon", "for", "to", "with") and (noun := s.child(k.i, "pobj")):
                return noun.i
    own = s.child(i, "nsubj")
    if s.tokens[i].lemma in words("grammar", "object_control"):
        clause = s.child(i, "ccomp")
        inner = s.child(clause.i, "nsubj") if clause else None
        return inner.i if inner and own and inner.i != own.i else None
    return None


def nearby(s: Sentence, m: Match) -> Iterator[int]:
    """Heads of phrases that may be the other side where the pattern names none, the likeliest preposition first."""
    order = (
        ["with", "between", "among"] if m.frame.reciprocal else vocabulary.table("grammar")["recipient_prepositions"]
    )
    hosts = dict.fromkeys([m.head, *m.used, *(k.i for u in m.used for k in s.children(u, "dobj", "attr", "oprd"))])
    found = []
    for at in hosts:
        for prep in s.children(at, "prep", "dative"):
            noun = s.child(prep.i, "pobj")
            if noun and prep.lemma in order and noun.lemma not in words("grammar", "time_nouns"):
                found.append((order.index(prep.lemma), noun.i))
    yield from (i for _, i in sorted(found))


def of_infinitive(s: Sentence, m: Match) -> Iterator[int]:
    """The object of the infinitive or gerund that a pattern ends in: "refused to meet B", "a vow to help B"."""
    for u in dict.fromkeys((*m.used, *m.slots.values())):
        if u != m.head and s.tokens[u].verbal:
            yield from (k.i for k in s.children(u, "dobj"))
    if m.frame.type in BENEFITING:
        yield from _in_purpose(s, m)


def _in_purpose(s: Sentence, m: Match) -> Iterator[int]:
    """ "gave money to fight hunger in B", "offered to send medics to help B": for whose sake it is done."""
    for u in dict.fromkeys(m.used):
        for clause in s.children(u, "advcl", "acl", "xcomp"):
            if clause.verbal and s.infinitive(clause.i):
                objects = [k.i for k in s.children(clause.i, "dobj")]
                yield from objects
                for at in (clause.i, *objects):
                    yield from (
                        n.i for p in s.children(at, "prep") if p.lemma in FOR_WHOM for n in s.children(p.i, "pobj")
                    )


@once
def subject_or_patient(s: Sentence, i: int) -> int | None:
    """The grammatical subject: of a passive verb the one acted upon."""
    if passive(s, i) and (patient := s.child(i, "nsubjpass")):
        return t if (t := _antecedent(s, i, patient.i)) is not None else patient.i
    if passive(s, i) and s.tokens[i].dep in ("acl", "relcl", "amod"):
        return s.tokens[i].head
    return subject(s, i)


def _antecedent(s: Sentence, verb: int, i: int) -> int | None:
    return s.tokens[verb].head if s.tokens[i].tag in ("WP", "WDT") and s.tokens[verb].dep == "relcl" else None


def slots(s: Sentence, m: Match) -> tuple[int | None, int | None]:
    """Heads of the phrases that fill actor and recipient of a match; None where the sentence gives none."""
    a, b = m.slots.get("A"), m.slots.get("B")
    if m.frame.noun:
        return _noun_slots(s, m, a, b)
    if m.frame.received:
        return None, subject_or_patient(s, m.head)
    if "A" in m.slots:  # the pattern says that the subject is acted upon
        return a, b if b is not None else subject_or_patient(s, m.head)
    if b is not None and s.tokens[b].tag in ("WP", "WDT") and s.tokens[m.head].dep == "relcl":
        b = s.tokens[m.head].head
    return subject(s, m.head), b


def _noun_slots(s: Sentence, m: Match, a: int | None, b: int | None) -> tuple[int | None, int | None]:
    head = m.head
    if a is None:
        a = next((k.i for k in s.children(head, "poss") if k.i != b), None)
    if a is None or s.tokens[a].tag == "PRP$":
        a = blamed if (blamed := _answerable(s, head)) is not None else a
    if a is None:
        a = next((k.i for k in s.children(head, "amod", "compound", "nmod") if k.mention >= 0 and k.i != b), None)
    t = s.tokens[head]
    if t.dep == "pobj" and s.tokens[s.tokens[t.head].head].lemma in words("grammar", "quantity_nouns"):
        t = s.tokens[s.tokens[t.head].head]  # "began a new round of exercises"
    verb = s.tokens[t.head]
    if a is None and t.dep in ("dobj", "pobj", "attr", "nsubjpass"):
        host = verb if t.dep != "pobj" else s.tokens[verb.head]
        named = host.lemma == "call" and any(
            k.lemma == "the" for k in s.children(head, "det")
        )  # "called the raid a crime"
        if host.verbal and host.lemma in words("grammar", "light_verbs") and not named:
            a = subject(s, host.i)
    if a is None and m.frame.type == "CONSULT" and not _among(s, b):
        a = _on_occasion(s, t)
    if b is None and t.dep == "dobj" and verb.lemma in words("grammar", "light_verbs"):
        b = _light_recipient(s, verb.i, m)
    return a, (_at_request(s, t) if b is None else b)


def _answerable(s: Sentence, i: int) -> int | None:
    """ "blamed B for the attack", "condemned B for its attack", "protested to B over its attack": B did it."""
    t = s.tokens[i]
    prep = s.tokens[t.head]
    if t.dep != "pobj" or prep.lemma not in ("for", "over", "of", "with"):
        return None
    verb = s.tokens[prep.head]
    if verb.lemma in words("grammar", "answerable_object") and (who := _object(s, verb.i)) is not None:
        return who
    if verb.lemma in words("grammar", "answerable_to") and prep.lemma in ("for", "over"):
        addressed = (
            n.i for p in s.children(verb.i, "prep") if p.lemma in ("to", "with") for n in s.children(p.i, "pobj")
        )
        return next(addressed, None)
    return None


def _among(s: Sentence, b: int | None) -> bool:
    """Whether the other side of a noun are both its sides: "talks between A and B"."""
    return b is not None and s.tokens[s.tokens[b].head].lemma in ("between", "among")


def _on_occasion(s: Sentence, t: Token) -> int | None:
    """ "after talks with B, A left", "in a call with B A asked": who acts in the clause that such a phrase opens."""
    prep = s.tokens[t.head]
    verb = s.tokens[prep.head]
    if t.dep != "pobj" or prep.lemma not in words("grammar", "occasion_prepositions") or not verb.verbal:
        return None
    return subject_or_patient(s, verb.i)


def _at_request(s: Sentence, t: Token) -> int | None:
    """ "at the invitation of A B came": who was asked is the subject of what was done."""
    prep = s.tokens[t.head]
    verb = s.tokens[prep.head]
    return subject_or_patient(s, verb.i) if t.dep == "pobj" and prep.lemma == "at" and verb.verbal else None


def _light_recipient(s: Sentence, verb: int, m: Match) -> int | None:
    """The other side at the verb that carries an event noun: behind a preposition that the noun's pattern takes."""
    taken = frozenset().union(*(p.prepositions for p in m.frame.parts))
    wanted = [p for p in ("on", "against", "to", "with", "toward", "towards", "for") if not taken or p in taken]
    for k in s.children(verb, "dative", "prep"):
        if k.nominal:
            return k.i
        if k.lemma in wanted and (noun := s.child(k.i, "pobj")):
            return noun.i
    return None
