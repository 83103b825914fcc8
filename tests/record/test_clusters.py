"""Which claims tell one event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record.clusters import Mention, cluster

FIRST = Mention(
    "a", 0, "t1", "NOR", "SWE", "ACCUSE", "disapprove", "happened", "2024-05-01", "2024-05-01", "One sentence."
)
SECOND = replace(FIRST, article="b", text="t2", sentence="Another sentence.")


def apart(**changes: object) -> int:
    return len(cluster([FIRST, replace(SECOND, **changes)]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"mode": None},
        {"status": "ongoing"},
        {"earliest": "2024-05-03", "latest": "2024-05-03"},
        {"earliest": "2024-04-20", "latest": "2024-05-10"},
        {"earliest": "2024-05-01T10:00+02:00", "latest": "2024-05-01T10:00+02:00"},
    ],
)
def test_two_tellings_of_one_event_are_one_cluster(changes: dict[str, object]) -> None:
    assert apart(**changes) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"actor": "GHA"},
        {"actor": None},
        {"recipient": "GHA"},
        {"recipient": None},
        {"type": "REJECT"},
        {"mode": "allege"},
        {"status": "negated"},
        {"status": "future"},
        {"earliest": "2024-05-04", "latest": "2024-05-04"},
        {"earliest": None, "latest": None},
        {"earliest": "2024-01-01", "latest": "2024-12-31"},
    ],
)
def test_what_differs_or_is_not_known_is_another_event(changes: dict[str, object]) -> None:
    assert apart(**changes) == 2


def test_claims_of_unknown_time_join_only_their_own_words_in_a_copy() -> None:
    untimed = replace(FIRST, earliest=None, latest=None)
    copy = replace(untimed, article="b")
    assert len(cluster([untimed, copy])) == 1
    assert len(cluster([untimed, replace(copy, text="t2")])) == 2
    assert len(cluster([untimed, replace(copy, sentence="Other words.")])) == 2


def test_days_do_not_chain_into_weeks() -> None:
    days = [replace(FIRST, article=str(d), earliest=f"2024-05-{d:02}", latest=f"2024-05-{d:02}") for d in range(1, 10)]
    assert [len(c.mentions) for c in cluster(days)] == [3, 3, 3]


@given(st.permutations([replace(FIRST, article=str(n), number=n, mode=m) for n, m in enumerate([None, "a", "b", "a"])]))
def test_the_clusters_do_not_depend_on_the_order(mentions: list[Mention]) -> None:
    expected = cluster(sorted(mentions, key=lambda m: m.number))
    assert [(c.id, c.mentions) for c in cluster(mentions)] == [(c.id, c.mentions) for c in expected]
    assert sum(len(c.mentions) for c in expected) == 4
