"""Importing comity is quick: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys

HEAVY = {"spacy", "polars", "sqlalchemy", "trafilatura", "numpy", "rich", "typer"}


def loaded(statement: str) -> set[str]:
    script = f"import sys; {statement}; print(' '.join(sys.modules))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    out = subprocess.run([sys.executable, "-c", script], env=env, check=True, capture_output=True, text=True).stdout
    return set(out.split())


def test_import_loads_nothing_heavy() -> None:
    assert not loaded("import comity; comity.open('x.comity')") & HEAVY


def test_listing_the_commands_loads_no_model_and_no_database() -> None:
    assert not loaded("import comity.cli.app") & (HEAVY - {"rich", "typer"})
