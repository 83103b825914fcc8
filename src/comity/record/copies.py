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
from collections.abc import Callable, Iterable, Mapping

import numpy as np

from comity.values import Span

SHINGLE_WORDS = 5
BANDS, ROWS = 32, 4  # texts of Jaccard likeness 0.55 share a band with probability 0.95, of 0.2 with 0.05
HELD = 0.7  # of the shorter text's shingles, in the longer one; measured in docs/copies.md
LENGTH = 0.5  # of the longer text's shingles: a shorter text is a quotation, not a copy
Shingles = frozenset[int]
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


def shingles(text: str) -> Shingles:
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


def are_copies(one: Shingles, other: Shingles) -> bool:
    """Whether the longer text holds most of the shorter, and the shorter is long enough to be the same story."""
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= LENGTH * longer and len(one & other) >= HELD * shorter


def join_copies(groups: Groups, candidates: Iterable[tuple[str, str]], shingles_of: Callable[[str], Shingles]) -> None:
    """Puts the texts of every pair that are copies into one group. Copies of copies are copies, so pairs of one group are
    not compared any more, and the groups do not depend on the order of the pairs."""
    for one, other in candidates:
        if groups.head(one) != groups.head(other) and are_copies(shingles_of(one), shingles_of(other)):
            groups.join(one, other)


class Groups:
    """Disjoint sets of texts by their hashes. Invariant: the head of a set is its smallest member."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def head(self, name: str) -> str:
        """The smallest hash of the set in which ``name`` is; alone, it is its own."""
        up = self._up
        while (above := up.get(name, name)) != name:
            up[name] = up.get(above, above)  # halves the way for those who come after
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        """Makes one set of the sets of both."""
        low, high = sorted((self.head(one), self.head(other)))
        self._up[high] = low
        self._up.setdefault(low, low)

    def heads(self) -> Mapping[str, str]:
        """For every member of a set: its head."""
        return {name: self.head(name) for name in sorted(self._up)}
