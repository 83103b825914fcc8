"""What the numbers of a dossier lead to: quotations numbered as they are met, and lists of what is counted.

A number that counts the quotations of its line leads to the first of them. Any other leads to a list: the things that it
counts, each by its quotations or texts, and those among which it was looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import polars as pl

from comity.asking.quoting import with_words
from comity.exports.wording import origin
from comity.measures.answer import Answer, evidence
from comity.measures.counted import FIGURE, METHOD, Mention, Number, Things, parts_of
from comity.measures.frames import EVIDENCE, Frames
from comity.pair_dossier.contents import Count, Linked, Quotation, Words

if TYPE_CHECKING:
    from comity.record.queries import Reader

PLACED = ("id", "chain", "medium", *(n for n in EVIDENCE if n not in ("row", "role", "source", "says", "medium")))
DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Links:
    """Invariant: the numbers of quotations and of lists run from 1 without a gap, in the order of the document."""

    def __init__(self, reader: Reader, read: Frames, texts: Mapping[str, int]) -> None:
        self.reader, self.read, self.texts = reader, read, texts
        self.quotations: list[tuple[str, Quotation]] = []  # with the key of their article
        self.tables: dict[str, str] = {}  # versions of the tables of rules and facts that were used
        self._method = ", ".join(dict.fromkeys(v.version for v in read.versions))
        self._lists: dict[tuple[Things, Things], tuple[int, str]] = {}
        self._whole: Things = tuple(((key, ""),) for key in texts)

    def knows(self, answer: Answer) -> None:
        """The versions of the tables that an answer used can be named from now on."""
        self.tables |= answer.basis.rules

    def table(self, answer: Answer) -> str:
        """The table of facts that an answer is of, with the versions of what it was read from; empty where it is of texts."""
        if not answer.from_table:
            return ""
        versions = ", ".join(f"{name} {version}" for name, version in sorted(answer.basis.rules.items()))
        return f"{answer.from_table}, no texts: {versions or 'nothing imported'}"

    def take(self, row: Mapping[str, Any]) -> Quotation:
        """The next quotation, of a row of evidence with its words."""
        span = (row["quotation_start"], row["quotation_end"])
        number, text = len(self.quotations) + 1, self.texts[row["article"]]
        made = Quotation(number, row["quotation"], span, row["text"], text, row["role"] or "", origin(row))
        self.quotations.append((row["article"], made))
        return made

    def words(self, sentence: str, of: str) -> Words:
        """A sentence with its numbers linked; constants of the method name their table at its end. ``of`` is where it stands."""
        parts = parts_of(sentence)
        label = f"{of}: {''.join(p if isinstance(p, str) else '…' for p in parts)}"
        made = [self.number(part, label) if isinstance(part, Number) else Linked(part) for part in parts]
        rules = dict.fromkeys(part.rule for part in made if part.rule)
        return (*made, *(Linked(f" (rule: {rule})", rule=rule) for rule in rules))

    def number(self, number: Number, of: str) -> Linked:
        """A number and what it leads to: what was looked for nowhere in particular was looked for in every text."""
        if number.rule:
            version = self._method if number.rule == METHOD else self.tables.get(number.rule, "")
            return Linked(number.text, rule=f"{number.rule} {version}".strip())
        return Linked(number.text, self.list(number.counts, number.among, of))

    def list(self, counts: Things, among: Things, of: str) -> str | None:
        """The anchor of the list of these things; None where the record holds no text at all."""
        key = (counts, among or (() if counts else self._whole))
        if key == ((), ()):
            return None
        return f"c{self._lists.setdefault(key, (len(self._lists) + 1, of))[0]}"

    def counts(self) -> tuple[Count, ...]:
        """All lists; quotations that no line has get the next numbers."""
        anchors = self._anchors()

        def leading(things: Things) -> tuple[tuple[str, ...], ...]:
            return tuple(tuple(dict.fromkeys(anchors[m] for m in mentions if m in anchors)) for mentions in things)

        return tuple(Count(n, of, leading(things), leading(among)) for (things, among), (n, of) in self._lists.items())

    def _anchors(self) -> dict[Mention, str]:
        """Where each mention of a list is quoted."""
        wanted = dict.fromkeys(m for key in self._lists for things in key for thing in things for m in thing)
        found = {m: f"t{self.texts[m[0]]}" for m in wanted if not m[1]}
        known = {(article, q.span): q.number for article, q in reversed(self.quotations)}
        for row in self._quoted(m for m in wanted if m[1]):
            place = (row["article"], (row["quotation_start"], row["quotation_end"]))
            if place not in known:
                known[place] = self.take(row).number
            found[row["article"], row["row"]] = f"q{known[place]}"
        return found

    def _quoted(self, mentions: Iterable[Mention]) -> Iterable[dict[str, Any]]:
        asked = pl.DataFrame(list(mentions), schema={"article": pl.String, "id": pl.String}, orient="row")
        frames = (self.read.claims, *self.read.signals.values())
        places = pl.concat(f.join(asked, on=["article", "id"], how="semi").select(PLACED) for f in frames)
        ordered = asked.join(places.unique(("article", "id"), keep="first", maintain_order=True), on=["article", "id"])
        return with_words(evidence(ordered, "id", "counted"), self.reader).iter_rows(named=True)


def has_figure(text: str) -> bool:
    """Whether some words of a cell hold a number that is no day."""
    return any(not DAY.fullmatch(m[0]) for m in FIGURE.finditer(text))
