"""Datelines: "GAZA CITY, Oct. 7 (Demo Wire) — …" names where a report was filed, and is no part of its first sentence."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]+(?:[ ,/][ ]?[A-Z][A-Za-z.'’-]*){0,5}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([A-Z][\w .&-]{1,30}\))?(?: ?(?:--|—) ?| [-–] ?|(?<=\)) ?[-–] ?)(?=[A-Z“\"])"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins after its dateline; ``start`` where it has none."""
    found = DATELINE.match(text, start, end)
    return found.end() if found and end - found.end() > 20 else start
