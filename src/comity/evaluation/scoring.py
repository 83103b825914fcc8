"""The coder's claims, signals and attributions of a text matched with its labels, one to one.

A claim of the coder is the labelled one where both stand in the same sentence, with the same type, actor and recipient. Of
several that fit, the likest are paired. STATEMENT is not labelled and not scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from comity.contract import SIGNALS
from comity.evaluation.comparing import claim_fields, same_claim, same_link, share_words, signal_fields
from comity.evaluation.gold import GoldSet, Labelled
from comity.evaluation.labels import AttributionLabel, ClaimLabel, SignalLabel
from comity.values import STATEMENT, Article, Attribution, Claim, Coded, Evidence, Span

L = TypeVar("L", ClaimLabel, SignalLabel, AttributionLabel)
F = TypeVar("F")
ASSERTED = frozenset({"happened", "ongoing"})
Coder = Callable[[Iterable[Article]], Iterator[Coded]]


@dataclass(frozen=True, slots=True)
class Pairs(Generic[L, F]):
    """Labels and findings that are each other's, and those that have no other."""

    matched: tuple[tuple[L, F], ...]
    missed: tuple[L, ...]
    spurious: tuple[F, ...]

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """Right, found, hit, labelled: what is right may rest on one pass, what is labelled and hit rests on both."""
        right, hit = len(self.matched), sum(x.sure for x, _ in self.matched)
        return right, right + len(self.spurious), hit, hit + len(self.missed)


@dataclass(frozen=True, slots=True)
class FoundSignal:
    """A signal of the coder with its kind and the labelled sentence that it stands in."""

    s: int
    kind: str
    value: Evidence


@dataclass(frozen=True, slots=True)
class Judged:
    """One text with what of it was found. ``quiet``: for each sentence without labelled claims, whether none is asserted."""

    labelled: Labelled
    claims: Pairs[ClaimLabel, Claim]
    signals: Pairs[SignalLabel, FoundSignal]
    attributions: Pairs[AttributionLabel, Attribution]
    quiet: tuple[tuple[int, bool], ...]


def judge(gold: GoldSet, coder: Coder) -> tuple[Judged, ...]:
    """Every text of a set coded and matched with its labels."""
    coded = coder(t.text.article for t in gold.texts)
    return tuple(judged(t, c) for t, c in zip(gold.texts, coded, strict=True))


def judged(labelled: Labelled, coded: Coded) -> Judged:
    """One text and its coding, matched."""
    spans = labelled.text.sentences
    claims = [c for c in coded.claims if c.type != STATEMENT]
    only = labelled.text.judged
    if only is not None:
        claims = [c for c in claims if sentence_of(c.trigger.span, spans) in only]
        nothing: Any = Pairs((), (), ())
        return Judged(
            labelled, _claims(labelled, claims, spans), nothing, nothing, _quiet(labelled, claims, spans, only)
        )
    return Judged(
        labelled,
        _claims(labelled, claims, spans),
        _signals(labelled, coded, spans),
        _attributions(labelled, coded.attributions, spans),
        _quiet(labelled, claims, spans, range(len(spans))),
    )


def paired(
    labels: Sequence[L], found: Sequence[F], fits: Callable[[L, F], bool], likeness: Callable[[L, F], float]
) -> Pairs[L, F]:
    """Pairs that fit, one to one, the likest first; of equally like ones the first in the text."""
    options = [(-likeness(x, y), i, j) for i, x in enumerate(labels) for j, y in enumerate(found) if fits(x, y)]
    partner: dict[int, int] = {}
    for _, i, j in sorted(options):
        if i not in partner and j not in partner.values():
            partner[i] = j
    extra = [y for j, y in enumerate(found) if j not in partner.values()]
    return Pairs(
        tuple((labels[i], found[j]) for i, j in sorted(partner.items())),
        tuple(x for i, x in enumerate(labels) if i not in partner and x.sure),
        # The other direction of a mutual act that is matched already is no second act.
        tuple(y for y in extra if not any(getattr(x, "mutual", False) and fits(x, y) for x in labels)),
    )


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def sentence_of(span: Span, sentences: Sequence[Span]) -> int | None:
    """The labelled sentence in which a span begins; None where it stands in none."""
    return next((k for k, (start, end) in enumerate(sentences) if start <= span[0] < end), None)


def _claims(labelled: Labelled, found: Sequence[Claim], spans: Sequence[Span]) -> Pairs[ClaimLabel, Claim]:
    def fits(x: ClaimLabel, y: Claim) -> bool:
        return overlap(spans[x.s], y.sentence) and same_claim(x, y)

    def likeness(x: ClaimLabel, y: Claim) -> float:
        return 2 * share_words(x.trigger, y.trigger.text) + sum(claim_fields(x, y).values()) / 10

    return paired(labelled.labels.claims, found, fits, likeness)


def _signals(labelled: Labelled, coded: Coded, spans: Sequence[Span]) -> Pairs[SignalLabel, FoundSignal]:
    found = []
    for kind in SIGNALS:
        for value in getattr(coded.signals, kind):
            s = sentence_of(value.spans[0] if value.spans else value.sentence, spans)
            if s is not None:
                found.append(FoundSignal(s, kind, value))
    return paired(
        labelled.labels.signals,
        found,
        lambda x, y: (x.s, x.kind) == (y.s, y.kind),
        lambda x, y: sum(signal_fields(x, y.value).values()),
    )


def _attributions(
    labelled: Labelled, found: Sequence[Attribution], spans: Sequence[Span]
) -> Pairs[AttributionLabel, Attribution]:
    return paired(
        labelled.labels.attributions,
        found,
        lambda x, y: sentence_of(y.cue.span, spans) == x.s and share_words(x.cue, y.cue.text),
        lambda x, y: float(same_link(x.source, y.source)),
    )


def _quiet(
    labelled: Labelled, found: Sequence[Claim], spans: Sequence[Span], of: Iterable[int]
) -> tuple[tuple[int, bool], ...]:
    told = {c.s for c in labelled.labels.claims}
    asserted = {sentence_of(c.trigger.span, spans) for c in found if c.status in ASSERTED}
    return tuple((k, k not in asserted) for k in of if k not in told)
