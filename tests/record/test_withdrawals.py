"""An article that is forgotten leaves its place, its reason, and nothing that it said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from comity.errors import RecordError
from comity.reading import OpenRecord, read
from comity.record import verdicts
from record.older import older
from record.scenes import article, fake_coder

TEXT = "Norway said that Sweden criticised Ghana. A word like quuxification stands here."
OTHER = "Chile said that Sweden criticised Ghana."


@pytest.fixture
def filled(record: OpenRecord) -> OpenRecord:
    read(record, [article(TEXT), article(OTHER)], fake_coder())
    return record


def test_what_it_said_goes_and_the_reason_stays(filled: OpenRecord) -> None:
    before = filled.reader().counts()
    found = filled.forget(article(TEXT).id, "The outlet took it back.")
    assert (found.id, found.why) == (article(TEXT).id, "The outlet took it back.")
    assert filled.reader().withdrawals() == (found,)
    after = filled.reader().counts()
    assert {name: before[name] - after[name] for name in after} == dict.fromkeys(before, 1) | {"clusters": 0}
    assert [a.text for a in filled.reader().articles()] == [OTHER]
    assert list(filled.reader().search("quuxification")) == []
    assert filled.verify().faults == ()


def test_clusters_are_worked_out_anew(filled: OpenRecord) -> None:
    assert [e.mentions for e in filled.reader().events()] == [2]
    filled.forget(article(TEXT).id, "The outlet took it back.")
    assert [(e.mentions, e.articles) for e in filled.reader().events()] == [(1, 1)]


def test_reading_it_again_is_refused_and_told(filled: OpenRecord) -> None:
    filled.forget(article(TEXT).id, "The outlet took it back.")
    coded: list[str] = []
    report = read(filled, [article(TEXT), article(OTHER)], fake_coder("2", coded))
    assert (report.read, coded) == (1, [article(OTHER).id])
    assert len(report.withdrawn) == 1
    assert "demo.txt: article" in report.withdrawn[0]
    assert "The outlet took it back." in report.withdrawn[0]
    assert [a.text for a in filled.reader().articles()] == [OTHER]


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        (None, "2024-05-01", True),
        ("2024-05-01", None, True),
        ("2024-05-01", "2024-05-02", False),
        ("2024-05-01", "2024-05-01", True),
    ],
)
def test_a_date_learnt_later_makes_it_no_other_article(
    record: OpenRecord, first: str | None, second: str | None, refused: bool
) -> None:
    read(record, [article(TEXT, published=first)], fake_coder())
    record.forget(article(TEXT).id, "A mistake.")
    report = read(record, [article(TEXT, published=second)], fake_coder())
    assert (len(report.withdrawn), report.read) == ((1, 0) if refused else (0, 1))


def test_a_text_that_another_article_has_stays(record: OpenRecord) -> None:
    mine, theirs = article(TEXT), article(TEXT, outlet="Demo Gazette South")
    read(record, [mine, theirs], fake_coder())
    with pytest.raises(RecordError, match=r"2 articles have the id.*Demo Gazette South"):
        record.forget(mine.id, "A mistake.")
    from comity.record.identity import article_key

    record.forget(article_key(mine), "A mistake.")
    assert [(a.outlet, a.text) for a in record.reader().articles()] == [("Demo Gazette South", TEXT)]
    assert record.verify().faults == ()


def test_no_article_and_no_reason_are_refused(filled: OpenRecord) -> None:
    with pytest.raises(RecordError, match="holds no article 'none'"):
        filled.forget("none", "A mistake.")
    with pytest.raises(RecordError, match="needs its reason"):
        filled.forget(article(TEXT).id, " ")
    assert filled.reader().withdrawals() == ()
    assert filled.reader().counts()["articles"] == 2


def test_a_verdict_on_an_assurance_of_it_stays_and_stands(tmp_path: Path) -> None:
    record = older(tmp_path, 3)
    promise = next(record.reader().signals("assurances"))
    record.forget(promise.provenance.article, "A mistake.")
    assert list(record.reader().signals("assurances")) == []
    assert len(verdicts.read(record.place)) == 1
    assert record.verify().faults == ()


def test_no_word_of_it_is_left_in_the_file(file_record: OpenRecord) -> None:
    many = [article(f"Norway said that Sweden criticised Ghana. Number {n} of them.") for n in range(60)]
    read(file_record, [replace(article(TEXT), title="The quuxification"), *many], fake_coder())
    place = Path(file_record.place)
    assert b"quuxification" in place.read_bytes()
    file_record.forget(article(TEXT).id, "A mistake.")
    left = b"".join(p.read_bytes() for p in place.parent.iterdir())
    assert b"uuxification" not in left
    assert file_record.verify().faults == ()
