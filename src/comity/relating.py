"""What one marked actor says or does to another, for pairs given from outside: frames and the small encoder together.

The encoder reads the sentence with every name replaced by its kind; the frames add what grammar knows for certain. Status
comes from syntax alone. Where the weights are not installed, the frames answer by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from comity import vocabulary, workers
from comity.actors.gazetteer import Mention, scan
from comity.coding import encoder
from comity.coding.factuality import status
from comity.coding.relate import Candidate, candidates, evidence
from comity.language.english import Unparsed, masked, parse
from comity.language.sentence import Sentence
from comity.values import QUADS, Span

BATCH = 64
# Share of the frames in the log-linear mean, chosen on the read half of the development set (docs/evaluation.md).
SHARE = 0.3
TYPES = tuple(QUADS)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two marked actors in a text; either side may be unmarked."""

    id: str
    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    published: str | None = None


def relate_many(pairs: Iterable[Pair], processes: int | None = None) -> Iterator[dict[str, Any]]:
    """One answer of the contract for each pair, in order."""
    count = workers.processes(processes)
    if count > 1:
        relate_batch([Pair("warm", "The minister met the envoy.", ((0, 12),), ((17, 26),))])
    yield from workers.spread(relate_batch, workers.batches(pairs, BATCH), count)


def relate_batch(batch: Sequence[Pair]) -> list[dict[str, Any]]:
    """The answers for some pairs; no answer depends on its neighbours."""
    mentions = [scan(p.text) for p in batch]
    stand_ins = vocabulary.table("stand_ins")
    parsed = parse(
        [
            Unparsed(p.text, (0, len(p.text)), masked([(m.span, stand_ins[m.kind]) for m in found]))
            for p, found in zip(batch, mentions, strict=True)
        ]
    )
    seen = _seen(batch, mentions)
    return [_answer(p, s, row) for p, s, row in zip(batch, parsed, seen, strict=True)]


def _seen(batch: Sequence[Pair], mentions: Sequence[tuple[Mention, ...]]) -> NDArray[np.float64]:
    """The encoder's probabilities in the order of TYPES; even where there are no weights."""
    m = encoder.model()
    if m is None:
        return np.full((len(batch), len(TYPES)), 1 / len(TYPES))
    texts = [encoder.marked(p.text, p.source, p.target, found) for p, found in zip(batch, mentions, strict=True)]
    order = [m.types.index(t) for t in TYPES]
    return encoder.probabilities(texts)[:, order]


def _answer(p: Pair, s: Sentence, seen: NDArray[np.float64]) -> dict[str, Any]:
    found = candidates(s, p.source, p.target)
    share = SHARE if encoder.model() else 1.0
    mixed = (1 - share) * np.log(seen + 1e-6) + share * np.log(evidence(found, TYPES))
    mixed = np.exp(mixed - mixed.max())
    mixed /= mixed.sum()
    type_ = TYPES[int(mixed.argmax())]
    best = _best(found, type_)
    head = best.match.head if best else s.root
    return {
        "id": p.id,
        "type": type_,
        "mode": best.match.frame.mode if best else None,
        "quad": QUADS[type_],
        "status": status(s, head) if s.tokens else "happened",
        "confidence": round(float(mixed.max()), 3),
    }


def _best(found: Sequence[Candidate], type_: str) -> Candidate | None:
    """The frame of the chosen type that fits the pair best: its mode and status stand for the answer's."""
    return next((c for c in found if c.match.frame.type == type_), None)
