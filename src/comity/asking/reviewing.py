"""Questions about reviewers' judgements on claims, and giving them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from comity.record import Record

if TYPE_CHECKING:
    from comity.asking.review_cards import Card
    from comity.asking.review_queue import Queue
    from comity.exports.labelled import Exported
    from comity.measures.answer import Answer
    from comity.record.answers import Filter
    from comity.record.judgements import Judgement
    from comity.record.review_states import Review, State


class Reviewing(Record):
    """The review of claims, as methods of a record."""

    def review(
        self,
        claim: str,
        judgement: str,
        *,
        name: str,
        slots: Mapping[str, Any] | None = None,
        note: str = "",
        seen: int | None = None,
    ) -> Judgement:
        """Appends what ``name`` judges of the claim with this id or the beginning of it.

        ``judgement`` is accept, reject, edit (with the ``slots`` that are otherwise: :mod:`comity.record.slots`), skip, note or
        flag (with a ``note``), or undo. ``seen`` is the number of the last judgement on the claim that the reviewer knew of:
        what others judged since stands in the answer's ``meanwhile``, and all is kept. Raises :class:`InputError` where
        something is missing or a slot cannot be so, :class:`RecordError` where there is no such claim or nothing to undo.
        """
        from comity.asking.review_rules import said
        from comity.record.judgements import Given, Kind

        return said(self, claim, Given(cast("Kind", judgement), name, slots or {}, note, seen=seen))

    def settle(
        self, claim: str, judgement: str, *, name: str, because: str, slots: Mapping[str, Any] | None = None
    ) -> Judgement:
        """Appends the judgement that settles what reviewers judge differently: accept, reject or edit, with its reason.

        :class:`InputError` where the claim is not disputed.
        """
        from comity.asking.review_rules import settled

        return settled(self, claim, judgement, name=name, because=because, slots=slots or {})

    def judgements(self, claims: Iterable[str] | None = None) -> tuple[Judgement, ...]:
        """All judgements in the order in which they were given, or those on these claims."""
        from comity.record.judgements import read

        return read(self.place, claims)

    def reviews(self, claims: Iterable[str] | None = None, *, whole: bool = True) -> dict[str, Review]:
        """What stands on each claim that was judged: by reviewer, settled or not, with its state.

        Without ``whole`` the judgements do not hold the claims, which takes less time.
        """
        from comity.record.judgements import read
        from comity.record.review_states import reviews

        return reviews(read(self.place, claims, whole=whole))

    def review_states(self, claims: Iterable[str]) -> dict[str, State]:
        """The state of each of these claims: machine, accepted, edited, rejected or disputed."""
        wanted = list(claims)
        found = self.reviews(wanted, whole=False)
        return {claim: found[claim].state if claim in found else "machine" for claim in wanted}

    def review_queue(self, asked: Filter | None = None, order: str = "uncertainty", seed: int = 1) -> Queue:
        """The claims that answer a filter in an order to be judged in: ``uncertainty`` or ``random``, by ``seed``."""
        from comity.asking.review_queue import queue

        return queue(self, asked, order, seed)

    def review_next(self, queue: Queue, name: str, *, second: bool = False, limit: int = 10) -> Answer:
        """The claims of a queue that ``name`` has not judged yet, in their order; ``second``: only such as others judged."""
        from comity.asking.review_cards import next_claims

        return next_claims(self, queue, name, second=second, limit=limit)

    def review_card(self, claim: str, name: str) -> Card:
        """One claim as a reviewer sees it: in its text, with definition and slots, and nothing of what others judged."""
        from comity.asking.review_cards import card

        return card(self, claim, name)

    def last_judged(self, name: str) -> str | None:
        """The claim on which ``name`` gave the last judgement that stands: what undo takes back."""
        from comity.record.judgements import read, standing

        own = [row.claim for row in standing(read(self.place, whole=False)) if row.name == name]
        return own[-1] if own else None

    def comparison(self, asked: Filter | None = None) -> Answer:
        """Claims that two or more reviewers judged, side by side, with alpha by field and its n."""
        from comity.asking.review_comparison import comparison

        return comparison(self, self.reviews(), asked)

    def export_gold(self, folder: str | Path) -> Exported:
        """Writes what reviewers agree on as a labelled set for ``comity evaluate`` (:mod:`comity.exports.labelled`)."""
        from comity.exports.labelled import write_set

        return write_set(self.reader(), self.reviews(), Path(folder))
