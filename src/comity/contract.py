"""The published JSON of the coder (docs/contract.md) to and from values; contains no decision about any text.

One rule serves every class: a value's fields are its keys, in the order they are declared, ``None`` is ``null``,
and a tuple is a list. The exceptions are named below, once each.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from comity import values
from comity.errors import InputError
from comity.values import Actor, Article, Attribution, Claim, Coded, Evidence

Json = dict[str, Any]
T = TypeVar("T")
Reading = Callable[[Any, str], Any]

# Python keeps the word "with" for itself.
_KEYS = {"with_": "with"}
# Keys that stand in the JSON only where they say something.
_OPTIONAL = {(Actor, "role"), (Attribution, "factive"), (values.Place, "region")}
# Spans that the contract wraps in an object.
_WRAPPED = {(Attribution, "content")}

SIGNALS: dict[str, type[Evidence]] = {
    "assurances": values.Assurance,
    "condemnations": values.Condemnation,
    "red_lines": values.RedLine,
    "contacts": values.Contact,
    "humanitarian": values.Humanitarian,
    "designations": values.Designation,
    "alignments": values.Alignment,
    "opinions": values.Opinion,
    "inconsistencies": values.Inconsistency,
}


def to_json(coded: Coded, coder: Mapping[str, str] | None = None) -> Json:
    """The output line of ``comity code`` for one article; ``coder`` is its name, version and vocabulary digest."""
    line = value_json(coded)
    if coder is not None:
        line["coder"] = dict(coder)
    return line


def from_json(line: Mapping[str, Any]) -> Coded:
    """The values of one output line; an :class:`InputError` names the key that is missing or of another kind."""
    return read_value(Coded, line)


def actor_json(actor: Actor | None) -> Json | None:
    """An ACTOR of the contract, or null."""
    return None if actor is None else value_json(actor)


def claim_json(claim: Claim) -> Json:
    """A CLAIM of the contract."""
    return value_json(claim)


def article_from_json(line: Mapping[str, Any]) -> Article:
    """An input line of ``comity code`` as an article; keys that the contract does not name are left alone."""
    return read_value(Article, line)


def value_json(value: Any) -> Json:
    """Any value of :mod:`comity.values` as the contract writes it."""
    line: Json = {}
    written: Any = type(value)
    for name, key, optional, wrapped in _layout(written):
        content = getattr(value, name)
        if optional and content in (None, False):
            continue
        line[key] = {"spans": _plain(content)} if wrapped else _plain(content)
    return line


def read_value(kind: type[T], line: Any) -> T:
    """``line`` as a value of ``kind``; an :class:`InputError` names the place inside the line."""
    wanted: Any = kind
    value: T = _reading(wanted)(line, "")
    return value


@cache
def _layout(kind: Any) -> tuple[tuple[str, str, bool, bool], ...]:
    """Of each field its name, its key, whether it may be left out, and whether it is wrapped."""
    names = (f.name for f in fields(kind))
    return tuple((n, _KEYS.get(n, n), (kind, n) in _OPTIONAL, (kind, n) in _WRAPPED) for n in names)


def _plain(content: Any) -> Any:
    kind = type(content)
    if content is None or kind is str or kind is int or kind is bool:
        return content
    if kind is tuple:
        return [_plain(x) for x in content]
    return round(content, 6) if kind is float else value_json(content)


@cache
def _reading(hint: Any) -> Reading:
    """The function that reads one declared type from JSON."""
    origin, parts = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        return _dataclass_reading(hint)
    if origin in (Union, types.UnionType):
        return _optional_reading(_reading(next(p for p in parts if p is not type(None))))
    if origin is tuple:
        return _list_reading(_reading(parts[0])) if parts[-1] is Ellipsis else _span
    if origin is Literal:
        return _choice_reading(parts)
    return _plain_reading(hint)


def _dataclass_reading(kind: Any) -> Reading:
    hints = get_type_hints(kind)
    rows = [(f, _KEYS.get(f.name, f.name), (kind, f.name) in _WRAPPED) for f in fields(kind)]

    def read(line: Any, place: str) -> Any:
        if not isinstance(line, Mapping):
            raise _wrong(place, "is no JSON object")
        given: Json = {}
        for declared, key, wrapped in rows:
            if key not in line:
                if declared.default is MISSING and declared.default_factory is MISSING:
                    raise _wrong(f"{place}.{key}", "is missing")
                continue
            content = line[key]["spans"] if wrapped else line[key]
            given[declared.name] = _reading(hints[declared.name])(content, f"{place}.{key}")
        return kind(**given)

    return read


def _optional_reading(inner: Reading) -> Reading:
    return lambda content, place: None if content is None else inner(content, place)


def _list_reading(inner: Reading) -> Reading:
    def read(content: Any, place: str) -> Any:
        if not isinstance(content, list | tuple):
            raise _wrong(place, "is no list")
        return tuple(inner(x, f"{place}[{i}]") for i, x in enumerate(content))

    return read


def _choice_reading(choices: tuple[Any, ...]) -> Reading:
    def read(content: Any, place: str) -> Any:
        if content not in choices:
            raise _wrong(place, f"is {content!r}, not one of {', '.join(map(str, choices))}")
        return content

    return read


def _plain_reading(kind: Any) -> Reading:
    def read(content: Any, place: str) -> Any:
        if kind is float and type(content) is int:
            return float(content)
        if type(content) is not kind:
            raise _wrong(place, f"is {content!r}, not of type {kind.__name__}")
        return content

    return read


def _span(content: Any, place: str) -> tuple[int, int]:
    if not isinstance(content, list | tuple) or [type(x) for x in content] != [int, int]:
        raise _wrong(place, "is no pair [start, end]")
    return (content[0], content[1])


def _wrong(place: str, problem: str) -> InputError:
    return InputError(problem, place=place.lstrip(".") or "line", remedy="see docs/contract.md")
