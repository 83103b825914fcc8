"""Bars in the terminal."""

from __future__ import annotations

from datetime import date, timedelta

from comity.cli.bars import WIDEST, bars, rows


def test_nought_and_unknown_are_told_apart_and_the_highest_is_full() -> None:
    assert bars([None, 0.0, 0.1, 5.0, 10.0], 10.0) == "·_▁▅█"


def test_a_long_series_is_cut_and_what_nobody_covered_is_left_out() -> None:
    days = [date(2024, 1, 1) + timedelta(n) for n in range(3 * WIDEST)]
    values = [1.0] * WIDEST + [None] * WIDEST + [1.0] * WIDEST
    lines = list(rows(days, {"a": values}))
    assert len(lines) == 4
    assert lines[2].strip().startswith(str(days[2 * WIDEST]))
