"""Which sentences cannot hold anything that is coded, told by their words before any parse.

Only for sentences that are nobody's words by themselves (no speaker): where no word is a name, a pronoun or a noun for
somebody, nobody acts, and where no word can report, there is no source. Whatever is unsure is parsed. COMITY_EVERY_WORD=1
parses all. ``bench/speed.py`` measures what is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from comity import vocabulary
from comity.actors.agents import agents
from comity.actors.phrases import PERSONAL
from comity.coding.cues import cues, phrases
from comity.language.model import grammar_words, in_dictionary, lemmas
from comity.language.sentence import EVERY_WORD

OPEN = frozenset({"in", "for"})  # they report only before a noun of saying, which is asked for by itself
OTHERS = frozenset({"both", "two", "each", "other", "one", "who", "line", '"', "“", "”", "``", "''", "'"})


def may_hold(words: Sequence[tuple[str, bool]], places: Sequence[tuple[int, int, int]]) -> bool:
    """Whether a sentence of these words may hold a claim, an attribution, a signal or somebody to remember."""
    if EVERY_WORD or any(mention >= 0 for _, _, mention in places):
        return True
    if not words:
        return False
    return (
        any(_tells(word) for word, _ in words) or any(word[:1].isupper() for word, _ in words[1:]) or _name(words[0][0])
    )


def _name(first: str) -> bool:
    """Whether the first word may be a name: any but the words of grammar and those that a dictionary has."""
    return first[:1].isupper() and first.lower() not in grammar_words() and not in_dictionary(first.lower())


@lru_cache(maxsize=100_000)
def _tells(word: str) -> bool:
    known = _telling()
    return word.lower() in known or not known.isdisjoint(lemmas(word))


@cache
def _telling() -> frozenset[str]:
    """Words for somebody, and words that report or tell of a public's view."""
    somebody = {part for noun in agents() for part in noun.split() if part not in grammar_words()} | PERSONAL
    views = vocabulary.table("signals/opinion")
    told = {str(w).lower() for key in ("sentiment", "publics", "among", "pollsters", "persons") for w in views[key]}
    return frozenset(somebody | told | (cues() - OPEN) | set(phrases()) | OTHERS)
