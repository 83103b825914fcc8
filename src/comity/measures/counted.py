"""Sentences whose numbers know what they count: the mentions in texts, by which a reader can count again. Pure.

A number is one of two things: a figure of the record, with the things it counts or was looked for among, or a constant of
the method, with the table that holds it. A sentence of such numbers is a string like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import polars as pl

Mention = tuple[str, str]  # key of the article and id of the claim or signal; of the article itself the id is ""
Things = tuple[tuple[Mention, ...], ...]  # each thing counted, by all its mentions
METHOD = "comity"  # holds constants that no table holds: their version is the coder's
FIGURE = re.compile(r"\d{4}-\d\d-\d\d|(?<![\w.])\d+(?:[.,]\d+)*(?![\w-])")  # a day, or a number


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written. ``counts`` are the things it counts; ``among`` those of which it is a share or finds none.

    ``rule`` names the table that holds a constant of the method, which counts nothing.
    """

    text: str
    counts: Things = ()
    among: Things = ()
    rule: str = ""


class Told(str):
    """A sentence; ``parts`` are its words and numbers in order, and joined they are the sentence."""

    __slots__ = ("parts",)
    parts: tuple[str | Number, ...]

    def __new__(cls, parts: Iterable[str | Number]) -> Told:
        whole = tuple(parts)
        made = super().__new__(cls, "".join(p if isinstance(p, str) else p.text for p in whole))
        made.parts = whole
        return made


def said(words: str, *numbers: Number) -> Told:
    """The sentence with a number at each ``{}`` of ``words``."""
    pieces = words.split("{}")
    if len(pieces) != len(numbers) + 1:
        raise ValueError(f"{len(numbers)} numbers for {len(pieces) - 1} places in {words!r}")
    rest = (part for number, piece in zip(numbers, pieces[1:], strict=True) for part in (number, piece))
    return Told((pieces[0], *rest))


def count(things: Things, among: Things = ()) -> Number:
    """How many ``things`` there are; a nought has beside it what it was looked for ``among``."""
    return Number(str(len(things)), things, () if things else among)


def all_from(words: str, counts: Things, among: Things = ()) -> Told:
    """The sentence in which every number but a day was worked out from the same things."""
    return _each(words, lambda text: Number(text, counts, among))


def by_rule(words: str, table: str = METHOD) -> Told:
    """The sentence in which every number but a day is a constant of that table."""
    return _each(words, lambda text: Number(text, rule=table))


def joined(sentences: Sequence[str], between: str = ", ") -> Told:
    """Several sentences as one."""
    parts: list[str | Number] = []
    for n, sentence in enumerate(sentences):
        parts += [between] * bool(n) + list(parts_of(sentence))
    return Told(parts)


def parts_of(sentence: str) -> tuple[str | Number, ...]:
    """The parts of a sentence; one that knows of no number is one part."""
    return sentence.parts if isinstance(sentence, Told) else (sentence,)


def things(found: pl.DataFrame, by: str = "row") -> Things:
    """The things of a frame of claims or signals, one a value of the column ``by``, in the order of the frame."""
    grouped = found.group_by(by, maintain_order=True).agg(pl.col("article"), pl.col("id"))
    return tuple(tuple(zip(a, i, strict=True)) for a, i in grouped.select("article", "id").iter_rows())


def texts(articles: pl.DataFrame, by: str = "article") -> Things:
    """The articles of a frame as they stand, each a thing; or all of one value of the column ``by``, such as an outlet."""
    grouped = articles.group_by(by, maintain_order=True).agg(keys=pl.col("article"))
    return tuple(tuple((key, "") for key in keys) for keys in grouped["keys"])


def _each(words: str, number: Callable[[str], Number]) -> Told:
    parts: list[str | Number] = []
    at = 0
    for match in FIGURE.finditer(words):
        parts += [words[at : match.start()], match[0] if match[0].count("-") else number(match[0])]
        at = match.end()
    return Told(p for p in (*parts, words[at:]) if p)
