"""The demonstration dossiers that comity ships with: texts written for it, from documents named in their SOURCES.md."""

from __future__ import annotations

from pathlib import Path

from comity.vocabulary import load

HERE = Path(__file__).parent


def titles() -> dict[str, str]:
    """The dossiers by folder, in the order in which they are shown, each with its title."""
    return dict(load(HERE / "dossiers.yaml"))


def folder(name: str) -> Path:
    """Where the dossier's texts lie."""
    return HERE / name
