"""YAML that was read before, kept as JSON in the user's cache: reading it anew takes fifty times as long.

A file is found by the hash of its bytes, so that a changed one is never taken for another. Where the cache cannot be read
or written, or holds anything else than it should, the YAML is read. COMITY_CACHE names another folder; empty: none is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

FORM = "1"  # of the files in the cache
DAY = "\0date"  # the key under which a day stands


def read(content: bytes, parse: Callable[[str], Any]) -> Any:
    """What the YAML in ``content`` says: from the cache, else by ``parse``, whose errors pass."""
    folder = _folder()
    if folder is None:
        return parse(content.decode("utf-8"))
    path = folder / f"{hashlib.sha256(content).hexdigest()}-{FORM}.json"
    with contextlib.suppress(OSError, ValueError):
        return json.loads(path.read_bytes(), object_hook=_days)
    found = parse(content.decode("utf-8"))
    with contextlib.suppress(OSError, TypeError, ValueError):
        _keep(path, found)
    return found


def _folder() -> Path | None:
    own = os.environ.get("COMITY_CACHE")
    if own is not None:
        return Path(own) if own else None
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "comity"
    except RuntimeError:  # nobody's home
        return None


def _keep(path: Path, found: Any) -> None:
    """Writes the file whole or not at all, and only what JSON gives back as it was."""
    written = json.dumps(found, ensure_ascii=False, default=_day).encode()
    if json.loads(written, object_hook=_days) != found:
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(written)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _day(value: object) -> dict[str, str]:
    if isinstance(value, date) and not isinstance(value, datetime):
        return {DAY: value.isoformat()}
    raise TypeError(type(value).__name__)


def _days(row: dict[str, Any]) -> Any:
    return date.fromisoformat(row[DAY]) if DAY in row else row
