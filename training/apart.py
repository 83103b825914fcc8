"""Name the constructions that come too near to a sentence of an evaluation set, so that they can be taken out.

    python training/apart.py SET.jsonl [FILE.yaml …]

``SET.jsonl`` holds an object with a ``text`` a line. A row is too near that shares half of its content words (three or
more) with a sentence, or a run of four words with three of content. Without files, every row of training/ is read.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

HERE = Path(__file__).parent
# Words without content of their own.
LIGHT_WORDS = (
    "a an the of to in on at by for from with and or but as is are was were be been being has have had do does did not no "
    "its it his her their he she they them this that these those who whom which what when where while after before over "
    "under against into out up down off about than then there here will would can could may might must shall should said "
    "says say told so if all any each some more most other one two three"
)
LIGHT = frozenset(LIGHT_WORDS.split())
GAP = "·"


def words(text: str) -> list[str]:
    """The words of a text in lower case; a slot or a mark is a gap that no run may cross."""
    return re.findall(rf"[a-z]+|{GAP}", re.sub(r"\{[^}]*\}|<[^>]*>", GAP, text.lower()))


def heavy(word: str) -> bool:
    return word not in LIGHT and len(word) > 2


def content(text: list[str]) -> frozenset[str]:
    return frozenset(w.rstrip("s") for w in text if heavy(w))


def runs(text: list[str]) -> Iterator[tuple[str, ...]]:
    """Each four words in a row, three of them with content."""
    for i in range(len(text) - 3):
        four = tuple(text[i : i + 4])
        if GAP not in four and sum(map(heavy, four)) >= 3:
            yield four


def near(row: str, contents: list[frozenset[str]], known: frozenset[tuple[str, ...]]) -> bool:
    """Whether a row comes too near to any sentence whose content words and runs are given."""
    found = words(row)
    own = content(found)
    shared = max((len(own & other) for other in contents), default=0)
    return (shared >= 3 and 2 * shared >= len(own)) or any(run in known for run in runs(found))


def main(given: str, files: list[str]) -> int:
    """Print every row that is too near; how many there are."""
    sentences = [words(json.loads(line)["text"]) for line in Path(given).read_text(encoding="utf-8").splitlines()]
    contents = [content(s) for s in sentences]
    known = frozenset(run for s in sentences for run in runs(s))
    count = 0
    for path in [Path(f) for f in files] or sorted(HERE.glob("con*/*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            if near(row["t"], contents, known):
                count += 1
                print(f"{path.name}: {row['t']}")
    print(f"{count} rows are too near")
    return count


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1], sys.argv[2:]) else 0)
