"""How much two stated conditions have in common: by the words that carry their content. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import polars as pl

from comity.errors import VocabularyError

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Wording:
    """When conditions are one limit (``shared`` of their words, or ``headed`` after one first word) and one wording
    (``same``); ``letters`` of a word are compared, and ``empty`` words say nothing."""

    shared: float
    headed: float
    same: float
    letters: int
    empty: frozenset[str]

    def alike(self, one: str | None, other: str | None) -> float:
        """The share of words that two conditions have in common, 0 to 1; 0 where one has none that says anything."""
        left, right = set(self._words(one)), set(self._words(other))
        return len(left & right) / len(left | right) if left and right else 0.0

    def one_limit(self, one: str | None, other: str | None) -> bool:
        """Whether two conditions are of one limit."""
        first, second = self._words(one), self._words(other)
        same_head = bool(first and second) and first[0] == second[0]
        return self.alike(one, other) >= (self.headed if same_head else self.shared)

    def _words(self, condition: str | None) -> list[str]:
        found = (m.group().lower() for m in WORD.finditer(condition or ""))
        return [word[: self.letters] for word in found if word not in self.empty]


def wording(content: Any) -> Wording:
    """The table as YAML gives it; :class:`VocabularyError` where a number or the words are missing."""
    try:
        shared, headed, same = (float(content[name]) for name in ("shared", "headed", "same"))
        return Wording(shared, headed, same, int(content["letters"]), frozenset(map(str, content["empty"])))
    except (KeyError, TypeError, ValueError) as error:
        raise VocabularyError(
            f"the table of wordings lacks {error}",
            place="redlines",
            remedy="give shared, headed, same, letters and empty",
        ) from error


def beginning(column: str, words: int = 8) -> pl.Expr:
    """The first words of a wording, for a table to read; the whole stands beside it."""
    told = pl.col(column).str.split(" ")
    return pl.when(told.list.len() > words).then(told.list.head(words).list.join(" ") + "…").otherwise(pl.col(column))
