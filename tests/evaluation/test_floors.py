"""Floors rise by themselves, never sink, and stand on one set."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.errors import InputError
from comity.evaluation import floors, gold


def test_pinning_raises_and_never_lowers(folder: Path) -> None:
    found = gold.load(folder)
    assert floors.pin(found, {"a.b.c": 0.51239, "d.e.f": 0.7, "unknown": None}) == {"a.b.c": 0.512, "d.e.f": 0.7}
    assert floors.pin(found, {"a.b.c": 0.4, "d.e.f": 0.75}) == {"d.e.f": 0.75}
    assert floors.load(found) == {"a.b.c": 0.512, "d.e.f": 0.75}


def test_parts_have_floors_of_their_own(folder: Path) -> None:
    floors.pin(gold.load(folder), {"x": 0.5})
    floors.pin(gold.load(folder, "dev"), {"x": 0.1})
    assert floors.load(gold.load(folder)) == {"x": 0.5}
    assert floors.load(gold.load(folder, "dev")) == {"x": 0.1}


def test_floors_of_another_set_are_refused_by_reading_and_by_pinning(folder: Path) -> None:
    floors.pin(gold.load(folder), {"x": 0.5})
    (folder / "second.jsonl").unlink()
    changed = gold.load(folder)
    with pytest.raises(InputError, match=r"floors\.yaml: its floors were pinned on another set.*delete the file"):
        floors.load(changed)
    with pytest.raises(InputError, match="pinned on another set"):
        floors.pin(changed, {"x": 0.9})


@pytest.mark.parametrize("floor", ["high", "1.5", "-1"])
def test_a_floor_that_is_no_share_is_refused(folder: Path, floor: str) -> None:
    found = gold.load(folder)
    (folder / floors.FILE).write_text(f"digest: {found.digest}\nfloors: {{gold: {{x: {floor}}}}}\n")
    with pytest.raises(InputError, match="no numbers from 0 to 1"):
        floors.load(found)


def test_a_figure_below_its_floor_or_not_measured_is_told() -> None:
    below = list(floors.shortfalls({"x": 0.5, "y": 0.5, "z": 0.5}, {"x": 0.5, "y": 0.4999, "z": None}))
    assert [str(b) for b in below] == [
        "y is 0.4999, below its floor of 0.500",
        "z is not measured, below its floor of 0.500",
    ]
