"""Offices of the vocabulary: which key a title names, the sector of its holders and their level in a contact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from comity import vocabulary
from comity.errors import VocabularyError

PLACE = "vocabulary/offices.yaml"


@dataclass(frozen=True, slots=True)
class Office:
    """One office. ``of``: state, organisation or any; ``single``: one holder at a time."""

    key: str
    titles: tuple[str, ...]
    sector: str | None  # None: it may be of a government, a party or a bank
    level: str  # head, minister, deputy, other
    single: bool
    of: str


@cache
def load_offices() -> dict[str, Office]:
    """All offices by key. Raises VocabularyError where a row lacks a field."""
    rows = vocabulary.rows("offices")
    try:
        offices = [
            Office(r["office"], tuple(r["titles"]), r["sector"], r["level"], bool(r["single"]), r["of"]) for r in rows
        ]
    except KeyError as error:
        raise VocabularyError(f"an office lacks {error}", place=PLACE, remedy="give every field") from error
    return {office.key: office for office in offices}


@cache
def _titles() -> dict[str, str]:
    found: dict[str, str] = {}
    for office in load_offices().values():
        for title in office.titles:
            found.setdefault(title.casefold(), office.key)
    return found


def office_named(title: str) -> str | None:
    """The key of the office that a title names ("Prime Minister of A" → ``prime_minister``); None: no known one.

    The whole title is looked up, then what stands before "of", "for" or "to". Where a title names several offices
    the first row of the vocabulary decides ("president": of a state).
    """
    words = re.sub(r"\s+", " ", title).strip().casefold()
    known = _titles()
    if words in known:
        return known[words]
    heads = [words[: m.start()] for m in re.finditer(r" (?:of|for|to) ", words)]
    return next((known[head] for head in reversed(heads) if head in known), None)
