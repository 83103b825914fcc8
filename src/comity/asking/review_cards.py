"""A claim as a card to be judged, and which comes next. Nothing that others judged is told here: a second review is blind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.asking.claim_lists import listed
from comity.asking.frames import frames
from comity.asking.review_queue import judged_by, judged_by_others
from comity.errors import RecordError
from comity.measures.answer import basis
from comity.record.judgements import read, standing
from comity.record.slots import slots_of
from comity.vocabulary.definitions import Definition, definition

if TYPE_CHECKING:
    from comity.asking.review_queue import Queue
    from comity.asking.reviewing import Reviewing
    from comity.measures.answer import Answer
    from comity.record.answers import Recorded
    from comity.record.judgements import Judgement

CONTEXT = 300  # characters before and after the sentence


@dataclass(frozen=True, slots=True)
class Card:
    """``passage`` is the sentence in its context, ``marks`` (start, end, slot) and ``sentence`` are places in it.

    ``same`` are further claims of the very same wording, to which a judgement applies too. ``seen`` is the number of the last
    judgement on the claim, ``own`` what this reviewer judged of it.
    """

    recorded: Recorded
    same: tuple[Recorded, ...]
    passage: str
    sentence: tuple[int, int]
    marks: tuple[tuple[int, int, str], ...]
    slots: dict[str, Any]
    definition: Definition | None
    seen: int
    own: tuple[Judgement, ...]


def card(record: Reviewing, claim: str, name: str) -> Card:
    """The card of the claim with this id or the beginning of it; :class:`RecordError` where there is none."""
    reader = record.reader()
    recorded = reader.claim(claim)
    found, where = recorded.claim, recorded.provenance
    text = reader.text(where.text)
    first = max(0, found.sentence[0] - CONTEXT)
    passage = text[first : found.sentence[1] + CONTEXT]
    spans = {"actor": found.actor, "recipient": found.recipient, "act": found.trigger}
    places = [(part.span, slot) for slot, part in spans.items() if part is not None and part.span is not None]
    given = read(record.place, [found.id], whole=False)
    return Card(
        recorded=recorded,
        same=tuple(r for r in reader.claims_of(where.key) if r.claim.id == found.id and r.claim != found),
        passage=passage,
        sentence=(found.sentence[0] - first, found.sentence[1] - first),
        marks=tuple(
            (s - first, e - first, slot) for (s, e), slot in places if first <= s and e <= first + len(passage)
        ),
        slots=slots_of(found),
        definition=definition(found.type, found.mode),
        seen=max((row.number for row in given), default=0),
        own=tuple(row for row in standing(given) if row.name == name),
    )


def next_claims(record: Reviewing, queue: Queue, name: str, *, second: bool, limit: int) -> Answer:
    """The next claims for ``name`` as a list, with how many are done and left."""
    known = record.reviews(whole=False)
    done = judged_by(known, name)
    among = judged_by_others(known, name) if second else None
    left = queue.todo(done, among)
    reader = record.reader()
    found = []
    for claim in left.head(limit).to_list():
        try:
            found.append(reader.claim(claim))
        except RecordError:  # read again by another coder since the queue was made
            continue
    answer = listed(found, {**queue.asked, "second": second}, basis(frames(reader)))
    told = f"judged or skipped by {name or 'you'}: {len(queue.claims) - len(queue.todo(done))}; left: {len(left)}"
    blind = ("only claims that another reviewer judged; what was judged is not shown",) if second else ()
    return answer.noting("review", (queue.told, *blind, told))
