"""What changed between two versions of a text, sentence by sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Correction:
    """Sentences that stood there and those that stand there now; either may be empty."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def corrections(before: Sequence[str], after: Sequence[str]) -> Iterator[Correction]:
    """The places where ``after`` differs from ``before``, in the order of the text."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            yield Correction(tuple(before[start:end]), tuple(after[other_start:other_end]))
