"""Text without characters that no document may hold; one for one, so that lengths stay. Pure."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """Control characters and lone surrogates as U+FFFD; line ends and tabs stay."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" else c for c in text)
