"""Tellings folded into rows: each row with an id of its own, each telling with its row and what it is there. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import polars as pl

Telling = tuple[int, str]  # its place in the frame, and its role in the row


def folded(told: pl.DataFrame, rows: Sequence[Sequence[Telling]]) -> tuple[list[str], pl.DataFrame]:
    """The ids of ``rows``, and the tellings in the order of the rows with ``row`` and ``role``.

    A row is called by the id of its first telling. Signals of one span share an id: a second row of that name is counted on.
    """
    named: Counter[str] = Counter()
    ids, places, row_of, roles = [], [], [], []
    for members in rows:
        first = str(told["id"][members[0][0]])
        named[first] += 1
        ids.append(first if named[first] == 1 else f"{first}-{named[first]}")
        for place, role in members:
            places.append(place)
            row_of.append(ids[-1])
            roles.append(role)
    columns = {"row": pl.Series(row_of, dtype=pl.String), "role": pl.Series(roles, dtype=pl.String)}
    return ids, told[places].with_columns(**columns)
