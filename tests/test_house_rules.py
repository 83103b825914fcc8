"""The habits of the house, measured: sizes, names, and locks that work anywhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "processor", "misc"}


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_module_is_over_600_lines() -> None:
    assert [m.name for m in MODULES if len(m.read_text(encoding="utf-8").splitlines()) > 600] == []


def test_no_function_is_over_60_lines() -> None:
    lengths = [(m.name, f.name, (f.end_lineno or f.lineno) - f.lineno + 1) for m in MODULES for f in functions(m)]
    assert [found for found in lengths if found[2] > 60] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [m for m in MODULES if {*m.with_suffix("").parts} & VAGUE] == []


def test_every_module_says_what_it_holds() -> None:
    sources = {m: m.read_text(encoding="utf-8") for m in MODULES}
    assert [m for m, source in sources.items() if source.strip() and not ast.get_docstring(ast.parse(source))] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_package_by_hash_and_names_no_place(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    packages = [n for n, line in enumerate(lines) if line and not line.startswith((" ", "#"))]
    assert len(packages) > 50
    assert all("==" in lines[n] and lines[n + 1].strip().startswith("--hash=sha256:") for n in packages)
    assert not [line for line in lines if "://" in line or line.startswith("-") or " @ " in line]


def test_the_development_lock_agrees_with_the_other() -> None:
    pins = [
        {line.split()[0] for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if "==" in line}
        for lock in ("requirements.lock", "requirements-dev.lock")
    ]
    assert pins[0] <= pins[1]
