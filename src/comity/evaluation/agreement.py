"""How far two passes over the same texts agree: Krippendorff's alpha by field.

Both passes are of one hand, so that this is test-retest and no agreement between people (docs/evaluation.md).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from comity.evaluation.comparing import share_words
from comity.evaluation.figures import Figure, Four, Row, Section, found_and_labelled
from comity.evaluation.gold import GoldSet
from comity.evaluation.joining import together
from comity.evaluation.labels import (
    FIELDS,
    AttributionLabel,
    ClaimLabel,
    Labels,
    Side,
    SignalLabel,
    content,
    field_kind,
)
from comity.evaluation.scoring import paired
from comity.measures.reliability import Level, agreement

NOTHING = "none"  # a value like any other: that both passes give no time is agreement
FEWEST = 10  # units, for a row of its own
Units = dict[str, list[tuple[Hashable, Hashable]]]
LEVELS: dict[str, Level] = {"claims in the sentence": "interval", "assurances specificity": "ordinal"}
TITLE = "Test-retest: alpha by field between two passes of one hand"


def retest(gold: GoldSet) -> Section | None:
    """Alpha of each field over the texts that both passes label; None where there are none."""
    both = [(t.passes, len(t.text.sentences)) for t in gold.texts if t.passes is not None]
    if not both:
        return None
    units: Units = {}
    exact: list[Four] = []
    for (first, second), sentences in both:
        for name, pair in _units(first, second, sentences):
            units.setdefault(name, []).append(pair)
        exact.append(_exact(first, second))
    f1 = found_and_labelled(exact)["f1"]
    rows = [Row("the same claims in both passes", {"f1": f1})]
    rows += [_row(name, units[name]) for name in sorted(units, key=_place) if len(units[name]) >= FEWEST]
    notes = (
        f"{len(both)} texts that both passes label; one hand: no agreement between people",
        "fields of claims where both passes rest on the same words of a sentence, the likest paired",
        "without a number: every value is the same, so that chance tells nothing",
    )
    return Section("test_retest", TITLE, tuple(rows), notes)


def _place(name: str) -> tuple[int, str]:
    """Claims and attributions first, then each kind of signal in the order of the contract."""
    kind = name.split()[0]
    return (list(FIELDS).index(kind) if kind in FIELDS else -1, name)


def _row(name: str, pairs: Sequence[tuple[Hashable, Hashable]]) -> Row:
    level = LEVELS.get(name, "nominal")
    found = agreement(pairs, level)
    return Row(f"{name} ({level})", {"alpha": Figure(found.value, found.interval, found.units)})


def _units(first: Labels, second: Labels, sentences: int) -> Iterator[tuple[str, tuple[Hashable, Hashable]]]:
    """(field, values of both passes) of one text."""
    for s in range(sentences):
        counts = tuple(sum(c.s == s for c in together(labels.claims)) for labels in (first, second))
        yield "claims in the sentence", (counts[0], counts[1])
        for kind in FIELDS:
            there = [any((x.s, x.kind) == (s, kind) for x in labels.signals) for labels in (first, second)]
            yield f"{kind} there", (there[0], there[1])
    for x, y in _same_acts(first, second):
        yield from ((f"claim's {name}", pair) for name, pair in _claim_values(x, y))
    for a, b in _same_signals(first, second):
        for name in FIELDS[a.kind]:
            yield f"{a.kind} {name}", (_plain(a, name), _plain(b, name))
    for p, q in _same_cues(first, second):
        yield "attribution's source", (_words(p.source), _words(q.source))


def _same_acts(first: Labels, second: Labels) -> Sequence[tuple[ClaimLabel, ClaimLabel]]:
    """Claims of both passes that rest on the same words of the same sentence, the likest paired."""
    return paired(
        together(first.claims),
        together(second.claims),
        lambda x, y: x.s == y.s and share_words(x.trigger, y.trigger),
        lambda x, y: sum(a == b for _, (a, b) in _claim_values(x, y)),
    ).matched


def _same_signals(first: Labels, second: Labels) -> Sequence[tuple[SignalLabel, SignalLabel]]:
    return paired(
        first.signals,
        second.signals,
        lambda x, y: (x.s, x.kind) == (y.s, y.kind),
        lambda x, y: sum(_plain(x, name) == _plain(y, name) for name in x.fields),
    ).matched


def _same_cues(first: Labels, second: Labels) -> Sequence[tuple[AttributionLabel, AttributionLabel]]:
    return paired(
        first.attributions,
        second.attributions,
        lambda x, y: x.s == y.s and share_words(x.cue, y.cue),
        lambda x, y: float(_words(x.source) == _words(y.source)),
    ).matched


def _claim_values(x: ClaimLabel, y: ClaimLabel) -> Iterator[tuple[str, tuple[Hashable, Hashable]]]:
    yield "actor", (_words(x.actor.told), _words(y.actor.told))
    yield "recipient", (_words(x.recipient.told), _words(y.recipient.told))
    yield "chain", (tuple(map(_words, x.chain)), tuple(map(_words, y.chain)))
    for name in ("type", "mode", "status", "time", "place"):
        yield name, (getattr(x, name) or NOTHING, getattr(y, name) or NOTHING)


def _plain(x: SignalLabel, name: str) -> Hashable:
    value = x.fields[name]
    kind = field_kind(x.kind, name)
    if kind == "actor":
        return _words(value)
    if kind == "actors":
        return tuple(sorted(map(_words, value)))
    return NOTHING if value is None else str(value) if name != "specificity" else int(value)


def _words(told: str | None) -> str:
    """A code or words without the small ones, so that "the officials" and "officials" are one value."""
    return NOTHING if told is None else " ".join(sorted(content(told)))


def _exact(first: Labels, second: Labels) -> Four:
    """(in both, in the one, in the other) by sentence, type, actor and recipient."""
    return paired(
        together(first.claims),
        together(second.claims),
        lambda x, y: (x.s, x.type) == (y.s, y.type) and _same(x.actor, y.actor) and _same(x.recipient, y.recipient),
        lambda x, y: share_words(x.trigger, y.trigger),
    ).counts


def _same(one: Side, other: Side) -> bool:
    if one.code or other.code:
        return one.code == other.code
    if one.text is None or other.text is None:
        return one.text == other.text
    return share_words(one.text, other.text)
