"""A record that was tampered with, or a coder that cites what is not there, is found out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comity.reading import OpenRecord, read
from comity.values import Quoted
from record.scenes import VERSION, article, code, fake_coder
from record.tampering import change

ARTICLE = article("Norway said that Sweden criticised Ghana.")


@pytest.fixture
def filled(record: OpenRecord) -> OpenRecord:
    read(record, [ARTICLE], fake_coder())
    return record


def test_a_whole_record_stands(filled: OpenRecord) -> None:
    found = filled.verify()
    assert (found.texts, found.values, found.faults) == (1, 4, ())


def test_a_changed_text_is_found_by_its_hash(filled: OpenRecord) -> None:
    change(filled, "UPDATE texts SET text = replace(text, 'Sweden', 'Gambia')")
    problems = [f.problem for f in filled.verify().faults]
    assert any("has been changed" in p for p in problems)
    assert any("orphaned: 'Sweden' does not stand at [17, 23]" in p for p in problems)


def test_a_changed_column_and_a_changed_value_are_found(filled: OpenRecord) -> None:
    change(filled, "UPDATE claims SET status = 'negated'")
    assert [f.problem for f in filled.verify().faults] == ["column status does not say what the value says"]
    change(filled, "UPDATE claims SET value = 'x'")
    assert "cannot be read" in filled.verify().faults[0].problem


def test_a_row_that_was_removed_is_found(filled: OpenRecord) -> None:
    change(filled, "DELETE FROM codings")
    assert [f.problem for f in filled.verify().faults] == ["has not been coded"]


@pytest.mark.parametrize(
    ("trigger", "problem"),
    [
        (Quoted("criticised", (0, 10)), "orphaned: 'criticised' does not stand at [0, 10]"),
        (Quoted("", (400, 400)), "span [400, 400] lies outside the text of 41 characters"),
    ],
)
def test_a_citation_that_is_not_there_is_found(record: OpenRecord, trigger: Quoted, problem: str) -> None:
    coded = code(ARTICLE)
    wrong = replace(coded, claims=(replace(coded.claims[0], trigger=trigger),))
    with record.writer(VERSION) as writer:
        writer.write([(ARTICLE, wrong)])
    assert problem in [f.problem for f in record.verify().faults]


def test_evidence_outside_its_sentence_is_found(record: OpenRecord) -> None:
    coded = code(ARTICLE)
    signal = replace(coded.signals.condemnations[0], sentence=(0, 5))
    wrong = replace(coded, signals=replace(coded.signals, condemnations=(signal,)))
    with record.writer(VERSION) as writer:
        writer.write([(ARTICLE, wrong)])
    assert ["outside its sentence" in f.problem for f in record.verify().faults] == [True]
