"""What the coder got wrong on a set, one row for each difference: missed, spurious, or wrong in a field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from comity.contract import value_json
from comity.evaluation.comparing import claim_fields, same_link, signal_fields
from comity.evaluation.labels import AttributionLabel, ClaimLabel, SignalLabel
from comity.evaluation.scoring import FoundSignal, Judged, sentence_of
from comity.values import Attribution, Claim, Span

Json = dict[str, Any]


def differences(judged: Sequence[Judged]) -> Iterator[Json]:
    """All differences, text by text: {"id", "list", "difference", "fields", "s", "sentence", "label", "found"}."""
    for j in judged:
        yield from _claims(j)
        yield from _signals(j)
        yield from _attributions(j)


def _claims(j: Judged) -> Iterator[Json]:
    for x in j.claims.missed:
        yield _row(j, "claims", "missed", x.s, label=x)
    for y in j.claims.spurious:
        yield _row(j, "claims", "spurious", _at(j, y.trigger.span), found=y)
    for x, y in j.claims.matched:
        if wrong := _wrong(claim_fields(x, y)):
            yield _row(j, "claims", "wrong", x.s, wrong, x, y)


def _signals(j: Judged) -> Iterator[Json]:
    for x in j.signals.missed:
        yield _row(j, x.kind, "missed", x.s, label=x)
    for y in j.signals.spurious:
        yield _row(j, y.kind, "spurious", y.s, found=y)
    for x, y in j.signals.matched:
        if wrong := _wrong(signal_fields(x, y.value)):
            yield _row(j, x.kind, "wrong", x.s, wrong, x, y)


def _attributions(j: Judged) -> Iterator[Json]:
    for x in j.attributions.missed:
        yield _row(j, "attributions", "missed", x.s, label=x)
    for y in j.attributions.spurious:
        yield _row(j, "attributions", "spurious", _at(j, y.cue.span), found=y)
    for x, y in j.attributions.matched:
        if not same_link(x.source, y.source):
            yield _row(j, "attributions", "wrong", x.s, ["source"], x, y)


def _wrong(fields: Mapping[str, bool]) -> list[str]:
    return [name for name, right in fields.items() if not right]


def _at(j: Judged, span: Span) -> int | None:
    return sentence_of(span, j.labelled.text.sentences)


def _row(
    j: Judged,
    list_: str,
    difference: str,
    s: int | None,
    fields: Sequence[str] = (),
    *both: ClaimLabel | SignalLabel | AttributionLabel | Claim | FoundSignal | Attribution,
    **one: Any,
) -> Json:
    label, found = both if both else (one.get("label"), one.get("found"))
    value = found.value if isinstance(found, FoundSignal) else found
    return {
        "id": j.labelled.text.article.id,
        "list": list_,
        "difference": difference,
        "fields": list(fields),
        "s": s,
        "sentence": j.labelled.text.sentence(s) if s is not None else None,
        "label": None if label is None else asdict(label),
        "found": None if value is None else value_json(value),
    }
