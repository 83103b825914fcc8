"""What a search for words finds, as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TextIO

from comity.record.answers import Hit


def write_json(hits: Iterable[Hit], out: TextIO) -> int:
    """One JSON object a line, with the spans of the passage and of the words in it; answers how many."""
    written = 0
    for written, hit in enumerate(hits, start=1):  # noqa: B007
        out.write(json.dumps(asdict(hit), ensure_ascii=False) + "\n")
    return written
