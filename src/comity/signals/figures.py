"""Numbers in a sentence with their unit and what they count: "1.1 million people", "62 per cent", "$50 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from comity import vocabulary
from comity.actors.phrases import core, words
from comity.language.sentence import Sentence, Token
from comity.signals.scene import Scene
from comity.values import Figure

YEARS = range(1900, 2101)


@cache
def table(key: str) -> dict[str, float]:
    """One table of vocabulary/signals/figures.yaml: word to value."""
    return dict(vocabulary.table("signals/figures")[key])


@cache
def currencies() -> dict[str, str]:
    """The code of a money by its sign or word."""
    return dict(vocabulary.table("signals/figures")["currencies"])


@cache
def units() -> tuple[str, ...]:
    """Units of measure, longest first."""
    return tuple(sorted(vocabulary.table("signals/figures")["units"], key=len, reverse=True))


@cache
def number() -> re.Pattern[str]:
    """A number as it may be written: digits, or a written number where a scale follows ("two million", "half a million")."""
    scale, written = "|".join(table("scales")), "|".join(table("written"))
    return re.compile(
        r"(?:(?P<money>[$€£])|(?<![\w/.,:-]))"
        rf"(?:(?P<value>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d/])(?:[ -](?P<scale>{scale})\b)?"
        rf"|(?P<written>{written})(?: an?)? (?P<by>{scale})\b)"
        r"(?P<share> ?%| per ?cent\b)?",
        re.IGNORECASE,
    )


def figures(scene: Scene) -> Iterator[Figure]:
    """The figures of a sentence, in order; years, days of the month and numbers inside names are none."""
    for m in number().finditer(scene.discourse.article.text, *scene.span):
        counted = _counted(scene, m.start(), m.end())
        amount = bool(m["money"] or m["scale"] or m["by"] or m["share"])
        if not amount and (counted is None or _a_date(scene, m) or counted.split()[0][:1].isupper()):
            continue
        unit = currencies().get(m["money"] or "") or ("percent" if m["share"] else None)
        unit, of = (unit, counted) if unit or counted is None else _measured(counted)
        yield Figure(_value(m), unit, of, (m.start(), m.end()))


def _value(m: re.Match[str]) -> float:
    if m["written"]:
        return float(table("written")[m["written"].lower()] * table("scales")[m["by"].lower()])
    return float(m["value"].replace(",", "")) * table("scales").get((m["scale"] or "").lower(), 1)


def _a_date(scene: Scene, m: re.Match[str]) -> bool:
    """A year, or a day after the name of its month ("the October 7 attack")."""
    if "," in (m["value"] or ",") or "." in m["value"]:
        return False
    before = [t for t in scene.sentence.tokens if t.end <= m.start()][-1:]
    return int(m["value"]) in YEARS or any(t.lemma.lower() in words("time_nouns") for t in before)


def _measured(counted: str) -> tuple[str | None, str | None]:
    """ "tons of wheat" is a unit and what it measures; "million euros" a money."""
    low = counted.lower()
    for unit in units():
        if low == unit or low.startswith(unit + " "):
            return unit, counted[len(unit) :].strip().removeprefix("of ") or None
    first = low.split()[0].rstrip("s")
    return (currencies()[first], None) if first in currencies() else (None, counted)


def _counted(scene: Scene, start: int, end: int) -> str | None:
    """What the number at those offsets counts: the noun that it stands before, or the one after "of" or "in"."""
    s = scene.sentence
    inside = [t for t in s.tokens if start <= t.start < end]
    if not inside:
        return None
    head = next((h for t in inside for h in s.ancestors(t.i) if h.start >= end and _counts(s, h, end)), None)
    if head is not None and head.i - inside[-1].i < 5:
        return scene.text((s.tokens[inside[-1].i + 1].start, _end(s, head)))
    for t in inside:
        for prep in s.children(t.i, "prep"):
            noun = s.child(prep.i, "pobj") if prep.lemma in ("of", "in") and prep.start >= end else None
            if noun is not None and noun.tag[:2] in ("NN", "PR") and noun.i - prep.i < 6:
                return scene.text(s.extent([k for k in core(s, noun.i) if s.tokens[k].dep != "det"]))
    return None


def _end(s: Sentence, head: Token) -> int:
    """The end of the noun; of the phrase after it where a measure is of something ("tons of wheat")."""
    prep = s.child(head.i, "prep")
    noun = s.child(prep.i, "pobj") if prep is not None and prep.lemma == "of" and prep.i == head.i + 1 else None
    return noun.end if noun is not None and any(head.text.lower() in u for u in units()) else head.end


def _counts(s: Sentence, head: Token, end: int) -> bool:
    """Whether a noun is counted by a number: a common noun or a people's name, with nothing but adjectives between."""
    return head.tag in ("NN", "NNS", "NNPS", "NNP") and all(
        t.tag[:2] not in ("IN", "VB", "MD") or t.tag in ("VBN", "VBG") for t in s.tokens if end <= t.start < head.start
    )
