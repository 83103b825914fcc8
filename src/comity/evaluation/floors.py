"""Floors: the figures that the coder has reached on a set and may not fall below. They only rise by themselves.

They stand in ``floors.yaml`` beside the set, under the digest of the set that they were measured on. A floor is lowered by
hand alone, where it can be seen in review.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from comity import vocabulary
from comity.errors import InputError
from comity.evaluation.figures import Section
from comity.evaluation.gold import GoldSet, Part

FILE = "floors.yaml"
STEP = 1000  # floors have three decimals
HEAD = """\
# What the coder has reached on this set, rounded down. `comity evaluate` ends with 1 where a figure falls below; with --pin
# it raises what has risen. Lowering a floor, or pinning a changed set anew, is done by hand in this file.
"""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure below its floor; ``value`` None: it could not be measured."""

    name: str
    floor: float
    value: float | None

    def __str__(self) -> str:
        value = "not measured" if self.value is None else f"{self.value:.4f}"
        return f"{self.name} is {value}, below its floor of {self.floor:.3f}"


def pinnable(sections: Sequence[Section]) -> dict[str, float | None]:
    """The figures that a floor may be set under, by name: section.row.column."""
    return {
        f"{section.key}.{row.name}.{column}": figure.value
        for section in sections
        for row in section.rows
        if row.pinned
        for column, figure in row.figures.items()
    }


def load(gold: GoldSet) -> dict[str, float]:
    """The floors of this part of the set; none where none are pinned. Raises InputError where they do not stand."""
    path = gold.folder / FILE
    return dict(_read(path, gold.digest).get(gold.part, {})) if path.exists() else {}


def _read(path: Path, digest: str) -> dict[Part, dict[str, float]]:
    row = vocabulary.load(path)
    if not isinstance(row, dict) or not isinstance(row.get("floors"), dict) or "digest" not in row:
        raise InputError("no floors", place=str(path), remedy="it holds 'digest' and 'floors'; or delete it and --pin")
    if row["digest"] != digest:
        raise InputError(
            f"its floors were pinned on another set (digest {row['digest']}, the set has {digest})",
            place=str(path),
            remedy="restore the set; or, if it was changed on purpose, delete the file, and --pin measures floors anew",
        )
    floors: dict[Part, dict[str, float]] = {}
    for part, named in row["floors"].items():
        good = isinstance(named, dict) and all(isinstance(v, float | int) and 0 <= v <= 1 for v in named.values())
        if part not in ("gold", "dev") or not good:
            raise InputError(f"the floors of {part!r} are no numbers from 0 to 1", place=str(path), remedy="mend them")
        floors[part] = {str(name): float(v) for name, v in named.items()}
    return floors


def shortfalls(floors: dict[str, float], measured: dict[str, float | None]) -> Iterator[Shortfall]:
    """What is below its floor, or is pinned and was not measured."""
    for name, floor in floors.items():
        value = measured.get(name)
        if value is None or value < floor - 1e-9:
            yield Shortfall(name, floor, value)


def pin(gold: GoldSet, measured: dict[str, float | None]) -> dict[str, float]:
    """Write floors that are higher than those that stand, never lower; answers those that were raised or are new."""
    path = gold.folder / FILE
    parts = _read(path, gold.digest) if path.exists() else {}
    before = parts.get(gold.part, {})
    risen = {
        name: floor
        for name, value in measured.items()
        if value is not None and (floor := math.floor(value * STEP + 1e-9) / STEP) > before.get(name, -1.0)
    }
    if risen:
        parts[gold.part] = {**before, **risen}
        try:
            path.write_text(_written(gold.digest, parts), encoding="utf-8")
        except OSError as error:
            remedy = "copy the set to a folder of your own"
            raise InputError(f"cannot be written: {error.strerror}", place=str(path), remedy=remedy) from error
    return risen


def _written(digest: str, parts: dict[Part, dict[str, float]]) -> str:
    lines = [f"digest: {digest}", "floors:"]
    for part, floors in sorted(parts.items()):
        lines.append(f"  {part}:")
        lines += [f'    "{name}": {floor:.3f}' for name, floor in floors.items()]
    return HEAD + "\n".join(lines) + "\n"
