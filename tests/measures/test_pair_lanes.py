"""Lanes of what passed between two actors."""

from __future__ import annotations

from datetime import date

from comity.measures.answer import Answer
from comity.measures.conditions import wording
from comity.measures.contacts import contacts
from comity.measures.frames import Frames
from comity.measures.pair_lanes import Asked, pair_lanes
from comity.measures.redlines import redlines
from comity.vocabulary.rules import rules
from measures.building import frames

WORDS = wording(rules("redlines").content)


def record() -> Frames:
    met = {"parties": ["CHL", "GHA"], "mode": "talks", "level": "head", "status": "happened", "role": "contact"}
    limit = {"by": "CHL", "sense": "warning", "condition": "if ports are closed", "published": "2024-05-02"}
    listed = {"authority": "GHA", "designee": "A Group", "status": "listed", "published": "2024-06-01"}
    return frames(
        contacts=[{**met, "on": "2024-05-01", "article": "a1"}, {**met, "on": "2024-08-01", "article": "a2"}],
        red_lines=[
            {**limit, "toward": "GHA", "on": "2024-05-02", "article": "a3"},
            {**limit, "toward": "NOR", "on": "2024-05-02", "article": "a4", "condition": "if fish are caught"},
        ],
        designations=[{**listed, "on": "2024-06-01", "article": "a5"}],
    )


def lanes(read: Frames, since: date | None = None, until: date | None = None) -> Answer:
    limits = [redlines(read, side, WORDS) for side in ("CHL", "GHA")]
    return pair_lanes(read, ("CHL", "GHA"), Asked(contacts(read, "CHL", "GHA"), limits, (), None, since, until))


def test_every_entry_stands_in_its_lane_on_its_day_with_its_evidence() -> None:
    answer = lanes(record())
    told = [(r["lane"], str(r["earliest"])) for r in answer.rows.iter_rows(named=True)]
    assert told == [
        ("contacts", "2024-05-01"),
        ("contacts", "2024-08-01"),
        ("stated limits", "2024-05-02"),
        ("designations", "2024-06-01"),
    ]
    assert set(answer.evidence["row"]) == set(answer.rows["id"])


def test_a_limit_towards_a_third_is_none_of_the_pair() -> None:
    whats = lanes(record()).rows.filter(lane="stated limits")["what"].to_list()
    assert len(whats) == 1
    assert "→ GHA" in whats[0]


def test_the_window_keeps_what_may_lie_in_it() -> None:
    answer = lanes(record(), date(2024, 5, 2), date(2024, 6, 30))
    assert answer.rows["lane"].to_list() == ["stated limits", "designations"]
    assert set(answer.evidence["row"]) == set(answer.rows["id"])


def test_without_votes_it_is_told_why() -> None:
    assert lanes(record()).notes == ("votes are asked of states alone",)
