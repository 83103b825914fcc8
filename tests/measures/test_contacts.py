"""Contacts of two actors, and when they are regular."""

from __future__ import annotations

from datetime import date

import pytest

from comity.measures.contacts import contacts, regular
from measures.building import frames


@pytest.mark.parametrize(
    ("days", "is_regular"),
    [
        (["2024-01-10", "2024-05-10", "2024-10-10"], True),
        (["2024-01-10", "2024-05-10"], False),
        (["2024-01-10", "2024-02-10", "2024-11-10"], False),
        (["2024-01-10", "2024-06-10", "2025-03-10"], False),
        (["2024-01-10", "2024-01-10", "2024-02-10"], False),
        ([], False),
    ],
)
def test_regular_is_three_in_twelve_months_with_no_gap_over_six(days: list[str], is_regular: bool) -> None:
    assert regular([date.fromisoformat(d) for d in days]) is is_regular


def test_tellings_of_one_call_are_one_contact_in_either_order_of_the_actors() -> None:
    call = {"parties": ["NOR", "CHL"], "mode": "call", "level": "head", "status": "happened", "on": "2024-05-01"}
    read = frames(contacts=[call, {**call, "article": "a2", "level": "other"}, {**call, "status": "planned"}])
    for one, other in (("NOR", "CHL"), ("CHL", "NOR")):
        rows = contacts(read, one, other).rows
        assert rows.select("status", "level", "mentions").rows() == [("happened", "head", 2), ("planned", "head", 1)]
    assert contacts(read, "NOR", "GHA").rows.is_empty()
