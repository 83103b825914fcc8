"""Event patterns as analysts write them, read into frames that are matched on a parse.

A pattern is words in the order of a plain sentence without its subject::

    attack|strike B                        verb, its direct object is the recipient
    launch attack|assault on|against B     verb, object noun, preposition, recipient
    call on|upon B to=withdraw|leave       preposition and recipient, infinitive with one of these verbs
    back down                              particle
    hand_over|give power to B              a verb with its particle beside plain verbs
    receive aid from A                     the marked actor is elsewhere, so the subject is the recipient
    be guilty                              predicate adjective or noun
    send $relief to B                      any word of the list "relief" of the file's ``words``
    allege says=B                         a clause that states something; B is who acts in it
    demand should=B                        a clause that says what is to be ("that B leave"); B is who is to act in it
    call B name=illegal                    what the object is called, with or without "as"
    rule that=violate|breach               a "that" clause with one of these verbs; its subject is the recipient
    hand @person back to B                 any noun that names people

For nouns (``nouns:``) the head is the noun: ``attack on|against B by A``; possessors and adjectives before the noun
are its actor unless the pattern says ``poss=B``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from comity.errors import VocabularyError
from comity.vocabulary import Row, documents, words

Relation = Literal["object", "prep", "particle", "to", "ing", "poss", "that", "says", "should", "name"]
# B is an actor; or an actor stands inside it; or it may be a thing; or the act has no other side
Stage = Literal["promised", "asked"]
Recipient = Literal["actor", "inside", "any", "none"]
# Parts written "to=withdraw".
MARKED: Mapping[str, Relation] = {
    "to": "to",
    "ing": "ing",
    "poss": "poss",
    "that": "that",
    "says": "says",
    "should": "should",
    "name": "name",
}
RECIPIENTS: Mapping[str, Recipient] = {"actor": "actor", "inside": "inside", "any": "any", "none": "none"}
PERSON = "@person"  # a filler: any noun that names people
SCORE = "@score"  # a word that rules out: the score of a game, "2-1"


@cache
def prepositions() -> frozenset[str]:
    """The words that a pattern reads as a preposition or particle."""
    return words("grammar", "prepositions")


@dataclass(frozen=True, slots=True)
class Part:
    """One element after the head: which relation, and which lemmas or slot (``A``, ``B``) may fill it."""

    relation: Relation
    words: frozenset[str]  # lemmas of the filler; {"A"} or {"B"} for a slot
    prepositions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One pattern with what it codes as."""

    text: str
    head: frozenset[str]
    noun: bool
    parts: tuple[Part, ...]
    type: str
    mode: str | None = None
    recipient: Recipient = "any"
    unless: frozenset[str] = frozenset()  # lemmas that rule the pattern out wherever they stand in the sentence
    reciprocal: bool = False
    together: bool = False  # holds only where several act ("the ministers discussed …")
    by_speaker: bool = False  # a judgement: the speaker acts, and the subject is the one spoken of ("X is to blame")
    intransitive: bool = False  # holds only without a direct object
    alone: bool = False  # holds only where nothing but the object stands with the verb
    whole: bool = False  # holds only where the verb has no particle that the pattern does not name ("called back")
    owner: bool = False  # whose the object is, is the other side ("bought B radars")
    received: bool = False  # the subject is the recipient, and nobody need be named who acts
    stage: Stage | None = None  # an act only promised or asked for; it may share its verb with the promise or request
    but: frozenset[str] = frozenset()  # lemmas that no object or phrase of the pattern may have for its head
    both: bool = False  # too common a word to stand for an act unless both sides are named
    by: str | None = None  # an act of courts, of forces, of civilians or of officials only
    # Of each of these sets a word must stand in the sentence, as it is written or as its lemma.
    needs: tuple[frozenset[str], ...] = field(init=False, compare=False, repr=False)
    # How specific the pattern is: more parts, and lemmas rather than open slots, win.
    weight: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        found = (_needed(part, self.noun) for part in self.parts)
        object.__setattr__(self, "needs", tuple(n for n in found if n is not None))
        phrases = any(" " in w for w in self.head) + sum(any(" " in w for w in p.words) for p in self.parts)
        object.__setattr__(self, "weight", phrases + sum(map(_weight, self.parts)))

    @classmethod
    def plain(cls, head: str, type_: str) -> Frame:
        """The frame of an act that grammar alone gives (a demand by "must", a statement), not a pattern."""
        return cls(head, frozenset((head,)), False, (), type_)


def _needed(part: Part, noun: bool) -> frozenset[str] | None:
    """Words of which one must stand in a sentence for a part to be filled; None: it may be filled without."""
    slot = bool(part.words & {"A", "B"})
    if part.relation == "prep" and slot:
        return None if noun or "of" in part.prepositions else part.prepositions
    if slot or part.words & {"*", PERSON}:
        return None
    return frozenset(w.split()[-1] for w in part.words if w)


