"""What reviewers agree on, as a labelled set in the format that ``comity evaluate`` takes (docs/evaluation.md).

A sentence is labelled where every claim that was coded in it is judged and nothing about them is disputed; only what was found is
judged, so that such a set tells what of it is right, and not what is missed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.errors import InputError, StorageError
from comity.exports.files import write_whole
from comity.exports.withdrawals import write_beside
from comity.record.answers import CodedText
from comity.record.review_states import Review, decided
from comity.record.slots import slots_of
from comity.values import STATEMENT, Claim

if TYPE_CHECKING:
    from comity.record.queries import Reader

TEXTS, LABELS = "texts.jsonl", "gold.jsonl"
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Exported:
    """How much a set holds, and which judged claims are left out because their sentence is not judged through."""

    texts: int = 0
    sentences: int = 0
    claims: int = 0
    rejected: int = 0
    left_out: int = 0


def write_set(reader: Reader, reviews: Mapping[str, Review], folder: Path) -> Exported:
    """Writes the set into a folder that holds none yet, with the list of what was withdrawn beside its texts.

    :class:`InputError` where the folder holds a set already, :class:`StorageError` where it cannot be written.
    """
    if any((folder / name).exists() for name in (TEXTS, LABELS)):
        raise InputError("holds a labelled set already", place=str(folder), remedy="name another folder")
    texts, labels, done = [], [], Exported()
    for text, judged in _by_text(reviews).items():
        held = reader.coded_text(text)
        judgeable = _judged_through(held, reviews)
        found = [(s, claim) for claim in judged for s in [_sentence(claim, held)] if s in judgeable]
        kept = [label for s, claim in found for label in _labels(s, claim, held, reviews[claim.id])]
        rejected = sum(reviews[claim.id].state == "rejected" for _, claim in found)
        done = Exported(
            done.texts + bool(found),
            done.sentences + len(judgeable),
            done.claims + len(kept),
            done.rejected + rejected,
            done.left_out + len(judged) - len(found),
        )
        if found:
            texts.append(_text(held, sorted(judgeable)))
            labels.append({"id": held.key, "claims": kept, "signals": [], "attributions": []})
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(str(error.strerror), place=str(folder), remedy="name a folder you can write to") from error
    for name, rows in ((TEXTS, texts), (LABELS, labels)):
        _write(folder / name, rows)
    write_beside(reader.withdrawals(), folder / TEXTS)
    return done


def _by_text(reviews: Mapping[str, Review]) -> dict[str, list[Claim]]:
    """The judged claims as they were judged, by the hash of their text; what was taken out of the record is left out."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for review in reviews.values():
        last = review.decisions[-1] if review.decisions else review.settled
        if last is not None and last.text is not None and last.value is not None:
            found[last.text].append(last.value)
    return dict(sorted(found.items()))


def _judged_through(held: CodedText, reviews: Mapping[str, Review]) -> set[int]:
    """The sentences with a judged claim in which no claim is open."""
    states: dict[int | None, set[bool]] = defaultdict(set)
    for claim in held.claims:
        if claim.type != STATEMENT:
            review = reviews.get(claim.id)
            states[_sentence(claim, held)].add(review is not None and review.agreed is not None)
    for review in reviews.values():
        for judgement in review.decisions:
            if judgement.text == held.text and judgement.value is not None:
                states[_sentence(judgement.value, held)].add(review.agreed is not None)
    return {s for s, known in states.items() if s is not None and known == {True}}


def _sentence(claim: Claim, held: CodedText) -> int | None:
    """The number of the sentence in which the claim's act stands."""
    at = claim.trigger.span[0]
    return next((k for k, (start, end) in enumerate(held.sentences) if start <= at < end), None)


def _labels(s: int | None, claim: Claim, held: CodedText, review: Review) -> list[Json]:
    """The claim as reviewers leave it, none where they reject it; of one wording that is several claims, each of them."""
    agreed = review.agreed
    if agreed is None:
        return []
    same = [c for c in held.claims if c.id == claim.id] or [claim]
    left = (decided(agreed, slots_of(each)) for each in same)
    found = [{"s": s, **slots} for slots in left if slots is not None and slots["type"] != STATEMENT]
    return [label for k, label in enumerate(found) if label not in found[:k]]


def _text(held: CodedText, judged: list[int]) -> Json:
    article = held.article
    return {
        "id": held.key,
        "part": "gold",
        "form": "article",
        "pair": "",
        "kind": article.kind,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "judged": judged,
        "text": article.text,
        "sentences": [list(span) for span in held.sentences],
        "noncontent": [list(span) for span in article.noncontent],
    }


def _write(path: Path, rows: Iterable[Json]) -> None:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    write_whole(path, lambda stream: stream.write(lines))
