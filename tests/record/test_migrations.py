"""A record of every older schema is brought up to today's whole or not at all, and the original is kept."""

from __future__ import annotations

import errno
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from comity.errors import StorageError
from comity.reading import OpenRecord, read
from comity.record import migrations, verdicts
from comity.record.answers import Filter
from comity.record.distance import Near
from comity.record.opening import bring_up, schema_version
from comity.record.schema import SCHEMA_VERSION
from record.older import SCHEMAS, older, schema_of
from record.scenes import article, fake_coder
from record.tampering import change


def shape(place: str) -> set[tuple[str, str, str]]:
    """Tables with their columns and types, and indexes, of a file."""
    with closing(sqlite3.connect(place)) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {(t, c, kind) for t in names for _, c, kind, *_ in connection.execute(f"PRAGMA table_info({t})")}
        return columns | {(t, i, "index") for t in names for _, i, *_ in connection.execute(f"PRAGMA index_list({t})")}


def test_there_is_a_record_of_every_older_schema() -> None:
    assert tuple(range(1, SCHEMA_VERSION)) == SCHEMAS
    assert set(migrations.STEPS) == set(SCHEMAS)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_an_older_record_is_brought_up_when_it_is_opened_and_the_original_stays(tmp_path: Path, schema: int) -> None:
    record = older(tmp_path, schema)
    claims = list(record.reader().claims())
    assert [c.claim.actor.code for c in claims if c.claim.actor] == ["CHL", "SWE", "SWE", "NOR"]
    assert record.reader().counts()["clusters"] == 3
    assert [i for i, _ in record.reader().search("visited Oslo")] == [claims[-1].provenance.article]
    assert [c.claim.id for c in record.reader().claims(Filter(near=Near(5.5, 0, 100)))] == [claims[1].claim.id] * 2
    assert record.verify().faults == ()
    assert schema_of(record.place) == str(SCHEMA_VERSION)
    kept = tmp_path / f"old.schema{schema}.comity"
    assert schema_of(kept) == str(schema)
    assert sorted(p.name for p in tmp_path.glob("*.comity")) == ["old.comity", kept.name]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_record_that_was_brought_up_is_like_a_fresh_one_and_goes_on(tmp_path: Path, schema: int) -> None:
    record, fresh = older(tmp_path, schema), OpenRecord(tmp_path / "fresh.comity")
    for each in (record, fresh):
        assert read(each, [article("Ghana said that Sweden visited Chile.")], fake_coder()).read == 1
    assert shape(record.place) == shape(fresh.place)
    assert record.reader().counts()["articles"] == 5
    assert record.verify().faults == ()


def test_verdicts_of_an_older_record_stay(tmp_path: Path) -> None:
    record = older(tmp_path, 3)
    assert [(v.verdict, v.name) for v in verdicts.read(record.place)] == [("kept", "A. Reader")]


def test_an_original_that_is_kept_already_is_not_written_over(tmp_path: Path) -> None:
    earlier = tmp_path / "old.schema2.comity"
    earlier.write_text("kept before")
    assert bring_up(older(tmp_path, 2).place) == (2, str(tmp_path / "old.schema2-2.comity"))
    assert earlier.read_text() == "kept before"


@pytest.mark.parametrize("failing", SCHEMAS)
def test_a_step_that_fails_leaves_the_record_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    def fail(connection: Connection) -> None:
        migrations.STEPS[failing](connection)
        raise OSError(errno.ENOSPC, "No space left on device")

    record = older(tmp_path, 1)
    before = shape(record.place)
    steps = {**migrations.STEPS, failing: fail}
    monkeypatch.setattr("comity.record.opening.migrate", lambda c, version: migrations.migrate(c, version, steps))
    with pytest.raises(StorageError, match="cannot be brought up"):
        record.reader()
    assert shape(record.place) == before
    assert schema_of(record.place) == "1"
    monkeypatch.undo()
    assert len(list(record.reader().claims())) == 4


def test_an_older_record_in_a_read_only_place_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SECURITY: read-only. The error is injected: root may write everywhere."""
    record = older(tmp_path, 2)

    def refused(*_: object) -> object:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("comity.record.lock._acquire", refused)
    with pytest.raises(StorageError, match=r"older comity \(schema 2\).*copy it to a place.*comity migrate") as raised:
        record.reader()
    assert raised.value.exit_code == 74
    assert schema_of(record.place) == "2"


def test_a_database_is_brought_up_and_its_old_tables_are_kept(record: OpenRecord) -> None:
    read(record, [article("Norway said that Sweden criticised Ghana.")], fake_coder())
    indexes = ("claims_recipient", "claims_actor_id", "claims_recipient_id")
    gone = [f"DROP TABLE {t}" for t in ("seals", "withdrawn", "actors")] + [f"DROP INDEX {i}" for i in indexes]
    change(record, *gone, "UPDATE about SET value = '3' WHERE key = 'schema'")
    version, kept = record.migrate()
    assert version == 3
    assert kept is not None
    assert re.search(r"test\.schema3\.comity$|^schema record_\d+_schema3 of the database$", kept)
    assert schema_version(record.place) == SCHEMA_VERSION
    assert record.migrate() == (SCHEMA_VERSION, None)
    assert len(list(record.reader().claims())) == 1
    assert record.verify().faults == ()
