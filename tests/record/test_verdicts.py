"""Verdicts: an append-only list that is verified with the record, and that an older record gets when it is opened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comity.errors import RecordError
from comity.reading import OpenRecord
from comity.record.verdicts import Judgement, Subject, add, judgement, read, standing
from comity.values import UNKNOWN_TIME, Assurance, Signals
from record.scenes import VERSION, actor, article, code
from record.tampering import change

TEXT = "Norway said that Sweden criticised Ghana."
SUBJECT = Subject("0123456789ab", "cafe", "NOR", "SWE")
KEPT = Judgement("kept", "It is told.", "A. Reader")


@pytest.fixture
def filled(record: OpenRecord) -> OpenRecord:
    """A record that holds the assurance of ``SUBJECT``."""
    from record.scenes import SENTENCE

    given = article(TEXT)
    coded = code(given)
    match = SENTENCE.search(TEXT)
    assert match is not None
    promise = Assurance(
        id="cafe",
        spans=((0, 6),),
        sentence=match.span(),
        chain=(),
        claim=None,
        time=UNKNOWN_TIME,
        stated=None,
        confidence=0.5,
        promisor=actor(match, "by"),
        beneficiary=actor(match, "actor"),
        kind="do",
        specificity=1,
        conditional=False,
        reported=True,
        due=UNKNOWN_TIME,
    )
    with record.writer(VERSION) as writer:
        writer.write([(given, replace(coded, signals=Signals(assurances=(promise,))))])
    return record


def test_a_verdict_is_appended_and_undone_and_all_of_it_stays(filled: OpenRecord) -> None:
    add(filled.place, SUBJECT, KEPT)
    add(filled.place, SUBJECT, Judgement("not_kept", "I read again.", "A. Reader"))
    assert standing(read(filled.place))[SUBJECT.assurance].verdict == "not_kept"
    undone = add(filled.place, SUBJECT, Judgement(None, "A wrong row.", "B. Reader"))
    assert undone.undoes == 2
    assert standing(read(filled.place))[SUBJECT.assurance].verdict == "kept"
    assert [(v.number, v.verdict, v.name) for v in read(filled.place)] == [
        (1, "kept", "A. Reader"),
        (2, "not_kept", "A. Reader"),
        (3, None, "B. Reader"),
    ]
    assert all(v.at.endswith("+00:00") for v in read(filled.place))
    assert filled.verify().faults == ()


def test_nothing_is_undone_where_no_verdict_stands(filled: OpenRecord) -> None:
    add(filled.place, SUBJECT, KEPT)
    add(filled.place, SUBJECT, Judgement(None, "A wrong row.", "A. Reader"))
    with pytest.raises(RecordError, match="no verdict stands"):
        add(filled.place, SUBJECT, Judgement(None, "Again.", "A. Reader"))
    assert len(read(filled.place)) == 2


@pytest.mark.parametrize(
    ("verdict", "because", "name", "problem"),
    [
        ("broken", "why", "A. Reader", "is no verdict"),
        ("kept", " ", "A. Reader", "needs its reason"),
        ("kept", "why", "", "needs the name"),
    ],
)
def test_a_verdict_needs_a_known_word_a_reason_and_a_name(verdict: str, because: str, name: str, problem: str) -> None:
    with pytest.raises(RecordError, match=problem):
        judgement(verdict, because, name)


def test_verify_finds_a_verdict_on_nothing_and_one_that_undoes_nothing(filled: OpenRecord) -> None:
    add(filled.place, replace(SUBJECT, signal="beef"), KEPT)
    row = "(2, 'other', 'cafe', null, null, null, 'why', 'A. Reader', '2024-07-01T00:00:00+00:00', 1)"
    change(filled, f"INSERT INTO verdicts VALUES {row}")
    problems = [f.problem for f in filled.verify().faults]
    assert any("holds no assurance beef" in p for p in problems)
    assert any("no earlier verdict of this assurance" in p for p in problems)
