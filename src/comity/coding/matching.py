"""Match event frames (vocabulary/events) on a parsed sentence. Grammar only; what is an event stands in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from comity.actors.phrases import agent_of, counted
from comity.coding import complements
from comity.coding.factuality import negated
from comity.language.sentence import Sentence, Token, once
from comity.vocabulary import words
from comity.vocabulary.frames import PERSON, SCORE, Frame, Part, by_head

OBJECTS = ("dobj", "attr", "acomp", "oprd", "dative", "advmod", "xcomp", "nsubjpass")
OWNING = frozenset({"of"})  # what these bring may stand before the noun: "B's request"
PASSIVE = frozenset({"nsubjpass", "auxpass", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found at token ``head``; ``slots`` maps A and B to the heads of the phrases that fill them."""

    frame: Frame
    head: int
    slots: dict[str, int] = field(default_factory=dict)
    used: tuple[int, ...] = ()

    @property
    def weight(self) -> int:
        """How specific the pattern is, without the slots that the sentence leaves open."""
        open_slots = sum(bool(p.words & {"A", "B"}) for p in self.frame.parts) - len(self.slots)
        return self.frame.weight - open_slots


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a frame does not hold where its head stands; ``part`` is the first of its parts that nothing fits."""

    why: str
    part: int | None = None


OTHER_HEAD = Misfit("a word of its head is not there")
RULED_OUT = Misfit("a word that rules it out stands in the sentence")
UNDONE = Misfit("a particle turns the verb into its contrary")  # "called off a strike" is not "called a strike"
TRANSITIVE = Misfit("it has no object, and here is one")  # "struck a deal" is not the bare "struck"
INQUIRY = Misfit("a question, and no request to do something")
NAMING = Misfit("its object is given a name")  # "called B an aggressor" is no call to B
NOT_ALONE = Misfit("more than its object stands with it")


@cache
def _missing(part: int) -> Misfit:
    return Misfit("nothing fits one of its parts", part)


@once
def passive(s: Sentence, i: int) -> bool:
    """Whether the verb at ``i`` is passive: an auxiliary, a passive subject, or a participle after a noun."""
    t = s.tokens[i]
    if any(k.dep in PASSIVE for k in s.children(i)):
        return True
    return (
        t.tag == "VBN"
        and t.dep in ("acl", "amod", "advcl", "relcl")
        and not any(k.dep == "aux" or k.dep == "nsubj" for k in s.children(i))
    )


def matches(s: Sentence, i: int) -> list[Match]:
    """All frames that hold at token ``i``, the most specific first."""
    found = [m for f in headed(s, i) if _possible(s, f) and isinstance(m := fit(s, i, f), Match)]
    return sorted(found, key=lambda m: -m.weight) if found else found


def _possible(s: Sentence, frame: Frame) -> bool:
    """Whether the words that a frame needs stand in the sentence at all."""
    forms = s.forms
    return all(not needed.isdisjoint(forms) for needed in frame.needs) if frame.needs else True


def headed(s: Sentence, i: int) -> tuple[Frame, ...]:
    """The frames whose head word stands at token ``i``, whether or not the rest of them does."""
    t = s.tokens[i]
    if t.mention >= 0 or (t.tag == "NNP" and t.i > 0 and t.lemma in words("time", "months")):
        return ()
    if names_act(s, i):
        return by_head().get((t.text.lower(), True), ())
    return by_head().get((t.lemma, t.tag[:2] == "NN"), ())


def names_act(s: Sentence, i: int) -> bool:
    """A gerund that stands as a noun ("fighting between A and B", "the shelling of the town")."""
    t = s.tokens[i]
    if t.tag != "VBG" or t.dep not in ("nsubj", "nsubjpass", "dobj", "pobj") or s.child(i, "dobj", "nsubj", "aux"):
        return False
    return any(k.dep in ("det", "poss", "amod") or k.lemma in ("of", "between", "by") for k in s.children(i))


def fit(s: Sentence, i: int, frame: Frame) -> Match | Misfit:
    """The frame as it holds at token ``i``, or the first thing that keeps it from holding."""
    t = s.tokens[i]
    slots: dict[str, int] = {}
    used: list[int] = [t.i]
    if frame.noun and t.tag == "VBG":
        fits = t.text.lower() in frame.head
    else:
        fits = t.lemma in frame.head or _lemma_fits(s, t.i, frame.head)
    if not fits:
        return OTHER_HEAD
    if (
        (frame.intransitive or not frame.parts)
        and not frame.noun
        and (s.child(t.i, "dobj", "ccomp") or _shared_object(s, t))
    ):
        return TRANSITIVE
    if frame.whole and any(True for _ in s.children(t.i, "prt")):
        return UNDONE
    if not frame.noun and (why := _other_construction(s, t, frame)) is not None:
        return why
    if not frame.noun and _undone(s, t, frame):
        return UNDONE
    for k, part in enumerate(frame.parts):
        if not _fill(s, t, part, used, slots):
            return _missing(k)
    if frame.but and any(_ruled_out(s, i, frame) for i in (*used[1:], *slots.values())):
        return RULED_OUT
    if frame.unless and (any(x.lemma in frame.unless for x in s.tokens) or (SCORE in frame.unless and _score(s))):
        return RULED_OUT
    return Match(frame, t.i, slots, tuple(used))


def _to_do(s: Sentence, i: int) -> bool:
    """An infinitive is no object: "declined to comment"."""
    return s.tokens[i].verbal and s.infinitive(i)


def _ruled_out(s: Sentence, i: int, frame: Frame) -> bool:
    """A filler that the pattern may not have, or one that tells what is so ("rejected the notion that …")."""
    if s.tokens[i].lemma in frame.but:
        return True
    clauses = s.children(i, "acl", "relcl", "ccomp") if s.tokens[i].tag[:2] == "NN" else ()
    return any(k.lemma == "that" and k.dep == "mark" for c in clauses for k in s.children(c.i))


def _other_construction(s: Sentence, t: Token, frame: Frame) -> Misfit | None:
    """Why a verb means something else than the pattern by what stands with it; None where it does not."""
    if complements.inquires(s, t):
        return INQUIRY
    relations = {p.relation for p in frame.parts}
    if "object" in relations and "name" not in relations and complements.names(s, t):
        return NAMING
    return NOT_ALONE if frame.alone and _more(s, t) else None


def _more(s: Sentence, t: Token) -> bool:
    """Whether a clause, or what a warning is about, stands with a verb besides its object."""
    after = [p for i in (t.i, *(k.i for k in s.children(t.i, "dobj"))) for p in s.children(i, "prep")]
    return any(True for _ in s.children(t.i, "ccomp", "xcomp")) or any(
        p.lemma in ("of", "about", "against") for p in after
    )


def _undone(s: Sentence, t: Token, frame: Frame) -> bool:
    """Whether the verb has the particle "off" and the pattern does not: "called off", "put off", "fought off"."""
    asked = any("off" in p.words or "off" in p.prepositions for p in frame.parts)
    return not asked and any(k.lemma == "off" for k in s.children(t.i, "prt"))


def _fill(s: Sentence, t: Token, part: Part, used: list[int], slots: dict[str, int]) -> bool:
    """Fill one part from the head or from what was matched before it; note the slot. False where nothing fits."""
    slot = next(iter(part.words & {"A", "B"}), None)
    for at, filler in _candidates(s, t, part, used):
        if part.relation == "object" and filler in slots.values():
            continue  # one of two objects cannot be both
        if slot:
            if s.tokens[filler].lemma in words("grammar", "time_nouns") or (
                part.relation == "object" and _to_do(s, filler)
            ):
                continue
            slots[slot] = filler
            used.append(at)
            return True
        if _lemma_fits(s, filler, part.words):
            if part.relation == "that" and negated(s, at):
                continue  # "ruled that B had not breached the treaty"
            if part.relation == "that" and (who := s.child(at, "nsubj", "nsubjpass")):
                slots["B"] = who.i
            used.extend((at, filler) if at != filler else (filler,))
            return True
    if slot and part.relation == "object" and t.tag[:2] != "NN":
        return bool(_gap(s, t)) and _note_gap(s, t, slot, slots)
    # A recipient by preposition may be missing from a noun pattern ("the attack killed …") but not from a verb pattern.
    return bool(slot) and part.relation == "prep" and t.tag[:2] == "NN"


def _gap(s: Sentence, t: Token) -> int | None:
    """The noun that an object relative or participle clause is about ("the town that they shelled")."""
    if t.dep == "relcl" and not any(True for _ in s.children(t.i, "dobj")):
        return t.head
    return None


def _note_gap(s: Sentence, t: Token, slot: str, slots: dict[str, int]) -> bool:
    gap = _gap(s, t)
    if gap is None:
        return False
    slots[slot] = gap
    return True


def _candidates(s: Sentence, t: Token, part: Part, used: list[int]) -> Iterator[tuple[int, int]]:
    """(token matched, token that fills) for one part."""
    if part.relation == "object":
        yield from ((k, k) for k in _objects(s, t))
        for at in used[1:]:  # "burned down the house": the parser takes the particle for a preposition
            if s.tokens[at].dep == "prep" and s.tokens[at].head == t.i:
                yield from ((k.i, k.i) for k in s.children(at, "pobj"))
    elif part.relation == "prep":
        for at in dict.fromkeys([*used, *_hosts(s, used)]):
            for prep in s.children(at, "prep", "dative", "agent", "prt", "advmod"):
                if prep.dep == "agent" and at == t.i and passive(s, t.i) and "A" not in part.words:
                    continue  # who acts
                if prep.text.lower() in part.prepositions:
                    yield from ((prep.i, k) for k in _under_preposition(s, prep))
                    if at == t.i and s.child(prep.i, "pobj", "pcomp") is None and t.tag[:2] != "NN":  # "shot B down"
                        yield from ((prep.i, k) for k in _objects(s, t) if k != prep.i)
        if part.words & {"A", "B"} and part.prepositions & OWNING:
            yield from ((k, k) for at in used if at != t.i for k in _owners_before(s, at))
        after = s.tokens[t.i + 1] if t.tag[:2] == "NN" and t.i + 1 < len(s.tokens) else None
        if after is not None and after.dep == "prep" and after.text.lower() in part.prepositions:
            yield from ((after.i, k) for k in _under_preposition(s, after))  # hung on the verb by the parser
    elif part.relation == "particle":
        for at in dict.fromkeys([*used, *_hosts(s, used)]):
            found = s.children(at, "prt", "advmod", "prep", "npadvmod", "ccomp", "advcl")
            yield from ((k.i, k.i) for k in found if k.lemma in part.words and not k.verbal)
    elif part.relation == "to":
        for at in dict.fromkeys([*used, *_hosts(s, used)]):
            yield from (
                (k.i, k.i) for k in s.children(at, "xcomp", "ccomp", "acl", "advcl", "relcl") if _infinitive(s, k)
            )
    elif part.relation == "ing":
        for at in used:
            yield from ((k.i, k.i) for k in s.children(at, "xcomp", "pcomp", "advcl", "acl", "dobj") if k.tag == "VBG")
    elif part.relation == "that":
        for k in s.children(t.i, "ccomp"):
            yield from ((k.i, j.i) for j in (k, *s.children(k.i, "acomp", "attr")))
    elif part.relation == "poss":
        yield from ((k.i, k.i) for at in used for k in s.children(at, "poss"))
    elif part.relation == "name":
        yield from ((k, k) for k in complements.names(s, t))
    else:
        clauses = complements.stating(s, t.i) if part.relation == "says" else complements.wanted(s, t.i)
        yield from ((clause.i, who) for clause, who in clauses)


def _owners_before(s: Sentence, i: int) -> Iterator[int]:
    """ "B's request", "the B request": whose a thing is, told before it; "its" may be the one who acts."""
    yield from (k.i for k in s.children(i, "poss", "amod") if k.tag != "PRP$" and (k.dep == "poss" or k.mention >= 0))


def _hosts(s: Sentence, used: list[int]) -> list[int]:
    """Where a parser may also have hung a phrase: on the objects of what was matched."""
    objects = [k.i for u in used for k in s.children(u, "dobj", "attr", "acomp", "pobj", "oprd")]
    rounds = [u for u in used if s.tokens[u].lemma in words("grammar", "round_nouns")]  # "a round of talks with B"
    objects += [k for u in rounds if (k := counted(s, u)) is not None]
    first = s.tokens[used[0]]
    if first.dep == "nsubj" and s.tokens[first.head].lemma in words("time", "happening"):  # "clashes broke out between"
        objects.append(first.head)
    return objects + [k.i for u in [*used, *objects] for k in s.children(u, "acl") if k.tag == "VBN"]


def _under_preposition(s: Sentence, prep: Token) -> Iterator[int]:
    for k in s.children(prep.i, "pobj", "pcomp", "prep"):
        if k.dep == "prep":
            yield from _under_preposition(s, k)
        elif k.text != "-" and not (k.i + 1 < len(s.tokens) and s.tokens[k.i + 1].text == "-"):  # "a vice-president"
            yield k.i


def _infinitive(s: Sentence, k: Token) -> bool:
    """ "to leave", or the bare "leave" of "helped B leave"; not the "leave" of "will leave"."""
    helpers = list(s.children(k.i, "aux"))
    bare = k.tag == "VB" or (k.tag == "VBP" and s.tokens[k.head].lemma == "let")  # "let the crew go"
    return any(a.lemma == "to" for a in helpers) or (bare and not any(a.tag in complements.FINITE for a in helpers))


def _objects(s: Sentence, t: Token) -> list[int]:
    if t.tag[:2] == "NN":
        return [k.i for k in s.children(t.i, "compound", "amod", "nmod")]
    found = [k.i for k in s.children(t.i, *OBJECTS)] + _shared_object(s, t)
    patients: list[int] = []
    if passive(s, t.i):
        patients = [k.i for k in s.children(t.i, "nsubjpass")]
        if t.dep in ("acl", "amod", "relcl") and not patients:
            patients = [t.head]
        found = patients + found
    if t.dep == "relcl":  # "sanctions that were imposed": the relative stands for what it relates to
        found = [t.head if s.tokens[k].tag in ("WDT", "WP") else k for k in found]
    if t.lemma in words("grammar", "object_control"):
        found += [
            k.i for c in s.children(t.i, "ccomp") if not c.verbal or _infinitive(s, c) for k in s.children(c.i, "nsubj")
        ]
    found += complements.named_thing(s, t)
    ordered = sorted(
        dict.fromkeys(found), key=lambda k: OBJECTS.index(s.tokens[k].dep) if s.tokens[k].dep in OBJECTS[:4] else 9
    )
    first = patients if s.child(t.i, "dobj") else []  # "B was given two helicopters"
    return list(dict.fromkeys([*complements.double_objects(s, t.i), *first, *ordered]))


def _shared_object(s: Sentence, t: Token) -> list[int]:
    """ "shot and killed a soldier", "arrested or expelled": the object of the verb that follows at once is both's."""
    if not t.verbal or passive(s, t.i) or s.child(t.i, "dobj"):
        return []
    nexts = [k for k in s.children(t.i, "conj") if k.verbal and k.i == t.i + 2]
    return [o.i for k in nexts for o in s.children(k.i, "dobj")]


