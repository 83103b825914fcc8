"""Which words attribute, and what each of them takes: the vocabulary of reporting as the code asks for it."""

from __future__ import annotations

from functools import cache

from comity import vocabulary
from comity.language.sentence import Sentence, Token

QUOTES = '"“”„«»'
FIRST_PERSON = frozenset({"i", "we", "you", "me", "us", "my", "our"})


@cache
def stances() -> dict[str, str]:
    """Reporting verbs by lemma with their stance."""
    table = vocabulary.table("reporting")["verbs"]
    return {verb: stance for stance in reversed(table) for verb in table[stance]}


def stance_of(t: Token, named: bool) -> str:
    """The stance of a reporting verb; a verb may have another where it gives its object a name."""
    other: dict[str, str] = vocabulary.table("reporting")["named"]
    return other.get(t.lemma, stances()[t.lemma]) if named else stances()[t.lemma]


@cache
def cues() -> frozenset[str]:
    """Every lemma or word that a form of attribution can have for its cue."""
    nouns, adjectives = vocabulary.words("reporting", "nouns"), vocabulary.words("reporting", "adjectives")
    return frozenset(stances()).union(listed("phrasing"), nouns, adjectives, ("in", "for", "according", ":"))


def listed(key: str) -> frozenset[str]:
    """The words of one list of vocabulary/reporting.yaml."""
    return vocabulary.words("reporting", key)


@cache
def prepositions(key: str) -> dict[str, frozenset[str]]:
    """Word to the prepositions that bring its content, from one table of vocabulary/reporting.yaml."""
    return {word: frozenset(preps) for word, preps in vocabulary.table("reporting")[key].items()}


@cache
def phrases() -> dict[str, str]:
    """Nouns of "in X's view" and "in the words of X" with their stance."""
    table: dict[str, list[str]] = vocabulary.table("reporting")["as_phrases"]
    return {noun: stance for stance, nouns in table.items() for noun in nouns}


def passive(s: Sentence, t: Token) -> bool:
    """Whether a verb stands in the passive: with its auxiliary, or as a bare participle after a noun."""
    return any(True for _ in s.children(t.i, "auxpass")) or (t.tag == "VBN" and t.dep == "acl")


def infinitive(s: Sentence, t: Token) -> bool:
    """Whether a verb is marked by "to"."""
    return any(a.lemma == "to" and a.i < t.i for a in s.children(t.i, "aux"))


def prospective(s: Sentence, t: Token) -> bool:
    """A thought that nobody has had: "to determine whether …", "imagine that …"."""
    if t.lemma not in listed("prospective"):
        return False
    return infinitive(s, t) or (t.tag == "VB" and t.dep in ("ROOT", "ccomp") and s.child(t.i, "nsubj") is None)
