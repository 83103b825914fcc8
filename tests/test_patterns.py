"""No pattern that comity holds can be made to take long (threat: ReDoS): none takes more than linear time on hostile text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any

import comity
from sources.growing import NOISE, growth, seconds

SIZE = 12_500  # characters; what is squared takes 78 million steps then
# What patterns are made of, over and over: a pattern that looks back from each place has to be met with what it looks for.
ATTACKS = (
    *(" ", "\n", "\t", "a", "A", "1", "-", ".", "(", "[", "“", "*", "_", "`", "<", "#", ">", "|", ":", "=", "/", "'"),
    *(
        "a ",
        "A ",
        "A. ",
        "Aa ",
        "aA",
        "a-",
        "A-a ",
        "1 ",
        "1-",
        "1/",
        "1.",
        "1,",
        ", ",
        ". ",
        "? ",
        "\n\n",
        " \n",
        "- ",
    ),
    *(
        "ab12 ",
        "A.A.",
        "the ",
        "of ",
        "and ",
        "may ",
        "May 1, ",
        "18 October ",
        "Q ",
        "MR. A: ",
        "](",
        "[a](",
        "<a ",
        "![",
        "![a](",
    ),
)


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(comity.__path__, "comity."):
        try:
            importlib.import_module(found.name)
        except ImportError:  # of a package that only an extra installs
            continue
        yield sys.modules[found.name]


def patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict):
        for part in value.values():
            yield from patterns_in(part, depth + 1)
    elif depth < 3 and isinstance(value, (list, tuple)):
        for part in value:
            yield from patterns_in(part, depth + 1)
    elif depth < 3 and is_dataclass(value) and not isinstance(value, type):
        yield from patterns_in([getattr(value, f.name) for f in fields(value)], depth + 1)


def made_once(module: ModuleType) -> Iterator[Any]:
    """What the module's functions make of the vocabulary when they are first asked."""
    for function in vars(module).values():
        returned = str(getattr(function, "__annotations__", {}).get("return", ""))
        alone = list(getattr(function, "__annotations__", {})) == ["return"]
        if alone and hasattr(function, "cache_info") and ("Pattern" in returned or "Rule" in returned):
            yield function()


def held() -> dict[str, re.Pattern[Any]]:
    found = {}
    for module in modules():
        for value in (*list(vars(module).values()), *made_once(module)):
            for pattern in patterns_in(value):
                found[f"{module.__name__}: {pattern.pattern[:60]!r}"] = pattern
    return found


def hostile(attack: str, pattern: re.Pattern[Any], size: int) -> Any:
    text = (attack * (size // len(attack) + 1))[:size]
    return text.encode() if isinstance(pattern.pattern, bytes) else text


def test_no_pattern_takes_more_than_linear_time_on_hostile_text() -> None:
    """SECURITY: ReDoS. Searched from every place, as if nothing bounded the text that it is given."""
    slow = []
    patterns = held()
    assert len(patterns) > 100
    for name, pattern in patterns.items():
        for attack in ATTACKS:

            def seek(size: int, pattern: re.Pattern[Any] = pattern, attack: str = attack) -> None:
                for _ in pattern.finditer(hostile(attack, pattern, size)):
                    pass

            if seconds(seek, SIZE) > NOISE and growth(seek, SIZE) > 10:
                slow.append(f"{name} on {attack!r}")
    assert slow == []
