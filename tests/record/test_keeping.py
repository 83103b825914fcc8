"""A record that is copied and brought back is the same record, between files and databases."""

from __future__ import annotations

import itertools
import sqlite3
from pathlib import Path

import pytest

from comity.errors import RecordError
from comity.exports.claims import claim_line
from comity.reading import OpenRecord, read
from comity.record import verdicts
from record.conftest import Make
from record.older import older, schema_of
from record.scenes import VERSION, article, fake_coder
from record.tampering import change

TEXTS = [
    f"{by} said that {to} criticised {by}."
    for by, to in itertools.permutations(["Norway", "Sweden", "Ghana", "Chile"], 2)
]


def everything(record: OpenRecord) -> tuple[object, ...]:
    """All that a record answers."""
    reader = record.reader()
    claims = [claim_line(r) for r in reader.claims()]
    listed = (list(x) for x in (reader.signals(), reader.events(), reader.articles(), reader.search("criticised")))
    return (
        claims,
        *listed,
        reader.copies(),
        reader.withdrawals(),
        reader.counts(),
        verdicts.read(record.place),
        record.judgements(),
    )


@pytest.fixture
def filled(record: OpenRecord) -> OpenRecord:
    read(record, [article(text) for text in TEXTS], fake_coder())
    record.forget(article(TEXTS[0]).id, "It was a mistake.")
    for claim in list(record.reader().claims())[:2]:
        record.review(claim.claim.id, "edit", name="A. Reader", slots={"status": "denied"}, note="Read again.")
    return record


def test_a_backup_is_a_record_with_the_same_answers(filled: OpenRecord, tmp_path: Path) -> None:
    backup = tmp_path / "backup" / "b.comity"
    backup.parent.mkdir()
    filled.backup(backup)
    assert [p.name for p in backup.parent.iterdir()] == ["b.comity"]
    kept = OpenRecord(backup)
    found, whole = everything(kept), everything(filled)
    found_search, whole_search = sorted(found[4]), sorted(whole[4])  # type: ignore[call-overload]
    assert (*found[:4], found_search, *found[5:]) == (*whole[:4], whole_search, *whole[5:])
    assert kept.verify().faults == ()


def test_what_is_brought_back_answers_the_same_and_goes_on(
    filled: OpenRecord, new_record: Make, tmp_path: Path
) -> None:
    filled.backup(tmp_path / "b.comity")
    again = new_record()
    again.restore(tmp_path / "b.comity")
    assert everything(again) == everything(filled)
    assert again.verify().faults == ()
    more = article("Norway said that Chile visited Ghana. It was a long way.")
    assert read(again, [more], fake_coder()).read == 1
    assert again.reader().counts()["articles"] == len(TEXTS)


def test_a_backup_of_an_older_schema_is_brought_back(new_record: Make, tmp_path: Path) -> None:
    old = older(tmp_path, 1)
    again = new_record()
    again.restore(old.place)
    assert len(list(again.reader().claims())) == 4
    assert again.verify().faults == ()
    assert schema_of(old.place) == "1"


def test_nothing_is_written_over(filled: OpenRecord, new_record: Make, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    with pytest.raises(RecordError, match="is there already"):
        filled.backup(there)
    assert there.read_text() == "mine"
    filled.backup(tmp_path / "b.comity")
    before = everything(filled)
    with pytest.raises(RecordError, match="there is something already"):
        filled.restore(tmp_path / "b.comity")
    assert everything(filled) == before


def test_a_record_is_backed_up_while_another_writes(record: OpenRecord, tmp_path: Path) -> None:
    read(record, [article(TEXTS[0])], fake_coder())
    with record.writer(VERSION) as writer:
        writer.write([])
        record.backup(tmp_path / "b.comity")
    assert OpenRecord(tmp_path / "b.comity").reader().counts()["articles"] == 1


def test_no_damage_is_kept_as_a_backup(file_record: OpenRecord, tmp_path: Path) -> None:
    read(file_record, [article(text) for text in TEXTS], fake_coder())
    with sqlite3.connect(file_record.place) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_claims_type'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with Path(file_record.place).open("r+b") as stream:
        stream.seek((page - 1) * size)
        stream.write(b"\xff" * size)
    with pytest.raises(RecordError, match=r"damaged|malformed"):
        file_record.backup(tmp_path / "b.comity")
    assert not (tmp_path / "b.comity").exists()
    assert not list(tmp_path.glob(".b.comity*"))


def test_what_is_no_record_is_not_brought_back(new_record: Make, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("not a database at all\n" * 100)
    record = new_record()
    with pytest.raises(RecordError, match="not a database"):
        record.restore(tmp_path / "text")
    with pytest.raises(RecordError, match=r"no such record|holds no record"):
        record.reader()


def test_a_backup_of_a_changed_record_is_the_changed_record(filled: OpenRecord, tmp_path: Path) -> None:
    """The seals go with it: what was changed before the backup is seen after it."""
    change(filled, "UPDATE articles SET title = 'Another title'")
    filled.backup(tmp_path / "b.comity")
    faults = OpenRecord(tmp_path / "b.comity").verify().faults
    assert {f.problem for f in faults} == {"is not as it was written"}
    assert len(faults) == len(TEXTS) - 1
