"""Judgements on claims: an append-only list that is sealed and verified, of many hands, and leaves with its article's words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from comity.errors import InputError, RecordError
from comity.reading import OpenRecord, read
from record.older import SCHEMAS, older
from record.scenes import article, fake_coder
from record.tampering import change
from record.test_two_processes import ended, start

TEXT = "Norway said that Sweden criticised Ghana. Chile said that Ghana visited Norway."
FIRST, SECOND = "A. Reader", "B. Reader"


@pytest.fixture
def filled(record: OpenRecord) -> OpenRecord:
    read(record, [article(TEXT)], fake_coder())
    return record


def ids(record: OpenRecord) -> list[str]:
    return sorted(r.claim.id for r in record.reader().claims())


def test_a_judgement_is_appended_and_undone_and_all_of_it_stays(filled: OpenRecord) -> None:
    one, _ = ids(filled)
    filled.review(one, "reject", name=FIRST)
    filled.review(one, "edit", name=FIRST, slots={"status": "denied"}, note="It is denied.")
    assert filled.review_states([one]) == {one: "edited"}
    assert filled.review(one, "undo", name=FIRST).undoes == 2
    assert filled.review_states([one]) == {one: "rejected"}
    filled.review(one, "undo", name=FIRST)
    assert filled.review_states([one]) == {one: "machine"}
    assert [(j.number, j.judgement, j.undoes) for j in filled.judgements()] == [
        (1, "reject", None),
        (2, "edit", None),
        (3, "undo", 2),
        (4, "undo", 1),
    ]
    with pytest.raises(RecordError, match="nothing that A"):
        filled.review(one, "undo", name=FIRST)
    assert filled.verify().faults == ()


def test_two_on_one_claim_write_over_nothing_and_are_told_of_each_other(filled: OpenRecord) -> None:
    one, other = ids(filled)
    filled.review(other, "accept", name=SECOND, seen=0)
    assert filled.review(one, "accept", name=FIRST, seen=0).meanwhile == ()
    late = filled.review(one, "reject", name=SECOND, seen=0)
    assert [(j.name, j.judgement) for j in late.meanwhile] == [(FIRST, "accept")]
    assert filled.review(one, "accept", name=FIRST, seen=late.number).meanwhile == ()
    assert filled.review_states([one, other]) == {one: "disputed", other: "accepted"}
    assert len(filled.judgements([one])) == 3


def test_a_third_entry_settles_and_can_be_taken_back(filled: OpenRecord) -> None:
    one, other = ids(filled)
    filled.review(one, "accept", name=FIRST)
    with pytest.raises(InputError, match="not disputed"):
        filled.settle(one, "reject", name="C. Reader", because="So.")
    filled.review(one, "edit", name=SECOND, slots={"recipient": "CHL"})
    with pytest.raises(InputError, match="reason"):
        filled.settle(one, "accept", name="C. Reader", because=" ")
    filled.settle(one, "edit", name="C. Reader", because="Chile is meant.", slots={"recipient": "CHL"})
    assert filled.review_states([one, other]) == {one: "edited", other: "machine"}
    filled.review(one, "undo", name="C. Reader")
    assert filled.review_states([one]) == {one: "disputed"}


@pytest.mark.parametrize(
    ("judgement", "slots", "note", "name", "problem"),
    [
        ("perhaps", {}, "", FIRST, "is no judgement"),
        ("accept", {}, "", "  ", "needs the name"),
        ("note", {}, " ", FIRST, "needs its words"),
        ("edit", {}, "", FIRST, "changes nothing"),
        ("edit", {"status": "happened"}, "", FIRST, "changes nothing"),
        ("edit", {"colour": "red"}, "", FIRST, "no slot 'colour'"),
        ("edit", {"type": "SHOUT"}, "", FIRST, "type cannot be 'SHOUT'"),
        ("edit", {"status": "sure"}, "", FIRST, "status cannot be"),
        ("edit", {"time": ["2024-05-02", "2024-05-01"]}, "", FIRST, "time cannot be"),
        ("edit", {"trigger": "bombed"}, "", FIRST, "trigger cannot be"),
        ("edit", {"place": "Norway"}, "", FIRST, "place cannot be"),
        ("edit", {"chain": "NOR"}, "", FIRST, "chain cannot be"),
    ],
)
def test_what_cannot_be_so_is_refused_and_nothing_is_written(
    filled: OpenRecord, judgement: str, slots: dict[str, Any], note: str, name: str, problem: str
) -> None:
    with pytest.raises(InputError, match=problem):
        filled.review(ids(filled)[0], judgement, name=name, slots=slots, note=note)
    assert filled.judgements() == ()


def test_a_type_that_is_changed_takes_its_mode_with_it(filled: OpenRecord) -> None:
    assert filled.review(ids(filled)[0], "edit", name=FIRST, slots={"type": "AID"}).slots == {
        "type": "AID",
        "mode": None,
    }


def test_verify_sees_a_judgement_that_is_changed_or_gone_or_of_nothing(filled: OpenRecord) -> None:
    one, _ = ids(filled)
    for _ in range(3):
        filled.review(one, "accept", name=FIRST)
    filled.review(one, "undo", name=FIRST)
    change(
        filled,
        "UPDATE judgements SET judgement = 'reject' WHERE number = 1",
        "DELETE FROM judgements WHERE number = 2",
        "UPDATE judgements SET text = 'beef' WHERE number = 3",
        "UPDATE judgements SET name = 'B. Reader' WHERE number = 4",
    )
    found = {(f.place, f.problem) for f in filled.verify().faults}
    assert ("judgement 1", "is not as it was written") in found
    assert ("judgement 2", "is missing") in found
    assert (f"judgement 3 of claim {one}", "the record holds no text beef") in found
    assert any("no earlier judgement of this reviewer" in problem for _, problem in found)


def test_words_leave_with_their_article_and_who_judged_what_stays(file_record: OpenRecord) -> None:
    many = [article(f"Norway said that Sweden criticised Ghana. Number {n} of them.") for n in range(60)]
    quux = article("Norway said that Quuxification visited Ghana.")
    read(file_record, [quux, *many], fake_coder())
    claim = next(r.claim.id for r in file_record.reader().claims() if r.claim.actor and r.claim.actor.code is None)
    file_record.review(claim, "edit", name=FIRST, slots={"recipient_text": "the Quuxification of Ghana"})
    file_record.forget(quux.id, "A mistake.")
    kept = file_record.judgements()
    assert [(j.claim, j.judgement, j.name, j.value, j.text, dict(j.slots)) for j in kept] == [
        (claim, "edit", FIRST, None, None, {})
    ]
    left = b"".join(p.read_bytes() for p in Path(file_record.place).parent.iterdir())
    assert b"uuxification" not in left
    assert file_record.comparison().rows.is_empty()
    assert file_record.verify().faults == ()


def test_a_judgement_outlives_a_later_coder(filled: OpenRecord) -> None:
    one, other = ids(filled)
    filled.review(one, "accept", name=FIRST)
    read(filled, [article(TEXT)], fake_coder("2"))
    assert filled.review_states([one, other]) == {one: "accepted", other: "machine"}
    assert filled.verify().faults == ()


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_record_of_an_older_schema_can_be_judged(tmp_path: Path, schema: int) -> None:
    record = older(tmp_path, schema)
    claim = next(record.reader().claims()).claim.id
    record.review(claim, "accept", name=FIRST)
    assert record.review_states([claim]) == {claim: "accepted"}
    assert record.verify().faults == ()


JUDGING = """
import sys
from comity.reading import OpenRecord
for _ in range(10):
    OpenRecord(sys.argv[1]).review(sys.argv[2], "accept", name=sys.argv[3], seen=0)
print(10)
"""


def test_reviewers_in_several_processes_take_turns_and_none_is_lost(filled: OpenRecord) -> None:
    one, _ = ids(filled)
    hands = [start(JUDGING, filled.place, one, f"{name}. Reader") for name in "ABC"]
    assert [ended(hand) for hand in hands] == [10, 10, 10]
    found = filled.judgements()
    assert [j.number for j in found] == list(range(1, 31))
    assert sorted(j.name for j in found) == sorted(f"{n}. Reader" for n in "ABC" for _ in range(10))
    assert filled.verify().faults == ()