def _lemma_fits(s: Sentence, i: int, words: frozenset[str]) -> bool:
    """Whether the filler, or one coordinated with it, is one of the words; "military aid" asks for a modifier too."""
    if "*" in words:
        return True
    heads = s.conjuncts(i)
    heads += [inner for k in heads if (inner := counted(s, k)) is not None]  # "tons of aid", "a number of refugees"
    for k in heads:
        lemma = s.tokens[k].lemma
        if lemma in words or (PERSON in words and _names_people(s, k)):
            return True
        for phrase in words:
            if " " in phrase:
                *before, last = phrase.split()
                if lemma == last and {m.lemma for m in s.children(k)} >= set(before):
                    return True
    return False


def _names_people(s: Sentence, i: int) -> bool:
    """A noun of people or of a nation's people ("two engineers", "four Cubans")."""
    t = s.tokens[i]
    agent = agent_of(s, i)
    if t.mention >= 0:
        return t.tag == "NNS"
    return (agent is not None and agent.person) or (t.tag == "NNP" and t.text[:1].isupper())


def _score(s: Sentence) -> bool:
    """Whether the sentence gives the score of a game: "won 3-1"."""
    marks = (k for k in range(1, len(s.tokens) - 1) if s.tokens[k].text in ("-", "–"))
    return any(_points(s.tokens[k - 1]) and _points(s.tokens[k + 1]) for k in marks)


def _points(t: Token) -> bool:
    return t.text.isdigit() and len(t.text) < 3 and t.tag == "CD"
