"""Which rows speak of an actor asked for."""

from __future__ import annotations

import polars as pl
import pytest

from comity.measures.actors import among, is_actor, same_actor

ROWS = pl.DataFrame(
    {
        "by_name": ["NOR", "the ministry", "NORAD", None, "Red Cross"],
        "by_code": ["NOR", "NOR", None, None, "Red Cross"],
        "by_id": ["NOR.GOV.MFA", "NOR.GOV", None, None, None],
        "parties": [["NOR", "CHL"], ["NOR.GOV"], ["NORAD"], None, ["Red Cross"]],
    }
)


@pytest.mark.parametrize(
    ("asked", "rows"),
    [("nor", [0, 1]), ("NOR.GOV", [0, 1]), ("NOR.GOV.MFA", [0]), ("red cross", [4]), ("NO", []), ("(", [])],
)
def test_an_actor_is_found_by_code_name_or_an_id_above(asked: str, rows: list[int]) -> None:
    found = ROWS.with_row_index().filter(is_actor("by", asked))["index"].to_list()
    assert found == rows


def test_an_actor_is_found_in_a_list_of_names() -> None:
    assert ROWS.select(among("parties", "nor"))["parties"].to_list() == [True, True, False, False, False]


def test_one_name_is_asked_the_same_way() -> None:
    assert same_actor("NOR.GOV", "nor")
    assert not same_actor("NORAD", "nor")
    assert not same_actor(None, "nor")
