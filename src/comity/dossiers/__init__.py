"""The demonstration dossiers that comity ships with: texts written for it, from documents named in their SOURCES.md."""

from __future__ import annotations

from pathlib import Path

TITLES = {
    "october-1962": "October 1962",
    "israel-russia-2023": "Israel, Russia and the forums, October 2023 to June 2024",
}


def folder(name: str) -> Path:
    """Where the dossier's texts lie."""
    return Path(__file__).parent / name
