"""Names and addresses from outside, made safe to print: they may hold anything, and stand in messages and reports."""

from __future__ import annotations

import unicodedata

LONGEST = 200  # code points


def shown(name: str) -> str:
    """``name`` without control characters, marks that turn the writing direction, and halves of characters."""
    safe = "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c for c in name[:LONGEST])
    return safe + "…" if len(name) > LONGEST else safe
