"""Which texts are copies of one another: wire stories as several outlets print them. Pure.

MinHash over five-word shingles, cut into bands, finds candidates; the exact sets of shingles decide. Outlets cut a wire
story from its end and put their own words around it, so the question is how much of the shorter text the longer one
holds, and furniture is left out of both.
Source: Broder, "On the resemblance and containment of documents", 1997; banding as in Leskovec, Rajaraman and Ullman,
"Mining of Massive Datasets", chapter 3.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from comity.values import Span

SHINGLE_WORDS = 5
BANDS, ROWS = 32, 4  # texts of Jaccard likeness 0.55 share a band with probability 0.95, of 0.2 with 0.05
HELD = 0.7  # of the shorter text's shingles, in the longer one; measured in docs/copies.md
LENGTH = 0.5  # of the longer text's shingles: a shorter text is a quotation, not a copy
_WORD = re.compile(r"\w+")
_UINT32_MAX = np.uint64(0xFFFFFFFF)


def _multipliers() -> tuple[np.ndarray, np.ndarray]:
    """Constants of the hash family, drawn once for all from a digest, so that every record agrees on them."""
    drawn = hashlib.shake_256(b"comity near copies 1").digest(BANDS * ROWS * 16)
    numbers = np.frombuffer(drawn, dtype="<u8").reshape(2, -1)
    return numbers[0] | np.uint64(1), numbers[1]


_ODD, _SHIFT = _multipliers()


def content(text: str, furniture: Iterable[Span]) -> str:
    """The text without its page furniture."""
    pieces, at = [], 0
    for start, end in sorted(furniture):
        pieces.append(text[at:start])
        at = max(at, end)
    return " ".join([*pieces, text[at:]])


def shingles(text: str) -> frozenset[int]:
    """The text's runs of five words, without case and punctuation, each as a number."""
    words = _WORD.findall(text.casefold())
    runs = max(1, len(words) - SHINGLE_WORDS + 1)
    return frozenset(zlib.crc32(" ".join(words[i : i + SHINGLE_WORDS]).encode()) for i in range(runs))


def bands(text: str) -> tuple[str, ...]:
    """The text's bands: two texts that share none are taken to be no copies."""
    hashed = np.fromiter(sorted(shingles(text)), dtype=np.uint64)
    lowest = np.full(BANDS * ROWS, np.uint64(2**64 - 1))
    for start in range(0, len(hashed), 4096):  # bounds memory on very long texts
        mixed = (hashed[start : start + 4096, None] * _ODD[None, :] + _SHIFT[None, :]) >> np.uint64(32)
        lowest = np.minimum(lowest, mixed.min(axis=0))
    rows = (lowest & _UINT32_MAX).astype("<u4").reshape(BANDS, ROWS)
    return tuple(f"{n:02d}{hashlib.blake2b(row.tobytes(), digest_size=8).hexdigest()}" for n, row in enumerate(rows))


def are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the longer text holds most of the shorter, and the shorter is long enough to be the same story."""
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= LENGTH * longer and len(one & other) >= HELD * shorter


def fold(candidates: Iterable[Sequence[str]], text_of: Callable[[str], str]) -> Mapping[str, str]:
    """For every text with a copy: the smallest hash among its copies.

    ``candidates`` are the groups of hashes that share a band. Copies of copies are copies.
    """
    groups = _Groups()
    for group in candidates:
        apart: list[tuple[str, frozenset[int]]] = []  # members of this band that are no copies of each other
        for name in sorted(group):
            if any(groups.head(name) == groups.head(other) for other, _ in apart):
                continue
            mine = shingles(text_of(name))
            twin = next((other for other, theirs in apart if are_copies(mine, theirs)), None)
            if twin is None:
                apart.append((name, mine))
            else:
                groups.join(twin, name)
    return groups.heads()


class _Groups:
    """Disjoint sets of hashes. Invariant: the head of a set is its smallest member."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def head(self, name: str) -> str:
        while (above := self._up.get(name, name)) != name:
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.head(one), self.head(other)))
        self._up[high] = low
        self._up.setdefault(low, low)

    def heads(self) -> Mapping[str, str]:
        return {name: self.head(name) for name in sorted(self._up)}
