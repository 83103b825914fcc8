"""What a view gives: the answer that the page shows and every format writes, and what the template needs beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from comity.measures.answer import Answer


@dataclass(frozen=True, slots=True)
class Page:
    """``answer`` is what ``.csv .json .parquet .md .bib`` hold; ``template`` shows it, with ``context`` beside it."""

    title: str
    answer: Answer
    template: str = "answer.html.jinja"
    context: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
