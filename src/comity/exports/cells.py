"""Cells that no spreadsheet takes for a formula. Pure.

Source: OWASP, "CSV Injection".
"""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe(cell: object) -> object:
    """Text that begins like a formula, behind an apostrophe; everything else as it is."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell
