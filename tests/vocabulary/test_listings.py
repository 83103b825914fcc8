"""Rows of listings stand only with instrument, date, part and source."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from comity import vocabulary
from comity.errors import VocabularyError
from comity.vocabulary.listings import listings

KNOWN = {r.get("id") for file in ("groups", "organisations") for r in vocabulary.rows(file)}


def test_every_row_names_instrument_date_part_and_source_and_holds_when_it_begins() -> None:
    found = listings()
    assert len(found.rows) > 100
    for row in found.rows:
        assert row.instrument.text
        assert row.instrument.source
        assert row.instrument.dated <= row.start <= row.as_of, row
        assert (row.part == "wing") == bool(row.wing), row


def test_every_row_is_of_a_known_forum_and_of_an_entity_of_the_vocabulary() -> None:
    found = listings()
    assert all(f.effect and f.source for f in found.forums.values())
    assert {r.entity for r in found.rows} <= KNOWN
    assert {r.wing for r in found.rows if r.wing and ":" in r.wing} <= KNOWN


def test_no_row_reaches_over_the_next_of_its_entity_forum_and_part() -> None:
    rows = sorted(listings().rows, key=lambda r: (r.entity, r.forum, r.part, r.start))
    meeting = [
        (a, b)
        for a, b in pairwise(rows)
        if (a.entity, a.forum, a.part) == (b.entity, b.forum, b.part) and a.as_of >= b.start
    ]
    assert meeting == []


OWN: dict[str, Any] = {
    "forums": [{"forum": "ABC", "name": "Abecedaria", "effect": "Assets frozen.", "source": "Act of 2001"}],
    "rows": [
        {
            "entity": "Order of the Heron",
            "forum": "ABC",
            "status": "listed",
            "part": "whole",
            "from": date(2001, 1, 1),
            "by": {"text": "Order 1", "dated": date(2001, 1, 1), "source": "Gazette 1"},
            "as_of": date(2002, 1, 1),
        }
    ],
}


def written(folder: Path, change: Callable[[dict[str, Any]], object] = lambda row: None) -> Path:
    content = yaml.safe_load(yaml.safe_dump(OWN))
    change(content["rows"][0])
    path = folder / "own.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


def test_an_own_file_adds_forums_and_rows_beside_the_packages(tmp_path: Path) -> None:
    found = listings(written(tmp_path))
    assert (found.rows[-1].entity, found.rows[-1].instrument.source) == ("Order of the Heron", "Gazette 1")
    assert {"ABC", "GBR"} <= set(found.forums)
    assert set(found.versions) == {"designations", "designations of own.yaml"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda r: r.pop("by"), "lacks by"),
        (lambda r: r["by"].pop("source"), "lacks source"),
        (lambda r: r["by"].pop("dated"), "lacks dated"),
        (lambda r: r.pop("part"), "lacks part"),
        (lambda r: r.update(part="wing"), "a wing is named"),
        (lambda r: r.update(forum="NOWHERE"), "no forum"),
        (lambda r: r.update(by="NOTHING"), "no instrument"),
        (lambda r: r.update(status="feared"), "status 'feared'"),
        (lambda r: r.update(as_of=date(1999, 1, 1)), "as_of is before"),
        (lambda r: r.update({"from": "soon"}), "from is no day"),
    ],
)
def test_a_row_that_does_not_stand_is_refused_with_its_place(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], told: str
) -> None:
    with pytest.raises(VocabularyError, match=told) as refused:
        listings(written(tmp_path, change))
    assert "designations" in str(refused.value)


def test_a_table_of_rules_is_no_part_of_the_coders_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = vocabulary.digest()
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.yaml").write_text("- {a: b}\n")
    monkeypatch.setenv("COMITY_VOCABULARY", str(tmp_path))
    vocabulary.digest.cache_clear()
    after = vocabulary.digest()
    vocabulary.digest.cache_clear()
    assert after == before
