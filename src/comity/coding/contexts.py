"""The PLOVER contexts of a sentence: what it is about beside its acts, by the words of vocabulary/contexts.yaml."""

from __future__ import annotations

from functools import cache

from comity import vocabulary
from comity.language.sentence import Sentence


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    """The contexts of each lemma or pair of lemmas, lower case."""
    found: dict[str, list[str]] = {}
    for row in vocabulary.rows("contexts"):
        for word in row["words"]:
            found.setdefault(str(word).lower().replace("_", " "), []).append(row["name"])
    return {word: tuple(names) for word, names in found.items()}


@cache
def _order() -> dict[str, int]:
    return {row["name"]: k for k, row in enumerate(vocabulary.rows("contexts"))}


def contexts(s: Sentence) -> tuple[str, ...]:
    """The contexts of a sentence, in the order of the ontology. Names of actors say nothing about them."""
    found: tuple[str, ...] | None = s.known.get("contexts")
    if found is None:
        found = s.known["contexts"] = _read(s)
    return found


def _read(s: Sentence) -> tuple[str, ...]:
    lemmas = tuple(t.lemma.lower() if t.mention < 0 else "" for t in s.tokens)
    words = tuple(t.text.lower() if t.mention < 0 else "" for t in s.tokens)
    return _of(lemmas, words)


def _of(lemmas: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    known = _by_word()
    seen: set[str] = set()
    for k, lemma in enumerate(lemmas):
        pair = f"{words[k]} {lemmas[k + 1]}" if k + 1 < len(lemmas) else ""
        for word in (lemma, words[k], pair):
            seen.update(known.get(word, ()))
    return tuple(sorted(seen, key=_order().__getitem__))
