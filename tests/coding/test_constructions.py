"""The written sentences that the encoder is trained on: each can be read, is of a type, and marks a source and a target."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from comity.values import QUADS

TRAINING = Path(__file__).parents[2] / "training"
FILES = sorted(TRAINING.glob("con*/*.yaml"))
SLOT = re.compile(r"\{([^}]*)\}")


def rows(path: Path) -> list[tuple[str, str]]:
    """(type, sentence) of a file; in a folder with a file a type, the file's name is the type."""
    found = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [(row.get("type", path.stem), row["t"]) for row in found]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_construction_has_a_type_and_marks_both_sides_by_known_kinds(path: Path) -> None:
    kinds = re.findall(r'^    "(\w+)":', (TRAINING / "fillers.py").read_text(encoding="utf-8"), re.MULTILINE)
    allowed = {"A", "B"} | {f"{side}:{kind}" for side in "AB" for kind in [*kinds, "poss", "adj"]}
    for type_, text in rows(path):
        slots = SLOT.findall(text)
        assert type_ in QUADS, text
        assert {slot[0] for slot in slots} == {"A", "B"}, text
        assert set(slots) <= allowed, text


def test_no_construction_stands_twice_under_different_types() -> None:
    types: dict[str, set[str]] = {}
    for path in FILES:
        for type_, text in rows(path):
            types.setdefault(text, set()).add(type_)
    assert [text for text, found in types.items() if len(found) > 1] == []


def test_every_type_has_several_hundred_constructions() -> None:
    count = Counter(type_ for path in FILES for type_, _ in rows(path))
    assert set(count) == set(QUADS)
    assert min(count.values()) >= 500, count
