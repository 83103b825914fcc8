"""The labels of one text: claims, signals and attributions as a careful reader tells them, checked field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from comity.contract import SIGNALS
from comity.errors import InputError
from comity.values import QUADS, Actor, Place, Status

if TYPE_CHECKING:
    from comity.evaluation.gold import Text

Days = tuple[str, str]
COUNTRY = re.compile(r"[A-Z]{3}")
WORD = re.compile(r"\w+(?:['’]\w+)?")
REMEDY = "mend the line; docs/evaluation.md tells the format"
HUMANITARIAN_ACTS = (
    *("classified", "projected", "risk_of", "warned_of", "reported", "denied", "appealed", "aid_provided"),
    "access_constraint",
)

# The fields that are labelled of each signal, as the labels call them; the coder's values call two of them otherwise.
FIELDS: dict[str, tuple[str, ...]] = {
    "assurances": ("promisor", "beneficiary", "assurance_kind", "specificity", "conditional", "reported"),
    "condemnations": ("by", "target", "polarity", "word", "perpetrator_named", "act_named", "unqualified"),
    "red_lines": ("by", "toward", "sense"),
    "contacts": ("parties", "mode", "level", "status"),
    "humanitarian": ("act", "issuer", "place"),
    "designations": ("designee", "authority", "status", "part"),
    "alignments": ("who", "with", "against", "forum", "act"),
    "opinions": ("population", "evidence"),
    "inconsistencies": ("claimant", "conduct_of"),
}
CODED_AS = {"assurance_kind": "kind", "with": "with_"}


@dataclass(frozen=True, slots=True)
class Side:
    """Actor or recipient of a labelled claim: a code, else words, else nobody."""

    code: str | None
    text: str | None

    @property
    def told(self) -> str | None:
        return self.code or self.text


@dataclass(frozen=True, slots=True)
class ClaimLabel:
    """``sure``: both passes give it; ``other``: what the other pass gives; ``mutual``: it holds in both directions."""

    s: int
    actor: Side
    recipient: Side
    type: str
    mode: str | None
    status: Status
    chain: tuple[str, ...]
    trigger: str
    time: Days | None
    place: str | None
    mutual: bool = False
    sure: bool = True
    other: ClaimLabel | None = None


@dataclass(frozen=True, slots=True)
class SignalLabel:
    """``fields`` holds what the label gives; actors as codes or words, None where nothing can be told."""

    s: int
    kind: str
    fields: Mapping[str, Any]
    sure: bool = True
    other: SignalLabel | None = None


@dataclass(frozen=True, slots=True)
class AttributionLabel:
    s: int
    source: str | None
    cue: str
    sure: bool = True
    other: AttributionLabel | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    claims: tuple[ClaimLabel, ...] = ()
    signals: tuple[SignalLabel, ...] = ()
    attributions: tuple[AttributionLabel, ...] = ()


def read_labels(row: Mapping[str, Any], text: Text, place: str) -> Labels:
    """The labels of one line. Raises InputError that names file, line, list and field of what is wrong."""
    read: dict[str, Any] = {"claims": _claim, "signals": _signal, "attributions": _attribution}
    found: dict[str, tuple[Any, ...]] = {}
    for name, reader in read.items():
        rows = row.get(name)
        if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
            raise InputError(f"{name!r} is no list of objects", place=place, remedy=REMEDY)
        found[name] = tuple(reader(_Given(r, text, f"{place} {name}[{k}]")) for k, r in enumerate(rows))
    return Labels(**found)


@dataclass(frozen=True, slots=True)
class _Given:
    """One label as it stands in the file, asked field by field; each question raises an InputError with the place."""

    row: Mapping[str, Any]
    text: Text
    place: str

    def wrong(self, key: str, wanted: str) -> InputError:
        given = f"is {self.row[key]!r}" if key in self.row else "is missing"
        return InputError(f"{key!r} {given}", place=f"{self.place} (id {self.text.article.id!r})", remedy=wanted)

    def ask(self, key: str, good: Any, wanted: str) -> Any:
        if key not in self.row or not good(self.row[key]):
            raise self.wrong(key, wanted)
        return self.row[key]

    def words(self, key: str) -> Any:
        return self.ask(key, lambda v: v is None or (isinstance(v, str) and v.strip()), "a code, words, or null")

    def some(self, key: str) -> tuple[str, ...]:
        return tuple(self.ask(key, _strings, "a list of codes or words"))

    def choice(self, key: str, choices: Sequence[Any], null: bool = False) -> Any:
        wanted = f"one of: {', '.join(map(str, choices))}{', or null' if null else ''}"
        return self.ask(key, lambda v: (v is None and null) or _same_kind(v, choices), wanted)

    def sentence(self) -> int:
        last = len(self.text.sentences) - 1
        return int(self.ask("s", lambda v: type(v) is int and 0 <= v <= last, f"a sentence from 0 to {last}"))

    def standing(self, key: str, s: int) -> str:
        """Words that have to stand in sentence ``s``."""
        there = set(content(self.text.sentence(s), every=True))
        wanted = f"words as they stand in sentence {s}: {self.text.sentence(s)!r}"
        return str(self.ask(key, lambda v: isinstance(v, str) and v and there >= set(content(v, every=True)), wanted))


def _claim(g: _Given) -> ClaimLabel:
    s = g.sentence()
    return ClaimLabel(
        s=s,
        actor=Side(g.words("actor"), g.words("actor_text")),
        recipient=Side(g.words("recipient"), g.words("recipient_text")),
        type=g.choice("type", tuple(QUADS)),
        mode=g.words("mode"),
        status=g.choice("status", get_args(Status)),
        chain=g.some("chain"),
        trigger=g.standing("trigger", s),
        time=_days(g),
        place=_country(g, "place"),
    )


def _days(g: _Given) -> Days | None:
    given = g.ask("time", lambda v: v is None or _interval(v), "null, or two days like 2024-05-01, the earlier first")
    return None if given is None else (given[0], given[1])


def _interval(given: Any) -> bool:
    try:
        first, last = (date.fromisoformat(day) for day in given)
    except (TypeError, ValueError):
        return False
    return isinstance(given, list) and first <= last


def _country(g: _Given, key: str) -> str | None:
    country: str | None = g.ask(
        key, lambda v: v is None or (isinstance(v, str) and bool(COUNTRY.fullmatch(v))), "a code like UKR, or null"
    )
    return country


def _signal(g: _Given) -> SignalLabel:
    kind = g.choice("kind", tuple(FIELDS))
    return SignalLabel(g.sentence(), kind, {name: _field(g, kind, name) for name in FIELDS[kind]})


def _field(g: _Given, kind: str, name: str) -> Any:
    asked = field_kind(kind, name)
    if asked == "actor":
        return g.words(name)
    if asked == "actors":
        return g.some(name)
    if asked == "place":
        return _country(g, name)
    return g.choice(name, asked, null=True)


@cache
def field_kind(kind: str, name: str) -> Literal["actor", "actors", "place"] | tuple[Any, ...]:
    """What a field of a signal holds: an actor, several, a place, or one of the values that are listed."""
    hint = get_type_hints(SIGNALS[kind])[CODED_AS.get(name, name)]
    if get_origin(hint) is UnionType:
        hint = next(p for p in get_args(hint) if p is not NoneType)
    if hint is Actor:
        return "actor"
    if get_origin(hint) is tuple:
        return "actors"
    if hint is Place:
        return "place"
    if get_origin(hint) is Literal:
        return get_args(hint)
    return {bool: (True, False), int: (0, 1, 2, 3), str: HUMANITARIAN_ACTS}[hint]


def _attribution(g: _Given) -> AttributionLabel:
    s = g.sentence()
    return AttributionLabel(s, g.words("source"), g.standing("cue", s))


def _strings(given: Any) -> bool:
    return isinstance(given, list) and all(isinstance(v, str) and v.strip() for v in given)


def _same_kind(value: Any, choices: Sequence[Any]) -> bool:
    return any(value == c and type(value) is type(c) for c in choices)


# Words that two phrases may share without meaning the same.
EMPTY = frozenset(
    {
        *("a", "an", "the", "this", "that", "these", "those", "of", "and", "or", "in", "on", "at", "to"),
        *("for", "from", "by", "with", "its", "his", "her", "their", "our"),
    }
)


def content(text: str, every: bool = False) -> frozenset[str]:
    """The words of a phrase in lower case, without those that mean nothing alone, or ``every`` word."""
    found = frozenset(w.lower().removesuffix("'s").removesuffix("’s") for w in WORD.findall(text))
    return found if every else found - EMPTY or found
