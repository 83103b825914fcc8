"""The intensity of an act, by event type and mode, from a table of scores. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from comity.errors import VocabularyError
from comity.values import QUADS

BASE = "base"
HIGHEST = 10.0  # scores run from -10 to +10


@dataclass(frozen=True, slots=True)
class Intensities:
    """Scores by type and mode. Invariant: every event type has a base; every score lies between -10 and +10."""

    scores: Mapping[str, Mapping[str, float]]

    def of(self, type_: pl.Expr, mode: pl.Expr) -> pl.Expr:
        """The score of an act: its mode's, else its type's base; null for what is no event."""
        by_mode = {f"{t} {m}": score for t, modes in self.scores.items() for m, score in modes.items() if m != BASE}
        base = {t: modes[BASE] for t, modes in self.scores.items()}
        named = pl.concat_str(type_, pl.lit(" "), mode)
        return pl.coalesce(
            named.replace_strict(by_mode, default=None, return_dtype=pl.Float64),
            type_.replace_strict(base, default=None, return_dtype=pl.Float64),
        )


def intensities(content: Any) -> Intensities:
    """A table of scores as YAML gives it. :class:`VocabularyError` names the type that lacks a score or has a wrong one."""
    scores = content.get("scores") if isinstance(content, Mapping) else None
    if not isinstance(scores, Mapping):
        raise VocabularyError(
            "the table has no scores", place="intensities", remedy="give scores: {TYPE: {base: …}, …}"
        )
    return Intensities({name: _modes(name, scores.get(name)) for name in QUADS})


def _modes(name: str, modes: Any) -> dict[str, float]:
    numbers = modes if isinstance(modes, Mapping) else {}
    if BASE not in numbers or not all(_is_score(score) for score in numbers.values()):
        raise VocabularyError(
            f"{name} has no base score, or one outside -{HIGHEST:g} to {HIGHEST:g}",
            place=f"intensities, scores, {name}",
            remedy=f"write {name}: {{base: NUMBER, MODE: NUMBER}}",
        )
    return {str(mode): float(score) for mode, score in numbers.items()}


def _is_score(score: Any) -> bool:
    return isinstance(score, int | float) and not isinstance(score, bool) and abs(score) <= HIGHEST