def _weight(part: Part) -> int:
    if "*" in part.words:
        return 1
    return 3 if not part.words & {"A", "B"} else 2 if part.relation == "prep" else 1


def read(text: str, noun: bool, row: Row, type_: str) -> Frame:
    """One pattern string to a Frame. Raises VocabularyError where the string or its row is malformed."""
    words, place = text.split(), f"{type_}: {text!r}"
    if not words or words[0] in ("A", "B"):
        raise VocabularyError("a pattern begins with its head word", place=place)
    if (recipient := row.get("recipient", "any")) not in RECIPIENTS:
        raise VocabularyError(f"unknown recipient {recipient!r}", place=place, remedy=f"one of {', '.join(RECIPIENTS)}")
    return Frame(
        text=text,
        head=frozenset(words[0].replace("_", " ").split("|")),
        noun=noun,
        parts=tuple(_parts(words[1:], place)),
        type=type_,
        mode=row.get("mode"),
        recipient=RECIPIENTS[recipient],
        unless=frozenset(row.get("unless") or ()),
        reciprocal=bool(row.get("reciprocal")),
        together=bool(row.get("together")),
        by_speaker=row.get("by") == "speaker",
        intransitive=bool(row.get("intransitive")),
        alone=bool(row.get("alone")),
        whole=bool(row.get("whole")),
        owner=bool(row.get("owner")),
        received=bool(row.get("received")),
        stage=row.get("stage"),
        but=frozenset(row.get("but") or ()),
        both=bool(row.get("both")),
        by=row.get("by") if row.get("by") in ("court", "forces", "civilians", "body", "officials") else None,
    )


def _parts(words: list[str], place: str) -> list[Part]:
    parts: list[Part] = []
    k = 0
    while k < len(words):
        word = words[k]
        options = frozenset(word.replace("_", " ").split("|"))
        if "=" in word and not word.startswith(PERSON):
            relation, fillers = word.split("=", 1)
            if relation not in MARKED:
                raise VocabularyError(f"unknown part {word!r}", place=place, remedy=f"one of {'=, '.join(MARKED)}=")
            parts.append(Part(MARKED[relation], frozenset(fillers.split("|"))))
        elif options <= prepositions():
            following = words[k + 1] if k + 1 < len(words) else None
            if following and "=" not in following and not set(following.split("|")) <= prepositions():
                parts.append(Part("prep", frozenset(following.replace("_", " ").split("|")), options))
                k += 1
            else:
                parts.append(Part("particle", options))
        else:
            parts.append(Part("object", options))
        k += 1
    return parts


def listed(text: str, lists: Mapping[str, list[str]], place: str) -> str:
    """A pattern with the words of its lists in the place of their names ("$relief"). Raises VocabularyError."""

    def words(found: re.Match[str]) -> str:
        if found[1] not in lists:
            raise VocabularyError(f"no list of words {found[1]!r}", place=place, remedy=f"one of {', '.join(lists)}")
        return "|".join(w.replace(" ", "_") for w in lists[found[1]])

    return re.sub(r"\$(\w+)", words, text)


def spelled(text: str) -> list[str]:
    """A verb pattern as one for its plain verbs and one for each verb with a particle ("hand_over|give power")."""
    head, *rest = text.split()
    verbs = head.split("|")
    phrasal = [v for v in verbs if "_" in v and v.rsplit("_", 1)[1] in prepositions()]
    plain = "|".join(v for v in verbs if v not in phrasal)
    heads = ([plain] if plain else []) + [v.replace("_", " ", 1) for v in phrasal]
    return [" ".join([h, *rest]) for h in heads]


@cache
def frames() -> tuple[Frame, ...]:
    """All event frames of vocabulary/events, in file order."""
    found: list[Frame] = []
    for document in documents("events"):
        for row in document["patterns"]:
            ruled_out = [*document.get("unless", ()), *row.get("unless", ())]
            row = {"recipient": document.get("recipient", "any"), **row, "unless": ruled_out}
            for noun, key in ((False, "verbs"), (True, "nouns")):
                full = [listed(t, document.get("words", {}), document["type"]) for t in row.get(key) or ()]
                texts = (t for text in full for t in ([text] if noun else spelled(text)))
                found.extend(read(text, noun, row, document["type"]) for text in texts)
    return tuple(found)


@cache
def heads() -> frozenset[str]:
    """The words that a frame can have for its head, verb or noun."""
    return frozenset(word for word, _ in by_head())


@cache
def by_head() -> dict[tuple[str, bool], tuple[Frame, ...]]:
    """Frames by (head lemma, is a noun); of a head of several words ("suicide attack") the last."""
    index: dict[tuple[str, bool], list[Frame]] = {}
    for frame in frames():
        for head in frame.head:
            index.setdefault((head.split()[-1], frame.noun), []).append(frame)
    return {key: tuple(found) for key, found in index.items()}
