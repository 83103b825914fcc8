"""No pattern that comity holds can be made to take long (threat: ReDoS): none takes more than linear time on hostile text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import comity
from sources.growing import NOISE, growth, seconds

SIZE = 10_000  # characters; what is squared takes 50 million steps then
# What patterns are made of, over and over: a pattern that looks back from each place has to be met with what it looks for.
ATTACKS = (
    *(" ", "\n", "a", "A", "1", "_", "-", ".", "(", "[", "“", "*", "`", "<", ">", "|", ":", "=", "'"),
    *("a ", "A ", "A. ", "Aa ", "a-", "A-a ", "1 ", "1/", ", ", "? ", "\n\n", " \n", "ab12 ", "A.A.", "the ", "of "),
    *("May 1, ", "18 October ", "MR. A: ", "](", "[a](", "![a]("),
)
SOURCE = "\n".join(p.read_text(encoding="utf-8") for p in sorted(Path(comity.__path__[0]).rglob("*.py")))


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(comity.__path__, "comity."):
        try:
            importlib.import_module(found.name)
        except ImportError:  # of a package that only an extra installs
            continue
        yield sys.modules[found.name]


def patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and is_dataclass(value) and not isinstance(value, type):
        yield from patterns_in([getattr(value, f.name) for f in fields(value)], depth)
    elif depth < 3 and isinstance(value, (dict, list, tuple)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from patterns_in(part, depth + 1)


def made_once(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """What the module's functions make of the vocabulary when they are first asked."""
    for name, function in list(vars(module).items()):
        hints = getattr(function, "__annotations__", {})
        if hasattr(function, "cache_info") and list(hints) == ["return"] and re.search("Pattern|Rule", str(hints)):
            yield f"{name}()", function()


def held() -> dict[str, tuple[re.Pattern[Any], bool]]:
    """Every pattern, and whether it is only ever tried at one place: whoever else uses it calls it by its name."""
    found = {}
    for module in modules():
        for name, value in [*vars(module).items(), *made_once(module)]:
            once = isinstance(value, re.Pattern) and not re.search(
                rf"\b{re.escape(name)}(?!\.(?:match|fullmatch)\()\b(?! = re)", SOURCE
            )
            for pattern in patterns_in(value):
                found[f"{module.__name__}: {pattern.pattern!r:.60}"] = (pattern, once)
    return found


def hostile(attack: str, pattern: re.Pattern[Any], size: int) -> Any:
    text = (attack * (size // len(attack) + 1))[:size]
    return text.encode() if isinstance(pattern.pattern, bytes) else text


def test_no_pattern_takes_more_than_linear_time_on_hostile_text() -> None:
    """SECURITY: ReDoS. Searched from every place of the text, as if nothing else bounded it."""
    slow, patterns = [], held()
    assert len(patterns) > 100
    for name, (pattern, once) in patterns.items():

        def tried(size: int, attack: str, pattern: re.Pattern[Any] = pattern, once: bool = once) -> None:
            text = hostile(attack, pattern, size)
            for _ in [pattern.match(text)] if once else pattern.finditer(text):
                pass

        for attack in ATTACKS:
            work = lambda size, attack=attack, tried=tried: tried(size, attack)  # noqa: E731
            if seconds(work, SIZE) > NOISE and growth(work, SIZE) > 10:
                slow.append(f"{name} on {attack!r}")
    assert slow == []


def test_a_pattern_that_takes_squared_time_is_seen() -> None:
    def search(size: int) -> None:
        re.search(r" +x", " " * size)

    assert seconds(search, SIZE) > NOISE / 2
    assert growth(search, SIZE) > 10
