"""A promise as its readers pass it on: who promises what to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from comity.values import Actor

Course = Literal["do", "refrain", "maintain", "general"]


@dataclass(frozen=True, slots=True)
class Promise:
    """An assurance before it becomes a value: who promises to whom, and the head of the promised course."""

    promisors: list[Actor]
    beneficiaries: list[Actor] = field(default_factory=list)
    course: int | None = None
    kind: Course | None = None  # where the wording itself tells it
