"""The project's own training examples: every row can be filled, none stands twice, and the weights name the same types."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from comity.values import QUADS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "training"
FILES = sorted([*FOLDER.glob("constructions/*.yaml"), *FOLDER.glob("contrasts/*.yaml")])
SLOT = re.compile(r"\{([AB])(?::(\w+))?\}")


def rows(path: Path) -> list[tuple[str, str]]:
    """(type, text) of every row of a file; the constructions name their type by the file's name."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return [(row.get("type", path.stem), row["t"]) for row in found]


WRITTEN = {path: rows(path) for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_row_has_one_source_and_one_target_of_a_known_form(path: Path) -> None:
    filler = (FOLDER / "fillers.py").read_text(encoding="utf-8")
    for type_, text in WRITTEN[path]:
        slots = SLOT.findall(text)
        assert type_ in QUADS, text
        assert sorted(side for side, _ in slots) == ["A", "B"], text
        for _, form in slots:
            assert form in ("", "poss", "adj") or f'    "{form}": [' in filler, text


def test_no_sentence_is_written_twice_or_under_two_types() -> None:
    seen = Counter(text.lower() for found in WRITTEN.values() for _, text in found)
    assert [text for text, times in seen.items() if times > 1] == []


def test_every_type_has_as_many_examples_as_its_neighbours() -> None:
    counts = Counter(type_ for found in WRITTEN.values() for type_, _ in found)
    assert set(counts) == set(QUADS)
    assert sum(counts.values()) >= 10_000
    assert max(counts.values()) < 2 * min(counts.values())


def test_the_weights_answer_with_the_types_of_the_ontology() -> None:
    about = json.loads((ROOT / "src/comity/coding/weights/relate.json").read_text(encoding="utf-8"))
    assert set(about["types"]) == set(QUADS)
