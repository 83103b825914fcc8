"""What a report of a poll discloses, and how exact a share from its sample can be. Pure.

The items are those that the AAPOR asks to be disclosed at once (vocabulary/rules/disclosure.yaml); the margin is that of a
simple random sample at 95 %, which few polls are: it is the least that must be granted.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.errors import VocabularyError

Z = 1.96
NEAR = 600  # characters around the sentence in which a text describes its poll
NUMBER = r"(\d{1,3}(?:[, ]\d{3})+|\d{2,7})(?! ?(?:%|per ?cent))"
SMALLEST = 30  # a smaller number beside these words counts something else


@dataclass(frozen=True, slots=True)
class Items:
    """The items by name, and the wordings that tell a sample size, as patterns made of plain words."""

    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    sizes: tuple[re.Pattern[str], ...]


def items(content: Any) -> Items:
    """The table of items as YAML gives it; :class:`VocabularyError` for an item without words."""
    given = content.get("items") if isinstance(content, Mapping) else None
    if not isinstance(given, Mapping) or not all(isinstance(x, Mapping) and x.get("words") for x in given.values()):
        raise VocabularyError("an item has no words", place="disclosure, items", remedy="give {asks: …, words: […]}")
    patterns = {str(name): tuple(_pattern(w) for w in item["words"]) for name, item in given.items()}
    return Items(patterns, tuple(_pattern(w) for w in content.get("sizes") or ()))


def _pattern(words: str) -> re.Pattern[str]:
    """Plain words as a pattern, "#" as a number."""
    return re.compile(rf"(?<!\w){re.escape(str(words)).replace(chr(92) + '#', NUMBER)}(?!\w)", re.IGNORECASE)


def disclosed(table: Items, text: str, sentence: tuple[int, int]) -> list[str]:
    """The items that the text names near the sentence, in the table's order."""
    near = text[max(0, sentence[0] - NEAR) : sentence[1] + NEAR]
    return [name for name, patterns in table.patterns.items() if any(p.search(near) for p in patterns)]


def sample(table: Items, text: str, sentence: tuple[int, int]) -> int | None:
    """The sample size that the text gives near the sentence; None where it gives none, or several."""
    near = text[max(0, sentence[0] - NEAR) : sentence[1] + NEAR]
    told = (m.group(1) for p in table.sizes for m in p.finditer(near))
    sizes = {n for t in told if (n := int(re.sub(r"\D", "", t))) >= SMALLEST}
    return sizes.pop() if len(sizes) == 1 else None


def margin(n: int, share: float = 0.5) -> float:
    """The 95 % margin of a share from a simple random sample of ``n``, in points: 1.96 √(p(1−p)/n). n = 1000 → 3.1."""
    if n <= 0 or not 0 <= share <= 1:
        raise ValueError(f"no margin of a share of {share} from a sample of {n}")
    return 100 * Z * math.sqrt(share * (1 - share) / n)
