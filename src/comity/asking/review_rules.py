"""What a judgement needs before it is written down: a known word, a name, slots that can be so, something to settle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from comity.errors import InputError
from comity.record import Record
from comity.record.judgements import DECISIONS, KINDS, Given, Judgement, Kind, add
from comity.record.review_states import reviews
from comity.record.slots import changed

if TYPE_CHECKING:
    from comity.record.answers import Recorded

MOST_CHARACTERS = 4000  # of a note


def said(record: Record, claim: str, given: Given) -> Judgement:
    """Writes down what a reviewer says of a claim; :meth:`comity.asking.reviewing.Reviewing.review` tells the errors."""
    reader = record.reader()
    subject = reader.claim(claim)
    kind = _kind(given.judgement)
    words = _words(given.note)
    if kind == "note" and not words:
        raise InputError("a note needs its words", remedy="write them, or judge without a note")
    differing = _differing(kind, given.slots, subject, reader.text(subject.provenance.text))
    return add(record.place, subject, Given(kind, _name(given.name), differing, words, seen=given.seen))


def settled(
    record: Record, claim: str, judgement: str, *, name: str, because: str, slots: Mapping[str, Any]
) -> Judgement:
    """Writes down what settles a disputed claim; :meth:`comity.asking.reviewing.Reviewing.settle` tells the errors."""
    from comity.record.judgements import read

    reader = record.reader()
    subject = reader.claim(claim)
    kind = _kind(judgement)
    if kind not in DECISIONS:
        raise InputError(f"{judgement!r} settles nothing", remedy=f"give one of: {', '.join(DECISIONS)}")
    found = reviews(read(record.place, [subject.claim.id])).get(subject.claim.id)
    if found is None or found.state != "disputed":
        told = f"claim {subject.claim.id} is not disputed"
        raise InputError(
            told, remedy="only what reviewers judge differently is settled; take a settlement back by undo"
        )
    words = _words(because)
    if not words:
        raise InputError("what settles a dispute needs its reason", remedy="write it in a sentence")
    differing = _differing(kind, slots, subject, reader.text(subject.provenance.text))
    return add(record.place, subject, Given(kind, _name(name), differing, words, settles=True))


def _kind(judgement: str) -> Kind:
    if judgement not in KINDS:
        raise InputError(f"{judgement!r} is no judgement", remedy=f"give one of: {', '.join(KINDS)}")
    return cast(Kind, judgement)


def _name(name: str) -> str:
    if not name.strip():
        raise InputError("a judgement needs the name of who gives it", remedy="write your name")
    return " ".join(name.split())


def _words(note: str) -> str:
    if len(note) > MOST_CHARACTERS:
        raise InputError(f"a note of {len(note)} characters", remedy=f"write at most {MOST_CHARACTERS}")
    return note.strip()


def _differing(kind: Kind, slots: Mapping[str, Any], subject: Recorded, text: str) -> dict[str, Any]:
    """The slots that an edit changes; an edit that changes none is none."""
    if kind != "edit":
        return {}
    found = changed(subject.claim, slots, text[slice(*subject.claim.sentence)])
    if not found:
        raise InputError("the edit changes nothing", remedy="change a slot, or accept the claim as it is")
    return found
