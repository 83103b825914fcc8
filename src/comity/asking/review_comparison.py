"""Claims that two or more reviewers judged, side by side, and how far they agree: Krippendorff's alpha by field, with n."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import polars as pl

from comity.asking.review_queue import keys
from comity.measures.answer import FEWEST, TOO_FEW, Answer, Figure, basis
from comity.measures.frames import EVIDENCE, Frames
from comity.measures.reliability import agreement
from comity.record.review_states import Review, decided
from comity.record.slots import SLOTS, slots_of

if TYPE_CHECKING:
    from comity.record import Record
    from comity.record.answers import Filter
    from comity.record.judgements import Judgement
    from comity.values import Claim

ROWS: dict[str, Any] = {
    **dict.fromkeys(("id", "actor", "recipient", "type", "status"), pl.String),
    **dict.fromkeys(("reviewers", "judged", "differ_in"), pl.List(pl.String)),
    **dict.fromkeys(("state", "settled_by", "because", "article"), pl.String),
}
SHOWN = ("actor", "recipient", "type", "status", "judged", "differ_in", "state", "settled_by", "because")
NOTHING = "none"  # a value like any other
ALPHA: dict[str, Any] = {"field": pl.String, "alpha": pl.Float64, "low": pl.Float64, "high": pl.Float64, "n": pl.Int64}


def comparison(record: Record, reviews: Mapping[str, Review], asked: Filter | None) -> Answer:
    """One row a claim with two or more decisions, disputed ones first; alpha over the same claims."""
    from comity.asking.frames import frames

    whole = frames(record.reader())
    wanted = set(keys(record, asked)["id"]) if asked is not None else None
    compared = [
        (review, claim)
        for review in reviews.values()
        for claim in [_claim(review)]
        if claim is not None and len(review.decisions) > 1 and (wanted is None or claim.id in wanted)
    ]
    compared.sort(key=lambda pair: (pair[0].state != "disputed", pair[0].decisions[0].number))
    alphas = [_alpha(name, units) for name, units in _units(compared).items()]
    return Answer(
        measure="review",
        asked={},
        rows=pl.DataFrame([_row(review, claim) for review, claim in compared], schema=ROWS),
        basis=basis(whole),
        evidence=_evidence(compared, whole),
        figures=tuple(_figure(row) for row in alphas),
        notes=tuple(_notes(reviews)),
        shown=SHOWN,
        series={"alpha": pl.DataFrame(alphas, schema=ALPHA)},
    )


def _claim(review: Review) -> Claim | None:
    """The claim as it was judged; None where it was taken out of the record."""
    return next((j.value for j in review.decisions if j.value is not None), None)


def _row(review: Review, claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "actor": (claim.actor.code or claim.actor.text) if claim.actor else None,
        "recipient": (claim.recipient.code or claim.recipient.text) if claim.recipient else None,
        "type": claim.type,
        "status": claim.status,
        "reviewers": [j.name for j in review.decisions],
        "judged": [f"{j.name}: {in_words(j)}" for j in review.decisions],
        "differ_in": _differ(review, claim),
        "state": review.state,
        "settled_by": review.settled.name if review.settled else None,
        "because": review.settled.note if review.settled else None,
        "article": review.decisions[0].article,
    }


def in_words(judgement: Judgement) -> str:
    """What was judged: accept, reject, or the slots that are changed with what they are changed to."""
    changed = (f"{name.replace('_', ' ')} → {_plain(value)}" for name, value in judgement.slots.items())
    return " ".join([judgement.judgement, *([f"({'; '.join(changed)})"] if judgement.slots else [])])


def _differ(review: Review, claim: Claim) -> list[str]:
    own = slots_of(claim)
    left = [decided(j, own) for j in review.decisions]
    if any(slots is None for slots in left) and any(slots is not None for slots in left):
        return ["right at all"]
    return [n for n in SLOTS if len({_plain(slots[n]) for slots in left if slots is not None}) > 1]


def _units(compared: Sequence[tuple[Review, Claim]]) -> dict[str, list[list[Hashable]]]:
    """For each field what each reviewer gives each claim; a slot of a rejected claim has no value."""
    found: dict[str, list[list[Hashable]]] = {name: [] for name in ("judgement", *SLOTS)}
    for review, claim in compared:
        own = slots_of(claim)
        found["judgement"].append([j.judgement for j in review.decisions])
        left = [slots for j in review.decisions if (slots := decided(j, own)) is not None]
        for name in SLOTS:
            found[name].append([_plain(slots[name]) for slots in left])
    return found


def _alpha(name: str, units: Sequence[Sequence[Hashable]]) -> dict[str, Any]:
    found = agreement(units)
    low, high = found.interval or (None, None)
    return {"field": name.replace("_", " "), "alpha": found.value, "low": low, "high": high, "n": found.units}


def _figure(row: Mapping[str, Any]) -> Figure:
    name, n = f"alpha of {row['field']}", row["n"]
    if n < FEWEST:
        return Figure(name, None, n, says=TOO_FEW)
    if row["alpha"] is None:
        return Figure(name, None, n, says="every value is the same, so that chance tells nothing")
    return Figure(name, row["alpha"], n, row["low"], row["high"])


def _notes(reviews: Mapping[str, Review]) -> Iterator[str]:
    states = Counter(str(review.state) for review in reviews.values())
    if states:
        told = ", ".join(f"{n} {name}" for name, n in sorted(states.items()) if name != "machine")
        yield f"claims reviewed: {told or 'none'}"
    by: dict[str, Counter[str]] = {}
    for review in reviews.values():
        for name, judgement in review.by.items():
            by.setdefault(name, Counter())[judgement.judgement] += 1
    for name, counted in sorted(by.items()):
        yield f"by {name}: {', '.join(f'{kind} {n}' for kind, n in sorted(counted.items()))}"
    flagged = sum(any(j.judgement == "flag" for j in review.notes) for review in reviews.values())
    if flagged:
        yield f"claims flagged: {flagged}"
    yield "alpha: Krippendorff's, nominal, over claims that two or more reviewers judged, 95 % bootstrap interval"


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or NOTHING
    return NOTHING if value is None else str(value)


def _evidence(compared: Sequence[tuple[Review, Claim]], whole: Frames) -> pl.DataFrame:
    """The sentence of each claim, where its text is in the record."""
    rows = [
        {
            "row": claim.id,
            "role": "claim",
            "source": claim.id,
            "says": " > ".join(actor.code or actor.text for actor in claim.chain) or None,
            "medium": None,
            "start": claim.trigger.span[0],
            "end": claim.trigger.span[1],
            "sentence_start": claim.sentence[0],
            "sentence_end": claim.sentence[1],
            "text": review.decisions[0].text,
        }
        for review, claim in compared
    ]
    schema = {name: kind for name, kind in EVIDENCE.items() if name not in ("article", "origin", "outlet", "published")}
    places = whole.articles.select("text", "article", "origin", "outlet", "published").unique(
        "text", keep="first", maintain_order=True
    )
    found = pl.DataFrame(rows, schema=schema).join(places, on="text", how="inner", maintain_order="left")
    return found.select(pl.col(name).cast(kind) for name, kind in EVIDENCE.items())
