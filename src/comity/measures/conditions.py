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
    """When conditions are one limit (``shared`` of their words) and one wording (``same``); words that say nothing."""

    shared: float
    same: float
    letters: int
    empty: frozenset[str]

    def alike(self, one: str | None, other: str | None) -> float:
        """The share of words that two conditions have in common, 0 to 1; 0 where one has none that says anything."""
        left, right = self._words(one), self._words(other)
        return len(left & right) / len(left | right) if left and right else 0.0

    def _words(self, condition: str | None) -> set[str]:
        found = (m.group().lower() for m in WORD.finditer(condition or ""))
        return {word[: self.letters] for word in found if word not in self.empty}


def wording(content: Any) -> Wording:
    """The table as YAML gives it; :class:`VocabularyError` where a number or the words are missing."""
    try:
        shared, same, letters = float(content["shared"]), float(content["same"]), int(content["letters"])
        return Wording(shared, same, letters, frozenset(map(str, content["empty"])))
    except (KeyError, TypeError, ValueError) as error:
        raise VocabularyError(
            f"the table of wordings lacks {error}", place="redlines", remedy="give shared, same, letters and empty"
        ) from error


def beginning(column: str, words: int = 8) -> pl.Expr:
    """The first words of a wording, for a table to read; the whole stands beside it."""
    told = pl.col(column).str.split(" ")
    return pl.when(told.list.len() > words).then(told.list.head(words).list.join(" ") + "…").otherwise(pl.col(column))
