"""Tellings folded into rows."""

from __future__ import annotations

import polars as pl

from comity.measures.folding import folded


def test_rows_have_ids_of_their_own_where_their_tellings_share_one() -> None:
    told = pl.DataFrame({"id": ["x", "x", "y"], "n": [0, 1, 2]})
    ids, placed = folded(told, [[(1, "stated"), (2, "restated")], [(0, "stated")]])
    assert ids == ["x", "x-2"]
    assert placed.select("n", "row", "role").rows() == [(1, "x", "stated"), (2, "x", "restated"), (0, "x-2", "stated")]


def test_nothing_folded_is_no_row() -> None:
    ids, placed = folded(pl.DataFrame({"id": ["x"]}), [])
    assert ids == []
    assert placed.is_empty()
