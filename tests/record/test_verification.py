"""A record that was tampered with, or a coder that cites what is not there, is found out."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from comity.errors import ComityError, RecordError
from comity.exports.claims import claim_line
from comity.reading import OpenRecord, read
from comity.record import verdicts
from comity.record.identity import article_key
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


def test_a_missing_article_is_found_with_its_key(filled: OpenRecord) -> None:
    key = article_key(ARTICLE)
    change(filled, f"DELETE FROM articles WHERE key = '{key}'")
    faults = filled.verify().faults
    assert any(key in f.place and "is missing" in f.problem for f in faults)
    assert any(f.place.startswith("text ") and "belongs to no article" in f.problem for f in faults)


def test_an_article_that_was_taken_out_whole_is_missed(filled: OpenRecord) -> None:
    tables = ("codings", "claims", "claim_sources", "attributions", "signals", "roles", "cluster_claims", "clusters")
    change(filled, *(f"DELETE FROM {t}" for t in (*tables, "articles", "text_bands", "texts")))
    faults = [(f.place, f.problem) for f in filled.verify().faults]
    assert (f"article {article_key(ARTICLE)}", "is missing: it was sealed into this record and is not there") in faults


@pytest.mark.parametrize(
    ("statement", "place", "problem"),
    [
        ("UPDATE articles SET title = 'Another'", f"article {ARTICLE.id}", "is not as it was written"),
        ("UPDATE codings SET sentences = '[[0,40]]'", f"article {ARTICLE.id}", "is not as it was written"),
        ("UPDATE codings SET sentences = 'x'", f"article {ARTICLE.id}", "cannot be read"),
        ("UPDATE signals SET kind = 'praise'", f"article {ARTICLE.id}", "cannot be read"),
        ("UPDATE coders SET version = '7'", "coder ", "is not as it was written"),
        ("UPDATE clusters SET mentions = 3", "clusters", "is not what the articles say"),
        ("UPDATE text_bands SET band = band || 'x'", "text ", "the bands by which its copies are found"),
        ("DELETE FROM claim_sources", f"article {ARTICLE.id}", "is not as it was written"),
    ],
)
def test_a_change_is_found_with_its_place(filled: OpenRecord, statement: str, place: str, problem: str) -> None:
    change(filled, statement)
    assert any(f.place.startswith(place) and problem in f.problem for f in filled.verify().faults)


def test_a_changed_verdict_and_a_missing_withdrawal_are_found(filled: OpenRecord) -> None:
    verdicts.add(filled.place, verdicts.Subject("a", "s", None, None), verdicts.Judgement("kept", "why", "A. Reader"))
    filled.forget(ARTICLE.id, "A mistake.")
    change(filled, "UPDATE verdicts SET because = 'other'", "DELETE FROM withdrawn")
    found = [(f.place, f.problem) for f in filled.verify().faults]
    assert ("verdict 1", "is not as it was written") in found
    assert ("withdrawal 1", "is missing") in found


def test_a_record_whose_clusters_are_still_to_come_stands(record: OpenRecord) -> None:
    """A reading that was cut short before its end has lost nothing."""
    with record.writer(VERSION) as writer:
        writer.write([(ARTICLE, code(ARTICLE))])
    assert record.verify().faults == ()


def written(record: OpenRecord) -> bytes:
    """A record of some articles in one file, with nothing beside it; its bytes."""
    read(record, [article(f"{by} said that Sweden criticised Ghana.") for by in ("Norway", "Chile")], fake_coder())
    verdicts.add(record.place, verdicts.Subject("a", "s", None, None), verdicts.Judgement("kept", "why", "A. Reader"))
    with closing(sqlite3.connect(record.place)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return Path(record.place).read_bytes()


def answers(record: OpenRecord) -> object:
    reader = record.reader()
    claims = [claim_line(r) for r in reader.claims()]
    return (claims, *map(list, (reader.signals(), reader.events(), reader.articles())), verdicts.read(record.place))


def test_a_byte_changed_anywhere_is_found_or_changes_no_answer(file_record: OpenRecord) -> None:
    """SECURITY: a damaged file. Places spread over the whole file, and every page is met."""
    whole = written(file_record)
    expected, place, rng = answers(file_record), Path(file_record.place), random.Random(5)
    at = [rng.randrange(start, min(start + 1024, len(whole))) for start in range(0, len(whole), 1024)]
    found = 0
    for position in at:
        damaged = bytearray(whole)
        damaged[position] ^= 1 << rng.randrange(8)
        remove_beside(place)
        place.write_bytes(damaged)
        try:
            faults = file_record.verify().faults
        except ComityError:
            found += 1
        else:
            found += bool(faults)
            assert faults or answers(file_record) == expected, f"byte {position} of {len(whole)} was changed unseen"
    assert len(at) > 150
    assert found > 20


@pytest.mark.parametrize("share", [0.02, 0.25, 0.5, 0.75, 0.99])
def test_a_truncated_file_is_found(file_record: OpenRecord, share: float) -> None:
    whole = written(file_record)
    Path(file_record.place).write_bytes(whole[: int(len(whole) * share)])
    assert found_out(file_record)


def found_out(record: OpenRecord) -> bool:
    """Whether verify finds a fault, or the record cannot be opened at all and is named."""
    try:
        return bool(record.verify().faults)
    except RecordError as error:
        return record.place in str(error)


def remove_beside(place: Path) -> None:
    for beside in place.parent.glob(f"{place.name}-*"):
        beside.unlink()
