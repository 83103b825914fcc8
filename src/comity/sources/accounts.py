"""What each input gave, what was left out, and why: kept while a reading runs, told at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from comity.errors import InputError, NoArticleError
from comity.sources.showing import shown
from comity.values import Article

MOST_TOLD = 10_000  # faults of one input that are told one by one


@dataclass(slots=True)
class Given:
    """One input as the user named it."""

    name: str
    articles: int = 0
    undated: int = 0
    left_out: Counter[str] = field(default_factory=Counter)  # by reason
    faults: Counter[str] = field(default_factory=Counter)  # by status
    told: list[dict[str, str]] = field(default_factory=list)

    def note(self, item: Article | InputError) -> None:
        """Counts one thing that the input gave."""
        if isinstance(item, Article):
            self.articles += 1
            self.undated += item.published is None
        elif isinstance(item, NoArticleError):
            self.left_out[item.problem] += 1
            self._tell(item)
        else:
            self.faults[item.status] += 1
            self._tell(item)

    def _tell(self, error: InputError) -> None:
        if len(self.told) < MOST_TOLD:
            self.told.append({"place": error.place or self.name, "status": error.status, "why": shown(error.problem)})

    def as_json(self) -> dict[str, Any]:
        return {
            "input": self.name,
            "articles": self.articles,
            "undated": self.undated,
            "left_out": dict(sorted(self.left_out.items())),
            "faults": dict(sorted(self.faults.items())),
            "told": self.told,
        }


@dataclass(slots=True)
class Account:
    """The inputs of a reading in their order."""

    inputs: list[Given] = field(default_factory=list)

    def open(self, name: str) -> Given:
        """The account of the next input."""
        self.inputs.append(Given(shown(name)))
        return self.inputs[-1]

    @property
    def left_out(self) -> int:
        return sum(given.left_out.total() for given in self.inputs)

    def as_json(self) -> list[dict[str, Any]]:
        return [given.as_json() for given in self.inputs]
