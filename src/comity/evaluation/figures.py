"""Figures of a judged set: shares with Wilson intervals, F1 with bootstrap intervals over texts, by type and by actor. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from comity.evaluation.comparing import CLAIM_FIELDS, claim_fields, same_link, signal_fields
from comity.evaluation.labels import FIELDS, ClaimLabel
from comity.evaluation.scoring import Judged
from comity.measures.intervals import Counts, Interval, bootstrap, f1_of, wilson
from comity.values import Claim

FEWEST = 5  # labelled claims of an actor, for a row of its own
SURE = 0.8
BIN = 10  # bins of confidence: tenths

Four = tuple[int, int, int, int]  # right, found, hit, labelled


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its interval and what it is a share of; ``value`` None: there was nothing to measure."""

    value: float | None
    interval: Interval | None
    n: int


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one thing by the name of their column. ``pinned``: a floor may be set under it."""

    name: str
    figures: dict[str, Figure]
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = field(default=())


def share(right: int, of: int) -> Figure:
    return Figure(right / of if of else None, wilson(right, of), of)


def found_and_labelled(texts: Sequence[Four]) -> dict[str, Figure]:
    """Precision, recall and F1 from (right, found, hit, labelled) of each text."""
    right, found, hit, labelled = (sum(t[k] for t in texts) for k in range(4))
    whole = float(f1_of(np.asarray([[right, found, hit, labelled]], dtype=np.float64))[0])
    f1 = Figure(whole, bootstrap(texts, f1_of), labelled) if found + labelled else Figure(None, None, labelled)
    return {"precision": share(right, found), "recall": share(hit, labelled), "f1": f1}


def sections(judged: Sequence[Judged]) -> tuple[Section, ...]:
    """Everything that is measured of the coder, in the order in which it is told."""
    return (
        claims(judged),
        by_type(judged),
        by_actor(judged),
        fields_of_claims(judged),
        signals(judged),
        fields_of_signals(judged),
        attributions(judged),
        silence(judged),
        confidence(judged),
        sure(judged),
    )


def claims(judged: Sequence[Judged]) -> Section:
    row = Row("all", found_and_labelled([j.claims.counts for j in judged]), pinned=True)
    note = "right: the same sentence, type, actor and recipient; STATEMENT is not scored"
    return Section("claims", "Claims: who did what to whom", (row,), (note,))


def by_type(judged: Sequence[Judged]) -> Section:
    rows = _grouped(judged, lambda c: c.type, lambda c: c.type)
    return Section("types", "Claims by type", tuple(Row(k, found_and_labelled(v)) for k, v in sorted(rows.items())))


def by_actor(judged: Sequence[Judged]) -> Section:
    rows = _grouped(judged, lambda c: c.actor.code, lambda c: c.actor.code if c.actor else None)
    enough = {k: v for k, v in rows.items() if sum(t[3] for t in v) >= FEWEST}
    note = f"actors with at least {FEWEST} labelled claims"
    told = tuple(Row(k, found_and_labelled(v)) for k, v in sorted(enough.items()))
    return Section("actors", "Claims by actor", told, (note,))


def _grouped(
    judged: Sequence[Judged], of_label: Callable[[ClaimLabel], str | None], of_found: Callable[[Claim], str | None]
) -> dict[str, list[Four]]:
    """(right, found, hit, labelled) of each text for each group that a label or a claim belongs to; None is no group."""
    right, found, hit, labelled = ([Counter[str | None]() for _ in judged] for _ in range(4))
    for k, j in enumerate(judged):
        right[k].update(of_label(x) for x, _ in j.claims.matched)
        hit[k].update(of_label(x) for x, _ in j.claims.matched if x.sure)
        labelled[k].update(of_label(x) for x in (*(x for x, _ in j.claims.matched if x.sure), *j.claims.missed))
        found[k].update(of_label(x) for x, _ in j.claims.matched)
        found[k].update(of_found(y) for y in j.claims.spurious)
    groups = {g for counted in (*found, *labelled) for g in counted if g is not None}
    each = list(zip(right, found, hit, labelled, strict=True))
    return {g: [(r[g], f[g], h[g], x[g]) for r, f, h, x in each] for g in groups}


def fields_of_claims(judged: Sequence[Judged]) -> Section:
    """Of the claims that were found: whether status, mode, chain, time and place are as labelled."""
    pairs = [p for j in judged for p in j.claims.matched]
    told = [(x, claim_fields(x, y)) for x, y in pairs]
    rows = []
    for name in CLAIM_FIELDS:
        rows.append(Row(name, {"right": share(sum(f[name] for _, f in told), len(told))}, pinned=True))
        if name in ("mode", "chain", "time", "place"):
            given = [f[name] for x, f in told if getattr(x, name)]
            rows.append(Row(f"{name}, where labelled", {"right": share(sum(given), len(given))}))
    return Section("fields", "Given a claim that was found", tuple(rows))


def signals(judged: Sequence[Judged]) -> Section:
    """Each kind of signal by sentence: there or not."""
    by_kind = {kind: [_presence(j, kind) for j in judged] for kind in FIELDS}
    rows = [Row(kind, found_and_labelled(texts), pinned=True) for kind, texts in by_kind.items()]
    kinds = [kind for kind, texts in by_kind.items() if any(t[3] for t in texts)]
    rows.append(Row("macro", {"f1": _macro([by_kind[k] for k in kinds])}, pinned=True))
    notes = ("there or not, by sentence and kind", f"macro: the mean F1 of the {len(kinds)} kinds that are labelled")
    return Section("signals", "Signals", tuple(rows), notes)


def _presence(j: Judged, kind: str) -> Four:
    there = [x for x in j.labelled.labels.signals if x.kind == kind]
    labelled, open_ = {x.s for x in there if x.sure}, {x.s for x in there if not x.sure}
    found = {y.s for y in (*(y for _, y in j.signals.matched), *j.signals.spurious) if y.kind == kind}
    return len((labelled | open_) & found), len(found), len(labelled & found), len(labelled)


def _macro(kinds: Sequence[Sequence[Four]]) -> Figure:
    if not kinds:
        return Figure(None, None, 0)
    texts = [[n for kind in kinds for n in kind[k]] for k in range(len(kinds[0]))]
    labelled = sum(t[3] for kind in kinds for t in kind)
    whole = _mean_f1(np.asarray([np.sum(texts, axis=0)], dtype=np.float64))
    return Figure(float(whole[0]), bootstrap(texts, _mean_f1), labelled)


def _mean_f1(sums: Counts) -> Counts:
    each = np.stack([f1_of(sums[:, k : k + 4]) for k in range(0, sums.shape[1], 4)])
    counted = ~np.isnan(each)
    with np.errstate(invalid="ignore"):
        mean: Counts = np.where(counted, each, 0).sum(axis=0) / counted.sum(axis=0)
    return mean


def fields_of_signals(judged: Sequence[Judged]) -> Section:
    """Of the signals that were found: each field that the label gives."""
    told: dict[str, Counter[str]] = {kind: Counter() for kind in FIELDS}
    right: dict[str, Counter[str]] = {kind: Counter() for kind in FIELDS}
    for x, y in (p for j in judged for p in j.signals.matched):
        fields = signal_fields(x, y.value)
        told[x.kind].update(fields.keys())
        right[x.kind].update(name for name, good in fields.items() if good)
    rows = [
        Row(f"{kind} {name}", {"right": share(right[kind][name], told[kind][name])})
        for kind, names in FIELDS.items()
        for name in names
        if told[kind][name]
    ]
    return Section("signal_fields", "Given a signal that was found", tuple(rows))


def attributions(judged: Sequence[Judged]) -> Section:
    cue = Row("cue", found_and_labelled([j.attributions.counts for j in judged]), pinned=True)
    pairs = [p for j in judged for p in j.attributions.matched]
    right = sum(any(same_link(z.source, y.source) for z in (x, x.other) if z) for x, y in pairs)
    source = Row("source, given the cue", {"right": share(right, len(pairs))}, pinned=True)
    return Section("attributions", "Attributions", (cue, source))


def silence(judged: Sequence[Judged]) -> Section:
    quiet = [silent for j in judged for _, silent in j.quiet]
    row = Row("sentences without a labelled claim", {"right": share(sum(quiet), len(quiet))}, pinned=True)
    note = "right: nothing is coded there as happened or ongoing"
    return Section("silence", "Silence", (row,), (note,))


def confidence(judged: Sequence[Judged]) -> Section:
    """The reliability table: claims by their confidence, and the share of them that is right."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for value, right in _sureness(judged):
        bins[min(int(value * BIN + 1e-9), BIN - 1)].append((value, right))
    rows = []
    for k, members in sorted(bins.items()):
        mean = Figure(sum(v for v, _ in members) / len(members), None, len(members))
        rights = share(sum(right for _, right in members), len(members))
        rows.append(Row(f"{k / BIN:.1f} to {(k + 1) / BIN:.1f}", {"mean": mean, "right": rights}))
    return Section("confidence", "Confidence and the share of claims that is right", tuple(rows))


def sure(judged: Sequence[Judged]) -> Section:
    rights = [right for value, right in _sureness(judged) if value >= SURE]
    row = Row(f"confidence from {SURE}", {"precision": share(sum(rights), len(rights))}, pinned=True)
    return Section("sure", "Only what is sure", (row,))


def _sureness(judged: Iterable[Judged]) -> list[tuple[float, bool]]:
    found = []
    for j in judged:
        found += [(y.confidence, True) for _, y in j.claims.matched]
        found += [(y.confidence, False) for y in j.claims.spurious]
    return found
