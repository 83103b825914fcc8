"""Folders: which of their files are articles, in an order that does not depend on the machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


# Files that tell of a folder, by their names without ending; read where they are named themselves.
ABOUT_THE_FOLDER = frozenset({"README", "SOURCES", "LICENSE", "LICENCE", "NOTICE", "CHANGELOG", "COPYING"})


def walk(folder: Path) -> Iterator[Path]:
    """The article files under ``folder`` by name, without hidden ones, links to folders and notes such as README."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if _is_article(name):
                yield Path(root, name)


def _is_article(name: str) -> bool:
    return not name.startswith(".") and form_of(name) is not None and Path(name).stem not in ABOUT_THE_FOLDER


def form_of(name: str) -> str | None:
    """``text``, ``markdown``, ``html`` or ``jsonl`` by a file's name; None where the name does not tell."""
    return SUFFIXES.get(Path(name).suffix.lower())


def form_by_content(raw: bytes) -> str:
    """The form of bytes without a telling name, such as standard input."""
    head = raw[:4_096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"{"):
        return "jsonl"
    if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<!--")):
        return "html"
    return "text"
