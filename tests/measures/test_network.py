"""Who acts towards whom: an event counts once, cooperation and conflict stay apart, what is not done is not counted as done."""

from __future__ import annotations

from pathlib import Path

import pytest

import comity
from comity.reading import OpenRecord
from comity.record.answers import Filter

TEXT = """Kenya condemned Sudan on Monday.

Kenya agreed with Uganda on 3 May 2021 to open the border.

Uganda denied that it had attacked Sudan.

Chad attacked Kenya on 4 May 2021.
"""


@pytest.fixture
def told(tmp_path: Path) -> OpenRecord:
    for name, outlet in (("one", "North"), ("two", "South")):
        (tmp_path / f"{name}.txt").write_text(f"Outlet: {outlet}\nPublished: 2021-05-05\n\n{TEXT}")
    record = comity.open(tmp_path / "x.comity")
    record.read([tmp_path / "one.txt", tmp_path / "two.txt"])
    return record


def test_an_event_told_twice_counts_once_on_each_side(told: OpenRecord) -> None:
    rows = {row["actor"]: row for row in told.actors().rows.iter_rows(named=True)}
    assert (rows["TCD"]["conflict_done"], rows["TCD"]["articles"]) == (1, 2)
    assert rows["KEN"]["conflict_received"] == 1


def test_partners_keep_cooperation_and_conflict_and_the_directions_apart(told: OpenRecord) -> None:
    rows = {row["partner"]: row for row in told.partners("KEN").rows.iter_rows(named=True)}
    assert (rows["TCD"]["conflict_back"], rows["TCD"]["conflict_there"]) == (1, 0)
    assert rows["UGA"]["cooperation_there"] >= 1
    assert rows["UGA"]["conflict_there"] == rows["UGA"]["conflict_back"] == 0


def test_what_is_denied_is_told_in_another_status(told: OpenRecord) -> None:
    rows = {row["partner"]: row for row in told.partners("UGA").rows.iter_rows(named=True)}
    assert (rows["SDN"]["conflict_there"], rows["SDN"]["other_status_there"]) == (0, 1)


def test_a_number_leads_to_the_claims_it_counts(told: OpenRecord) -> None:
    for row in told.partners("KEN").rows.iter_rows(named=True):
        for relation in ("cooperation", "conflict", "other_status"):
            asked = Filter(actor="KEN", recipient=row["partner"], relation=relation)
            events = {found.cluster for found in told.reader().claims(asked)}
            assert len(events) == row[f"{relation}_there"]


def test_what_a_row_rests_on_is_between_the_two(told: OpenRecord) -> None:
    answer = told.partners("KEN")
    claims = {found.claim.id: found.claim for found in told.reader().claims()}
    for row in answer.evidence.iter_rows(named=True):
        sides = {claims[row["source"]].actor.code, claims[row["source"]].recipient.code}  # type: ignore[union-attr]
        assert sides == {"KEN", row["row"]}
