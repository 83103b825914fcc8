"""How near a timeline comes to one that was written before, and the two simplest timelines to compare it with. Pure.

Source: Martschat and Markert (2017), "Improving ROUGE for Timeline Summarization", EACL: Date-F1, and ROUGE-1 with each day
aligned to the day of the other timeline that suits it best (many to one), discounted by the days between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Set
from datetime import date
from typing import NamedTuple

import polars as pl

from comity.measures.frames import Frames

WORD = re.compile(r"\w+")
PLACED = ("text", "sentence_start", "sentence_end")
Lines = Mapping[date, str]  # what a timeline says of each of its days


class Score(NamedTuple):
    """Precision, recall and their harmonic mean; all 0 where nothing agrees."""

    precision: float
    recall: float
    f: float


def date_score(predicted: Set[date], reference: Set[date]) -> Score:
    """Days that both timelines have."""
    common = len(predicted & reference)
    return _score(common / len(predicted) if predicted else 0.0, common / len(reference) if reference else 0.0)


def aligned_rouge(predicted: Lines, reference: Lines) -> Score:
    """ROUGE-1 of the lines; a word found k days away counts 1 / (1 + k)."""
    return _score(_covered(reference, predicted), _covered(predicted, reference))


def by_mentions(frames: Frames, limit: int) -> pl.DataFrame:
    """The days to which most claims are dated by their text, with the sentence of the first: ``day, text, sentence_…``."""
    named = (pl.col("earliest") == pl.col("latest")) & (pl.col("basis") == "text")
    told = frames.claims.filter(named.fill_null(False)).with_columns(day="earliest")
    return _most(told.sort("published", "article", "start", nulls_last=True), limit)


def by_publication(frames: Frames, limit: int) -> pl.DataFrame:
    """The days on which most articles were published, with the sentence of the first claim published then."""
    first = frames.claims.sort("article", "start").unique("article", keep="first", maintain_order=True)
    published = frames.articles.drop_nulls("published").select("article", day="published").sort("day", "article")
    return _most(published.join(first.select("article", *PLACED), on="article", how="left"), limit)


def _most(told: pl.DataFrame, limit: int) -> pl.DataFrame:
    counted = told.group_by("day", maintain_order=True).agg(pl.len().alias("n"), pl.col(PLACED).drop_nulls().first())
    return counted.sort("n", "day", descending=[True, False]).head(limit).drop("n")


def _covered(other: Lines, own: Lines) -> float:
    """The share of the ``own`` words that the best aligned day of the ``other`` timeline has too, discounted."""
    words = {day: _words(line) for day, line in own.items()}
    others = {day: _words(line) for day, line in other.items()}
    total = sum(w.total() for w in words.values())
    found = sum(
        max(((w & o).total() / (1 + abs((day - at).days)) for at, o in others.items()), default=0.0)
        for day, w in words.items()
    )
    return found / total if total else 0.0


def _words(line: str) -> Counter[str]:
    return Counter(WORD.findall(line.casefold()))


def _score(precision: float, recall: float) -> Score:
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)
