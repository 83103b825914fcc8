"""Exports of claims: complete, the same on every run, and safe to open."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from comity.contract import read_value
from comity.errors import StorageError
from comity.exports.cells import safe
from comity.exports.claims import write_csv, write_json, write_parquet
from comity.reading import OpenRecord, read
from comity.record.tables import COLUMNS
from comity.values import Claim
from record.scenes import article, fake_coder


@pytest.fixture
def filled(tmp_path: Path) -> OpenRecord:
    record = OpenRecord(tmp_path / "test.comity")
    hostile = replace(
        article("Norway said that Sweden criticised Ghana."), title='=HYPERLINK("x")', outlet="@demo\nnews"
    )
    read(record, [hostile], fake_coder())
    return record


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_text_that_begins_like_a_formula_is_put_behind_an_apostrophe(cell: str) -> None:
    """SECURITY: CSV formulas."""
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["a=b", "", None, -1, -0.5])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert safe(cell) is cell


def test_the_csv_is_safe_unless_asked_to_be_raw(filled: OpenRecord) -> None:
    for raw, title in ((False, '\'=HYPERLINK("x")'), (True, '=HYPERLINK("x")')):
        out = io.StringIO()
        write_csv(filled.reader().claims(), out, raw=raw)
        (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
        assert list(row) == list(COLUMNS)
        assert row["title"] == title
        assert (row["actor_code"], row["recipient_code"], row["chain"]) == ("SWE", "GHA", "NOR.GOV.MFA")


def test_the_json_holds_the_contract_s_claim_and_its_provenance(filled: OpenRecord) -> None:
    out = io.StringIO()
    write_json(filled.reader().claims(), out)
    line = json.loads(out.getvalue())
    (recorded,) = filled.reader().claims()
    assert read_value(Claim, line) == recorded.claim
    assert line["provenance"]["published"] == "2024-05-01"
    assert line["cluster"] == recorded.cluster


def test_the_parquet_file_reads_back_with_its_types(filled: OpenRecord, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    assert write_parquet(filled.reader().claims(), path) == 1
    assert pl.read_parquet(path).equals(filled.reader().frame())
    assert [p.name for p in tmp_path.iterdir() if "parquet" in p.name] == ["claims.parquet"]


def test_a_parquet_file_that_cannot_be_written_is_an_error_of_storage(filled: OpenRecord, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        write_parquet(filled.reader().claims(), tmp_path / "nowhere" / "claims.parquet")


def test_two_records_of_the_same_articles_export_the_same(filled: OpenRecord, tmp_path: Path) -> None:
    other = OpenRecord(tmp_path / "other.comity")
    read(other, filled.reader().articles(), fake_coder())
    exports = []
    for record in (filled, other):
        out = io.StringIO()
        write_json(record.reader().claims(), out)
        write_csv(record.reader().claims(), out)
        exports.append(out.getvalue())
    assert exports[0] == exports[1]
