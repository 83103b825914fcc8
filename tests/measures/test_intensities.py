"""The intensity of an act from a table of scores."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from comity.errors import VocabularyError
from comity.measures.intensities import intensities
from comity.values import QUADS
from comity.vocabulary.rules import rules

OURS = intensities(rules("intensities").content)


def score(type_: str, mode: str | None) -> float | None:
    acts = pl.DataFrame({"type": [type_], "mode": [mode]}, schema={"type": pl.String, "mode": pl.String})
    value: float | None = acts.select(OURS.of(pl.col("type"), pl.col("mode"))).item()
    return value


@pytest.mark.parametrize(
    ("type_", "mode", "expected"),
    [
        ("CONSULT", "visit", 4.0),
        ("CONSULT", "unheard of", 2.5),
        ("ACCUSE", None, -3.0),
        ("ACCUSE", "allege", -3.5),
        ("REQUEST", None, 0.0),
        ("ASSAULT", "drone", -9.0),
        ("STATEMENT", None, None),
    ],
)
def test_an_act_has_the_score_of_its_mode_else_of_its_type(
    type_: str, mode: str | None, expected: float | None
) -> None:
    assert score(type_, mode) == expected


def test_conflict_scores_below_nought_and_cooperation_above() -> None:
    for name, quad in QUADS.items():
        for value in OURS.scores[name].values():
            assert (value >= 0) if quad in (1, 2) else (value <= 0), name


@pytest.mark.parametrize("content", [None, {}, {"scores": {"AGREE": {"base": 1}}}, {"scores": {n: {} for n in QUADS}}])
def test_a_table_without_a_base_for_every_type_is_refused(content: Any) -> None:
    with pytest.raises(VocabularyError):
        intensities(content)


def test_a_score_out_of_bounds_is_refused_with_its_place() -> None:
    with pytest.raises(VocabularyError, match="AID"):
        intensities({"scores": {**{n: {"base": 0} for n in QUADS}, "AID": {"base": 11}}})
